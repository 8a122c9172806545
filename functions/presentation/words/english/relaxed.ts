/** For an answer in which a class has no study: few questions lead there, so loaded later. */
import { relaxedNames } from "../relaxed-names.ts";
import { parameters } from "./parameters.ts";

export const relaxed = {
  empty: "No trial answers this question.",
  emptyClass: (adjective: string) => `No ${adjective} study in this selection.`,
  /** The studies that a relaxation leads to. */
  leadsTo: (carT: number, bsab: number) => `${carT} CAR-T and ${bsab} bispecific studies`,
  names: relaxedNames(parameters, { all: "All filters reset", anywhere: "Anywhere" }),
};
