/** Schema of the results of one study, divided by a property that patients had before treatment. */
import * as v from "valibot";
import { adjustments, type SubgroupVariable, subgroupVariables } from "../collection-vocabulary.ts";
import { therapyClasses } from "../vocabulary.ts";
import { slug, text } from "./common.ts";
import { type CitedStudy, effectMeasured, reportedFigure, reportSourceSchema } from "./reported.ts";

export const subgroupFigureSchema = v.strictObject({
  variable: v.picklist(Object.keys(subgroupVariables) as SubgroupVariable[]),
  /** Variable and level in the words of the study. */
  wording: text,
  level: text,
  ...reportedFigure,
  /** One level compared with another; a ratio above 1 means more events in `of`. */
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
  /** The cohort of our data with the same patients, and how that is known. */
  cohort: v.nullable(v.strictObject({ id: slug, reason: text })),
  therapyClass: v.picklist(therapyClasses),
  /** All products that its patients received; empty if the study names none. */
  products: v.array(slug),
  sources: v.pipe(v.array(reportSourceSchema), v.minLength(1)),
  figures: v.pipe(v.array(subgroupFigureSchema), v.minLength(1)),
});

export type SubgroupFigure = v.InferOutput<typeof subgroupFigureSchema>;
export type SubgroupStudyFile = v.InferOutput<typeof subgroupStudySchema>;
export type SubgroupStudy = CitedStudy<SubgroupStudyFile>;
