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
  // The shortest word is the nearest: of `ide-cel` and `ide-cel-or-cilta-cel` the former.
  const word = nearName(
    wrong,
    withLetters(allowed).sort((a, b) => a.length - b.length),
  );
  const product = products.find(
    ({ slug, name, brandNames, contains }) =>
      // The name of several products together begins with that of the first.
      contains.length === 0 &&
      allowed.includes(slug) &&
      nearName(wrong, withLetters([name, ...brandNames])) !== undefined,
  );
  return word ?? product?.slug;
}

/** Returns the words of three letters or more, because any text begins like a shorter word. */
const withLetters = (words: readonly string[]) => words.filter((word) => /[a-z]{3}/i.test(word));
