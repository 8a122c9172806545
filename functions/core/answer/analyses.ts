/**
 * Makes eight sensitivity analyses of every difference whose interval excludes 0. Each changes one thing: the region,
 * the products (without each in turn), the trials (without each in turn), the doses (without dose finding), the
 * sources (papers only), the patients (all apheresed), the model, or the median age (equal in both classes). An
 * analysis that cannot be made does not count as lost. “Analyses” on `/methods` describes each.
 */
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import { referenceClass } from "../evidence/grouping.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import { countTrialsWithPoolingAsOne } from "../evidence/trials.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import { keepDifferenceIntervalIfRatioAgrees } from "../statistics/contrast/pools.ts";
import {
  fitAdjustedContrast,
  LEAST_STUDIES,
} from "../statistics/meta-regression/adjusted-contrast.ts";
import { type AnalysisRun, type ApheresedRun, makeAnalysisRunGatherer } from "./analysis-runs.ts";
import type { Analysis, Contrast } from "./answer.ts";
import {
  type Classes,
  countTrialsOfClasses,
  fitClassDifference,
  makeDifferencePer100,
  makeFieldsOfDifference,
} from "./changed-question.ts";
import { judgeSideOfZero, judgeSideOfZeroElseRatioOne } from "./contrast.ts";
import { noResult } from "./difference-codes.ts";
import type { Difference, Model } from "./fit.ts";
import type { Models } from "./models.ts";
import { listTrialsWithValue } from "./trials-with-value.ts";

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
 *
 * @param finding The side of 0 on which the difference of the row lies.
 */
function makeEqualAgeAnalysis(
  classes: Classes,
  finding: -1 | 1,
  query: Pick<Query, "set">,
): Analysis {
  const studies = listStudiesWithAge(classes, query);
  const withAge = listTrialCountsByClass(classes, hasMedianAge);
  const trials = sumNumbers(withAge);
  const base = {
    ...noResult,
    analysis: "equal-age",
    made: trials,
    total: sumNumbers(listTrialCountsByClass(classes, () => true)),
    trials,
  } as const;
  const notAskable = (obstacle: Analysis["obstacle"]): Analysis => ({
    ...base,
    status: "cannot-be-made",
    obstacle,
  });
  if (withAge.some((count) => count < LEAST_STUDIES)) return notAskable("few-trials");
  const result = fitAdjustedContrast(studies, "car-t", referenceClass);
  if (!("oddsRatio" in result)) return notAskable(obstacles[result.status] ?? "no-fit");
  const { oddsRatio, difference } = result;
  const figures = {
    ratio: oddsRatio.estimate,
    ratioInterval: oddsRatio.interval,
    difference,
    differenceInterval: keepDifferenceIntervalIfRatioAgrees(result.differenceInterval, oddsRatio),
  };
  return {
    ...base,
    variant: `${result.at}`,
    status: judgeKept(figures, finding),
    ...makeFieldsOfDifference(figures),
  };
}

/** Returns the analyses of a row; `null` where the interval of its difference does not exclude 0. */
export type RowAnalyses = (
  outcome: Outcome,
  contrast: Contrast<string>,
) => Pick<Contrast, "analyses"> | null;

/**
 * Returns a function that makes the analyses of a row; `null` for a comparison of other groups than the classes.
 */
export function makeRowAnalyser(
  query: Query,
  groups: readonly GroupOfRegimen<TherapyClass>[],
  dataset: Dataset,
  models: Models,
): RowAnalyses | null {
  if (query.compare !== usualDimension) return null;
  const model = models.of(query);
  const gather = makeAnalysisRunGatherer(query, groups, dataset);
  return (outcome, contrast) => {
    const finding = judgeSideOfZero(contrast);
    if (!finding || outcome.kind === "landmark") return null;
    const { original, place, product, trial, dose, papers, apheresed } = gather(outcome);
    const judge = (run: AnalysisRun): JudgedRun => judgeRun({ run, original, finding, model });
    const products = product.map(judge);
    const analyses: Analysis[] = [
      combineRunsShowingNearestToZero("place", place.map(judge), finding),
      {
        ...combineRunsShowingNearestToZero("product", products, finding),
        total: products.length,
      },
      makeTrialOmissionsAnalysis(trial.map(judge), finding),
      makeAnalysisOfRun("dose", judge(dose)),
      makeAnalysisOfRun("papers", judge(papers)),
      ...(apheresed ? [makeApheresedAnalysis(apheresed, judge)] : []),
      makeOtherModelsAnalysis(original, finding, query, models),
      makeEqualAgeAnalysis(original, finding, query),
    ];
    const whole = countTrialsOfClasses(original);
    return {
      analyses: analyses.map((analysis) => ({
        ...analysis,
        lossReason: findReasonOfLostDifference(analysis, contrast, whole),
      })),
    };
  };
}

