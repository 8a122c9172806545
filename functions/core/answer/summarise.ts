/** Builds the pool of one group from its gathered figures and their fit. */

import type { Entry, Gathered, Poolable, Refused } from "../evidence/gather.ts";
import { compareProductsBySize, groupByProduct } from "../evidence/grouping.ts";
import type { ReportedRefusal } from "../evidence/reasons.ts";
import type { OfRegimen } from "../evidence/regimens.ts";
import type { Query } from "../question/query.ts";
import { i2, percentWeights, typicalWithinVariance } from "../statistics/heterogeneity.ts";
import type { FollowUp, NotPooled, Pool, ProductPool, Study } from "./answer.ts";
import type { Fit, Model } from "./fit.ts";
import type { GatheredGroup } from "./gather-row.ts";
import {
  adaptOutcomeTypeToPublishedSet,
  makeFiguresToPool,
  type OutcomeType,
} from "./outcome-types.ts";

// Computes summaries over cohorts, weighted by their numbers of patients.

interface PatientFields {
  /** `n` is `null` if the cohort does not report its number of patients. */
  readonly n: number | null;
}

interface FollowedCohort extends PatientFields {
  readonly followUpMonths: number | null;
}

/**
 * Returns the sum of all patients; `null` without cohorts, or if one number is unknown, because a partial sum
 * misleads.
 */
function sumPatientsIfKnown(cohorts: readonly PatientFields[]): number | null {
  if (cohorts.length === 0) return null;
  return cohorts.reduce<number | null>(
    (sum, { n }) => (sum === null || n === null ? null : sum + n),
    0,
  );
}

/**
 * A median follow-up is given only if it is known for at least this share of the patients; that of a few would be
 * read as that of all.
 */
const leastShare = 1 / 2;

/**
 * Returns the patient-weighted median follow-up of pooled figures in months: the lowest that half of the patients
 * with a known one do not exceed. `months` is `null` where it is known for fewer than half of the patients. Beside it
 * stands the share of patients for whom it is unknown. Returns `null` without figures.
 */
export function summariseFollowUp(entries: readonly FollowedCohort[]): FollowUp | null {
  if (entries.length === 0) return null;
  // All cohorts weigh the same if one number of patients is unknown.
  const areAllReported = sumPatientsIfKnown(entries) !== null;
  const weightOf = (part: readonly FollowedCohort[]) =>
    part.reduce((sum, { n }) => sum + (areAllReported ? (n ?? 0) : 1), 0);
  const unknown = entries.filter(({ followUpMonths }) => followUpMonths === null);
  const followed = entries
    .filter((entry) => !unknown.includes(entry))
    .sort((a, b) => (a.followUpMonths ?? 0) - (b.followUpMonths ?? 0));
  const median = followed.find(
    (_, at) => 2 * weightOf(followed.slice(0, at + 1)) >= weightOf(followed),
  );
  const unknownShare = weightOf(unknown) / weightOf(entries);
  const isReported = 1 - unknownShare >= leastShare;
  return { months: isReported ? (median?.followUpMonths ?? null) : null, unknownShare };
}

export interface Summary {
  pool: Pool;
  entries: readonly Entry[];
  /** `dropped` counts the cohorts left out because they share patients with pooled ones. */
  dropped: number;
  /** `settled` is false if another set of cohorts without overlap may hold more patients. */
  settled: boolean;
}

export function summariseGroupPool<F extends Poolable>(
  {
    mainRegimen,
    missingProducts,
    broader,
  }: Pick<GatheredGroup<string, F>, "mainRegimen" | "missingProducts" | "broader">,
  kind: OutcomeType<F>,
  fit: Fit,
  model: Model,
  query: Pick<Query, "set">,
): Summary {
  const type = adaptOutcomeTypeToPublishedSet(kind, query);
  const { gathered, regimen, otherRegimen } = mainRegimen;
  const { entries, notPooled, dropped } = gathered;
  const pool: Pool = {
    regimen,
    ...summarisePoolCounts(entries, type),
    selectedTrials: type.trialsIn([...entries, ...notPooled.filter(isSelected)]),
    missingProducts,
    ...chooseFittedElseExactEstimate(entries, type, fit),
    followUp: summariseFollowUp(entries),
    products: poolByProduct(gathered, type, fit, model),
    studies: makeWeightedStudies(entries, type, findModelTau(entries, type, fit)),
    ...(gathered.smallTrials.length > 0 && {
      smallTrials: makeWeightedStudies(gathered.smallTrials, type, null),
    }),
    broader: makeWeightedStudies(broader, type, null),
    notPooled: notPooled.filter(isReported).map(makeNotPooledFigure),
    notReported: notPooled.filter((refused) => !isReported(refused)).map(({ cohort }) => cohort.id),
    medians: [],
    otherRegimen: otherRegimen && poolOtherRegimen(otherRegimen, type, model),
    intentionToTreat: null,
  };
  return {
    pool,
    entries,
    dropped: dropped.length,
    settled: gathered.settled && (otherRegimen?.gathered.settled ?? true),
  };

  /**
   * Returns whether a refused cohort is a selected trial without a figure. Pools of trials and trials that are
   * counted already do not qualify.
   */
  function isSelected({ cohort, reason: { code } }: Refused): boolean {
    return (
      cohort.parts.length === 0 &&
      code !== "shares-patients" &&
      mainRegimen.cohorts.includes(cohort)
    );
  }
}

