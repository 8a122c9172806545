/** Holds rules about figures that are shown as printed: of subgroups and treatment comparisons. */
import { otherOutcomes } from "../collection-vocabulary.ts";
import type { Evidence, Problem } from "../evidence.ts";
import type {
  ComparisonFigure,
  ComparisonStudyFile,
  SubgroupFigure,
  SubgroupStudyFile,
} from "../schema.ts";
import { addCountProblems } from "./figures.ts";
import { addProblemsOfNamedProduct } from "./regimens.ts";
import {
  checkEntriesOfFolder,
  collectIds,
  isOutsideInterval,
  listItemsWithPaths,
  type ProblemList,
} from "./report.ts";

type ReportedFigure = SubgroupFigure | ComparisonFigure;

/** Returns the key that must be unique among the figures of one file. */
type KeyOf<F> = (figure: F) => readonly (string | null)[];

function addReportedFigureProblems<F extends ReportedFigure>(
  { figures, sources }: { figures: readonly F[]; sources: readonly unknown[] },
  keyOf: KeyOf<F>,
  { outcomes }: Evidence,
  list: ProblemList,
): void {
  const outcomeIds = new Set([...collectIds(outcomes), ...Object.keys(otherOutcomes)]);
  for (const [at, figure] of listItemsWithPaths("figures", figures)) {
    const key = JSON.stringify(keyOf(figure));
    list.expectOnce(at, "reported-unique", key, `${key} is given twice`);
    list.expect(`${at}.outcome`, "outcome", figure.outcome, outcomeIds);
    list.expectSource(`${at}.source`, figure.source, sources);
    if (hasNoReportedValue(figure)) {
      list.add(at, "reported-says-something", "neither a number nor a note");
    }
    const isExcused = () => isContradictedFigure(figure);
    addCountProblems(figure, at, list, { isExcused, how: "say so as a contradiction" });
    addIntervalProblems(figure, at, list);
  }
}

function hasNoReportedValue(figure: ReportedFigure): boolean {
  const { events, percentPrinted, medianMonths, effect, note } = figure;
  const favours = "favours" in figure ? figure.favours : null;
  return [
    events,
    percentPrinted,
    medianMonths,
    findScoreChange(figure),
    effect,
    note,
    favours,
  ].every((value) => value === null);
}

function findScoreChange(figure: ReportedFigure): number | null {
  return "changePoints" in figure ? (figure.changePoints ?? null) : null;
}

/**
 * Returns whether the source contradicts itself about a figure, which then counts nowhere. Only this excuses numbers
 * that do not fit each other; a remark does not.
 */
const isContradictedFigure = ({ oddity }: ReportedFigure) => oddity?.kind === "contradiction";

/**
 * Reports an interval that does not contain its estimate, unless it is said to be a contradiction: then it is kept as
 * printed.
 */
function addIntervalProblems(figure: ReportedFigure, at: string, list: ProblemList): void {
  if (isContradictedFigure(figure)) return;
  const { percentPrinted, medianMonths, interval, effect } = figure;
  const intervals = [
    [`${at}.interval`, percentPrinted ?? medianMonths ?? findScoreChange(figure), interval],
    [`${at}.effect.interval`, effect?.value ?? null, effect?.interval ?? null],
  ] as const;
  for (const [field, estimate, ends] of intervals) {
    if (ends === null || (estimate !== null && !isOutsideInterval(estimate, ends))) continue;
    list.add(field, "interval-holds-estimate", `${estimate} outside ${ends}`);
  }
}

/**
 * Returns the problems with studies of subgroups: their products and cohort, who was enrolled, and their figures with
 * the patients that these are about.
 */
export function checkSubgroups(evidence: Evidence): Problem[] {
  return checkEntriesOfFolder("subgroups", evidence.subgroups, (study, list) => {
    for (const [at, slug] of listItemsWithPaths("products", study.products)) {
      addProblemsOfNamedProduct(at, at, slug, study, evidence, list);
    }
    addLinkedCohortProblems(study, evidence, list);
    if ((study.cohort === null) === (study.enrolled === null)) {
      const message = "a study with a cohort has its patients, and one without says who they are";
      list.add("enrolled", "enrolled-said-once", message);
    }
    addReportedFigureProblems(
      study,
      ({ variable, level, outcome, definition }) => [variable, level, outcome, definition],
      evidence,
      list,
    );
    for (const [at, figure] of listItemsWithPaths("figures", study.figures)) {
      if (!isPatientCodeOfVariable(figure)) {
        const message = `${JSON.stringify(figure.patients)} is none of "${figure.variable}"`;
        list.add(`${at}.patients`, "level-of-variable", message);
      }
      addTherapyKindProblems(figure, `${at}.patients`, list);
    }
    addPartlyContradictedAnalysisProblems(study, list);
  });
}

const numericVariables: readonly SubgroupFigure["variable"][] = ["age", "prior-lines"];
const properties: readonly SubgroupFigure["variable"][] = [
  "prior-bcma",
  "cytogenetic-risk",
  "extramedullary-disease",
  "renal-function",
  "frailty",
  "refractoriness",
];

/**
 * Checks that either all levels of one analysis count or none, because a contradiction is between them.
 */
function addPartlyContradictedAnalysisProblems(
  { figures }: SubgroupStudyFile,
  list: ProblemList,
): void {
  const analysisOf = ({ variable, wording, outcome, definition, source }: SubgroupFigure) =>
    JSON.stringify([variable, wording, outcome, definition, source]);
  const contradicted = new Set(figures.filter(isContradictedFigure).map(analysisOf));
  for (const [at, figure] of listItemsWithPaths("figures", figures)) {
    if (isContradictedFigure(figure) || !contradicted.has(analysisOf(figure))) continue;
    const message = "another level of the same analysis is a contradiction";
    list.add(`${at}.oddity`, "contradicted-together", message);
  }
}

