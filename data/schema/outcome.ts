/** Schema of an outcome that is compared. */
import * as v from "valibot";
import { therapyClasses } from "../vocabulary.ts";
import { positiveCount, slug, text } from "./common.ts";

export const outcomeSchema = v.strictObject({
  id: slug,
  label: text,
  /** Second line below the label: "grade 3 or higher", "≥ partial response". */
  detail: v.nullable(text),
  /** Completes "26 more …": "responded", "had severe CRS". */
  phrase: text,
  group: v.picklist(["efficacy", "toxicity", "survival"]),
  direction: v.picklist(["benefit", "harm"]),
  kind: v.picklist(["count", "landmark"]),
  /**
   * The patients among whom it is counted. Rates among different patients are never pooled: relapse
   * among responders says nothing about all treated patients.
   */
  over: v.picklist(["all", "responders", "leukapheresed"]),
  /** Whether longer follow-up alone makes it more frequent. */
  timeDependent: v.boolean(),
  /** Position in the summary set; `null` if it is shown on request only. */
  summary: v.nullable(positiveCount),
  /** Classes that can have this outcome; a bispecific has no manufacturing step. */
  appliesTo: v.pipe(v.array(v.picklist(therapyClasses)), v.minLength(1)),
  /** The any-grade outcome of which this one counts a part; it can never have more events. */
  partOf: v.nullable(slug),
});

export type Outcome = v.InferOutput<typeof outcomeSchema>;
