/**
 * Makes seven checks of every difference whose interval excludes 0. Each tests a threat with a name: another
 * place, without each product, without dose finding, papers only, all with cells collected, another model, equal
 * age. A check that cannot be computed does not count as lost. `rules` of `/methods` states each.
 */
import type { Outcome } from "#data/schema.ts";
import { labelRegions, type TherapyClass } from "#data/vocabulary.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import type { Dataset } from "../evidence/dataset.ts";
import type { Entry } from "../evidence/gather.ts";
import { type Group, referenceClass } from "../evidence/grouping.ts";
import { infusion, isResponse, overCollected } from "../evidence/leukapheresed.ts";
import { namedProducts } from "../evidence/products.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import { separateTrialsIn, trialsIn } from "../evidence/trials.ts";
import { isCurrent } from "../question/parameter-values.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import type { Check, Contrast } from "./answer.ts";
import {
  type Classes,
  classesOf,
  differenceOf,
  resultOf,
  trialsOfClasses,
  without,
} from "./changed-question.ts";
import { noResult } from "./check-names.ts";
import { findingOf } from "./contrast.ts";
import { agesOverlap, equalAgeCheck } from "./equal-age.ts";
import type { Model } from "./fit.ts";
import { gatherRow, productsIn } from "./gather-row.ts";
import type { Models } from "./models.ts";
import { counts, ofQuestion } from "./outcome-types.ts";

/** Returns the checks of a row; `null` where the interval of its difference does not exclude 0. */
export type RowChecks = (
  outcome: Outcome,
  contrast: Contrast<string>,
) => Pick<Contrast, "checks" | "firm"> | null;