/** Checks that patients who had a kind are counted among the patients of the level. */
function addTherapyKindProblems(
  { patients, n: all }: SubgroupFigure,
  at: string,
  list: ProblemList,
): void {
  if (!Array.isArray(patients)) return;
  const keyOf = ({ kind, with: others }: (typeof patients)[number]) =>
    JSON.stringify(others ? [kind, ...others].sort() : kind);
  let divided = 0;
  patients.forEach((entry, index) => {
    const { kind, n, of, with: others } = entry;
    const isTwice = patients.findIndex((other) => keyOf(other) === keyOf(entry)) !== index;
    // Patients who are divided by what each had are counted once.
    if (others) divided += n ?? 0;
    const isMixed = (others === undefined) !== (patients[0]?.with === undefined);
    const isTooMany = (n ?? 0) > of || divided > of;
    if (isTwice || isMixed || isTooMany || of !== all || others?.includes(kind)) {
      const message = `${keyOf(entry)}: ${n} of ${of}, where the level has ${all}`;
      list.add(`${at}[${index}]`, "kinds-of-level", message);
    }
  });
}

/**
 * Returns whether the coded patients fit the variable: a range for a number, kinds for earlier therapy, else
 * whether they have the property.
 */
function isPatientCodeOfVariable({ variable, patients }: SubgroupFigure): boolean {
  if (patients === null || patients === "comparison") return true;
  if (Array.isArray(patients)) return variable === "prior-bcma";
  if (typeof patients === "boolean") return properties.includes(variable);
  const { min, max } = patients;
  const isRange = min === null ? max !== null : max === null || min <= max;
  return isRange && numericVariables.includes(variable);
}

function addLinkedCohortProblems(
  { cohort: link, products: slugs, evidence: kind }: SubgroupStudyFile,
  { cohorts, products }: Evidence,
  list: ProblemList,
): void {
  if (link === null) return;
  const cohort = cohorts.find(({ id }) => id === link.id);
  if (!cohort) {
    list.add("cohort.id", "cohort-exists", `no cohort "${link.id}"`, link.id);
    return;
  }
  if (cohort.evidence !== kind) {
    list.add("evidence", "cohort-evidence-agrees", `"${cohort.id}" is ${cohort.evidence}`);
  }
  // An unknown product of a cohort is reported for the file of that cohort.
  const isKnown = products.some(({ slug }) => slug === cohort.product);
  if (isKnown && !slugs.includes(cohort.product)) {
    const message = `"${cohort.id}" was given ${cohort.product}, which is not among the products`;
    list.add("cohort.id", "cohort-product-agrees", message);
  }
}

/**
 * Returns the problems with studies that compare treatments: their sides with products and cohorts, their effects,
 * and their figures.
 */
export function checkComparisons(evidence: Evidence): Problem[] {
  return checkEntriesOfFolder("comparisons", evidence.comparisons, (study, list) => {
    addSideProblems(study, evidence, list);
    addEffectSideProblems(study, list);
    addReportedFigureProblems(
      study,
      ({ of, against, outcome, definition, month, followUpMonths, effect }) => [
        of,
        against,
        outcome,
        definition,
        `${month} ${followUpMonths}`,
        effect?.measure ?? null,
      ],
      evidence,
      list,
    );
  });
}

function addSideProblems(
  { sides }: ComparisonStudyFile,
  evidence: Evidence,
  list: ProblemList,
): void {
  for (const [at, side] of listItemsWithPaths("sides", sides)) {
    const { id, products, cohorts } = side;
    list.expectOnce(`${at}.id`, "side-exists", id, `"${id}" names two sides`);
    for (const [place, slug] of listItemsWithPaths(`${at}.products`, products)) {
      addProblemsOfNamedProduct(place, place, slug, side, evidence, list);
    }
    list.expectEach(`${at}.cohorts`, "cohort", cohorts, collectIds(evidence.cohorts));
  }
}

/**
 * Checks that an effect has two different sides of the study, and that it is above 1, or a difference above 0, where
 * the printed rates show more events of its first side.
 */
function addEffectSideProblems({ sides, figures }: ComparisonStudyFile, list: ProblemList): void {
  const sideIds = collectIds(sides);
  for (const [at, { of, against, effect, favours, outcome }] of listItemsWithPaths(
    "figures",
    figures,
  )) {
    const ofOutcome = figures.filter((figure) => figure.outcome === outcome);
    const rateOf = (side: string | null) =>
      ofOutcome.find((figure) => figure.of === side)?.percentPrinted ?? 0;
    const isMore = Math.sign(rateOf(of) * rateOf(against) && rateOf(of) - rateOf(against));
    const above = effect && Math.sign(effect.value - Number(effect.measure !== "risk-difference"));
    if (effect && (effect.moreEventsAbove !== "of" || (isMore && isMore !== above))) {
      list.add(`${at}.effect`, "ratio-of-first-side", "it says more events of the other side");
    }
    list.expect(`${at}.of`, "side", of, sideIds);
    if (against === null) {
      if (effect || favours) {
        list.add(`${at}.against`, "side-exists", "an effect needs a side to be measured against");
      }
    } else if (!sideIds.has(against) || against === of) {
      list.add(`${at}.against`, "side-exists", `no other side "${against}"`, against);
    }
  }
}
