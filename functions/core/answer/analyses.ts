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
  makeAnalysisFieldsOfDifference,
} from "./changed-question.ts";
import { judgeSideOfZero } from "./contrast.ts";
import { noResult } from "./difference-codes.ts";
import type { ContrastFigures, Model } from "./fit.ts";
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
  const base = {
    analysis: "equal-age",
    made: sumNumbers(withAge),
    total: sumNumbers(listTrialCountsByClass(classes, () => true)),
    lost: null,
    omissions: null,
    assumedPer100: null,
    trials: sumNumbers(withAge),
    lossReason: null,
  } as const;
  const notAskable = (obstacle: Analysis["obstacle"]): Analysis => ({
    ...noResult,
    ...base,
    status: "cannot-be-made",
    obstacle,
  });
  if (withAge.some((trials) => trials < LEAST_STUDIES)) return notAskable("few-trials");
  const result = fitAdjustedContrast(studies, "car-t", referenceClass);
  if (!("oddsRatio" in result)) return notAskable(obstacles[result.status] ?? "no-fit");
  const { oddsRatio, difference } = result;
  const figures: ContrastFigures = {
    ratio: oddsRatio.estimate,
    ratioInterval: oddsRatio.interval,
    difference,
    differenceInterval: keepDifferenceIntervalIfRatioAgrees(result.differenceInterval, oddsRatio),
    probabilityHigher: null,
    pValue: null,
  };
  return {
    ...base,
    variant: `${result.at}`,
    ...makeAnalysisFieldsOfDifference(figures, finding),
    obstacle: null,
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
    const judged = (run: AnalysisRun): Analysis =>
      makeAnalysisOfRun({ run, original, finding, model });
    const products = product.map(judged);
    const analyses: Analysis[] = [
      { ...combineRunsShowingNearestToZero(place.map(judged), finding), analysis: "place" },
      {
        ...combineRunsShowingNearestToZero(products, finding),
        analysis: "product",
        total: products.length,
      },
      makeTrialOmissionsAnalysis(trial.map(judged), finding),
      { ...judged(dose), analysis: "dose" },
      { ...judged(papers), analysis: "papers" },
      ...(apheresed ? [makeApheresedAnalysis(apheresed, judged)] : []),
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

function makeAnalysisOfRun({
  run: { variant, classes },
  original,
  finding,
  model,
}: Judging): Analysis {
  const base = { ...noResult, analysis: "place", variant } as const;
  if (hasSameFigures(classes, original)) return { ...base, status: "same" };
  const result = fitClassDifference(classes, model);
  if (!result) return { ...base, status: "cannot-be-made" };
  return {
    ...base,
    ...makeAnalysisFieldsOfDifference(result, finding),
    trials: countTrialsOfClasses(classes),
  };
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
    makeAnalysisByModel(name, classes, finding, query, models),
  );
  return {
    ...combineRunsShowingNearestToZero(runs, finding),
    analysis: "model",
    total: runs.length,
  };
}

function makeAnalysisByModel(
  name: OtherModel,
  classes: Classes,
  finding: -1 | 1,
  query: Query,
  models: Models,
): Analysis {
  const base = { ...noResult, analysis: "model", variant: name } as const;
  const model =
    name === widerSpread
      ? models.ofWiderSpread
      : models.of({ ...query, model: name, interval: "t" });
  const compared = model.compare(classes, referenceClass, "contrast");
  const result = compared.find(({ contrast }) => contrast)?.contrast;
  // Two classes that fell back to the default model have a contrast, which is that of the default model.
  const hasFallenBack = compared.some(({ fit }) => fit.status === "fallback");
  if (!result || hasFallenBack) return { ...base, status: "cannot-be-made" };
  return {
    ...base,
    ...makeAnalysisFieldsOfDifference(result, finding),
    trials: countTrialsOfClasses(classes),
  };
}

/**
 * Combines the analyses without each trial in turn: `lost` counts those that lose the difference, and `omissions`
 * lists the difference of each.
 */
function makeTrialOmissionsAnalysis(runs: readonly Analysis[], finding: -1 | 1): Analysis {
  return {
    ...combineRunsShowingNearestToZero(runs, finding),
    analysis: "trial",
    total: runs.length,
    lost: runs.filter(({ status }) => status === "loses").length,
    omissions: runs
      .filter(isComputedAnalysis)
      .map(({ variant, differencePer100, differenceInterval }) => ({
        trial: variant ?? "",
        differencePer100,
        differenceInterval,
      })),
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
  return a.every(
    (group, at) => group === b[at] || makeClassFiguresKey(group) === makeClassFiguresKey(b[at]),
  );
}

function makeClassFiguresKey(group: Classes[number] | undefined): string {
  const entries = group?.mainRegimen.gathered.entries ?? [];
  return entries.map(({ cohort, figure }) => `${cohort.id} ${figure.events} ${figure.n}`).join();
}

/**
 * Combines several runs of an analysis: it is lost if any run is, and shows the run whose interval comes nearest to 0
 * or reaches furthest beyond it.
 */
function combineRunsShowingNearestToZero(runs: readonly Analysis[], finding: -1 | 1): Analysis {
  const computedRuns = runs.filter(isComputedAnalysis);
  const margin = ({ differenceInterval }: Analysis) =>
    differenceInterval === null
      ? Number.POSITIVE_INFINITY
      : Math.min(...differenceInterval.map((end) => finding * end));
  const [weakest] = [...computedRuns].sort((a, b) => margin(a) - margin(b));
  const isSame = runs.length > 0 && runs.every(({ status }) => status === "same");
  return {
    ...noResult,
    analysis: "place",
    status: isSame ? "same" : "cannot-be-made",
    ...weakest,
    made: computedRuns.length,
  };
}

/** Returns whether the analysis could be computed; analyses that could not are not counted. */
export function isComputedAnalysis({ status }: Pick<Analysis, "status">): boolean {
  return status === "keeps" || status === "loses";
}

/** The number of analyses that keep a difference is stated only if at least this many could be made. */
export const leastAnalyses = 4;

function makeApheresedAnalysis(
  { run, ...counted }: ApheresedRun,
  judged: (run: AnalysisRun) => Analysis,
): Analysis {
  const base = { ...noResult, analysis: "apheresed", status: "cannot-be-made" } as const;
  return run ? { ...judged(run), analysis: "apheresed", ...counted } : { ...base, ...counted };
}
