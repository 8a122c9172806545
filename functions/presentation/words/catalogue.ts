/**
 * The catalogue of this installation. All of it is in one language: `#words` in `package.json` names
 * the folder, and `english/` is the contract of every other one.
 */
import { catalogue as chosen } from "#words/catalogue.ts";
import { catalogue as english } from "./english/catalogue.ts";
import type { drawn } from "./english/drawn.ts";
import { withDatesOf } from "./tag.ts";
import type { Widened } from "./widened.ts";

export type Catalogue = Widened<typeof english>;

/** For pages that are in English only. */
export { english };

/** A folder that lacks a word does not compile here. */
export const catalogue: Catalogue = chosen;

/** With dates in the format of the tag's region: `en-US` writes "Nov 20, 2026". */
export function catalogueFor(tag: string): Catalogue {
  const screen = withDatesOf(tag, catalogue.screen);
  return screen === catalogue.screen ? catalogue : { ...catalogue, screen };
}

/** The words that the element draws itself, around the text and numbers of the view. */
export type DrawnWords = Widened<typeof drawn>;
export type ScreenWords = Catalogue["screen"];
export type CodeWords = Catalogue["codes"];
export type AnalysisWords = Catalogue["analyses"];
export type DetailWords = Catalogue["detail"];
export type ComparedWords = DetailWords["compared"];
export type PublishedWords = DetailWords["published"];
export type Abbreviations = DetailWords["abbreviations"];
export type Abbreviation = keyof Abbreviations & string;
export type SheetWords = Catalogue["sheets"];
export type PatientWords = Catalogue["patient"];
export type UnreportedWords = Catalogue["unreported"];
export type KeptWords = Catalogue["kept"];
export type TimingWords = Catalogue["report"]["timing"];
export type ReportWords = Catalogue["report"];

/** What opens a sheet: the four filters, and the region in the line of the scope. */
export type SheetName = keyof DrawnWords["chip"];

/** The groups of outcomes that are one tap away. */
export type Tab = Exclude<keyof DrawnWords["tabs"], "label">;

/**
 * What a difference is between: two pools; a pool and a product as it was counted; two of these; two
 * estimates of a model, one of which is printed as it was counted.
 */
export type Between = keyof ScreenWords["between"];

/** Why an outcome has no number: nobody reports it, or no figure of it can be pooled. */
export type Numberless = keyof UnreportedWords;
