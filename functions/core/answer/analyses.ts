/**
 * Makes eight sensitivity analyses of every difference whose interval excludes 0. Each tests a threat with a name: another
 * place, without each product, without any one trial, without dose finding, papers only, all apheresed, another model,
 * equal age. An analysis that cannot be made does not count as lost. `rules` of `/methods` states each.
 */
import type { Outcome } from "#data/schema.ts";
import { labelRegions, type TherapyClass } from "#data/vocabulary.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import { groupBy } from "../evidence/group-by.ts";
import { type Group, referenceClass } from "../evidence/grouping.ts";
import { infusion, isResponse, overCollected } from "../evidence/leukapheresed.ts";
import { namedProducts } from "../evidence/products.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import { chooseTrialLabel, countSeparateTrials, trialsIn } from "../evidence/trials.ts";
import { isCurrent } from "../question/parameter-values.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import type { Analysis, Contrast } from "./answer.ts";
import {
  type Classes,
  classesOf,
  differenceOf,
  resultOf,
  trialsOfClasses,
  without,
} from "./changed-question.ts";
import { findingOf } from "./contrast.ts";
import { noResult } from "./difference-codes.ts";
import { analyseEqualAge } from "./equal-age.ts";
import type { Model } from "./fit.ts";
import { gatherRow, productsIn } from "./gather-row.ts";
import type { Models } from "./models.ts";
import { counts, makeFigures, ofQuestion } from "./outcome-types.ts";

/** Returns the analyses of a row; `null` where the interval of its difference does not exclude 0. */
export type RowAnalyses = (
  outcome: Outcome,
  contrast: Contrast<string>,
) => Pick<Contrast, "analyses"> | null;

/** Returns the analyses for the rows of a question; `null` for a comparison of other groups than the classes. */
export function analyseFor(
  query: Query,
  groups: readonly GroupOfRegimen<TherapyClass>[],
  dataset: Dataset,
  models: Models,
): RowAnalyses | null {
  if (query.compare !== usualDimension) return null;
  const model = models.of(query);
  const selected = selecting(groups, dataset);
  return (outcome, contrast) => {
    const finding = findingOf(contrast);
    if (!finding || outcome.kind === "landmark") return null;
    const original = gatherRow(outcome, groups, query, counts);
    // The analysis of papers alone changes how the cohorts of a class are gathered.
    const run = (changedQuestion: Changed): Classes =>
      changedQuestion.groups.flatMap((group) => {
        const position =
          changedQuestion.query.sources === query.sources ? groups.indexOf(group) : -1;
        return original[position] ?? gatherRow(outcome, [group], changedQuestion.query, counts);
      });
    const judged = (variant: string | null, classes: Classes): Analysis =>
      judge({ variant, classes, original, finding, model });
    const places = placesOf(query).map(([variant, place]) =>
      judged(variant, run(selected(variant, () => ({ ...query, ...place })))),
    );
    const products = [
      ...new Set(
        original.flatMap(({ mainRegimen }) => [...productsIn(mainRegimen.gathered.entries)]),
      ),
    ]
      // A cohort of several unseparated products is removed together with any of them.
      .filter((slug) => namedProducts(slug).length === 1)
      .sort()
      .map((slug) =>
        judged(slug, run(selected(`product-${slug}`, () => withoutProduct(slug, query, dataset)))),
      );
    const analyses: Analysis[] = [
      { ...worst(places, finding), analysis: "place" },
      { ...worst(products, finding), analysis: "product", total: products.length },
      analyseTrials(original, query, finding, judged),
      {
        ...judged(null, run(selected("dose", () => ({ ...query, doses: "recommended" })))),
        analysis: "dose",
      },
      {
        ...judged(null, run(selected("papers", () => ({ ...query, sources: "papers" })))),
        analysis: "papers",
      },
      ...(isResponse(outcome) ? [analyseApheresed(outcome, query, original, dataset, judged)] : []),
      analyseOtherModel(original, finding, query, models),
      analyseEqualAge(original, finding, query),
    ];
    const whole = trialsOfClasses(original);
    return {
      analyses: analyses.map((analysis) => ({
        ...analysis,
        lossReason: lossReasonOf(analysis, contrast, whole),
      })),
    };
  };
}

interface Changed {
  readonly query: Query;
  /**
   * Each group keeps the kind of regimen of the row. A class whose cohorts do not change is the same object as
   * before.
   */
  readonly groups: readonly GroupOfRegimen<TherapyClass>[];
}

/**
 * Returns a function that selects the cohorts of a changed question. Each change is computed once for all rows,
 * keyed by its name.
 */
