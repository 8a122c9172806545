/**
 * Reads a cohort that a reader adds. Its file has the fields of a cohort's file in the data, most of which may be
 * absent. Its shape is checked by the schema of the data and its content by the rules of the data; what they find
 * is told field by field.
 */
import * as v from "valibot";
import type { Problem } from "#data/evidence.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import { cohortProblems } from "#data/rules/cohorts.ts";
import { figuresOfCohort } from "#data/rules/figures.ts";
import { ProblemList } from "#data/rules/report.ts";
import { cohortSchema } from "#data/schema/cohort.ts";
import type { Cohort, Figure, Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { allowedAt, ruleText } from "./allowed.ts";

/** More characters would not fit next to the marks of a row. */
const longestName = 40;

/** A name of somebody else's file could end the text in which a script for R holds it. */
const notInName = /["\p{C}]/u;

/** A single patient is not a group. */
const fewestPatients = 2;

/** More patients are no cohort but a mistake at the keyboard. */
const mostPatients = 100_000;

/**
 * States what is wrong with a field and what is allowed there. `field` is its path in the file:
 * `figures[2].events`.
 */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export interface ReadCohort {
  /** `cohort` is `null` if the file has any problem. */
  readonly cohort: Cohort | null;
  /** `problems` has at most one entry for each field. */
  readonly problems: readonly FieldProblem[];
}

/** Holds the data that the rules of a cohort’s file need. */
export type DataOfRules = Pick<Dataset, "products" | "outcomes" | "review">;

/** Reads the content of a file of a cohort, or of the form, which makes the same. */
export function readCohort(content: unknown, data: DataOfRules): ReadCohort {
  // A file of the data may hold outcomes that no question pools.
  const withRecordOutcomes = { ...data, outcomes: [...data.outcomes, ...recordOutcomes] };
  if (!isRecord(content)) return refusal([{ field: "", message: allowedAt("") }]);
  const parsed = v.safeParse(cohortSchema, withDefaults(content, withRecordOutcomes));
  if (!parsed.success) {
    return refusal(
      parsed.issues.map((issue) => {
        const field = fieldOf(issue);
        const isUnknown = issue.type === "strict_object" && issue.expected === "never";
        return { field, message: isUnknown ? "no such field" : allowedAt(field) };
      }),
    );
  }
  const { output } = parsed;
  const cohort = "setting" in content ? output : { ...output, setting: settingOf(output) };
  const problems = [...ofAdded(cohort, withRecordOutcomes), ...ofData(cohort, withRecordOutcomes)];
  return problems.length > 0 ? refusal(problems) : { cohort, problems: [] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Returns a refused cohort with the first problem of each field, which tells what to do; another one of the same
 * field may follow from it.
 */
function refusal(problems: readonly FieldProblem[]): ReadCohort {
  const isFirst = ({ field }: FieldProblem, index: number) =>
    problems.findIndex((problem) => problem.field === field) === index;
  return { cohort: null, problems: problems.filter(isFirst) };
}

function fieldOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((path, { key }) => {
    if (typeof key === "number") return `${path}[${key}]`;
    return path === "" ? String(key) : `${path}.${String(key)}`;
  }, "");
}

/** Returns the problems that the rules of the data find in an added cohort. */
function ofData(cohort: Cohort, { products, outcomes, review }: DataOfRules): FieldProblem[] {
  const list = new ProblemList("");
  figuresOfCohort(cohort, outcomes, list);
  const reported: Problem[] = [
    ...cohortProblems({ cohorts: [cohort], products, outcomes, review }),
    ...list.problems,
  ];
  return reported.map((problem) => ({
    field: problem.field,
    message: ruleText(problem, cohort, outcomes),
  }));
}

/** Returns the problems of rules that apply to added counts only, because nobody reads their source. */
function ofAdded(
  { label, baseline, figures, landmarks }: Cohort,
  { outcomes }: DataOfRules,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (field: string, message = allowedAt(field)) => problems.push({ field, message });
  if (label.length > longestName || notInName.test(label)) refuse("label");
  if (baseline.n === null || baseline.n < fewestPatients || baseline.n > mostPatients) {
    refuse("baseline.n");
  }
  if (figures.length + landmarks.length === 0) {
    refuse("figures", "at least one outcome with its events");
  }
  for (const [index, figure] of figures.entries()) {
    const { outcome, events, percentPrinted, hold, grading } = figure;
    const isEmpty = events === null && percentPrinted === null && hold === null;
    if (isEmpty) refuse(`figures[${index}].events`);
    const { broader, scale } = outcomes.find(({ id }) => id === outcome) ?? {};
    if (scale !== "astct" || broader === undefined || grading === "astct") continue;
    const instead = outcomes.find(({ id }) => id === broader)?.label ?? broader;
    refuse(
      `figures[${index}].grading`,
      `say that it was graded by ASTCT (astct), or enter it as ${instead}`,
    );
  }
  return problems;
}

/** Added counts get this tier: nobody reviewed them, but they count unless sources are restricted to papers. */
const tierOfAdded = 3;

const noBaseline = {
  n: null,
  leukapheresed: null,
  medianAge: null,
  ageRange: null,
  medianPriorLines: null,
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
} as const satisfies Cohort["baseline"];

/** Fields that a file may leave out, as a cohort of the data has them where nothing is known. */
const defaults = {
  id: "added",
  firstAuthor: null,
  year: null,
  construct: null,
  phase: null,
  dose: null,
  doses: "recommended",
  regimen: "monotherapy",
  regimenPartners: [],
  setting: "late",
  settingBasis: "prior lines",
  priorBcma: "unknown",
  eligibility: null,
  region: null,
  regionDetail: null,
  enrolment: null,
  followUpMonths: null,
  figures: [],
  landmarks: [],
  medians: [],
  riskOfBias: null,
  missing: [],
  notes: null,
} as const satisfies Partial<Cohort>;

/** Patients shared with published series are not looked for, and the name of a registry would join it to a trial. */
const notTaken = { overlaps: [], network: null, labelPool: false, registry: [] } as const;

function withDefaults(
  content: Readonly<Record<string, unknown>>,
  { products, outcomes }: DataOfRules,
) {
  const { evidence, product, followUpMonths = null } = content;
  const listedProduct = products.find(({ slug }) => slug === product);
  const baseline = isRecord(content.baseline)
    ? { ...noBaseline, ...content.baseline }
    : (content.baseline ?? noBaseline);
  const lines = isRecord(content.admittedLines)
    ? { min: null, max: null, ...content.admittedLines }
    : content.admittedLines;
  const source = {
    reference: "added-by-the-reader",
    detail: null,
    doi: null,
    pmid: null,
    seenAt: null,
    kind: "congress",
    tier: tierOfAdded,
    followUpMonths,
    dataCutoff: null,
  };
  const patients = isRecord(baseline) ? baseline.n : null;
  return {
    ...defaults,
    design: evidence === "real-world" ? "retrospective" : "single-arm",
    targets: listedProduct?.targets ?? ["bcma"],
    ...(listedProduct && { therapyClass: listedProduct.therapyClass }),
    sources: [source],
    ...content,
    ...notTaken,
    ...(lines !== undefined && { admittedLines: lines }),
    baseline,
    ...(Array.isArray(content.figures) && {
      figures: content.figures.map((figure) => withFigureDefaults(figure, patients, outcomes)),
    }),
  };
}

const usualFigure = {
  percentPrinted: null,
  derived: false,
  derivedRange: null,
  cut: "primary",
  followUpMonths: null,
  timeOrigin: null,
  source: 0,
  grading: "unknown",
  grades: null,
  hold: null,
  definition: null,
  locator: "added by the reader",
} as const satisfies Partial<Figure>;

function withFigureDefaults(figure: unknown, patients: unknown, outcomes: readonly Outcome[]) {
  if (!isRecord(figure)) return figure;
  const outcome = outcomes.find(({ id }) => id === figure.outcome);
  const n = "n" in figure ? figure.n : patients;
  return {
    ...usualFigure,
    population: n === patients ? "treated" : populationOf(outcome),
    ...(outcome?.by && { by: outcome.by }),
    ...figure,
    n,
  };
}

/** Returns the usual population of an outcome that does not count over all patients of the cohort. */
function populationOf(outcome: Outcome | undefined): Figure["population"] {
  if (outcome?.id === "mrd-negative") return "mrd-evaluable";
  return outcome?.group === "toxicity" ? "safety" : "efficacy-evaluable";
}

/** Returns the setting by prior lines: `late` from three lines on, `early` for at most four, otherwise `mixed`. */
function settingOf({
  admittedLines,
  baseline: { priorLinesRange },
}: Pick<Cohort, "admittedLines" | "baseline">): Cohort["setting"] {
  const [min, max] = priorLinesRange ?? [admittedLines?.min ?? null, admittedLines?.max ?? null];
  // Without a number of lines the cohort counts as late, like the usual question; the form says so.
  if (min === null || min >= 3) return "late";
  return max !== null && max <= 4 ? "early" : "mixed";
}
