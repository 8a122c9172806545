/** Makes the table that a reader fills in with counts. */
import { cohortFields, outcomeFields } from "./fields.ts";

/** Outcomes of the template with the scale that they are graded by; a reader may write others below. */
const outcomesOfTemplate: Readonly<Record<string, string>> = {
  orr: "",
  vgpr: "",
  cr: "",
  crs: "",
  "crs-3": "",
  icans: "astct",
  "icans-3": "astct",
  "infection-3": "",
};

/** Returns the template as CSV, with a line for each outcome. Lines without counts are ignored when it is read. */
export function makeCsvTemplate(): string {
  const emptyCells = ",".repeat(cohortFields.length);
  const lines = Object.entries(outcomesOfTemplate).map(
    ([outcome, grading]) => `${emptyCells}${outcome},,,${grading},`,
  );
  return `${[[...cohortFields, ...outcomeFields].join(","), ...lines].join("\r\n")}\r\n`;
}
