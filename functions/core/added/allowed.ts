/**
 * Writes messages for the form of added counts: the allowed values of a field, its name in a spreadsheet, and what
 * a rule of the data found in it.
 */
import type { Problem } from "#data/evidence.ts";
import type { Cohort, Outcome } from "#data/schema.ts";

/** States what is allowed in each field, by its path, in which `[]` stands for any place in a list. */
const allowedTexts: Readonly<Record<string, string>> = {
  "": "a cohort: a name, a class, the kind of evidence, n, and events by outcome",
  label: "a name of 1 to 40 characters, without quotation marks",
  therapyClass: "CAR-T cells (car-t) or bispecific antibody (bsab)",
  product:
    "a product of the list, also of several not told apart (bcma-car-t-mixed, bcma-bispecific-mixed)",
  evidence: "clinical trial (trial) or practice (real-world)",
  regimen: "given alone (monotherapy) or with other myeloma drugs (combination)",
  setting: "late, early or mixed",
  followUpMonths: "months, 0 or more",
  baseline: "an object with n, the number of patients",
  "baseline.n": "a whole number from 2 to 100 000: a group, no single patient",
  "baseline.leukapheresed": "a whole number, 1 or more",
  "baseline.medianAge": "years",
  "baseline.medianPriorLines": "a number of lines",
  "baseline.priorLinesRange": "two numbers: fewest and most lines",
  admittedLines: "fewest and most prior lines",
  "admittedLines.min": "a whole number of lines, 1 or more",
  "admittedLines.max": "a whole number of lines, 1 or more, or nothing",
  figures: "a list of outcomes with their events",
  "figures[]": "an outcome with its events",
  "figures[].outcome": "an outcome of the list",
  "figures[].events": "a whole number of patients, 0 or more",
  "figures[].n": "a whole number of patients, 1 or more",
  "figures[].grading": "astct, lee, cartox, ctcae or unknown",
  "figures[].grades": "3-4 (deaths apart), 3-5 (with deaths) or nothing",
  "figures[].population": "treated, efficacy-evaluable or safety",
  "figures[].followUpMonths": "months, 0 or more",
};

const otherwise = "not as the file of a cohort has it";

/** Returns what may stand in a field: "a whole number of patients, 0 or more". */
export function allowedAt(field: string): string {
  return allowedTexts[field.replaceAll(/\[\d+\]/g, "[]")] ?? otherwise;
}

/** Returns what a rule of the data found, in words for whoever typed it. */
export function ruleText(
  { rule, field, message }: Problem,
  { figures, therapyClass }: Pick<Cohort, "figures" | "therapyClass">,
  outcomes: readonly Outcome[],
): string {
  const nameOf = (id: string) => outcomes.find((outcome) => outcome.id === id)?.label ?? id;
  const index = Number(/^figures\[(\d+)\]/.exec(field)?.[1] ?? Number.NaN);
  const { outcome = "", events = null, n = null } = figures[index] ?? {};
  switch (rule) {
    case "events-not-above-n":
      return `${events} of ${n}: at most ${n}`;
    case "part-not-above-whole":
      return message.replaceAll(/"([^"]+)"/g, (_, id: string) => `${nameOf(id)}`);
    case "outcome-exists":
      return `no outcome “${outcome}” that is counted; an outcome of the list`;
    case "outcome-applies":
      return `${nameOf(outcome)} cannot occur after ${therapyClass === "bsab" ? "a bispecific" : "CAR-T cells"}`;
    case "figure-unique":
      return `${nameOf(outcome)} is given twice; once only`;
    case "product-exists":
      return allowedAt("product");
    case "product-class-agrees":
      return `${message.split(" ")[0]} is ${therapyClass === "bsab" ? "a CAR-T product" : "a bispecific antibody"}`;
    default:
      return message;
  }
}

/** Columns of a cohort, by the path in its file. The first name of each is that of the template. */
export const cohortColumns = {
  label: ["name", "label", "centre", "center", "hospital", "study", "trial", "cohort"],
  therapyClass: ["class", "therapyclass", "therapy class", "therapy"],
  product: ["product", "drug"],
  evidence: ["evidence", "kind of evidence", "kind", "design"],
  "admittedLines.min": ["prior lines from", "fewest prior lines", "lines from", "prior lines"],
  "admittedLines.max": ["prior lines to", "most prior lines", "lines to"],
  "baseline.n": ["patients", "treated", "infused", "total", "number of patients"],
  "baseline.medianAge": ["median age", "age"],
  "baseline.medianPriorLines": ["median prior lines"],
  followUpMonths: ["follow-up months", "median follow-up", "follow-up", "followupmonths"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Names the column of a field in the file of a cohort: "class"; the field itself if it has none. */
export function columnOf(field: string): string {
  const columns: Readonly<Record<string, readonly string[]>> = { ...cohortColumns };
  return columns[field]?.[0] ?? field;
}
