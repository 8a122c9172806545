/** All words of one language. A language that lacks one of them does not compile. */
import type { Words } from "../codes.ts";
import type { report } from "../english/report/report.ts";
import type { AnalysisWords } from "./analyses.ts";
import type { DetailWords } from "./detail.ts";
import type { FigureWords } from "./figure.ts";
import type { GlossaryWords } from "./glossary.ts";
import type { KeptWords } from "./kept.ts";
import type { PageWords } from "./pages.ts";
import type { ParameterTexts, RelaxedWords } from "./parameters.ts";
import type { PatientWords } from "./patient.ts";
import type { RecordWords } from "./record.ts";
import type { ScreenWords } from "./screen.ts";
import type { SheetWords } from "./sheets.ts";
import type { SurvivalWords } from "./survival.ts";
import type { TableWords } from "./table.ts";
import type { UnreportedWords } from "./unreported.ts";

export type ReportWords = typeof report;

export interface Catalogue {
  /** The words of the first screen. */
  readonly screen: ScreenWords;
  /** Words for the codes of an answer. */
  readonly codes: Words;
  readonly analyses: AnalysisWords;
  readonly detail: DetailWords;
  readonly sheets: SheetWords;
  readonly patient: PatientWords;
  readonly survival: SurvivalWords;
  readonly unreported: UnreportedWords;
  readonly kept: KeptWords;
  readonly table: TableWords;
  readonly figure: FigureWords;
  readonly record: RecordWords;
  readonly report: ReportWords;
  readonly pages: PageWords;
  readonly glossary: GlossaryWords;
  /** The names of the relaxations that are offered if a class is empty. */
  readonly relaxed: RelaxedWords;
  /** Texts about each parameter that only the server uses. */
  readonly parameterTexts: ParameterTexts;
}

/**
 * Parts that are loaded after the first view, or that only the server uses. Of the first screen, the
 * words that are drawn come with it.
 */
export type Part = keyof Catalogue;
