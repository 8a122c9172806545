/** Describes the form for counts of the reader as texts, and the content of a cohort's file that they make. */
import type { AddedContent } from "#core/added/read-text.ts";
import type { AddedChoices } from "./counts.ts";

/** Holds what the reader typed for an outcome. */
export interface TypedCount {
  readonly events: string;
  /** Holds the number of patients counted over; empty if all patients were. */
  readonly n: string;
}

export interface TypedCohort {
  readonly label: string;
  readonly therapyClass: string;
  /** Empty where products were not told apart. */
  readonly product: string;
  readonly evidence: string;
  readonly fewestLines: string;
  readonly mostLines: string;
  readonly patients: string;
  readonly followUp: string;
  /** The reader says that ICANS was graded by ASTCT. */
  readonly isGraded: boolean;
  /** Holds `3-4`, `3-5` or an empty text. */
  readonly grades: string;
  readonly counts: Readonly<Record<string, TypedCount>>;
  /** The fields of a file that the form does not have. */
  readonly more: AddedContent;
}

export const blankCohort: TypedCohort = {
  label: "",
  therapyClass: "",
  product: "",
  evidence: "",
  fewestLines: "",
  mostLines: "",
  patients: "",
  followUp: "",
  isGraded: false,
  grades: "",
  counts: {},
  more: {},
};

export const noCount: TypedCount = { events: "", n: "" };

type Outcomes = AddedChoices["outcomes"];

/** A number, or the text itself, which the check then refuses with what is allowed. */
function numberOf(text: string): number | string {
  const trimmed = text.trim();
  return /^\d+(?:[.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(",", ".")) : trimmed;
}

/** Outcomes that have events, in the order of the content. */
export function countedOutcomes({ counts }: TypedCohort, outcomes: Outcomes): string[] {
  return outcomes
    .map(({ id }) => id)
    .filter((id) => {
      const { events, n } = counts[id] ?? noCount;
      return events.trim() !== "" || n.trim() !== "";
    });
}

export function contentOf(cohort: TypedCohort, outcomes: Outcomes): AddedContent {
  const { more, label, therapyClass, product, evidence, patients, followUp } = cohort;
  const { fewestLines, mostLines, isGraded, grades, counts } = cohort;
  const hasLines = `${fewestLines}${mostLines}`.trim() !== "";
  const lineOf = (text: string) => (text.trim() === "" ? null : numberOf(text));
  return {
    ...more,
    label: label.trim(),
    ...(therapyClass && { therapyClass }),
    ...(product && { product }),
    ...(evidence && { evidence }),
    ...(hasLines && { admittedLines: { min: lineOf(fewestLines), max: lineOf(mostLines) } }),
    ...(followUp.trim() !== "" && { followUpMonths: numberOf(followUp) }),
    baseline: {
      ...(more.baseline as object | undefined),
      ...(patients.trim() !== "" && { n: numberOf(patients) }),
    },
    figures: countedOutcomes(cohort, outcomes).map((id) => {
      const { events, n } = counts[id] ?? noCount;
      const outcome = outcomes.find((entry) => entry.id === id);
      return {
        outcome: id,
        events: numberOf(events),
        ...(n.trim() !== "" && { n: numberOf(n) }),
        ...(outcome?.isGraded && isGraded && { grading: "astct" }),
        ...(outcome?.isSevere && grades && { grades }),
      };
    }),
  };
}

/** Fields that the form holds. */
const typedFields = [
  "label",
  "therapyClass",
  "product",
  "evidence",
  "admittedLines",
  "followUpMonths",
  "figures",
];

/** Returns the texts of the form for the content of a file, also of one with problems. */
export function typedOf(content: AddedContent): TypedCohort {
  const record = (value: unknown) => (value ?? {}) as Readonly<Record<string, unknown>>;
  const text = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? `${value}` : "";
  const lines = record(content.admittedLines);
  const { n: patients, ...baseline } = record(content.baseline);
  const figures = (Array.isArray(content.figures) ? content.figures : []).map(record);
  const more = Object.entries(content).filter(([name]) => !typedFields.includes(name));
  return {
    label: text(content.label),
    therapyClass: text(content.therapyClass),
    product: text(content.product),
    evidence: text(content.evidence),
    fewestLines: text(lines.min),
    mostLines: text(lines.max),
    patients: text(patients),
    followUp: text(content.followUpMonths),
    isGraded: figures.some(({ grading }) => grading === "astct"),
    grades: text(figures.find(({ grades }) => grades)?.grades),
    counts: Object.fromEntries(
      figures.map(({ outcome, events, n }) => [
        text(outcome),
        { events: text(events), n: n === patients ? "" : text(n) },
      ]),
    ),
    more: { ...Object.fromEntries(more), ...(Object.keys(baseline).length > 0 && { baseline }) },
  };
}
