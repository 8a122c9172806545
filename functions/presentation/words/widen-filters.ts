/** For an answer in which a class has no trial: few questions lead there, so loaded later. */
import type { StudyWord } from "./arguments.ts";
import { counted } from "./counts.ts";
import { parameters } from "./parameters.ts";

export const widening = {
  empty: "No trial answers this question.",
  emptyClass: (adjective: string, noun: StudyWord) => `No ${adjective} ${noun} in this selection.`,
  /** What a relaxation leads to. */
  leadsTo: (carT: number, bsab: number, noun: StudyWord) =>
    `${carT} CAR-T and ${counted(bsab, `bispecific ${noun}`)}`,
  names: namesOf({ all: "All filters reset", anywhere: "Anywhere" }),
};

/** @param others The names of widerQuestions that are not those of one filter. */
function namesOf(others: Readonly<Record<"all" | "anywhere", string>>) {
  const own = Object.entries(parameters).flatMap(([name, words]): [string, string][] =>
    "widening" in words ? [[name, words.widening]] : [],
  );
  const names: Readonly<Record<string, string>> = { ...others, ...Object.fromEntries(own) };
  return names;
}
