/** Results of one study divided by a property its patients had before treatment. */
import * as v from "valibot";
import { adjustments, type SubgroupVariable, subgroupVariables } from "../collection-vocabulary.ts";
import { therapyClasses } from "../vocabulary.ts";
import { slug, text } from "./common.ts";
import { type CitedStudy, effectMeasured, reportedFigure, reportSourceSchema } from "./reported.ts";

export const subgroupFigureSchema = v.strictObject({
  variable: v.picklist(Object.keys(subgroupVariables) as SubgroupVariable[]),
  /** The variable and its level as the study words them. */
  wording: text,
  level: text,
  ...reportedFigure,
  /** One level against another: a ratio above 1 means more events in `of`. */
  effect: v.nullable(
    v.strictObject({
      ...effectMeasured,
      of: text,
      against: text,
      adjustment: v.nullable(v.picklist(adjustments)),
    }),
  ),
});

export const subgroupStudySchema = v.strictObject({
  id: slug,
  label: text,
  /** Our cohort of the same patients, and why it is the same. */
  cohort: v.nullable(v.strictObject({ id: slug, reason: text })),
  therapyClass: v.picklist(therapyClasses),
  /** All products its patients were given; empty when the study names none. */
  products: v.array(slug),
  sources: v.pipe(v.array(reportSourceSchema), v.minLength(1)),
  figures: v.pipe(v.array(subgroupFigureSchema), v.minLength(1)),
});

export type SubgroupFigure = v.InferOutput<typeof subgroupFigureSchema>;
export type SubgroupStudyFile = v.InferOutput<typeof subgroupStudySchema>;
export type SubgroupStudy = CitedStudy<SubgroupStudyFile>;
