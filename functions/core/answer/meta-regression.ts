/**
 * Tests by meta-regression whether a rate varies with a property of the trials (median prior lines, median age,
 * year or follow-up), adjusted for class. Cohorts that do not report the property are listed and left out. The cohorts
 * of one trial are one point: their counts added, with the mean of what they report, weighted by their patients.
 *
 * A relation between trials need not hold between patients, and with few trials a relation may be chance
 * (Cochrane Handbook, 10.11.5). Below ten trials the result carries a remark. Trials of one product count as
 * independent, which a remark says, too.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { therapyClasses as classes, type TherapyClass } from "#data/vocabulary.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Gathered } from "../evidence/gather.ts";
import { referenceClass } from "../evidence/grouping.ts";
import { splitIncludedAndExcludedCohorts } from "../evidence/select.ts";
import type { Query } from "../question/query.ts";
import { keepDifferenceIntervalIfRatioAgrees } from "../statistics/contrast/pools.ts";
import { fitAdjustedContrast } from "../statistics/meta-regression/adjusted-contrast.ts";
import { testEqualSpread } from "../statistics/meta-regression/between-groups.ts";
import {
  findGroupOfLittleSpread,
  findIncomparability,
  findModeratorOverlap,
  findModeratorRange,
  hasModeratorSpread,
  listDistinctModeratorValues,
} from "../statistics/meta-regression/overlap.ts";
import {
  estimateExplainedPercent,
  predictFromRegression,
  type Regression,
  regressGlmm,
  regressInverseVariance,
} from "../statistics/meta-regression/regression.ts";
import type { Interval, MetaRegression, ModeratorName, RegressionRemark } from "./answer.ts";
import { convertIntervalToPer100 } from "./contrast.ts";
import { chooseTau2MethodForModel, coefficientTests } from "./frequentist-models.ts";
import { counts } from "./outcome-types.ts";
import { listTrialsWithValue, type TrialWithValue } from "./trials-with-value.ts";

/** Maps the query parameter of each property by which trials can differ to its value in a cohort. */
export const moderators = {
  "prior-lines": ({ medianPriorLines }: ComputeCohort) => medianPriorLines,
  age: ({ medianAge }: ComputeCohort) => medianAge,
  year: ({ year }: ComputeCohort) => year,
  "follow-up": ({ followUpMonths }: ComputeCohort) => followUpMonths,
} as const satisfies Record<ModeratorName, (cohort: ComputeCohort) => number | null>;

/** A relation may well be chance if there are fewer trials per moderator. */
const enoughTrials = 10;
/** The fewest trials of each class; with fewer, the interval is as wide as all possible rates. */
const leastOfClass = 4;
/** The drawn line has this many points within the observed values. */
const linePoints = 9;

export function fitMetaRegression(
  query: Query,
  outcome: Outcome,
  moderator: ModeratorName,
  dataset: Dataset,
): MetaRegression {
  const gathered = gatherCountsForEachClass(query, outcome, dataset);
  const entries = gathered.flatMap((group) => group.entries);
  const valueIn = moderators[moderator];
  const trials = listTrialsWithValue(entries, valueIn, query);
  // The default model has no regression, so `glmm` replaces it; its questions always have the interval by t.
  const { interval } = query;
  const model = query.model === "bayes" ? "glmm" : query.model;
  const base = {
    outcome: outcome.id,
    moderator,
    model,
    interval,
    k: trials.length,
    points: trials.map(makeRegressionPoint),
    notReporting: entries
      .filter(({ cohort }) => valueIn(cohort) === null)
      .map(({ cohort: { id, label, therapyClass } }) => ({
        cohort: id,
        label,
        group: therapyClass,
      })),
  } as const;
  const withoutSlope = listNoSpreadRemarks(base.points, moderator);
  const points = base.points.filter(({ group }) =>
    withoutSlope.every((remark) => remark.group !== group),
  );
  const tooFew = findTooFewTrialsRemark(base.points);
  const fitted =
    tooFew ?? (points.length === 0 ? null : fitRegressionOrRemark(points, moderator, base));
  if (fitted === null || "code" in fitted) {
    return {
      ...base,
      status: "not-estimable",
      remarks: fitted ? [fitted] : withoutSlope,
      terms: [],
      tau2: null,
      r2: null,
      between: null,
      lines: { "car-t": [], bsab: [] },
    };
  }
  const { regression, r2, withClass } = fitted;
  const between = compareClassesAtEqualValue(base.points, regression, base);
  const inModel = trials.filter((_, index) => points.some((point) => point === base.points[index]));
  // The coefficient of the class is a difference at equal values.
  const coefficients = regression.coefficients.filter(
    (_, index) => !withClass || index !== 1 || between?.status === "ok",
  );
  const k = inModel.length;
  return {
    ...base,
    k,
    status: "ok",
    remarks: [
      ...withoutSlope,
      ...(between?.status === "little-spread" ? listLittleSpreadRemarks(points, moderator) : []),
      ...(withClass ? listUnequalHeterogeneityRemarks(points) : []),
      ...(gathered.every(({ settled }) => settled) ? [] : [{ code: "overlap-unsettled" } as const]),
      ...(k < enoughTrials ? [{ code: "few-cohorts", k, enough: enoughTrials } as const] : []),
      ...listSharedProductRemarks(inModel),
    ],
    terms: coefficients.map((term) => ({
      ...term,
      oddsRatio: keepFiniteOrNull(Math.exp(term.estimate)),
    })),
    tau2: regression.tau2,
    r2,
    between,
    lines: {
      "car-t": makeRegressionLine("car-t", points, regression, withClass),
      bsab: makeRegressionLine("bsab", points, regression, withClass),
    },
  };
}

