/** What is said of survival, trial by trial, beside the words that the element draws. */
import type { SurvivalFamily } from "#data/medians.ts";
import type { ContrastTold } from "../told.ts";
import { survival } from "./survival.ts";

/** What a hazard ratio counts. */
const event: Record<SurvivalFamily, string> = {
  pfs: "progression or death",
  os: "death",
  dor: "loss of response",
};

export const survivalNotes = {
  ...survival,
  /** @param differs In what its patients differ from those of the question. */
  published: (
    family: SurvivalFamily,
    { value, interval }: ContrastTold,
    year: number,
    differs: readonly string[],
  ) =>
    `${["Published", ...differs].join(", ")}: hazard ratio of ${event[family]} ${value} (${interval.join("–")}), CAR-T against bispecifics, ${year}. Other trials, other patients.`,
  combined: "(with other drugs)",
  plus: "+ with other drugs.",
  notClasses: "Lines are trials, not classes.",
  notCompared: "The classes are not compared here.",
  hollow: (fewest: number) => `Hollow: fewer than ${fewest} patients.`,
};
