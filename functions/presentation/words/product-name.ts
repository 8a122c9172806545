import { splitSeriesIntoProductSlugs } from "#core/evidence/grouping.ts";
import { productNames as shortNames } from "#data/generated/product-names.ts";

/**
 * Returns the short name of a product by its slug. The names of several products that a study did not separate are
 * joined by "or".
 */
export function nameProduct(slug: string): string {
  return splitSeriesIntoProductSlugs(slug)
    .map((product) => shortNames[product] ?? product)
    .join(" or ");
}

/** Lists the usual abbreviations of drugs, for lists without room for whole names. */
const inShort: Readonly<Record<string, string>> = {
  elranatamab: "elra",
  linvoseltamab: "linvo",
  talquetamab: "talq",
  teclistamab: "tec",
};
const withShortName = new RegExp(Object.keys(inShort).join("|"), "g");

/** Abbreviates drugs in a text, as in `tec, linvo` for `teclistamab, linvoseltamab`. */
export function shortenDrugNamesInText(names: string): string {
  return names.replace(withShortName, shortenDrugName);
}

/** Lists the drugs that a text abbreviates: `teclistamab` and `linvoseltamab` for `tec, linvo`. */
export function listAbbreviatedDrugs(text: string): string[] {
  return Object.keys(inShort).filter((name) => new RegExp(`\\b${inShort[name]}\\b`).test(text));
}

/** Returns the short name of a drug, `tec` for `teclistamab`; a drug without one keeps its name. */
export function shortenDrugName(name: string): string {
  return inShort[name] ?? name;
}

/**
 * Joins the names of products with commas, as in `cilta-cel, teclistamab or elranatamab`, of which the last two were
 * not separated.
 */
export function nameProducts(slugs: readonly string[]): string {
  return slugs.map(nameProduct).join(", ");
}

/**
 * Returns `teclistamab in combination`; only the name if the product was given alone, or if a pool holds both kinds of
 * regimen.
 */
export function nameProductWithRegimen(
  slug: string,
  regimen: "monotherapy" | "combination" | null,
): string {
  return nameProduct(slug) + (regimen === "combination" ? " in combination" : "");
}
