/** The names of the relaxations of filters, taken from the words of the parameters. */
import type { ParameterWords } from "./parameter-words.ts";
/** @param others The names of relaxations that are not those of one filter. */
export function relaxedNames(
  parameters: ParameterWords,
  others: Readonly<Record<"all" | "anywhere", string>>,
): Readonly<Record<string, string>> {
  const own = Object.entries(parameters).flatMap(([name, words]) =>
    "relaxed" in words ? [[name, words.relaxed]] : [],
  );
  return { ...others, ...Object.fromEntries(own) };
}
