/**
 * Reads a group of patients that a reader adds and makes a cohort of it, as the data have it. The rules of the data
 * check the cohort; what they find is told field by field.
 */
import * as v from "valibot";
import { makeComputeCohort } from "#data/compute-cohort.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { checkCohorts } from "#data/rules/cohorts.ts";
import { addCohortFigureProblems } from "#data/rules/figures.ts";
import { formatIssuePath, ProblemList } from "#data/rules/report.ts";
import type { Cohort, Figure, Outcome } from "#data/schema.ts";
import { evidenceKinds, therapyClasses } from "#data/vocabulary.ts";
import { type Dataset, makeCohortWithAddedId } from "../evidence/dataset.ts";
import { describeAllowedValue, describeRuleProblem } from "./allowed.ts";
import type { AddedContent } from "./fields.ts";

/**
 * Matches characters that no name may have: a quotation mark or a control character could end the string that holds
 * the name in an R script, and U+FFFD stands for a character that could not be decoded.
 */
const notInName = /["\p{C}\ufffd]/u;

const mostLines = 30;
const linesCount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostLines));

const outcomeSchema = v.strictObject({
  outcome: v.string(),
  events: v.pipe(v.number(), v.integer(), v.minValue(0)),
  n: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  grading: v.optional(v.picklist(["astct", "lee", "cartox", "ctcae", "unknown"]), "unknown"),
  grades: v.optional(v.picklist(["3-4", "3-5"])),
});

const groupSchema = v.strictObject({
  name: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(),
    // More characters would not fit next to the marks of a row.
    v.maxLength(40),
    v.check((name) => !notInName.test(name)),
  ),
  class: v.optional(v.picklist(therapyClasses)),
  product: v.string(),
  evidence: v.picklist(evidenceKinds),
  linesFrom: v.optional(linesCount),
  linesTo: v.optional(linesCount),
  // A single patient is no group, and more than 100 000 patients are a typing error.
  patients: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(100_000)),
  medianAge: v.optional(v.pipe(v.number(), v.minValue(18), v.maxValue(110))),
  medianLines: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(mostLines))),
  followUpMonths: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(240))),
  outcomes: v.pipe(v.array(outcomeSchema), v.minLength(1)),
});

type Group = v.InferOutput<typeof groupSchema>;

/**
 * States what is wrong with a field and what is allowed there. `field` is its path in the content:
 * `outcomes[2].events`.
 */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface ReadCohort {
  /** `cohort` is `null` if the content has any problem. */
  readonly cohort: Cohort | null;
  /** `problems` has at most one entry for each field. */
  readonly problems: readonly FieldProblem[];
}

export type DataOfRules = Pick<Dataset, "products" | "outcomes" | "review">;

/**
 * Returns the cohort of an added group, or what is wrong with its fields.
 *
 * @param content The content of a file, or what the form or a table makes.
 */
export function readAddedCohort(content: unknown, data: DataOfRules): ReadCohort {
  const parsed = v.safeParse(groupSchema, content);
  if (!parsed.success) {
    return makeRefusalWithProblemPerField(
      parsed.issues.map((issue) => {
        const field = formatIssuePath(issue);
        const isUnknown = issue.type === "strict_object" && issue.expected === "never";
        return { field, message: isUnknown ? "no such field" : describeAllowedValue(field) };
      }),
    );
  }
  const group = parsed.output;
  const product = data.products.find(({ slug }) => slug === group.product);
  if (!product)
    return makeRefusalWithProblemPerField([
      { field: "product", message: describeAllowedValue("product") },
    ]);
  const cohort = makeCohortFromGroup(group, product, data.outcomes);
  const problems = [
    ...checkIcansGrading(group, data.outcomes),
    ...checkCohortByRules(cohort, data),
  ];
  return problems.length > 0 ? makeRefusalWithProblemPerField(problems) : { cohort, problems: [] };
}

export function isPlainObject(content: unknown): content is AddedContent {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}

/**
 * Returns what is wrong with a group, also beside others: two groups of one name would be taken for one.
 *
 * @param others The groups that are added beside it.
 */
