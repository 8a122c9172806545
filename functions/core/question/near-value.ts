/** Finds the allowed value that is probably meant by a wrong one. */
import { nearName } from "./near-name.ts";
import type { Vocabulary } from "./parameter.ts";

/**
 * Returns the allowed word that is written almost like a wrong one, or whose product has such a name or brand;
 * `undefined` if there is none.
 *
 * @param value One word, or words joined by commas.
 */
export function nearValue(
  value: string,
  allowed: readonly string[],
  products: Vocabulary["products"],
): string | undefined {
  const wrong = value.split(",").find((word) => !allowed.includes(word)) ?? "";
  const near = products
    .filter(({ slug }) => allowed.includes(slug))
    .map(({ slug, name, brandNames }) => ({ slug, names: withLetters([name, ...brandNames]) }))
    .filter(({ names }) => nearName(wrong, names) !== undefined);
  const named = near.find(({ names }) =>
    names.some((name) => name.toLowerCase() === wrong.toLowerCase()),
  );
  // The shortest word is the nearest: of `ide-cel` and `ide-cel-or-cilta-cel` the former.
  const word = nearName(wrong, withLetters(allowed).sort(byLength));
  return named?.slug ?? word ?? near.map(({ slug }) => slug).sort(byLength)[0];
}

const byLength = (a: string, b: string) => a.length - b.length;

/** Returns the words of three letters or more, because any text begins like a shorter word. */
const withLetters = (words: readonly string[]) => words.filter((word) => /[a-z]{3}/i.test(word));
