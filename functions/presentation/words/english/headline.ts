/** The headline of links, pictures, copies and reports: both rates in a sentence. */
import type { Noun } from "../told.ts";
import { counted, plural } from "./counted.ts";

/** @param k of those counted; `null` or 0 for the typical one of a model */
function inTrials(noun: string, k: number | null): string {
  if (!k) return `a typical ${noun}`;
  return k === 1 ? `one ${noun}` : counted(k, noun);
}

export const headline = {
  /** The result of a single trial is worded differently from an estimate from several. */
  opening: (noun: Noun, k: number | null, each: boolean) =>
    `In ${inTrials(noun, k)}${each ? " each" : ""} `,
  other: (noun: Noun, k: number | null) => `in ${inTrials(noun, k)} `,
  patients: "patients",
  infusedPatients: "infused patients",
  /** With the rates of both classes. If there is no product, the class is named. */
  responded: {
    carT: (product: string | null) => `responded to ${product ?? "CAR-T"}`,
    bispecific: (product: string | null) => `to ${product ?? "a bispecific"}`,
    bispecificAlone: (product: string | null) => `responded to ${product ?? "a bispecific"}`,
  },
  /** For outcomes other than response; `phrase` completes "27 more of 100". */
  others: (phrase: string) => ({
    carT: (product: string | null) => `${phrase} with ${product ?? "CAR-T"}`,
    bispecific: (product: string | null) => `with ${product ?? "a bispecific"}`,
    bispecificAlone: (product: string | null) => `${phrase} with ${product ?? "a bispecific"}`,
  }),
  noBispecific: "no bispecific figure in this selection.",
  noCarT: "No CAR-T figure in this selection.",
  notRepresentative: (numbers: string, why = "too few patients or trials") =>
    `Not compared, ${why}: ${numbers}.`,
  noHarm: "No harm differed in every check.",
  doubt: (noun: Noun, singleArm: boolean, certainty: string | null) => {
    const what = singleArm && noun === "trial" ? "Single-arm trials" : `Separate ${plural(noun)}`;
    return `${what}, different patients${certainty ? `: certainty ${certainty}` : ""}.`;
  },
};
