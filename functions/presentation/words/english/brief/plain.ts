/** One outcome in natural frequencies, in English. */
import type { PlainWords } from "../../contract/brief.ts";
import { counted } from "../counted.ts";

function about(rate: string): string {
  if (rate.startsWith("<")) return `fewer than ${rate.slice(1)}`;
  if (rate.startsWith(">")) return `more than ${rate.slice(1)}`;
  return `about ${rate}`;
}

export const plain: PlainWords = {
  rate: ({ name, rate, what, range, cohorts, n }) => {
    const patients = n === null ? "" : `, ${counted(n, "patient")}`;
    return `With ${name}, ${about(rate)} of 100 ${what} (range ${range}; ${counted(cohorts, "cohort")}${patients}).`;
  },
  unclear: (what, range, names) =>
    `The data do not tell with which of the two more ${what}: anything from ${range} of 100 with ${names["car-t"]} fits them.`,
  more: (more, what, range, names) =>
    `More ${what} with ${names[more]} in these cohorts: ${range} of 100 with ${names["car-t"]}.`,
  lost: (check, range) =>
    range === null
      ? `It depends on a check, in which no comparison is possible: ${check}.`
      : `It depends on a check: ${check}, anything from ${range} of 100 with CAR-T fits the data.`,
};