function summarisePoolCounts<F extends Poolable>(
  entries: readonly Entry<F>[],
  type: OutcomeType<F>,
) {
  return {
    k: type.trialsIn(entries),
    events: sumEvents(entries.map(type.estimateOf)),
    n: sumPatientsIfKnown(entries),
  };
}

const noNumber = {
  estimate: null,
  interval: null,
  predictionInterval: null,
  tau: null,
  i2: null,
} as const;

/** Returns the number of a group. A single trial gives its own count with the exact interval, and predicts nothing. */
function chooseFittedElseExactEstimate<F extends Poolable>(
  entries: readonly Entry<F>[],
  type: OutcomeType<F>,
  fit: Fit,
  isByTrial = type.isByTrial(entries),
): Pick<Pool, keyof typeof noNumber | "status" | "heterogeneity"> {
  if (isByTrial && entries.length > 0) return { status: "by-trial", ...noNumber };
  const { status, predictionInterval, tau, heterogeneity } = fit;
  const figures = type.addCohortsOfTrials(entries);
  const [only, another] = figures;
  // No model is fitted to a single figure.
  if ((only && !another) || status === "one-cohort") {
    const { estimate, interval } = only ? type.estimateOf(only) : noNumber;
    return { ...noNumber, estimate, interval, status: withoutModel.get(status) ?? "one-trial" };
  }
  return {
    status,
    estimate: fit.estimate,
    interval: fit.interval,
    predictionInterval,
    tau,
    // The typical sampling variance is the one that metafor uses.
    i2:
      tau === null
        ? null
        : i2(tau * tau, typicalWithinVariance(type.effects(figures).map(({ vi }) => vi))),
    ...(heterogeneity && { heterogeneity }),
  };
}

/** Returns the spread between trials in the model; `null` if the number is a single figure. */
function findModelTau<F extends Poolable>(
  entries: readonly Entry<F>[],
  type: OutcomeType<F>,
  { tau }: Pick<Fit, "tau">,
): number | null {
  return type.addCohortsOfTrials(entries).length > 1 ? tau : null;
}

/** Holds the statuses of the fit that a single trial keeps. */
const withoutModel: ReadonlyMap<Fit["status"], "all-zero" | "all-events"> = new Map([
  ["all-zero", "all-zero"],
  ["all-events", "all-events"],
]);

/** Returns the sum of events; `null` for survival at a month, which has no events. */
function sumEvents(figures: readonly { readonly events: number | null }[]): number | null {
  return figures.reduce<number | null>(
    (sum, { events }) => (events === null ? null : (sum ?? 0) + events),
    null,
  );
}

/** Returns the pool of the kind of regimen that does not stand for the class in the rows. */
function poolOtherRegimen<F extends Poolable>(
  { regimen, gathered: { entries } }: OfRegimen<F>,
  type: OutcomeType<F>,
  model: Model,
): Pool["otherRegimen"] {
  const fit = model.pool(makeFiguresToPool(type, entries));
  const { estimate, interval } = chooseFittedElseExactEstimate(entries, type, fit);
  return {
    regimen: regimen ?? "combination",
    ...summarisePoolCounts(entries, type),
    products: groupByProduct(entries).map(({ product }) => product),
    estimate,
    interval,
    studies: makeWeightedStudies(entries, type, findModelTau(entries, type, fit)),
  };
}

/** Describes a cohort that reports a figure, which cannot be pooled. */
type RefusedFigure = Refused & { readonly reason: ReportedRefusal };

function isReported(refused: Refused): refused is RefusedFigure {
  return refused.reason.code !== "not-reported";
}

function makeNotPooledFigure({ cohort, reason, figure }: RefusedFigure): NotPooled {
  const { id, label, product, trial, regimen } = cohort;
  const isAlone = reason.code === "no-count" && figure !== null && "percentPrinted" in figure;
  return {
    ...{ cohort: id, label, product, reason, ...pickNumbersOfRefusedFigure(figure) },
    // A count that a curator inferred from the printed percentage is not shown, because no source reports it.
    ...(reason.code === "no-count" && figure?.hold === "inferred" && { events: null }),
    ...(isAlone &&
      figure.percentPrinted !== null && {
        percentage: {
          outcome: figure.outcome,
          trial,
          regimen,
          population: figure.population,
          cut: figure.cut,
          source: figure.source,
          citation: null,
        },
      }),
  };
}