interface Judging {
  readonly run: AnalysisRun;
  readonly original: Classes;
  readonly finding: -1 | 1;
  readonly model: Model;
}

/** Holds whether a run keeps the finding, and its difference; `null` if it has none. */
interface JudgedRun extends Pick<Analysis, "variant" | "status" | "trials"> {
  readonly result: Difference | null;
}

function judgeRun({ run: { variant, classes }, original, finding, model }: Judging): JudgedRun {
  const none = { variant, trials: null, result: null };
  if (hasSameFigures(classes, original)) return { ...none, status: "same" };
  return judgeResult(variant, classes, fitClassDifference(classes, model), finding);
}

function judgeResult(
  variant: string | null,
  classes: Classes,
  result: Difference | null,
  finding: -1 | 1,
): JudgedRun {
  if (!result) return { variant, status: "cannot-be-made", trials: null, result };
  const trials = countTrialsOfClasses(classes);
  return { variant, status: judgeKept(result, finding), trials, result };
}

function judgeKept(result: Difference, finding: -1 | 1): "keeps" | "loses" {
  return judgeSideOfZeroElseRatioOne(result) === finding ? "keeps" : "loses";
}

/** Makes the analysis that shows one run. */
function makeAnalysisOfRun(
  analysis: Analysis["analysis"],
  { result, ...judged }: JudgedRun,
): Analysis {
  return { ...noResult, analysis, ...judged, ...(result && makeFieldsOfDifference(result)) };
}

/**
 * Names the default model with a wider prior on the spread between trials, under which a number depends less on the
 * prior.
 */
const widerSpread = "half-normal-1.5";

/**
 * Returns the names of the models of the analysis. The default model has a prior on the spread between trials; the
 * binomial–normal model by maximum likelihood (`glmm`) has none, and a separate spread for each class.
 */
function listOtherModels(model: Query["model"]): readonly OtherModel[] {
  if (model === "bayes") return ["glmm", widerSpread];
  return model === "glmm" ? ["bayes", widerSpread] : ["glmm", "bayes"];
}

type OtherModel = "bayes" | "glmm" | typeof widerSpread;

/**
 * Analyses the same trials with two other models and returns the worse. By `glmm` the difference is tested by t with
 * Satterthwaite's degrees of freedom, and lost if the interval of the odds ratio includes 1. A model without an answer
 * for a class is not counted.
 *
 * @param finding The side of 0 on which the difference of the row lies.
 */
function makeOtherModelsAnalysis(
  classes: Classes,
  finding: -1 | 1,
  query: Query,
  models: Models,
): Analysis {
  const runs = listOtherModels(query.model).map((name) =>
    judgeOtherModel(name, classes, finding, query, models),
  );
  return { ...combineRunsShowingNearestToZero("model", runs, finding), total: runs.length };
}

function judgeOtherModel(
  name: OtherModel,
  classes: Classes,
  finding: -1 | 1,
  query: Query,
  models: Models,
): JudgedRun {
  const model =
    name === widerSpread
      ? models.ofWiderSpread
      : models.of({ ...query, model: name, interval: "t" });
  const compared = model.compare(classes, referenceClass, "contrast");
  const result = compared.find(({ contrast }) => contrast)?.contrast ?? null;
  // Two classes that fell back to the default model have a contrast, which is that of the default model.
  const hasFallenBack = compared.some(({ fit }) => fit.status === "fallback");
  return judgeResult(name, classes, hasFallenBack ? null : result, finding);
}

