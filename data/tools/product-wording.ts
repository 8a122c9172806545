/** Collected product facts in our words: how the collecting went says nothing about a product. */

/** In order; later patterns see the result of earlier ones. */
const shorthand: readonly (readonly [RegExp, string])[] = [
  [/ \(see regulatory\.md\)/g, ""],
  [/; see missing$/g, ""],
  [/\(stored copy, last updated/g, "(last updated"],
  [/^EMA stored EPAR page \((\d{4}-\d{2})\)/g, "The EMA's page of $1"],
  [/EMA stored page shows/g, "the EMA page seen shows"],
  [/in the sources as of this search \((\d{4}-\d{2}-\d{2})\)/g, "by $1"],
  [/not visible in the excerpt/g, "not visible in the page seen"],
  [/excerpt of the product page/g, "the product page seen"],
  [/\bfrom_week (\d+)/g, "week $1"],
];

/** Rests on a page that only the collectors had. */
const unpublished = /\b[Ss]eed page\b/;

export function isUnpublished(text: string): boolean {
  return unpublished.test(text);
}

/** Every text of a product, at any depth. */
export function inPlainWords<T>(value: T): T;
export function inPlainWords(value: unknown): unknown {
  if (typeof value === "string") {
    return shorthand.reduce((text, [pattern, plain]) => text.replace(pattern, plain), value);
  }
  if (Array.isArray(value)) return value.map((item) => inPlainWords(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inPlainWords(item)]));
}
