/** The words of all texts, which are English, with the dates of a reader's region. */
import type { Outcome } from "#data/schema.ts";
import { catalogue } from "./english/catalogue.ts";
import type { drawn } from "./english/element.ts";
import { withDatesOf } from "./tag.ts";

export type Catalogue = typeof catalogue;

/** `english` is the same object: tests call it by its language. */
export { catalogue, catalogue as english };

/** With dates in the format of the tag's region: `en-US` writes "Nov 20, 2026". */
export function catalogueFor(tag: string): Catalogue {
  const screen = withDatesOf(tag, catalogue.screen);
  return screen === catalogue.screen ? catalogue : { ...catalogue, screen };
}

/** The words that the element draws itself, around the text and numbers of the view. */
export type DrawnWords = typeof drawn;
export type ScreenWords = Catalogue["screen"];
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

/** The views of a question: the short set of outcomes, all harms, survival, or drugs side by side. */
export type Tab = "summary" | Exclude<Outcome["group"], "efficacy"> | "products";

/** Why an outcome has no number: nobody reports it, or no figure of it can be pooled. */
export type Numberless = keyof UnreportedWords;
