/**
 * Makes the sensitivity analyses of a difference between the classes, also where 0 lies within its interval. Each
 * changes one thing: the trials or the drugs (without each in turn), what counts as one (each drug once), the patients
 * (all apheresed), the region, the doses, the sources, the model, or the median age. “Analyses” on `/methods` describes
 * each.
 */
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import { referenceClass } from "../evidence/grouping.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import { countTrialsWithPoolingAsOne } from "../evidence/trials.ts";
import { hasNoPublishedSet } from "../question/parameter-values.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import { keepDifferenceIntervalIfRatioAgrees } from "../statistics/contrast/pools.ts";
import {
  fitAdjustedContrast,
  LEAST_STUDIES,
} from "../statistics/meta-regression/adjusted-contrast.ts";
import {
  type AnalysisRun,
  type ApheresedRun,
  describeFigures,
  makeAnalysisRunGatherer,
} from "./analysis-runs.ts";
import type { Analysis, Answer, Contrast } from "./answer.ts";
import {
  type Classes,
  fitClassDifference,
  makeDifferencePer100,
  selectClasses,
} from "./changed-question.ts";
import { judgeSideOfZero, judgeSideOfZeroElseRatioOne } from "./contrast.ts";
import { noResult } from "./difference-codes.ts";
import type { Difference, Model } from "./fit.ts";
import type { Models } from "./models.ts";
import { roundNumbersDeep } from "./round.ts";
import { listTrialsWithValue } from "./trials-with-value.ts";

type Name = Analysis["analysis"];
type Side = -1 | 0 | 1;

/** Fits one run; a run with the figures of the row, and one of too few trials, has no difference. */
interface Fitted {
  readonly variant: string | null;
  readonly figures: string;
  readonly result: Difference | null;
}

/** Holds what the analyses of a row share. */
interface Fitting {
  readonly original: string;
  readonly side: Side;
  readonly model: Model;
  /** `names` has the analysis that made each refit first. */
  readonly names: Map<string, NonNullable<Analysis["repeats"]>>;
}

/**
 * Returns the analyses of a row; `null` without a difference that has an interval. A screen has all where the difference
 * is clear of 0, else those without any one trial and of all apheresed, which may change what it says.
 */
type RowAnalyser = (
  outcome: Outcome,
  contrast: Contrast<string>,
  isWhole?: boolean,
) => readonly Analysis[] | null;

/** Returns a function that makes the analyses of a row; `null` for a comparison of other groups than the classes. */
export function makeRowAnalyser(
  query: Query,
  groups: readonly GroupOfRegimen<TherapyClass>[],
  dataset: Dataset,
  models: Models,
): RowAnalyser | null {
  if (query.compare !== usualDimension) return null;
  const gather = makeAnalysisRunGatherer(query, groups, dataset);
  return (outcome, contrast, isWhole = false) => {
    const side = judgeSideOfZero(contrast);
    if (side === null || outcome.kind === "landmark") return null;
    const { original, drugs, trial, apheresed, ...runs } = gather(outcome);
    const fitting: Fitting = {
      original: describeFigures(original),
      side,
      model: models.of(query),
      names: new Map(),
    };
    const analyse = (name: Name, all: readonly AnalysisRun[]) => analyseRuns(name, all, fitting);
    const ofTrials = analyse("trial", trial);
    const ofApheresed = () => (apheresed ? [analyseApheresed(apheresed, fitting)] : []);
    if (side === 0 && !isWhole) return [ofTrials, ...ofApheresed()];
    const product = runs.product();
    const place = runs.place();
    return [
      ofTrials,
      {
        ...analyse("product", product),
        total: drugs,
        ...(product.length === 0 && { obstacle: "as-trials" }),
      },
      analyse("product-once", runs["product-once"]()),
      ...ofApheresed(),
      {
        ...analyse("place", place),
        total: null,
        ...(!hasNoPublishedSet(query) && { obstacle: "as-published" }),
      },
      analyse("dose", runs.dose()),
      analyse("papers", runs.papers()),
      analyseByModel(original, side, query, models),
      analyseAtEqualAge(original, side, query),
    ];
  };
}

