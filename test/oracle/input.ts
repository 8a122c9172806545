import * as v from "valibot";
import type { Study } from "#core/statistics/study.ts";

/**
 * Computes the figures of one kind of fixture, under the field names of the fixtures.
 *
 * @throws ValiError for an input or option the model does not know.
 */
export type OracleModel = (input: unknown, options: unknown) => unknown;

/**
 * Creates a model that checks its input and options first. The schemas are strict: if an option
 * were ignored, the result would answer another question.
 */
export function oracleModel<Input, Options>(
  input: v.GenericSchema<unknown, Input>,
  options: v.GenericSchema<unknown, Options>,
  compute: (input: Input, options: Options) => unknown,
): OracleModel {
  return (givenInput, givenOptions) =>
    compute(v.parse(input, givenInput), v.parse(options, givenOptions));
}

const level = v.optional(v.pipe(v.number(), v.gtValue(0), v.ltValue(1)), 0.95);

/** Names of groups; a number is accepted as a name. */
export const groupNames = v.array(v.pipe(v.union([v.string(), v.number()]), v.transform(String)));

/**
 * Fields of an input of counts, with one entry per study. Groups and covariates are accepted by
 * models that do not use them, because fixtures describe their data once for several models.
 */
export const counts = {
  events: v.array(v.number()),
  n: v.array(v.number()),
  level,
  group: v.optional(groupNames),
  covariate: v.optional(v.array(v.number())),
  predictAt: v.optional(v.array(v.number())),
};

/** ½ added to the events and non-events of studies that have none of one; it is always so. */
export const continuityCorrection = v.optional(
  v.nullable(v.strictObject({ add: v.literal(0.5), to: v.literal("only0") })),
);

/** Accepts `moderator: null` for the model without a moderator. */
export const noModerator = { moderator: v.optional(v.null()) };

const transform = v.literal("PLO");
export const tau2Method = v.picklist(["DL", "ML", "REML"]);
export const coefficientTest = v.picklist(["z", "t", "adhoc"]);

/**
 * Converts the columns of an input to studies.
 *
 * @throws RangeError when they differ in length.
 */
export function studiesOf({
  events,
  n,
}: {
  readonly events: readonly number[];
  readonly n: readonly number[];
}): Study[] {
  return rows(events, n).map(([count, size]) => ({ events: count, n: size }));
}

/**
 * Combines two columns to rows.
 *
 * @throws RangeError when they differ in length.
 */
export function rows<A, B>(a: readonly A[], b: readonly B[]): [A, B][] {
  if (a.length !== b.length) {
    throw new RangeError(`columns of ${a.length} and ${b.length} rows do not belong together`);
  }
  return a.map((value, i) => [value, b[i] as B]);
}

/** Row indices of every group; groups in sorted order, as in the fixtures. */
export function rowsByGroup(groups: readonly string[]): Map<string, number[]> {
  const names = [...new Set(groups)].sort();
  return new Map(names.map((name) => [name, groups.flatMap((g, i) => (g === name ? [i] : []))]));
}

/** Describes the options of every fixture of the binomial–normal model. */
export const glmmOptions = {
  model: v.literal("glmm"),
  method: v.literal("ML"),
  transform,
  correction: v.optional(v.literal("none"), "none"),
  test: v.optional(v.literal("z"), "z"),
};

/** Describes the options of every fixture of two-step pooling. */
export const inverseVarianceOptions = {
  model: v.literal("inverse-variance"),
  method: tau2Method,
  transform,
  correction: continuityCorrection,
  test: coefficientTest,
};