function selecting(original: readonly GroupOfRegimen<TherapyClass>[], dataset: Dataset) {
  const selections = new Map<string, Changed>();
  return (name: string, change: () => Query): Changed => {
    const before = selections.get(name);
    if (before) return before;
    const query = change();
    const groups = classesOf(query, original, dataset).map(
      (group) => original.find((candidate) => hasSameCohorts(candidate, group)) ?? group,
    );
    const changed = { query, groups };
    selections.set(name, changed);
    return changed;
  };
}

function hasSameCohorts(a: Group<TherapyClass>, b: Group<TherapyClass>): boolean {
  return (
    a.id === b.id &&
    a.cohorts.length === b.cohorts.length &&
    a.cohorts.every((cohort, at) => cohort === b.cohorts[at])
  );
}

/**
 * Returns the other regions in which a reader may be; none for a published set, which did not choose its
 * cohorts by region.
 */
function placesOf(query: Query): [string, Partial<Query>][] {
  if (!isCurrent(query)) return [];
  return [
    ["us", { availability: ["us"] }],
    ["eu", { availability: ["eu"] }],
    ["approved", { availability: labelRegions, labelled: "any" }],
  ];
}

function withoutProduct(slug: string, query: Query, dataset: Dataset): Query {
  return without(query, dataset, ({ product }) => namedProducts(product).includes(slug));
}

interface Judging {
  readonly variant: string | null;
  readonly classes: Classes;
  readonly original: Classes;
  readonly finding: -1 | 1;
  readonly model: Model;
}

function judge({ variant, classes, original, finding, model }: Judging): Analysis {
  const base = { ...noResult, analysis: "place", variant } as const;
  if (poolTheSame(classes, original)) return { ...base, status: "same" };
  const result = differenceOf(classes, model);
  if (!result) return { ...base, status: "cannot-be-made" };
  return { ...base, ...resultOf(result, finding), trials: trialsOfClasses(classes) };
}

/** The default model with a wider prior on the spread between trials, by which a number may depend less on the prior. */
const widerSpread = "half-normal-1.5";

/**
 * Returns the names of the models of the analysis. The default model has a prior on the spread between trials;
 * binomial–normal by maximum likelihood (`glmm`) has none, and each class its own spread.
 */
