/** `#words` in `package.json` names the folder of its language; `english/` is the contract. */
import type { Outcome } from "#data/schema.ts";
import { catalogue as chosen } from "#words/catalogue.ts";
import { catalogue as english } from "./english/catalogue.ts";
import type { drawn } from "./english/element.ts";
import { withDatesOf } from "./tag.ts";

/** What a catalogue must have: the same words and functions as the English one, in any text. */
type Widened<Words> = Words extends string
  ? string
  : Words extends number | boolean | null | undefined
    ? Words
    : Words extends (...args: infer Args) => infer Said
      ? (...args: Args) => Widened<Said>
      : { readonly [Name in keyof Words]: Widened<Words[Name]> };

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
export type ReportedWords = Catalogue["reported"];
export type UnreportedWords = Catalogue["unreported"];
export type CopyWords = Catalogue["copy"];
export type KeptWords = Catalogue["kept"];
export type TimingWords = Catalogue["report"]["timing"];
export type ReportWords = Catalogue["report"];

/** The two sheets: every filter, and a patient. */
export type SheetName = "question" | "patient";

/** The outcomes that are one tap away: the short set, or all of a group. */
export type Tab = "summary" | Outcome["group"];

/** Why an outcome has no number: nobody reports it, or no figure of it can be pooled. */
export type Numberless = keyof UnreportedWords;
