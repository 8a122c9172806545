/**
 * Words for an answer in which a class, or both, have no cohort. Not in the first load: few questions
 * lead there.
 */
import { relaxedNames } from "../relaxed-names.ts";
import { parameters } from "./parameters.ts";

export const relaxed = {
  empty: "No trial answers this question.",
  emptyClass: (adjective: string) => `No ${adjective} cohort in this selection.`,
  /** The cohorts that a relaxation leads to. */
  leadsTo: (carT: number, bsab: number) => `${carT} CAR-T and ${bsab} bispecific cohorts`,
  names: relaxedNames(parameters, { all: "All filters reset", anywhere: "Anywhere" }),
};