function otherModels(model: Query["model"]): readonly OtherModel[] {
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
function analyseOtherModel(
  classes: Classes,
  finding: -1 | 1,
  query: Query,
  models: Models,
): Analysis {
  const runs = otherModels(query.model).map((name) =>
    analyseByModel(name, classes, finding, query, models),
  );
  return { ...worst(runs, finding), analysis: "model", total: runs.length };
}

function analyseByModel(
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
  return { ...base, ...resultOf(result, finding), trials: trialsOfClasses(classes) };
}

/**
 * Analyses the difference without each trial in turn, over what was gathered: nothing is selected anew. Cohorts of one
 * trial leave together.
 */
function analyseTrials(
  original: Classes,
  query: Query,
  finding: -1 | 1,
  judged: (variant: string | null, classes: Classes) => Analysis,
): Analysis {
  const type = ofQuestion(counts, query);
  const cohorts = original.flatMap(({ mainRegimen }) =>
    mainRegimen.gathered.entries.map(({ cohort }) => cohort),
  );
  const trials = groupBy(cohorts, ({ trial }) => trial)
    .map((parts) => ({ trial: parts[0].trial, label: chooseTrialLabel(parts) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const runs = trials.map(({ trial, label }) =>
    judged(
      label,
      original.map((group) => removeTrial(group, trial, type)),
    ),
  );
  return {
    ...worst(runs, finding),
    analysis: "trial",
    total: runs.length,
    lost: runs.filter(({ status }) => status === "loses").length,
    omissions: runs.filter(isMade).map(({ variant, differencePer100, differenceInterval }) => ({
      trial: variant ?? "",
      differencePer100,
      differenceInterval,
    })),
  };
}

/** Removes a trial from what a class gathered; a class without it is the same object as before, and is not fitted anew. */
function removeTrial(group: Classes[number], trial: string, type: typeof counts): Classes[number] {
  const { gathered } = group.mainRegimen;
  const all = [...gathered.entries, ...gathered.smallTrials];
  const left = all.filter(({ cohort }) => cohort.trial !== trial);
  if (left.length === all.length) return group;
  const { entries } = type.withoutSmallTrials({ ...gathered, entries: left, smallTrials: [] });
  const mainRegimen = { ...group.mainRegimen, gathered: { ...gathered, entries } };
  return { ...group, mainRegimen, figures: makeFigures(type, entries) };
}

/** A difference that kept less of its size than this has shrunk. */
const leastOfSize = 2 / 3;

/** @param trials Trials of both classes in the row. */
function lossReasonOf(
  analysis: Analysis,
  { differencePer100: whole }: Contrast<string>,
  trials: number,
): Analysis["lossReason"] {
  const { differencePer100: difference, analysis: name } = analysis;
  if (analysis.status !== "loses") return null;
  if (difference === null || whole === null) return null;
  if (findingOf(analysis)) return "reversed";
  if (name === "model") return "another-model";
  if (difference / whole <= leastOfSize) return "smaller";
  return analysis.trials !== null && analysis.trials < trials ? "fewer-trials" : "wider";
}

function poolTheSame(a: Classes, b: Classes): boolean {
  return a.every((group, at) => group === b[at] || figuresText(group) === figuresText(b[at]));
}

function figuresText(group: Classes[number] | undefined): string {
  const entries = group?.mainRegimen.gathered.entries ?? [];
  return entries.map(({ cohort, figure }) => `${cohort.id} ${figure.events} ${figure.n}`).join();
}

/** Combines several runs of an analysis: it is lost if any run is, and shows the run whose interval comes nearest to 0. */
function worst(runs: readonly Analysis[], finding: -1 | 1): Analysis {
  const computedRuns = runs.filter(isMade);
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
export function isMade({ status }: Pick<Analysis, "status">): boolean {
  return status === "keeps" || status === "loses";
}

/** The fewest analyses that must be possible before the number that hold is stated. */
export const leastAnalyses = 4;

/** With fewer trials, the share of infused patients is too uncertain to use. */
export const leastPrinted = 2;

/**
 * Analyses the difference with responses over all patients with cells collected, printed or derived where that
 * number is known. Otherwise the number infused is divided by the share infused in the selected trials that print
 * both. This is a scenario, never shown as data.
 */
function analyseApheresed(
  outcome: Outcome,
  query: Query,
  original: Classes,
  dataset: Dataset,
  judged: (variant: string | null, classes: Classes) => Analysis,
): Analysis {
  const type = ofQuestion(counts, query);
  const share = shareInfused(query, original, dataset);
  const carT = original.find(({ id }) => id === "car-t");
  const all = (carT?.mainRegimen.gathered.entries ?? []).map((entry) => ({
    entry,
    collected: hasCollected(entry, outcome, query),
  }));
  const total = trialsIn(all.map(({ entry }) => entry));
  const unknown = trialsIn(
    all.flatMap(({ entry, collected }) => (collected === null ? [entry] : [])),
  );
  const counted = { made: total - unknown, total };
  const base = { ...noResult, analysis: "apheresed", ...counted } as const;
  if (unknown > 0 && share === null) return { ...base, status: "cannot-be-made" };
  const entries = all.map(({ entry, collected }) => {
    const figure = collected ?? { ...entry.figure, n: Math.round(infusedIn(entry) / (share ?? 1)) };
    return { ...entry, figure, n: figure.n };
  });
  const classes = original.map((group) =>
    group === carT
      ? {
          ...group,
          mainRegimen: {
            ...group.mainRegimen,
            gathered: { ...group.mainRegimen.gathered, entries },
          },
          figures: makeFigures(type, entries),
        }
      : group,
  );
  const assumedPer100 = unknown > 0 && share !== null ? 100 * share : null;
  return { ...judged(null, classes), analysis: "apheresed", ...counted, assumedPer100 };
}

/** Returns the number of infused patients, because not all of them were evaluated for response. */
function infusedIn({ cohort, figure: { n, population } }: Entry<CountedFigure>): number {
  return population === "efficacy-evaluable" ? (cohort.n ?? n) : n;
}

/** Returns the figure that counts all patients who were to be treated; `null` if none is printed or can be derived. */
function hasCollected(
  { cohort, figure }: Entry<CountedFigure>,
  outcome: Outcome,
  query: Query,
): CountedFigure | null {
  if (figure.population === "randomised" || figure.population === "leukapheresed") return figure;
  return overCollected(cohort, outcome, figure, query)?.figure ?? null;
}

/**
 * Returns the share of infused patients among all with cells collected, over the selected CAR-T trials that print
 * both; `null` if too few trials do.
 */
function shareInfused(query: Query, original: Classes, { outcomes }: Dataset): number | null {
  const planned = outcomes.find(({ id }) => id === infusion);
  const cohorts = original.find(({ id }) => id === "car-t")?.mainRegimen.cohorts ?? [];
  // The cohorts are gathered by the usual rules, so that no patient counts twice.
  const entries = planned ? counts.gather(cohorts, planned, query).entries : [];
  const printed = entries.filter(({ figure }) => figure.population === "leukapheresed");
  if (countSeparateTrials(printed) < leastPrinted) return null;
  const sum = (of: (figure: CountedFigure) => number) =>
    printed.reduce((total, { figure }) => total + of(figure), 0);
  return sum(({ events }) => events) / sum(({ n }) => n);
}
