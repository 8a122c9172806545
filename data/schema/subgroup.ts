/** Schema of the results of one study, divided by a property that patients had before treatment. */
import * as v from "valibot";
import { adjustments, type SubgroupVariable, subgroupVariables } from "../collection-vocabulary.ts";
import { evidenceKinds, therapyClasses } from "../vocabulary.ts";
import { slug, text } from "./common.ts";
import { described, listOf, named, oneOf, orNull } from "./described.ts";
import { type CitedStudy, effectMeasured, reportedFigure, reportSourceSchema } from "./reported.ts";

export const subgroupFigureSchema = named("SubgroupFigure", {
  variable: oneOf(
    Object.keys(subgroupVariables) as SubgroupVariable[],
    "What patients were divided by.",
  ),
  wording: described(text, "The variable and its level as the study words them."),
  level: described(text, "The level."),
  ...reportedFigure,
  /** One level compared with another; a ratio above 1 means more events in `of`. */
  effect: orNull(
    v.strictObject({
      ...effectMeasured,
      of: described(text, "The side, or level, whose figure it is."),
      against: described(text, "The level it is set against."),
      adjustment: orNull(
        v.picklist(adjustments),
        "What the effect was adjusted by, where that is printed.",
      ),
    }),
    "A printed ratio or difference.",
  ),
});

export const subgroupStudySchema = v.strictObject({
  id: described(slug, "Id."),
  label: described(text, "A few words to show."),
  cohort: orNull(
    v.strictObject({ id: described(slug, "Id."), reason: described(text, "Why, in words.") }),
    "Our cohort of the same patients, and why it is the same.",
  ),
  therapyClass: oneOf(therapyClasses, "CAR-T cells or bispecific antibodies."),
  products: listOf(slug, "Products its patients were given."),
  evidence: orNull(
    v.picklist(evidenceKinds),
    "Clinical trial or real-world series; `null` where our sources do not say.",
  ),
  sources: v.pipe(v.array(reportSourceSchema), v.minLength(1)),
  figures: described(
    v.pipe(v.array(subgroupFigureSchema), v.minLength(1)),
    "Figures as the study printed them.",
  ),
});

export type SubgroupFigure = v.InferOutput<typeof subgroupFigureSchema>;
export type SubgroupStudyFile = v.InferOutput<typeof subgroupStudySchema>;
export type SubgroupStudy = CitedStudy<SubgroupStudyFile>;