/** Returns the answer with all analyses of its rows, or of one row; rows that have them stay as they are. */
export function addAllAnalyses<A extends Answer<string>>(
  answer: A,
  dataset: Dataset,
  models: Models,
  only?: string,
): A {
  const isComplete = ({ analyses }: Contrast<string>) =>
    !analyses || analyses.some(({ analysis }) => analysis === "model");
  const missing = answer.outcomes.filter(
    ({ outcome, contrasts }) =>
      (only === undefined || outcome === only) && !contrasts.every(isComplete),
  );
  if (missing.length === 0) return answer;
  const { query } = answer;
  const analyse = makeRowAnalyser(query, selectClasses(query, dataset), dataset, models);
  const outcomes = answer.outcomes.map((row) => {
    const outcome = dataset.outcomes.find(({ id }) => id === row.outcome);
    if (!missing.includes(row) || !outcome) return row;
    const contrasts = row.contrasts.map((contrast) => ({
      ...contrast,
      analyses: roundNumbersDeep(analyse?.(outcome, contrast, true) ?? null),
    }));
    return { ...row, contrasts };
  });
  return { ...answer, outcomes };
}

/**
 * Combines the runs of an analysis: of those that take a clear difference to 0 it shows the one that leaves the smallest,
 * else the one whose interval comes nearest to 0; where 0 lies within, the one that comes nearest to leaving it.
 */
function analyseRuns(name: Name, runs: readonly AnalysisRun[], fitting: Fitting): Analysis {
  const { original, side, names } = fitting;
  const fitted = runs.map((run) => fitRun(run, fitting));
  const made = fitted.flatMap(({ result, ...run }) => (result ? [{ ...run, result }] : []));
  const changed = side === 0 ? [] : made.filter(({ result }) => isChanged(result, side));
  const measure = changed.length > 0 ? measureSize : measureMargin;
  const [shown] = [...(changed.length > 0 ? changed : made)].sort(
    (a, b) => measure(a.result, side) - measure(b.result, side),
  );
  const isSame = fitted.length > 0 && fitted.every(({ figures }) => figures === original);
  const isOfTrials = name === "trial";
  const counted = {
    made: made.length,
    total: runs.length,
    changing: made.filter(({ result }) => isChanged(result, side)).length,
  };
  const analysis: Analysis = {
    ...noResult,
    analysis: name,
    status: isSame ? "same" : "cannot-be-made",
    ...(!isSame && !shown && { obstacle: "few-left" }),
    ...(shown && {
      status: "made",
      variant: shown.variant,
      ...makeDifferencePer100(shown.result),
      repeats: names.get(shown.figures) ?? null,
    }),
    ...(shown && counted),
    ...(isOfTrials && {
      ...counted,
      omissions: made.map(({ variant, result }) => ({
        trial: variant ?? "",
        ...makeDifferencePer100(result),
      })),
    }),
  };
  for (const { figures, variant } of isOfTrials ? made : shown ? [shown] : [])
    if (!names.has(figures)) names.set(figures, { analysis: name, variant });
  return analysis;
}

function fitRun({ variant, classes }: AnalysisRun, { original, model }: Fitting): Fitted {
  const figures = describeFigures(classes);
  const result = figures === original ? null : fitClassDifference(classes, model);
  return { variant, figures, result };
}

/** Returns whether a difference lies on another side of 0 than that of the row, or came to or left 0. */
function isChanged(result: Difference, side: Side): boolean {
  return judgeSideOfZeroElseRatioOne(result) !== side;
}

/** Returns the difference in the direction of the row. */
function measureSize({ difference }: Difference, side: Side): number {
  return side * difference;
}

/** Returns how far an interval is from changing what the row says; negative if it does. */
function measureMargin(result: Difference, side: Side): number {
  const { differenceInterval } = result;
  if (differenceInterval === null) return isChanged(result, side) ? 0 : Number.POSITIVE_INFINITY;
  const [lower, upper] = differenceInterval;
  return side === 0 ? Math.min(upper, -lower) : Math.min(side * lower, side * upper);
}

