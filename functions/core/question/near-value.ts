/** Names the allowed value that is probably meant by a wrong one. */
import { nearName } from "./near-name.ts";
import type { Vocabulary } from "./parameter.ts";

/**
 * Returns the message about a value that is not allowed, with the allowed word that is written almost like it, or whose
 * product has such a name or brand.
 *
 * @param value One word, or words joined by commas.
 */
export function notAllowed(
  value: string,
  allowed: readonly string[],
  products: Vocabulary["products"],
): string {
  const wrong = value.split(",").find((word) => !allowed.includes(word)) ?? "";
  const product = products.find(
    ({ slug, name, brandNames, contains }) =>
      // The name of several products together begins with that of the first.
      contains.length === 0 &&
      allowed.includes(slug) &&
      nearName(wrong, [name, ...brandNames]) !== undefined,
  );
  // The shortest word is the nearest: of `ide-cel` and `ide-cel-or-cilta-cel` the former.
  const byLength = [...allowed].sort((a, b) => a.length - b.length);
  const near = nearName(wrong, byLength) ?? product?.slug;
  return `not one of the allowed values${near === undefined ? "" : `; is it ${near}?`}`;
}
