/** Describes what is wrong with a request, without what may be about a patient, and finds what was probably meant. */
import type { Vocabulary } from "./parameters.ts";

/** Describes one problem with a request so that a caller can fix it. */
export interface QueryProblem {
  /**
   * Names the parameter. Of an unknown parameter it is the known name that the sent one resembles, or `null`: the sent
   * name may hold something about a patient, so it is not repeated.
   */
  parameter: string | null;
  /** `position` is the place among the parameters of the address, from 1; only an unknown parameter has it. */
  position?: number;
  /**
   * Holds the given value: at most 64 characters, without control characters, `<>&` escaped. It is empty for an
   * unknown parameter, whose value may be about a patient, and for one that is no longer taken.
   */
  value: string;
  message: string;
  /**
   * Lists the allowed values, or examples of a range or a date. For an unknown parameter, it lists the known names; none for
   * what only a named set decides, and for a parameter that is no longer taken.
   */
  allowed: readonly string[];
}

type Named = Pick<QueryProblem, "parameter" | "position">;

/**
 * Makes the problem of an unknown parameter, of which neither name nor value is repeated.
 *
 * @param sent The name as it was sent.
 * @param index The place among the parameters of the address, from 0.
 * @param allowedNames The names of all parameters of the resource.
 */
export function makeUnknownParameterProblem(
  sent: string,
  index: number,
  allowedNames: readonly string[],
): QueryProblem {
  const near = findNearName(sent, allowedNames);
  const unknown =
    near === undefined ? "unknown parameter" : `unknown parameter; did you mean ${near}?`;
  return {
    parameter: near ?? null,
    position: index + 1,
    value: "",
    message: allowedNames.length > 0 ? unknown : "this resource takes no parameters",
    allowed: allowedNames,
  };
}

/** Formats which parameter a problem is about: a known one by its name, an unknown one by its place. */
export function formatProblemParameter({ parameter, position }: Named): string {
  return parameter !== null && position === undefined ? parameter : `parameter ${position ?? ""}`;
}

const escapes: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/** Makes a caller's text safe to repeat in an error, even if a client shows it as HTML. */
export function sanitiseErrorText(text: string): string {
  return shortenErrorText(text).replace(/[<>&]/g, (character) => escapes[character] ?? character);
}

/** Returns at most 64 characters and no control characters. The result is not yet safe inside HTML. */
function shortenErrorText(text: string): string {
  return [...text.replace(/\p{C}/gu, "")].slice(0, 64).join("");
}

/** Returns the name that is written almost like this one: in other letters, with another hyphen, or not to its end. */
export function findNearName(text: string, names: readonly string[]): string | undefined {
  const bare = stripNameToLetters(text);
  const isNear = (name: string) => name.startsWith(bare) || bare.startsWith(name);
  return bare.length < 3 ? undefined : names.find((name) => isNear(stripNameToLetters(name)));
}

const stripNameToLetters = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");

// Finds the allowed value that is probably meant by a wrong one.

/**
 * Returns the allowed word that is written almost like a wrong one, or whose product or outcome has such a name or
 * brand; of a number the word that holds it ("3+" of "4"); else the only word one slip away. `undefined` if there is
 * none.
 *
 * @param value One word, or words joined by commas.
 */
export function findNearAllowedValue(
  value: string,
  allowed: readonly string[],
  { outcomes, products }: Pick<Vocabulary, "outcomes" | "products">,
): string | undefined {
  const wrong = value.split(",").find((word) => !allowed.includes(word)) ?? "";
  const openEnded = allowed.find((word) => /^\d+\+$/.test(word));
  if (openEnded && /^\d+$/.test(wrong) && Number(wrong) >= Number.parseInt(openEnded, 10)) {
    return openEnded;
  }
  const named = [
    ...products.map(({ slug, name, brandNames }) => ({ word: slug, names: [name, ...brandNames] })),
    ...outcomes.map(({ id, label }) => ({ word: id, names: [label] })),
  ].filter(({ word }) => allowed.includes(word));
  const near = named.filter(
    ({ names }) => findNearName(wrong, dropShortWords(names)) !== undefined,
  );
  const same = near.find(({ names }) =>
    names.some((name) => name.toLowerCase() === wrong.toLowerCase()),
  );
  // The shortest word is the nearest: of `ide-cel` and `ide-cel-or-cilta-cel` the former.
  const word = findNearName(wrong, dropShortWords(allowed).sort(compareLengths));
  const nearest = same?.word ?? word ?? near.map((entry) => entry.word).sort(compareLengths)[0];
  if (nearest !== undefined) return nearest;
  const known = [...named, ...allowed.map((text) => ({ word: text, names: [text] }))];
  const slips = known.filter(({ names }) => names.some((name) => isOneSlipAway(wrong, name)));
  const [only, ...others] = new Set(slips.map((entry) => entry.word));
  return others.length === 0 ? only : undefined;
}

/** A shorter word is a slip away from too many others. */
const leastLetters = 6;

/** Returns whether one letter was left out, added or changed, or two neighbours were swapped. */
function isOneSlipAway(text: string, name: string): boolean {
  const [a, b] = [stripNameToLetters(text), stripNameToLetters(name)];
  if (Math.min(a.length, b.length) < leastLetters) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isSwap = left.length === 2 && right === `${left[1]}${left[0]}`;
  return isSwap || Math.max(left.length, right.length) <= 1;
}

const compareLengths = (a: string, b: string) => a.length - b.length;

/** Returns the words of three letters or more, because any text begins like a shorter word. */
const dropShortWords = (words: readonly string[]) => words.filter((word) => /[a-z]{3}/i.test(word));
