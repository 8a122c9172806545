/** English: the language of the API, and the default. */
import type { Catalogue } from "../contract/catalogue.ts";
import { analyses } from "./analyses.ts";
import { english } from "./codes.ts";
import { enDetail } from "./detail.ts";
import { enFigure } from "./figure.ts";
import { enGlossary } from "./glossary.ts";
import { enKept } from "./kept.ts";
import { enPages } from "./pages.ts";
import { parameterTexts } from "./parameter-texts.ts";
import { enPatient } from "./patient.ts";
import { enRecord } from "./record.ts";
import { relaxed } from "./relaxed.ts";
import { report } from "./report/report.ts";
import { en } from "./screen.ts";
import { enSheets } from "./sheets.ts";
import { enSurvival } from "./survival.ts";
import { enTable } from "./table.ts";
import { enUnreported } from "./unreported.ts";

export const catalogue: Catalogue = {
  screen: en,
  codes: english,
  analyses,
  detail: enDetail,
  sheets: enSheets,
  patient: enPatient,
  survival: enSurvival,
  unreported: enUnreported,
  kept: enKept,
  table: enTable,
  figure: enFigure,
  record: enRecord,
  report,
  pages: enPages,
  glossary: enGlossary,
  relaxed,
  parameterTexts,
};
