/** Finds the allowed value that is probably meant by a wrong one. */
import { findNearName } from "./near-name.ts";
import type { Vocabulary } from "./parameter.ts";

/**
 * Returns the allowed word that is written almost like a wrong one, or whose product or outcome has such a name or
 * brand; of a number the word that holds it ("3+" of "4"). `undefined` if there is none.
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
  const near = [
    ...products.map(({ slug, name, brandNames }) => ({ word: slug, names: [name, ...brandNames] })),
    ...outcomes.map(({ id, label }) => ({ word: id, names: [label] })),
  ].filter(
    ({ word, names }) =>
      allowed.includes(word) && findNearName(wrong, dropShortWords(names)) !== undefined,
  );
  const named = near.find(({ names }) =>
    names.some((name) => name.toLowerCase() === wrong.toLowerCase()),
  );
  // The shortest word is the nearest: of `ide-cel` and `ide-cel-or-cilta-cel` the former.
  const word = findNearName(wrong, dropShortWords(allowed).sort(compareLengths));
  return named?.word ?? word ?? near.map((entry) => entry.word).sort(compareLengths)[0];
}

const compareLengths = (a: string, b: string) => a.length - b.length;

/** Returns the words of three letters or more, because any text begins like a shorter word. */
const dropShortWords = (words: readonly string[]) => words.filter((word) => /[a-z]{3}/i.test(word));