/** Returns the checks for the rows of a question; `null` for a comparison of other groups than the classes. */
export function checksFor(
  query: Query,
  groups: readonly GroupOfRegimen<TherapyClass>[],
  dataset: Dataset,
  models: Models,
): RowChecks | null {
  if (query.compare !== usualDimension) return null;
  const model = models.of(query);
  const selected = selecting(groups, dataset);
  return (outcome, contrast) => {
    const finding = findingOf(contrast);
    if (!finding || outcome.kind === "landmark") return null;
    const original = gatherRow(outcome, groups, query, counts);
    // The check of papers alone changes how the cohorts of a class are gathered.
    const run = (changedQuestion: Changed): Classes =>
      changedQuestion.groups.flatMap((group) => {
        const position =
          changedQuestion.query.sources === query.sources ? groups.indexOf(group) : -1;
        return original[position] ?? gatherRow(outcome, [group], changedQuestion.query, counts);
      });
    const judged = (variant: string | null, classes: Classes): Check =>
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
    const checks: Check[] = [
      { ...worst(places, finding), check: "place" },
      { ...worst(products, finding), check: "product", total: products.length },
      {
        ...judged(null, run(selected("dose", () => ({ ...query, doses: "recommended" })))),
        check: "dose",
      },
      {
        ...judged(null, run(selected("papers", () => ({ ...query, sources: "papers" })))),
        check: "papers",
      },
      ...(isResponse(outcome) ? [collectedCheck(outcome, query, original, dataset, judged)] : []),
      otherModelCheck(original, finding, query, models),
      equalAgeCheck(original, finding, query),
    ];
    const whole = trialsOfClasses(original);
    return {
      checks: checks.map((check) => ({
        ...check,
        lossReason: lossReasonOf(check, contrast, whole),
      })),
      firm: isFirm(checks, agesOverlap(original, query)),
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

function judge({ variant, classes, original, finding, model }: Judging): Check {
  const base = { ...noResult, check: "place", variant } as const;
  if (poolTheSame(classes, original)) return { ...base, status: "same" };
  const result = differenceOf(classes, model);
  if (!result) return { ...base, status: "cannot-be-asked" };
  return { ...base, ...resultOf(result, finding), trials: trialsOfClasses(classes) };
}

/**
 * Returns the model of the check. The default model has a prior on the spread between trials; binomial–normal by
 * maximum likelihood has none, and each class its own spread. A question that asks for the latter is checked by
 * the default model.
 */
function otherThan(model: Query["model"]): "bayes" | "glmm" {
  return model === "glmm" ? "bayes" : "glmm";
}

/**
 * Checks whether the difference of a row holds with the same trials and another model, tested by t with
 * Satterthwaite's degrees of freedom. It is lost if the interval of the odds ratio includes 1, and with it the
 * interval of the difference 0. The check cannot be computed where the model has no answer for a class.
 *
 * @param finding The side of 0 on which the difference of the row lies.
 */
function otherModelCheck(classes: Classes, finding: -1 | 1, query: Query, models: Models): Check {
  const name = otherThan(query.model);
  const base = { ...noResult, check: "model", variant: name } as const;
  const model = models.of({ ...query, model: name, interval: "t" });
  const compared = model.compare(classes, referenceClass, "contrast");
  const result = compared.find(({ contrast }) => contrast)?.contrast;
  // Two classes that fell back to the default model have a contrast, which is that of the default model.
  const hasFallenBack = compared.some(({ fit }) => fit.status === "fallback");
  if (!result || hasFallenBack) return { ...base, status: "cannot-be-asked" };
  return { ...base, ...resultOf(result, finding), trials: trialsOfClasses(classes) };
}

/** A difference that kept less of its size than this has shrunk. */
const leastOfSize = 2 / 3;

/** @param trials Trials of both classes in the row. */
function lossReasonOf(
  check: Check,
  { differencePer100: whole }: Contrast<string>,
  trials: number,
): Check["lossReason"] {
  const { differencePer100: difference, check: name } = check;
  if (check.status !== "lost") return null;
  if (difference === null || whole === null) return null;
  if (findingOf(check)) return "reversed";
  if (name === "model") return "another-model";
  if (difference / whole <= leastOfSize) return "smaller";
  return check.trials !== null && check.trials < trials ? "fewer-trials" : "wider";
}

function poolTheSame(a: Classes, b: Classes): boolean {
  return a.every((group, at) => group === b[at] || figuresText(group) === figuresText(b[at]));
}

function figuresText(group: Classes[number] | undefined): string {
  const entries = group?.mainRegimen.gathered.entries ?? [];
  return entries.map(({ cohort, figure }) => `${cohort.id} ${figure.events} ${figure.n}`).join();
}

/** Combines several runs of a check: it is lost if any run is, and shows the run whose interval comes nearest to 0. */
function worst(runs: readonly Check[], finding: -1 | 1): Check {
  const computedRuns = runs.filter(isComputed);
  const margin = ({ differenceInterval }: Check) =>
    differenceInterval === null
      ? Number.POSITIVE_INFINITY
      : Math.min(...differenceInterval.map((end) => finding * end));
  const [weakest] = [...computedRuns].sort((a, b) => margin(a) - margin(b));
  const isSame = runs.length > 0 && runs.every(({ status }) => status === "same");
  return {
    ...noResult,
    check: "place",
    status: isSame ? "same" : "cannot-be-asked",
    ...weakest,
    computed: computedRuns.length,
  };
}

/** Returns whether the check could be computed; checks that could not are not counted. */
export function isComputed({ status }: Pick<Check, "status">): boolean {
  return status === "holds" || status === "lost";
}

/** The fewest checks that must be possible before the number that hold is stated. */
export const leastChecks = 4;

/** With fewer trials, the share of infused patients is too uncertain to use. */
export const leastPrinted = 2;

/**
 * Checks the difference with responses over all patients with cells collected, printed or derived where that
 * number is known. Otherwise the number infused is divided by the share infused in the selected trials that print
 * both. This is a scenario, never shown as data.
 */
function collectedCheck(
  outcome: Outcome,
  query: Query,
  original: Classes,
  dataset: Dataset,
  judged: (variant: string | null, classes: Classes) => Check,
): Check {
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
  const counted = { computed: total - unknown, total };
  const base = { ...noResult, check: "collected", ...counted } as const;
  if (unknown > 0 && share === null) return { ...base, status: "cannot-be-asked" };
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
          figures: type.figures(type.addCohortsOfTrials(entries)),
        }
      : group,
  );
  const assumedPer100 = unknown > 0 && share !== null ? 100 * share : null;
  return { ...judged(null, classes), check: "collected", ...counted, assumedPer100 };
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
  if (separateTrialsIn(printed) < leastPrinted) return null;
  const sum = (of: (figure: CountedFigure) => number) =>
    printed.reduce((total, { figure }) => total + of(figure), 0);
  return sum(({ events }) => events) / sum(({ n }) => n);
}

/**
 * Returns whether a difference is firm, which it is if four checks or more could be computed, among them place and
 * each product (for response also all collected), all of them hold, and the ranges of the median ages of the
 * classes overlap, without which equal age cannot hold either. A threat that cannot be tested frees no difference.
 */
export function isFirm(checks: readonly Check[], agesOverlap: boolean): boolean {
  const computed = checks.filter(isComputed);
  return (
    agesOverlap &&
    computed.length >= leastChecks &&
    computed.every(({ status }) => status === "holds") &&
    checks.every(
      (check) =>
        !isNeeded(check) ||
        (isComputed(check) && (check.check !== "product" || check.computed === check.total)),
    )
  );
}

/**
 * Returns whether a firm difference needs the check. Many rows rest on trials of recommended doses and on
 * papers anyway, and the ages are tested separately.
 */
function isNeeded({ check }: Check): boolean {
  return check === "place" || check === "product" || check === "collected";
}