export function checkAddedGroup(
  content: unknown,
  others: readonly AddedContent[],
  data: DataOfRules,
): readonly FieldProblem[] {
  const { problems } = readAddedCohort(content, data);
  const name = isPlainObject(content) && normaliseGroupName(content.name);
  const namesake = name && others.find((other) => normaliseGroupName(other.name) === name);
  if (!namesake || problems.some(({ field }) => field === "name")) return problems;
  const message = `another group is called “${namesake.name}”; each has a name of its own`;
  return [...problems, { field: "name", message }];
}

/** Returns a name without what the eye overlooks: case, and how often a space was typed. */
function normaliseGroupName(name: unknown): string {
  return typeof name === "string"
    ? name.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase()
    : "";
}

/**
 * Returns a refused cohort with the first problem of each field, which tells what to do; another one of the same
 * field may follow from it.
 */
function makeRefusalWithProblemPerField(problems: readonly FieldProblem[]): ReadCohort {
  const isFirst = ({ field }: FieldProblem, index: number) =>
    problems.findIndex((problem) => problem.field === field) === index;
  return { cohort: null, problems: problems.filter(isFirst) };
}

/**
 * Returns a problem for each ICANS outcome that is not stated to be graded by ASTCT: nobody reviews the source of
 * added counts.
 */
function checkIcansGrading(group: Group, outcomes: readonly Outcome[]): FieldProblem[] {
  return group.outcomes.flatMap(({ outcome, grading }, index) => {
    const { broader, scale } = outcomes.find(({ id }) => id === outcome) ?? {};
    if (scale !== "astct" || broader === undefined || grading === "astct") return [];
    const instead = outcomes.find(({ id }) => id === broader)?.label ?? broader;
    const message = `say that it was graded by ASTCT (astct), or enter it as ${instead}`;
    return [{ field: `outcomes[${index}].grading`, message }];
  });
}

function checkCohortByRules(
  cohort: Cohort,
  { products, outcomes, review }: DataOfRules,
): FieldProblem[] {
  const list = new ProblemList("");
  addCohortFigureProblems(cohort, outcomes, list);
  return [...checkCohorts({ cohorts: [cohort], products, outcomes, review }), ...list.problems].map(
    (problem) => ({
      field: translateToContentPath(problem.field),
      message: describeRuleProblem(problem, cohort, outcomes),
    }),
  );
}

/** Returns the path in the content of a field of the cohort that was made of it. */
function translateToContentPath(field: string): string {
  return field
    .replace(/^figures/, "outcomes")
    .replace(/^therapyClass$/, "class")
    .replace(/^admittedLines$/, "linesFrom");
}

function makeCohortFromGroup(
  group: Group,
  product: Pick<Dataset["products"][number], "slug" | "therapyClass" | "targets">,
  outcomes: readonly Outcome[],
): Cohort {
  const { evidence, linesFrom: min = null, linesTo: max = null, followUpMonths = null } = group;
  return {
    ...notKnown,
    label: group.name,
    therapyClass: group.class ?? product.therapyClass,
    product: product.slug,
    targets: product.targets,
    evidence,
    design: evidence === "real-world" ? "retrospective" : "single-arm",
    setting: judgeSettingByLines(min, max),
    admittedLines: min === null && max === null ? null : { min, max },
    followUpMonths,
    baseline: {
      ...notKnownAtBaseline,
      n: group.patients,
      medianAge: group.medianAge ?? null,
      medianPriorLines: group.medianLines ?? null,
    },
    figures: group.outcomes.map((counts) => makeFigure(counts, group.patients, outcomes)),
    sources: [{ ...sourceOfReader, followUpMonths }],
  };
}

function makeFigure(
  { outcome: id, events, n: counted, grading, grades }: Group["outcomes"][number],
  patients: number,
  outcomes: readonly Outcome[],
): Figure {
  const outcome = outcomes.find((entry) => entry.id === id);
  const n = counted ?? patients;
  return {
    ...usualFigure,
    outcome: id,
    events,
    n,
    population: n === patients ? "treated" : choosePartialPopulation(outcome),
    grading,
    grades: grades ?? null,
    ...(outcome?.by && { by: outcome.by }),
  };
}

