/** Contrasts the groups of one outcome with the reference group. */
import type { Outcome } from "#data/schema.ts";
import { moverDifference } from "../statistics/contrast/mover.ts";
import { wilson } from "../statistics/single-proportion/wilson.ts";
import type { Contrast, Interval, Observed } from "./answer.ts";
import type { Coverage } from "./coverage.ts";
import type { Compared } from "./fit.ts";

interface ComparedGroup<G extends string> extends Compared {
  readonly id: G;
  /** `null` where the share of the patients has no meaning. */
  readonly coverage: Coverage | null;
  readonly observed: Observed | null;
}

/** Contrasts every other group with the reference, or what stands in for it, in the order of the groups. */
export function contrasts<G extends string>(
  outcome: Outcome,
  groups: readonly ComparedGroup<G>[],
  reference: G | null,
): Contrast<G>[] {
  const standIn = groups.filter((group) => group.standsIn);
  const against = standIn.length > 0 ? standIn : groups.filter(({ id }) => id === reference);
  const others = groups.filter((group) => !against.includes(group));
  return against.flatMap((one) => others.map((group) => contrast(outcome, group, one)));
}

const nothing = {
  oddsRatio: null,
  interval: null,
  hazardRatio: null,
  hazardRatioInterval: null,
  differencePer100: null,
  differenceMedian: null,
  differenceInterval: null,
  observed: null,
  probabilityHigher: null,
  pValue: null,
  strength: null,
  checked: null,
} as const;

/**
 * The status is `not-estimable` if the two groups have no pool of one model, and `not-representative` if
 * one pool does not stand for its class (`coverage.ts`).
 *
 * With the default model, ratio, intervals, probability and `differenceMedian` summarise the
 * difference of the two posteriors. `differencePer100` is the difference of the two estimates
 * instead: a reader who subtracts the two numbers of a row gets the third. It lies close to
 * `differenceMedian`.
 */
function contrast<G extends string>(
  outcome: Outcome,
  group: ComparedGroup<G>,
  reference: ComparedGroup<G>,
): Contrast<G> {
  const { id, fit, contrast: result } = group;
  const direction = { group: id, against: reference.id };
  const against = reference.fit.estimate;
  if (result === null || fit.estimate === null || against === null) {
    return { ...direction, status: "not-estimable", ...nothing };
  }
  if ([group, reference].some(({ coverage }) => coverage?.representative === false)) {
    return { ...direction, status: "not-representative", ...nothing };
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
    observed: betweenTrials(group.observed, reference.observed),
    probabilityHigher: result.probabilityHigher,
    pValue: result.pValue,
    strength: null,
    checked: null,
  };
}

/**
 * The difference between two single trials (Newcombe 1998, method 10: from the Wilson intervals of
 * two counts, or from the printed intervals of two survival estimates). It says nothing about other
 * trials.
 */
function betweenTrials(a: Observed | null, b: Observed | null): Contrast["observed"] {
  if (a === null || b === null) return null;
  const limits = (of: Observed) => ({
    estimate: of.estimate,
    interval: ownInterval(of),
  });
  const [lower, upper] = moverDifference(limits(a), limits(b));
  return {
    differencePer100: 100 * (a.estimate - b.estimate),
    differenceInterval: [100 * lower, 100 * upper],
  };
}

function ownInterval({ events, n, interval }: Observed): Interval {
  return events === null || n === null ? interval : wilson(events, n);
}