function makeRegressionPoint({ cohorts, events, n, value }: TrialWithValue): Points[number] {
  const [first] = cohorts;
  const { therapyClass, trial } = first.entry.cohort;
  return {
    group: therapyClass,
    trial,
    x: value,
    events,
    n,
    estimate: events / n,
    cohorts: cohorts.map(({ entry: { cohort, figure }, value: x }) => ({
      cohort: cohort.id,
      label: cohort.label,
      x,
      events: figure.events,
      n: figure.n,
      population: figure.population,
    })),
  };
}

const convertPointsToStudies = (points: Points) =>
  points.map(({ x, ...point }) => ({ ...point, moderator: x }));

const listPresentClasses = (points: Points) =>
  classes.filter((group) => points.some((point) => point.group === group));

/** Returns remarks on the classes whose trials have too few distinct values for a slope. */
function listNoSpreadRemarks(
  points: Points,
  moderator: ModeratorName,
): (RegressionRemark & { readonly code: "no-spread" })[] {
  const studies = convertPointsToStudies(points);
  return listPresentClasses(points).flatMap((group) =>
    hasModeratorSpread(studies, group)
      ? []
      : [
          {
            code: "no-spread",
            group,
            values: listDistinctModeratorValues(studies, group),
            moderator,
          },
        ],
  );
}

function listLittleSpreadRemarks(points: Points, moderator: ModeratorName): RegressionRemark[] {
  const studies = convertPointsToStudies(points);
  const group = findGroupOfLittleSpread(studies, "car-t", referenceClass);
  const other = classes.find((candidate) => candidate !== group);
  const [range, otherRange] = [group, other].map((of) => of && findModeratorRange(studies, of));
  if (!group || !range || !otherRange) return [];
  return [{ code: "little-spread", group, range, otherRange, moderator }];
}

function findTooFewTrialsRemark(points: Points): RegressionRemark | null {
  const counted = listPresentClasses(points).map(
    (group) => points.filter((point) => point.group === group).length,
  );
  const fewest = Math.min(...counted, points.length);
  return fewest < leastOfClass ? { code: "too-few-cohorts", k: fewest, least: leastOfClass } : null;
}

/** The least P of the test at which one spread for both classes is assumed without a remark. */
const alikeFrom = 0.05;

function listUnequalHeterogeneityRemarks(points: Points): RegressionRemark[] {
  const of = (name: TherapyClass) => points.filter(({ group }) => group === name);
  const test = testEqualSpread([of("car-t"), of("bsab")]);
  const [carT, bsab] = test?.taus ?? [];
  if (!test || test.pValue >= alikeFrom || carT === undefined || bsab === undefined) return [];
  return [{ code: "spreads-differ", carT, bsab, pValue: test.pValue }];
}

/**
 * Returns the remark on trials that share a product: they are more alike than others, so together they hold less
 * information than as many independent trials.
 */
function listSharedProductRemarks(trials: readonly TrialWithValue[]): RegressionRemark[] {
  const productsOf = ({ cohorts }: TrialWithValue) =>
    cohorts.map(({ entry: { cohort } }) => cohort.product);
  const sharedProducts = (trial: TrialWithValue) =>
    productsOf(trial).filter((product) =>
      trials.some((other) => other !== trial && productsOf(other).includes(product)),
    );
  const shared = trials.filter((trial) => sharedProducts(trial).length > 0);
  const products = new Set(shared.flatMap(sharedProducts)).size;
  return products === 0 ? [] : [{ code: "clusters-ignored", cohorts: shared.length, products }];
}

