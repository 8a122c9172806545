/**
 * Holds texts for an answer in which a class has no trial. Few questions lead there, so the file is loaded on demand.
 */

import type { StudyWord } from "./names.ts";
import { parameterWords } from "./parameter-words.ts";
import { formatCountWithNoun } from "./sentences.ts";

const names: Readonly<Record<string, string>> = {
  all: "All filters reset",
  anywhere: "Anywhere",
  ...Object.fromEntries(
    Object.entries(parameterWords).flatMap(([name, words]) =>
      "widening" in words ? [[name, words.widening]] : [],
    ),
  ),
};

export const widening = {
  empty: "No trial answers this question.",
  emptyClass: (adjective: string, noun: StudyWord) => `No ${adjective} ${noun} in this selection.`,
  /** States the trials of each class after a filter is relaxed. */
  leadsTo: (carT: number, bsab: number, noun: StudyWord) =>
    `${carT} CAR-T and ${formatCountWithNoun(bsab, `bispecific ${noun}`)}`,
  names,
};
