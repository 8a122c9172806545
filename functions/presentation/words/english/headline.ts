/** The headline of links, pictures, copies and reports: both rates in a sentence. */
import type { StudyWord } from "../arguments.ts";

const inTrials = (noun: StudyWord, single: boolean) => `${single ? "one" : "a typical"} ${noun}`;

export const headline = {
  /** The result of a single trial is worded differently from an estimate from several. */
  opening: (noun: StudyWord, single: boolean, each: boolean) =>
    `In ${inTrials(noun, single)}${each ? " each" : ""} `,
  other: (noun: StudyWord, single: boolean) => `in ${inTrials(noun, single)} `,
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
};