/**
 * Combines the analyses without each trial in turn: `lost` counts those that lose the difference, and `omissions`
 * lists the difference of each.
 */
function makeTrialOmissionsAnalysis(runs: readonly JudgedRun[], finding: -1 | 1): Analysis {
  return {
    ...combineRunsShowingNearestToZero("trial", runs, finding),
    total: runs.length,
    lost: runs.filter(({ status }) => status === "loses").length,
    omissions: runs.flatMap(({ variant, result }) =>
      result ? [{ trial: variant ?? "", ...makeDifferencePer100(result) }] : [],
    ),
  };
}

/** A lost difference that keeps at most this share of its size is reported as smaller. */
const leastOfSize = 2 / 3;

/**
 * Returns why an analysis loses the difference; `null` if it does not lose it, or if the row or the analysis has no
 * difference.
 *
 * @param trials The number of trials of both classes in the row.
 */
function findReasonOfLostDifference(
  analysis: Analysis,
  { differencePer100: whole }: Contrast<string>,
  trials: number,
): Analysis["lossReason"] {
  const { differencePer100: difference, analysis: name } = analysis;
  if (analysis.status !== "loses") return null;
  if (difference === null || whole === null) return null;
  if (judgeSideOfZero(analysis)) return "reversed";
  if (name === "model") return "another-model";
  if (difference / whole <= leastOfSize) return "smaller";
  return analysis.trials !== null && analysis.trials < trials ? "fewer-trials" : "wider";
}

function hasSameFigures(a: Classes, b: Classes): boolean {
  return a.every((group, at) => group === b[at] || hasSameFiguresInClass(group, b[at]));
}

function hasSameFiguresInClass(a: Classes[number], b: Classes[number] | undefined): boolean {
  const before = b?.mainRegimen.gathered.entries ?? [];
  const { entries } = a.mainRegimen.gathered;
  return (
    entries.length === before.length &&
    entries.every(({ cohort, figure: { events, n } }, at) => {
      const other = before[at];
      return (
        other?.cohort.id === cohort.id && other.figure.events === events && other.figure.n === n
      );
    })
  );
}

/**
 * Combines several runs of an analysis: it is lost if any run is, and shows the run whose interval comes nearest to 0
 * or reaches furthest beyond it.
 */
function combineRunsShowingNearestToZero(
  analysis: Analysis["analysis"],
  runs: readonly JudgedRun[],
  finding: -1 | 1,
): Analysis {
  const computedRuns = runs.flatMap((run) =>
    run.result ? [{ run, margin: measureMargin(run.result, finding) }] : [],
  );
  const [weakest] = [...computedRuns].sort((a, b) => a.margin - b.margin);
  const isSame = runs.length > 0 && runs.every(({ status }) => status === "same");
  const none = {
    variant: null,
    status: isSame ? "same" : "cannot-be-made",
    trials: null,
    result: null,
  } as const;
  return { ...makeAnalysisOfRun(analysis, weakest?.run ?? none), made: computedRuns.length };
}

/** Returns how far the interval of a difference stays from 0 on the side of the finding; negative beyond 0. */
function measureMargin({ differenceInterval }: Difference, finding: -1 | 1): number {
  return differenceInterval === null
    ? Number.POSITIVE_INFINITY
    : Math.min(...differenceInterval.map((end) => finding * end));
}

/** Returns whether the analysis could be computed; analyses that could not are not counted. */
export function isComputedAnalysis({ status }: Pick<Analysis, "status">): boolean {
  return status === "keeps" || status === "loses";
}

/** The number of analyses that keep a difference is stated only if at least this many could be made. */
export const leastAnalyses = 4;

function makeApheresedAnalysis(
  { run, ...counted }: ApheresedRun,
  judge: (run: AnalysisRun) => JudgedRun,
): Analysis {
  const base = { ...noResult, analysis: "apheresed", status: "cannot-be-made" } as const;
  return { ...(run ? makeAnalysisOfRun("apheresed", judge(run)) : base), ...counted };
}
