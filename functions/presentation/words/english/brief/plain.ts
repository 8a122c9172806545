/** One outcome in natural frequencies, in English. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { OfClass } from "../../told.ts";
import { counted } from "../counted.ts";

function about(rate: string): string {
  if (rate.startsWith("<")) return `fewer than ${rate.slice(1)}`;
  if (rate.startsWith(">")) return `more than ${rate.slice(1)}`;
  return `about ${rate}`;
}

interface RateTold {
  /** Of the class, or of its only product. */
  readonly name: string;
  /** `84`, `<1` or `>99`. */
  readonly rate: string;
  readonly what: string;
  readonly range: string;
  readonly cohorts: number;
  readonly n: number | null;
}

export const plain = {
  rate: ({ name, rate, what, range, cohorts, n }: RateTold) => {
    const patients = n === null ? "" : `, ${counted(n, "patient")}`;
    return `With ${name}, ${about(rate)} of 100 ${what} (range ${range}; ${counted(cohorts, "cohort")}${patients}).`;
  },
  unclear: (what: string, range: string, names: OfClass) =>
    `The data do not tell with which of the two more ${what}: anything from ${range} of 100 with ${names["car-t"]} fits them.`,
  more: (more: TherapyClass, what: string, range: string, names: OfClass) =>
    `More ${what} with ${names[more]} in these cohorts: ${range} of 100 with ${names["car-t"]}.`,
  /** `range` is `null` if the classes cannot be compared there. */
  lost: (check: string, range: string | null) =>
    range === null
      ? `It depends on a check, in which no comparison is possible: ${check}.`
      : `It depends on a check: ${check}, anything from ${range} of 100 with CAR-T fits the data.`,
};
