/**
 * Recognises names of data about one patient (`mrn`, `birthDate`) and spellings of `patient-age`. The values of such
 * parameters are not repeated, listed or stored.
 */
import { sanitise } from "#core/question/parse-query.ts";
import { listedName, wordsOf } from "./patient-names.ts";

const word = "patient";

/** This many mistakes still match: a letter left out, added or changed, or two adjacent letters swapped. */
const mostMistakes = 2;

/** Matches `pt-age` and `patAge`, but only as a whole word, because many words begin like this. */
const short = /(?:^|[^a-z])p(?:a|n)?ts?(?![a-z])/;

/** Tells whether a name is on the list, or contains "patient", in any case, with at most two mistakes. */
export function isPatientLike(name: string): boolean {
  const words = wordsOf(name);
  return (
    listedName(name) !== null ||
    short.test(words.join("-")) ||
    fewestMistakes(words.join("")) <= mostMistakes
  );
}

/** Tells whether a text contains such a name with a value. Each letter is read once. */
export function holdsPatientLike(text: string): boolean {
  const words = [...text.matchAll(/([^=:?&#;,/]+)([=:]?)/g)];
  return words.some(([, name = "", mark]) => mark !== "" && isPatientLike(name));
}

/** Returns a part of an address as it was sent, for an error message; "…" if it may be about a patient. */
export function withoutPatient(text: string): string {
  return isPatientLike(text) ? "…" : sanitise(text);
}

/** Returns the fewest mistakes with which these letters contain the word (optimal string alignment). */
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
