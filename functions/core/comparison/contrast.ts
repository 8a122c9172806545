/** Contrasts the groups of one outcome with the reference group. */
import type { Outcome } from "#data/schema.ts";
import type { Contrast } from "./answer.ts";
import type { Compared } from "./fit.ts";

interface ComparedGroup<G extends string> extends Compared {
  readonly id: G;
}

/** Contrasts every other group with the reference, in the order of the groups. */
export function contrasts<G extends string>(
  outcome: Outcome,
  groups: readonly ComparedGroup<G>[],
  reference: G | null,
): Contrast<G>[] {
  const against = groups.filter(({ id }) => id === reference);
  const others = groups.filter(({ id }) => id !== reference);
  return against.flatMap((one) => others.map((group) => contrast(outcome, group, one)));
}

/**
 * The status is `not-estimable` if one of the two groups has no pool.
 *
 * With the default model, ratio, intervals, probability and `differenceMedian` summarise the
 * difference of the two posteriors. `differencePer100` is the difference of the two estimates
 * instead: a reader who subtracts the two numbers of a row gets the third. It lies close to
 * `differenceMedian`.
 */
function contrast<G extends string>(
  outcome: Outcome,
  { id, fit, contrast: result }: ComparedGroup<G>,
  reference: ComparedGroup<G>,
): Contrast<G> {
  const direction = { group: id, against: reference.id };
  const against = reference.fit.estimate;
  if (result === null || fit.estimate === null || against === null) {
    return {
      ...direction,
      status: "not-estimable",
      oddsRatio: null,
      interval: null,
      hazardRatio: null,
      hazardRatioInterval: null,
      differencePer100: null,
      differenceMedian: null,
      differenceInterval: null,
      probabilityHigher: null,
      pValue: null,
    };
  }
  const landmark = outcome.kind === "landmark";
  const [lower, upper] = result.differenceInterval;
  return {
    ...direction,
    status: "ok",
    oddsRatio: landmark ? null : result.ratio,
    interval: landmark ? null : result.ratioInterval,
    hazardRatio: landmark ? result.ratio : null,
    hazardRatioInterval: landmark ? result.ratioInterval : null,
    differencePer100: 100 * (fit.estimate - against),
    differenceMedian: 100 * result.difference,
    differenceInterval: [100 * lower, 100 * upper],
    probabilityHigher: result.probabilityHigher,
    pValue: result.pValue,
  };
}
