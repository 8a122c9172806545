import * as v from "valibot";
import type { PredictionIntervals } from "#core/statistics/prediction-intervals.ts";
import type { Study } from "#core/statistics/study.ts";

const level = v.optional(v.pipe(v.number(), v.gtValue(0), v.ltValue(1)), 0.95);

/** Names of groups; numbers are names too. */
export const groupNames = v.array(
  v.union([
    v.string(),
    v.pipe(
      v.number(),
      v.transform((name) => String(name)),
    ),
  ]),
);

/**
 * Entries of an input of counts: one entry per study. A model that has no use for groups or
 * covariates may be given them, as fixtures describe their data once for several models.
 */
export const counts = {
  events: v.array(v.number()),
  n: v.array(v.number()),
  level,
  group: v.optional(groupNames),
  covariate: v.optional(v.array(v.number())),
  predictAt: v.optional(v.array(v.number())),
};

/** Not said, `null` and an addition of 0 are no correction. */
export const continuityCorrection = v.optional(
  v.nullable(
    v.pipe(
      v.union([
        v.literal("none"),
        v.strictObject({ add: v.number(), to: v.picklist(["only0", "all", "if0all"]) }),
      ]),
      v.transform((correction) =>
        correction !== "none" && correction.add === 0 ? "none" : correction,
      ),
    ),
    "none",
  ),
  "none",
);

/** The model without a moderator may say so. */
export const noModerator = { moderator: v.optional(v.null()) };

export const transform = v.picklist(["PLO", "PFT", "PAS"]);
export const tau2Method = v.picklist(["FE", "DL", "PM", "ML", "REML"]);
export const coefficientTest = v.picklist(["z", "knha", "adhoc"]);

/** Prediction intervals under the names the fixtures give them. */
export function predictionFigures({ z, tkm1, tkm2 }: PredictionIntervals, test: string) {
  return { default: test === "z" ? z : (tkm1 ?? z), HTS: tkm2, tkm2, tkm1, z };
}

/** Columns of an input as studies. @throws RangeError when they differ in length. */
export function studiesOf({
  events,
  n,
}: {
  readonly events: readonly number[];
  readonly n: readonly number[];
}): Study[] {
  return rows(events, n).map(([count, size]) => ({ events: count, n: size }));
}

/** Two columns side by side. @throws RangeError when they differ in length. */
export function rows<A, B>(a: readonly A[], b: readonly B[]): [A, B][] {
  if (a.length !== b.length) {
    throw new RangeError(`columns of ${a.length} and ${b.length} rows do not belong together`);
  }
  return a.map((value, i) => [value, b[i] as B]);
}

/** Indices of the rows of every group, groups in sorted order as the fixtures have them. */
export function rowsByGroup(groups: readonly string[]): Map<string, number[]> {
  const names = [...new Set(groups)].sort();
  return new Map(names.map((name) => [name, groups.flatMap((g, i) => (g === name ? [i] : []))]));
}
