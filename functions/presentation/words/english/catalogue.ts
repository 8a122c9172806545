/** English: the language of the API. */
import { analyses } from "./analyses.ts";
import { codes } from "./codes.ts";
import { copy } from "./copy.ts";
import { detail } from "./detail.ts";
import { figure } from "./figure.ts";
import { printed } from "./figures-in-print.ts";
import { handOver } from "./hand-over.ts";
import { unreported } from "./numberless-rows.ts";
import { offline } from "./offline.ts";
import { kept } from "./old-data.ts";
import { parameterTexts } from "./parameter-texts.ts";
import { patient } from "./patient.ts";
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
  copy,
  kept,
  offline,
  table,
  figure,
  printed,
  widening,
  parameterTexts,
};
