/** The names of the relaxations of filters, taken from the words of the parameters. */
import type { ParameterWords, RelaxedWords } from "./contract/parameters.ts";

/** @param all The name of the relaxation of every filter at once. */
export function relaxedNames(parameters: ParameterWords, all: string): RelaxedWords["names"] {
  const own = Object.entries(parameters).flatMap(([name, words]) =>
    "relaxed" in words ? [[name, words.relaxed]] : [],
  );
  return { all, ...Object.fromEntries(own) };
}
