import type { RelaxedWords } from "../contract/parameters.ts";
import { relaxedNames } from "../relaxed-names.ts";
import { parameters } from "./parameters.ts";

export const relaxed: RelaxedWords = {
  empty: "No trial answers this question.",
  emptyClass: (adjective) => `No ${adjective} cohort in this selection.`,
  leadsTo: (carT, bsab) => `${carT} CAR-T and ${bsab} bispecific cohorts`,
  names: relaxedNames(parameters, { all: "All filters reset", anywhere: "Anywhere" }),
};