/** Returns the usual population of an outcome that does not count over all patients of the group. */
function choosePartialPopulation(outcome: Outcome | undefined): Figure["population"] {
  if (outcome?.id === "mrd-negative") return "mrd-evaluable";
  return outcome?.group === "toxicity" ? "safety" : "efficacy-evaluable";
}

/** Returns the setting by prior lines: `late` from three lines on, `early` for at most four, otherwise `mixed`. */
function judgeSettingByLines(min: number | null, max: number | null): Cohort["setting"] {
  // Without a number of lines the cohort counts as late, like the usual question; the form says so.
  if (min === null || min >= 3) return "late";
  return max !== null && max <= 4 ? "early" : "mixed";
}

/** Added counts get this tier: nobody reviewed them, but they count unless sources are restricted to papers. */
const tierOfAdded = 3;

const sourceOfReader = {
  reference: "added-by-the-reader",
  detail: null,
  doi: null,
  pmid: null,
  seenAt: null,
  kind: "congress",
  tier: tierOfAdded,
  dataCutoff: null,
} as const satisfies Omit<Cohort["sources"][number], "followUpMonths">;

const notKnownAtBaseline = {
  leukapheresed: null,
  ageRange: null,
  priorLinesRange: null,
  priorAutoSctPercent: null,
  issIIIPercent: null,
  rissIIIPercent: null,
  highRiskCytogeneticsPercent: null,
  extramedullaryPercent: null,
  extramedullaryDefinition: null,
  refractoryPercent: null,
  tripleClassRefractoryPercent: null,
  pentaRefractoryPercent: null,
  priorBcmaPercent: null,
} as const satisfies Partial<Cohort["baseline"]>;

/**
 * Holds the fields of a cohort that a reader cannot state. Overlaps with published series are not searched for, and a
 * registry number would make the group a part of a trial.
 */
const notKnown = {
  id: "added",
  firstAuthor: null,
  year: null,
  registry: [],
  publication: null,
  construct: null,
  phase: null,
  dose: null,
  doses: "recommended",
  regimen: "monotherapy",
  regimenPartners: [],
  settingBasis: "prior lines",
  priorBcma: "unknown",
  priorBcmaKinds: [],
  eligibility: null,
  refractoryTo: [],
  region: null,
  regionDetail: null,
  enrolment: null,
  landmarks: [],
  medians: [],
  timing: [],
  overlaps: [],
  network: null,
  labelPool: false,
  riskOfBias: null,
  missing: [],
  notes: null,
} satisfies Partial<Cohort>;

const usualFigure = {
  percentPrinted: null,
  derived: false,
  derivedRange: null,
  cut: "primary",
  followUpMonths: null,
  timeOrigin: null,
  source: 0,
  hold: null,
  definition: null,
  locator: "added by the reader",
  exposureMonths: null,
} as const satisfies Partial<Figure>;

// The functions below convert cohorts that a reader added to the form that a comparison reads, so that they are
// counted by the same rules as all others.

/**
 * Returns added cohorts in the form that comparing reads, in their order, each with an id by its place in the list
 * and without overlaps.
 *
 * @param labelOf Makes the label by which answers call a cohort, from the name that the reader typed.
 */
export function convertAddedToComputeCohorts(
  cohorts: readonly Cohort[],
  labelOf = (name: string): string => name,
): ComputeCohort[] {
  return cohorts.map((cohort, index) => {
    const label = labelOf(cohort.label);
    return makeCohortWithAddedId(makeComputeCohort({ ...cohort, label }, [], []), index + 1);
  });
}

export function addCohortsToDataset(
  dataset: Dataset,
  addedCohorts: readonly ComputeCohort[],
): Dataset {
  return { ...dataset, cohorts: [...dataset.cohorts, ...addedCohorts] };
}
