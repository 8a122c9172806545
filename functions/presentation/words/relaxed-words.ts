/** What relaxing a filter asks for instead, taken from the words of the parameters. */
import type { ParameterWords, RelaxedWords } from "./contract/parameters.ts";

/** @param all What relaxing every filter is called. */
export function relaxedWords(parameters: ParameterWords, all: string): RelaxedWords {
  const own = Object.entries(parameters).flatMap(([name, words]) =>
    "relaxed" in words ? [[name, words.relaxed]] : [],
  );
  return { all, ...Object.fromEntries(own) };
}
