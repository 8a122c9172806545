/** By which codes and names a health record says a product: only those that say no other. */
import type { Evidence } from "../evidence.ts";
import type { RecognisableProduct, Recognition } from "../recognition.ts";
import type { Product, RecognitionFile } from "../schema.ts";

export function recognitionOf({ products, recognition }: Evidence): Recognition {
  const { rxnorm, ndc, hcpcs } = recognition.codeSystems;
  const all = products
    .filter(({ contains }) => contains.length === 0)
    .map((product) => recognisable(product, recognition.notClassified));
  return {
    myeloma: recognition.myeloma.map(({ systems, codes }) => ({
      systems,
      codes: codes.map(({ code }) => code),
    })),
    codeSystems: { rxnorm, ndc, hcpcs },
    products: all
      .map((product) => withoutShared(product, all))
      .filter(({ names, ...codes }) => names.length + codes.rxnorm.length + codes.ndc.length > 0),
    otherBcma: recognition.otherBcma.map(({ name, names }) => ({
      name,
      names: names.map(lowered),
    })),
  };
}

function recognisable(
  product: Product,
  notClassified: RecognitionFile["notClassified"],
): RecognisableProduct {
  const codes = (...systems: string[]) =>
    product.codes.flatMap(({ value, status }) =>
      value.code !== null && systems.includes(value.system) && status !== "superseded"
        ? [value.code]
        : [],
    );
  return {
    name: product.name,
    therapyClass: product.therapyClass,
    targets: product.targets,
    rxnorm: unique(codes("rxnorm")),
    ndc: unique(codes("ndc-product", "ndc-package").map(productPart)),
    hcpcs: unique(codes("hcpcs")).filter((code) => !notClassified.hcpcs.includes(code)),
    names: namesOf(product),
  };
}

/** The labeler and the product of an NDC; the rest is the size of the package. */
function productPart(ndc: string): string {
  return ndc.split("-").slice(0, 2).join("-");
}

function namesOf(product: Product): string[] {
  const { genericName, brandNames } = product.printed;
  const printed = [genericName, ...brandNames, ...product.synonyms, ...product.developmentCodes];
  const found = [
    product.name,
    ...product.brandNames,
    ...printed.flatMap((fact) => (fact === null ? [] : [fact.value])),
  ].flatMap(partsOfName);
  return unique(found.map(lowered));
}

/**
 * `alnuctamab (CC-93269)` has two names. A name is one word, or two of cells
 * (`idecabtagene vicleucel`), and holds a word that is not just the kind of product: `CAR-BCMA`
 * names no product. What else stands in brackets is a remark.
 */
function partsOfName(text: string): string[] {
  const [, name = text, inBrackets = ""] = /^(.*?)\s*\((.*)\)$/.exec(text) ?? [];
  if (!/^\S+( \S+leucel)?$/.test(name) || name.split(/[^\p{L}\p{N}]+/u).every(isKind)) return [];
  return [name, ...(/^[A-Z]{2,}-?\d+$/.test(inBrackets) ? [inBrackets] : [])];
}

const kinds = ["anti", "bcma", "car", "cart", "cells", "t"];

function isKind(word: string): boolean {
  return word === "" || kinds.includes(word.toLowerCase());
}

/** A code or name that two products have says neither. */
function withoutShared(
  product: RecognisableProduct,
  all: readonly RecognisableProduct[],
): RecognisableProduct {
  const others = all.filter((other) => other !== product);
  const own = (field: "rxnorm" | "ndc" | "hcpcs" | "names") =>
    product[field].filter((value) => !others.some((other) => other[field].includes(value)));
  return {
    ...product,
    rxnorm: own("rxnorm"),
    ndc: own("ndc"),
    hcpcs: own("hcpcs"),
    names: own("names"),
  };
}

function lowered(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
