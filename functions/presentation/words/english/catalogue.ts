/** English: the language of the API. */
import { analyses } from "./analyses.ts";
import { codes } from "./codes.ts";
import { copy } from "./copy.ts";
import { detail } from "./detail.ts";
import { explore } from "./explore.ts";
import { figure } from "./figure.ts";
import { printed } from "./figures-in-print.ts";
import { glossary } from "./glossary.ts";
import { handOver } from "./hand-over.ts";
import { unreported } from "./numberless-rows.ts";
import { offline } from "./offline.ts";
import { kept } from "./old-data.ts";
import { pages } from "./pages.ts";
import { parameterTexts } from "./parameter-texts.ts";
import { patient } from "./patient.ts";
import { product } from "./product.ts";
import { record } from "./record.ts";
import { screen } from "./screen.ts";
import { sheets } from "./sheets.ts";
import { reported } from "./subgroups.ts";
import { survivalNotes as survival } from "./survival-notes.ts";
import { table } from "./table.ts";
import { widening } from "./widen-filters.ts";

export const catalogue = {
  screen,
  codes,
  analyses,
  detail,
  sheets,
  patient,
  handOver,
  reported,
  survival,
  unreported,
  product,
  copy,
  kept,
  offline,
  table,
  figure,
  explore,
  record,
  printed,
  pages,
  glossary,
  widening,
  parameterTexts,
};
