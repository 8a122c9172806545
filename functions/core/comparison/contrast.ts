/** Contrasts the groups of one outcome with the reference group. */
import type { Outcome } from "#data/schema.ts";
import { type Limits, moverDifference, ratioOf } from "../statistics/contrast/independent.ts";
import { logHazards, logits } from "../statistics/scales.ts";
import { wilson } from "../statistics/single-proportion.ts";
import { normalQuantile } from "../statistics/special/normal.ts";
import { isDegenerate } from "../statistics/study.ts";
import type { Contrast, Interval, Observed } from "./answer.ts";
import type { Coverage } from "./coverage.ts";
import type { Compared, Fit, Measured } from "./fit.ts";

interface ComparedGroup<G extends string> extends Compared, Measured {
  readonly id: G;
  /** `null` where the share of the patients has no meaning. */
  readonly coverage: Coverage | null;
  readonly observed: Observed | null;
  /** What stands in place of any estimate. */
  readonly counted: Observed | null;
}

/** Contrasts every other group with the reference, or what stands in for it, in the order of the groups. */
export function contrasts<G extends string>(
  outcome: Outcome,
  groups: readonly ComparedGroup<G>[],
  reference: G | null,
): Contrast<G>[] {
  const standIn = groups.filter((group) => group.standsIn);
  const against = standIn.length > 0 ? standIn : counted(groups, reference);
  const others = groups.filter((group) => !against.includes(group));
  return against.flatMap((one) => others.map((group) => contrast(outcome, group, one)));
}

/** Where the trials of the reference differ, so that it has no number: the largest of those that have. */
function counted<G extends string>(
  groups: readonly ComparedGroup<G>[],
  reference: G | null,
): readonly ComparedGroup<G>[] {
  const named = groups.filter(({ id }) => id === reference);
  const [largest, another] = groups
    .filter((group) => group.counted)
    .sort((a, b) => (b.counted?.n ?? 0) - (a.counted?.n ?? 0));
  const isApart = named.some(({ coverage }) => coverage?.apart === "trials");
  return isApart && largest && another ? [largest] : named;
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
 * `differenceMedian`. Where a side is counted, all is of the numbers shown (`ofCounts`).
 */
function contrast<G extends string>(
  outcome: Outcome,
  group: ComparedGroup<G>,
  reference: ComparedGroup<G>,
): Contrast<G> {
  const { id, fit, contrast: result } = group;
  const direction = { group: id, against: reference.id };
  const against = reference.fit.estimate;
  if (fit.estimate === null || against === null) {
    return { ...direction, status: "not-estimable", ...nothing };
  }
  if ([group, reference].some(({ coverage }) => coverage?.representative === false)) {
    return { ...direction, status: "not-representative", ...nothing };
  }
  if (result === null) return { ...direction, status: "not-estimable", ...nothing };
  if (group.counted || reference.counted) {
    return { ...direction, status: "ok", ...nothing, ...ofCounts(group, reference) };
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
    observed: betweenCounts(group.observed, reference.observed),
    probabilityHigher: result.probabilityHigher,
    pValue: result.pValue,
    strength: null,
    checked: null,
  };
}

/**
 * Of a product as it was counted: against another (`betweenCounts`), or against the estimate of a
 * class, with limits from the two intervals shown (MOVER). It says nothing about other trials, and
 * gives a ratio only of two counts.
 */
function ofCounts(a: ComparedGroup<string>, b: ComparedGroup<string>) {
  const observed = betweenCounts(a.counted, b.counted);
  if (observed) return { ...observed, observed, ...ratioOfCounts(a, b) };
  return difference(limitsOf(a.counted ?? a.fit), limitsOf(b.counted ?? b.fit));
}

/** Of logits (Woolf 1955) or log cumulative hazards; none where a count has no logit. */
function ratioOfCounts(a: ComparedGroup<string>, b: ComparedGroup<string>) {
  const [of, against] = [effectOf(a), effectOf(b)];
  if (!of || !against) return {};
  const se = Math.sqrt(of.vi + against.vi);
  const { estimate, interval } = ratioOf(of.yi - against.yi, se, normalQuantile(0.975));
  return a.figures.kind === "landmark"
    ? { hazardRatio: estimate, hazardRatioInterval: interval }
    : { oddsRatio: estimate, interval };
}

function effectOf({ counted, figures: { kind, figures } }: ComparedGroup<string>) {
  if (kind === "landmark") {
    return logHazards(figures.map(({ hazard }) => hazard))[0];
  }
  if (counted?.events == null || counted.n === null) return undefined;
  const count = { events: counted.events, n: counted.n };
  return isDegenerate(count) ? undefined : logits([count])[0];
}

/**
 * The difference between two trials or products (Newcombe 1998, method 10: from the Wilson intervals
 * of two counts, or from the printed intervals of two survival estimates). It says nothing about
 * other trials.
 */
export function betweenCounts(a: Observed, b: Observed): NonNullable<Contrast["observed"]>;
export function betweenCounts(a: Observed | null, b: Observed | null): Contrast["observed"];
export function betweenCounts(a: Observed | null, b: Observed | null): Contrast["observed"] {
  if (a === null || b === null) return null;
  const limits = (of: Observed) => ({ estimate: of.estimate, interval: ownInterval(of) });
  return difference(limits(a), limits(b));
}

function ownInterval({ events, n, interval }: Observed): Interval {
  return events === null || n === null ? interval : wilson(events, n);
}

/** @throws Error without a number, which every group with figures has by the default model. */
function limitsOf({ estimate, interval }: Pick<Fit, "estimate" | "interval">): Limits {
  if (estimate === null || interval === null) throw new Error("no number to contrast");
  return { estimate, interval };
}

function difference(a: Limits, b: Limits) {
  const [lower, upper] = moverDifference(a, b);
  return {
    differencePer100: 100 * (a.estimate - b.estimate),
    differenceInterval: [100 * lower, 100 * upper] as const,
  };
}
