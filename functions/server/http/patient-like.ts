/**
 * Names of what is known of one patient (`mrn`, `birthDate`) and spellings of `patient-age`: what such parameters say
 * is not repeated, listed or stored.
 */
import { sanitise } from "#core/question/parse-query.ts";
import { listedName, wordsOf } from "./patient-names.ts";

const word = "patient";

/** Matches a letter left out, added or changed, or two adjacent letters swapped. */
const mostMistakes = 2;

/** `pt-age`, `patAge`: only as a word, because many words begin like this. */
const short = /(?:^|[^a-z])p(?:a|n)?ts?(?![a-z])/;

/**
 * Returns whether a name is on the list, or "patient" stands anywhere in it, in any case, with at most two mistakes.
 */
export function isPatientLike(name: string): boolean {
  const words = wordsOf(name);
  return (
    listedName(name) !== null ||
    short.test(words.join("-")) ||
    fewestMistakes(words.join("")) <= mostMistakes
  );
}

/** Returns the same for a text that may hold names with values. Each letter is read once. */
export function holdsPatientLike(text: string): boolean {
  const words = [...text.matchAll(/([^=:?&#;,/]+)([=:]?)/g)];
  return words.some(([, name = "", mark]) => mark !== "" && isPatientLike(name));
}

/** Returns a part of an address as it was sent, for an error, unless it may be about a patient. */
export function repeated(text: string): string {
  return isPatientLike(text) ? "…" : sanitise(text);
}

/** The least mistakes with which the word stands in these letters (optimal string alignment). */
function fewestMistakes(letters: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = [...word, ""].map((_, index) => index);
  let fewest = word.length;
  for (let at = 0; at < letters.length; at += 1) {
    const row = [0];
    for (let done = 1; done <= word.length; done += 1) {
      const [expected, letter] = [word[done - 1], letters[at]];
      const changed = cell(last, done - 1) + (expected === letter ? 0 : 1);
      const isSwapped = at > 0 && expected === letters[at - 1] && word[done - 2] === letter;
      const swapped = isSwapped ? cell(before, done - 2) + 1 : word.length;
      row.push(Math.min(changed, swapped, cell(last, done) + 1, cell(row, done - 1) + 1));
    }
    fewest = Math.min(fewest, cell(row, word.length));
    [before, last] = [last, row];
  }
  return fewest;
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? word.length;
}
