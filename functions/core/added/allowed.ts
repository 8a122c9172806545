/** Writes messages on added counts: what is allowed in a field, and what a rule of the data found in it. */
import type { Problem } from "#data/evidence.ts";
import type { Cohort, Outcome } from "#data/schema.ts";

/** States what is allowed in each field, by its path, in which `[]` stands for any place in a list. */
const allowedTexts: Readonly<Record<string, string>> = {
  "": "a group: a name, a product, the kind of evidence, patients, and events by outcome",
  name: "a name of 1 to 40 characters, without quotation marks",
  class: "CAR-T cells (car-t) or bispecific antibody (bsab)",
  product:
    "a product of the list, also of several not told apart (bcma-car-t-mixed, bcma-bispecific-mixed)",
  evidence: "clinical trial (trial) or practice (real-world)",
  linesFrom: "a whole number of lines, 1 to 30",
  linesTo: "a whole number of lines, 1 to 30",
  patients: "a whole number from 2 to 100 000: a group, no single patient",
  medianAge: "years, 18 to 110",
  medianLines: "a number of lines, 1 to 30",
  followUpMonths: "months, 0 to 240",
  outcomes: "at least one outcome with its events",
  "outcomes[]": "an outcome with its events",
  "outcomes[].outcome": "an outcome of the list, by its id, such as orr, cr or crs-3",
  "outcomes[].events": "a whole number of patients, 0 or more",
  "outcomes[].n": "a whole number of patients, 1 or more",
  "outcomes[].grading": "astct, lee, cartox, ctcae or unknown",
  "outcomes[].grades": "3-4 (deaths apart), 3-5 (with deaths) or nothing",
};

/** Returns what may stand in a field, such as "a whole number of patients, 0 or more". */
export function describeAllowedValue(field: string): string {
  return allowedTexts[field.replaceAll(/\[\d+\]/g, "[]")] ?? "not as the template has it";
}

/** Returns what a rule of the data found in an added group, in the words of its form. */
export function describeRuleProblem(
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
      return message.replaceAll(/"([^"]+)"/g, (_, id: string) => nameOf(id));
    case "outcome-exists":
      return `no counted outcome “${outcome}”; ${describeAllowedValue("outcomes[].outcome")}`;
    case "outcome-applies":
      return `${nameOf(outcome)} cannot occur after ${therapyClass === "bsab" ? "a bispecific" : "CAR-T cells"}`;
    case "figure-unique":
      return `${nameOf(outcome)} is given twice; once only`;
    case "grades-of-severe":
      return `${nameOf(outcome)} counts all grades; leave it empty`;
    case "product-class-agrees":
      return `${message.split(" ")[0]} is ${therapyClass === "bsab" ? "a CAR-T product" : "a bispecific antibody"}`;
    default:
      return message;
  }
}