function gatherCountsForEachClass(
  query: Query,
  outcome: Outcome,
  dataset: Dataset,
): Gathered<CountedFigure>[] {
  const { included } = splitIncludedAndExcludedCohorts(query, dataset);
  return classes.flatMap((group) =>
    outcome.appliesTo.includes(group)
      ? counts.gather(
          included.filter(({ therapyClass }) => therapyClass === group),
          outcome,
          query,
        )
      : [],
  );
}

type Points = MetaRegression["points"];
type Settings = Pick<MetaRegression, "model" | "interval">;

/**
 * Returns the test that gives this interval for counts. Hartung–Knapp does not exist for counts, and no question asks
 * for it.
 */
function chooseTestForCounts(interval: Settings["interval"]): "t" | "z" {
  return interval === "wald" ? "z" : "t";
}

interface Fitted {
  regression: Regression;
  r2: number | null;
  /** `withClass` is false if there is only one class, whose coefficient could not be estimated. */
  withClass: boolean;
}

function fitRegressionOrRemark(
  points: Points,
  moderator: ModeratorName,
  { model, interval }: Settings,
): Fitted | RegressionRemark {
  const withClass = listPresentClasses(points).length > 1;
  const columns = [
    ...(withClass
      ? [
          {
            name: "therapy-class",
            groups: points.map(({ group }) => group),
            reference: referenceClass,
          },
        ]
      : []),
    { name: moderator, values: points.map(({ x }) => x) },
  ];
  const result =
    model === "glmm"
      ? regressGlmm(points, columns, { test: chooseTestForCounts(interval) })
      : regressInverseVariance(points, columns, {
          method: chooseTau2MethodForModel(model),
          test: coefficientTests[interval],
        });
  if (!("coefficients" in result)) return { code: "no-answer", status: result.status };
  const r2 = "fit" in result ? estimateExplainedPercent(result) : result.r2;
  return { regression: result, r2, withClass };
}

/**
 * Compares CAR-T with bispecifics at an equal value of the moderator, if both classes have spread and trials where
 * their ranges overlap: the coefficient of the class, and the difference in the middle of the overlap, as in the
 * analysis at equal age. Otherwise `status` gives the reason.
 *
 * @param points The points of both classes, also those of a class without a slope.
 */
function compareClassesAtEqualValue(
  points: Points,
  { coefficients }: Regression,
  { model, interval }: Settings,
): MetaRegression["between"] {
  const [, effect] = coefficients;
  if (effect === undefined || listPresentClasses(points).length < 2) return null;
  const studies = convertPointsToStudies(points);
  const overlap = findModeratorOverlap(studies, "car-t", referenceClass);
  const obstacle = findIncomparability(studies, "car-t", referenceClass);
  if (obstacle !== null) {
    const none = { oddsRatio: null, interval: null, pValue: null, difference: null } as const;
    return { status: obstacle, overlap, ...none };
  }
  const adjustment =
    model === "glmm"
      ? fitAdjustedContrast(studies, "car-t", referenceClass, {
          test: chooseTestForCounts(interval),
        })
      : null;
  const [low, high] = effect.interval;
  return {
    status: "ok",
    oddsRatio: Math.exp(effect.estimate),
    interval: [Math.exp(low), Math.exp(high)],
    pValue: effect.pValue,
    overlap,
    difference:
      adjustment && "difference" in adjustment
        ? {
            moderatorValue: adjustment.at,
            per100: 100 * adjustment.difference,
            interval: convertIntervalToPer100(
              keepDifferenceIntervalIfRatioAgrees(
                adjustment.differenceInterval,
                adjustment.oddsRatio,
              ),
            ),
          }
        : null,
  };
}

function makeRegressionLine(
  group: TherapyClass,
  points: Points,
  regression: Regression,
  withClass: boolean,
): { x: number; estimate: number; interval: Interval }[] {
  const xs = points.filter((point) => point.group === group).map(({ x }) => x);
  if (xs.length === 0) return [];
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const count = low === high ? 1 : linePoints;
  return Array.from({ length: count }, (_, index) =>
    count === 1 ? low : low + ((high - low) * index) / (count - 1),
  ).flatMap((x) => {
    const at = predictFromRegression(regression, withClass ? [group, x] : [x]);
    return at ? [{ x, estimate: at.estimate, interval: at.interval }] : [];
  });
}

function keepFiniteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
