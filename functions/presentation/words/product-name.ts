import { namedProducts } from "#core/evidence/products.ts";
import { productNames as shortNames } from "#data/generated/product-names.ts";

/** The short name of a product by its slug; of several that were not told apart, they are joined by "or". */
export function productName(slug: string): string {
  return namedProducts(slug)
    .map((product) => shortNames[product] ?? product)
    .join(" or ");
}

/** Usual abbreviations of drugs, for lists without room for whole names. */
const inShort: Readonly<Record<string, string>> = {
  elranatamab: "elra",
  linvoseltamab: "linvo",
  talquetamab: "talq",
  teclistamab: "tec",
};
const withShortName = new RegExp(Object.keys(inShort).join("|"), "g");

/** Returns text such as `tec, linvo` of `teclistamab, linvoseltamab`. */
export function namesInShort(names: string): string {
  return names.replace(withShortName, shortName);
}

/** Drugs that a text calls in short: `teclistamab` of `tec, linvoseltamab`. */
export function shortenedIn(text: string): string[] {
  return Object.keys(inShort).filter((name) => new RegExp(`\\b${inShort[name]}\\b`).test(text));
}

/** `tec` of `teclistamab`; a drug without a short name keeps its own. */
export function shortName(name: string): string {
  return inShort[name] ?? name;
}

/** Returns text such as `cilta-cel, teclistamab or elranatamab`. */
export function productNames(slugs: readonly string[]): string {
  return slugs.map(productName).join(", ");
}

/** `teclistamab in combination`; alone, or where a pool holds both kinds, its name. */
export function productInRegimen(
  slug: string,
  regimen: "monotherapy" | "combination" | null,
): string {
  return productName(slug) + (regimen === "combination" ? " in combination" : "");
}
