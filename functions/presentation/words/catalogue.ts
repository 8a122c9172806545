/** The words of all texts, which are English. */
import type { Outcome } from "#data/schema.ts";
import { catalogue } from "./english/catalogue.ts";

export type Catalogue = typeof catalogue;

/** `english` is the same object: tests call it by its language. */
export { catalogue, catalogue as english };

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

/** The two sheets: every filter, and a patient. */
export type SheetName = "question" | "patient";

/** The views of a question: the short set of outcomes, all harms, survival, or drugs side by side. */
export type Tab = "summary" | Exclude<Outcome["group"], "efficacy"> | "products";

/** Why an outcome has no number: nobody reports it, or no figure of it can be pooled. */
export type Numberless = keyof UnreportedWords;
