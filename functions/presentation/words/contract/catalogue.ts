/** All that one language says. A language without one of these words does not compile. */
import type { Words } from "../codes.ts";
import type { BriefWords } from "./brief.ts";
import type { DetailWords } from "./detail.ts";
import type { FigureWords } from "./figure.ts";
import type { PageWords } from "./pages.ts";
import type { ParameterTexts, RelaxedWords } from "./parameters.ts";
import type { PatientWords } from "./patient.ts";
import type { RecordWords } from "./record.ts";
import type { ScreenWords } from "./screen.ts";
import type { SheetWords } from "./sheets.ts";
import type { TableWords } from "./table.ts";

export interface Catalogue {
  /** What the first view says. */
  readonly screen: ScreenWords;
  /** Words for the codes of an answer. */
  readonly codes: Words;
  readonly detail: DetailWords;
  readonly sheets: SheetWords;
  readonly patient: PatientWords;
  readonly table: TableWords;
  readonly figure: FigureWords;
  readonly brief: BriefWords;
  readonly record: RecordWords;
  readonly pages: PageWords;
  /** What relaxing a filter asks for instead, where a class is empty. */
  readonly relaxed: RelaxedWords;
  /** What the server alone says of each parameter. */
  readonly parameterTexts: ParameterTexts;
}

/** What comes after the first view, or is said by the server alone. */
export type Part = Exclude<keyof Catalogue, "screen">;