function analyseApheresed(
  { run, isScenario, ...counted }: ApheresedRun,
  fitting: Fitting,
): Analysis {
  const analysis = analyseRuns("apheresed", run ? [run] : [], fitting);
  return {
    ...analysis,
    ...counted,
    ...(isScenario && analysis.status === "made" && { status: "scenario" }),
    ...(run === null && { obstacle: "not-reported" }),
  };
}

/** Fits the same trials by the likelihood alone, or where the question asks for it by the default model. */
function analyseByModel(classes: Classes, side: Side, query: Query, models: Models): Analysis {
  const variant = query.model === "glmm" ? "bayes" : "glmm";
  const base = { ...noResult, analysis: "model", status: "cannot-be-made", variant } as const;
  if (classes.some(({ figures }) => figures.figures.length < leastOfModel))
    return { ...base, obstacle: "two-trials" };
  const compared = models
    .of({ ...query, model: variant, interval: "t" })
    .compare(classes, referenceClass, "contrast");
  const result = compared.find(({ contrast }) => contrast)?.contrast;
  // Two classes that fell back to the default model have a contrast, which is that of the default model.
  return !result || compared.some(({ fit }) => fit.status === "fallback")
    ? { ...base, obstacle: "no-fit" }
    : { ...base, ...makeFields(result, side) };
}

/** By simulation the likelihood of two trials on a side tells nothing of another model, only that they are two. */
export const leastOfModel = 3;

function makeFields(result: Difference, side: Side) {
  return {
    status: "made",
    ...makeDifferencePer100(result),
    changing: isChanged(result, side) ? 1 : 0,
  } as const;
}

// The next functions compute the difference between the classes at one median age of the trials of a row.

/** Maps each status without an adjusted contrast to the obstacle that the analysis at equal age reports. */
const obstacles: Readonly<Record<string, Analysis["obstacle"]>> = {
  "too-few-events": "few-events",
  "no-overlap": "ages-apart",
  "no-spread": "few-ages",
  "little-spread": "close-ages",
  "none-within": "none-within",
};

/** Returns the numbers of trials by class: of all trials, or of those that print a median age. */
function listTrialCountsByClass(classes: Classes, isCounted: (entry: Entry) => boolean): number[] {
  return classes.map(({ mainRegimen }) =>
    countTrialsWithPoolingAsOne(mainRegimen.gathered.entries.filter(isCounted)),
  );
}

const hasMedianAge = ({ cohort }: Entry) => cohort.medianAge !== null;

function sumNumbers(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function listStudiesWithAge(classes: Classes, query: Pick<Query, "set">) {
  return classes.flatMap(({ id: group, mainRegimen }) =>
    listTrialsWithValue(mainRegimen.gathered.entries, ({ medianAge }) => medianAge, query).map(
      ({ events, n, value }) => ({ events, n, group, moderator: value }),
    ),
  );
}

/**
 * Fits a binomial–normal model with class and median age, and takes the difference in the middle of the ages
 * that both classes have (`fitAdjustedContrast` states when it cannot be computed).
 */
function analyseAtEqualAge(classes: Classes, side: Side, query: Pick<Query, "set">): Analysis {
  const withAge = listTrialCountsByClass(classes, hasMedianAge);
  const base = {
    ...noResult,
    analysis: "equal-age",
    status: "cannot-be-made",
    made: sumNumbers(withAge),
    total: sumNumbers(listTrialCountsByClass(classes, () => true)),
  } as const;
  if (withAge.some((count) => count < LEAST_STUDIES)) return { ...base, obstacle: "few-trials" };
  const result = fitAdjustedContrast(listStudiesWithAge(classes, query), "car-t", referenceClass);
  if (!("oddsRatio" in result)) return { ...base, obstacle: obstacles[result.status] ?? "no-fit" };
  const { oddsRatio, difference } = result;
  const figures = {
    ratio: oddsRatio.estimate,
    ratioInterval: oddsRatio.interval,
    difference,
    differenceInterval: keepDifferenceIntervalIfRatioAgrees(result.differenceInterval, oddsRatio),
  };
  return { ...base, variant: `${result.at}`, ...makeFields(figures, side) };
}
