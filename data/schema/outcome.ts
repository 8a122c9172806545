/** What is compared. */
import * as v from "valibot";
import { therapyClasses } from "../vocabulary.ts";
import { positiveCount, slug, text } from "./common.ts";

export const outcomeSchema = v.strictObject({
  id: slug,
  label: text,
  /** Second line under the label: "grade 3 or higher", "≥ partial response". */
  detail: v.nullable(text),
  /** Completes "26 more …": "responded", "had severe CRS". */
  phrase: text,
  group: v.picklist(["efficacy", "toxicity", "survival"]),
  direction: v.picklist(["benefit", "harm"]),
  kind: v.picklist(["count", "landmark"]),
  /**
   * Whom it is counted over. Rates over different patients never meet in one pool: relapse among
   * those who responded says nothing about all who were treated.
   */
  over: v.picklist(["all", "responders", "leukapheresed"]),
  /** Longer follow-up alone makes it more frequent. */
  timeDependent: v.boolean(),
  /** Position in the summary set, or null when it is shown on request only. */
  summary: v.nullable(positiveCount),
  /** Whether a bispecific can have this outcome ("no manufacturing step"). */
  appliesTo: v.pipe(v.array(v.picklist(therapyClasses)), v.minLength(1)),
  /** Any-grade outcome of which this one counts a part; its events can never exceed it. */
  partOf: v.nullable(slug),
});

export type Outcome = v.InferOutput<typeof outcomeSchema>;
