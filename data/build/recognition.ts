/**
 * Collects the codes and names by which a health record identifies a product: only those that identify no
 * other.
 */
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
    names: unique(product.recognisedBy.map(lowered)),
  };
}

/** The labeler and the product of an NDC; the rest is the size of the package. */
function productPart(ndc: string): string {
  return ndc.split("-").slice(0, 2).join("-");
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