function pickNumbersOfRefusedFigure(
  figure: Refused["figure"],
): Pick<NotPooled, "events" | "n" | "percentPrinted" | "followUpMonths"> {
  if (figure === null) return { events: null, n: null, percentPrinted: null, followUpMonths: null };
  const { n, followUpMonths } = figure;
  return "survival" in figure
    ? { events: null, n, percentPrinted: 100 * figure.survival, followUpMonths }
    : { events: figure.events, n, percentPrinted: figure.percentPrinted, followUpMonths };
}

/**
 * Returns the percentage of patients in each figure, or equal shares if one number of patients is unknown. It is
 * used where no model pools the figures.
 */
function listPatientShares(entries: readonly Entry[]): number[] {
  if (entries.some(({ n }) => !n)) return entries.map(() => 100 / entries.length);
  const all = entries.reduce((sum, { n }) => sum + (n ?? 0), 0);
  return entries.map(({ n }) => (100 * (n ?? 0)) / all);
}

/**
 * Returns the percentage that each cohort has in the pool. The weight is that of its trial, which the cohorts of a
 * trial share by their patients.
 */
function listModelWeights<F extends Poolable>(
  entries: readonly Entry<F>[],
  type: OutcomeType<F>,
  tau: number,
): number[] {
  const figures = type.addCohortsOfTrials(entries);
  const weights = percentWeights(
    type.effects(figures).map(({ vi }) => vi),
    tau ** 2,
  );
  // If no counts were added up, each cohort is a figure of its own.
  if (figures.length === entries.length) return weights;
  return entries.map(({ cohort, n }) => {
    const at = figures.findIndex((figure) => figure.cohort.trial === cohort.trial);
    return ((weights[at] ?? 0) * (n ?? 0)) / (figures[at]?.n ?? 1);
  });
}

/**
 * Returns the study of each entry, in their order, without its citation. Its weight is a percentage: that of the
 * model, or without a model the share of the patients.
 *
 * @param tau The spread between trials in the model; `null` without a model.
 */
export function makeWeightedStudies<F extends Poolable>(
  entries: readonly Entry<F>[],
  type: OutcomeType<F>,
  tau: number | null,
): Study[] {
  const weights = tau === null ? listPatientShares(entries) : listModelWeights(entries, type, tau);
  return entries.map((entry, index) => {
    const { cohort, figure } = entry;
    return {
      cohort: cohort.id,
      label: cohort.label,
      product: cohort.product,
      trial: cohort.trial,
      ...(cohort.pooledTrials.length > 0 && { pooledTrials: cohort.pooledTrials }),
      ...(entry.ofSelected && { ofSelected: entry.ofSelected }),
      ...type.estimateOf(entry),
      n: entry.n,
      weight: weights[index] ?? 0,
      followUpMonths: entry.followUpMonths,
      population: figure.population,
      ...("grades" in figure && figure.grades !== null && { grades: figure.grades }),
      regimen: cohort.regimen,
      design: cohort.design,
      cut: figure.cut,
      source: figure.source,
      citation: null,
      printed: figure.outcome,
      isPool: cohort.parts.length > 0,
    };
  });
}

/** Returns the pool of each product, largest first; of a product of two trials only their sum, without a number. */
function poolByProduct<F extends Poolable>(
  gathered: Gathered<F>,
  type: OutcomeType<F>,
  groupFit: Fit,
  model: Model,
): ProductPool[] {
  const products = groupByProduct(gathered.entries);
  return products
    .map(({ product, entries: ofProduct }): ProductPool => {
      const { entries: pooled } = type.withoutSmallTrials({ ...gathered, entries: ofProduct });
      // The small trials that the number of the product leaves out are listed by their ids.
      const smaller = ofProduct.filter((entry) => !pooled.includes(entry));
      const figures = type.addCohortsOfTrials(pooled);
      // A single figure is shown as the number, also for survival.
      const isByTrial = pooled.length > 1 && type.isByTrial(pooled);
      // A single figure and trials side by side need no fit; the only product of a group has the fit of the group.
      const fit =
        products.length === 1 || figures.length === 1 || isByTrial
          ? groupFit
          : model.pool(type.figures(figures));
      const { estimate, interval } = chooseFittedElseExactEstimate(pooled, type, fit, isByTrial);
      return {
        ...{ product, ...summarisePoolCounts(pooled, type), estimate, interval },
        ...(smaller.length > 0 && { smallTrials: smaller.map(({ cohort }) => cohort.id) }),
      };
    })
    .sort(compareProductsBySize);
}
