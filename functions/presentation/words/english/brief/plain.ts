/** One outcome in natural frequencies, in English. */
import type { PlainWords } from "../../contract/brief.ts";
import { counted } from "../counted.ts";
import { className } from "./parts.ts";

function about(rate: string): string {
  if (rate.startsWith("<")) return `fewer than ${rate.slice(1)}`;
  if (rate.startsWith(">")) return `more than ${rate.slice(1)}`;
  return `about ${rate}`;
}

export const plain: PlainWords = {
  rate: ({ group, rate, what, range, cohorts, n }) => {
    const patients = n === null ? "" : `, ${counted(n, "patient")}`;
    return `With ${className[group]}, ${about(rate)} of 100 ${what} (range ${range}; ${counted(cohorts, "cohort")}${patients}).`;
  },
  unclear: (what, range) =>
    `The data do not tell with which class more ${what}: anything from ${range} of 100 with CAR-T fits them.`,
  more: (group, what, range) =>
    `More ${what} with ${className[group]} in these cohorts: ${range} of 100 with CAR-T.`,
};
