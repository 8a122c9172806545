/** Names of classes and products. */

import type { Pool, Row } from "#core/answer/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { joined } from "../words/counts.ts";
import { productName } from "../words/product-name.ts";
import { printedAlone } from "./figures.ts";
import { patientsOfPercent } from "./uncounted.ts";

type OfProducts = Pick<Pool, "products">;
type NamedPool = Pick<Pool, "products" | "regimen" | "studies">;

/** The product, if all cohorts of a class have the same one; otherwise `null`. */
export function onlyProduct({ products: [first, second] }: OfProducts): string | null {
  return first && !second ? productName(first.product) : null;
}

/** Whether other drugs were given as well. A number of a combination must not be told without this. */
export function regimenOf({ regimen, studies }: Pick<Pool, "regimen" | "studies">) {
  if (regimen !== null) return regimen === "combination" ? "combined" : "alone";
  // A published set pools both kinds.
  const combined = studies.filter((study) => study.regimen === "combination").length;
  if (combined === 0) return "alone";
  return combined === studies.length ? "combined" : "partly";
}

const combination = { alone: "", partly: ", some in combination", combined: " in combination" };

/** The only product of a class, "teclistamab in combination"; `null` if there are several. */
export function namedProduct(pool: NamedPool): string | null {
  const product = onlyProduct(pool);
  return product && product + combination[regimenOf(pool)];
}

/** So many products are named by a number. */
const mostNamed = 4;

/**
 * What a number holds, where that is not every selected product: "ide-cel, cilta-cel", or what is
 * missing where that is shorter; else its only product.
 */
export function namesHeld(pool: NamedPool & Pick<Pool, "missing">): string | null {
  const { missing, products } = pool;
  if (missing.length === 0 || products.length === 0) return namedProduct(pool);
  const names = products.map(({ product }) => productName(product));
  const others = missing.map(productName);
  const said =
    names.length <= mostNamed
      ? names.join(", ")
      : others.length <= mostNamed
        ? `without ${joined(others)}`
        : `${names.length} of ${names.length + others.length} drugs`;
  return said + combination[regimenOf(pool)];
}

/** The name of a class or of its only product: "bispecific antibodies in combination". */
export function nameOfClass(pool: NamedPool, ofClass: string): string {
  return (onlyProduct(pool) ?? ofClass) + combination[regimenOf(pool)];
}

/** The names of both classes of a row, or of their only products. */
export function namesInRow(
  { pools }: Pick<Row, "pools">,
  names: Readonly<Record<TherapyClass, string>>,
): Readonly<Record<TherapyClass, string>> {
  return {
    "car-t": nameOfClass(pools["car-t"], names["car-t"]),
    bsab: nameOfClass(pools.bsab, names.bsab),
  };
}

/** A percentage, whose count is not reported. */
export function percentWithoutCount(percentPrinted: number, n: number | null): string {
  return `${percentPrinted} % reported, ${patientsOfPercent(n)}`;
}

/** What a row shows of figures that are not pooled: "cilta-cel 17 %, count not printed". */
export function printedBeside(pool: Pick<Pool, "notPooled" | "products">): string {
  return printedAlone(pool)
    .map((one) => `${productName(one.product)} ${percentWithoutCount(one.percentPrinted, one.n)}`)
    .join("; ");
}

/** What differences are with. */
export const withCarT = "with CAR-T";

/** `with CAR-T`, or with its product if the row has only one. */
export function withFirst({ pools }: Pick<Row, "pools">): string {
  const product = namedProduct(pools["car-t"]);
  return product ? `with ${product}` : withCarT;
}
