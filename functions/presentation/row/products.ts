/** Names the classes and products in a row. */

import type { Pool, Row } from "#core/answer/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { nameProduct } from "../words/product-name.ts";
import { formatRate } from "../words/rates.ts";
import { joinWithConjunction } from "../words/sentences.ts";
import { listPercentagesWithoutCount } from "./figures.ts";
import { namePool } from "./names.ts";
import { formatEventCount } from "./plotted.ts";
import { formatSampleSize } from "./uncounted.ts";

type OfProducts = Pick<Pool, "products">;
type NamedPool = Pick<Pool, "products" | "regimen" | "studies">;

/** Returns the product if all cohorts of a class have the same one; otherwise `null`. */
export function nameOnlyProduct({ products: [first, second] }: OfProducts): string | null {
  return first && !second ? nameProduct(first.product) : null;
}

/** Returns the name of the only product that the numbers of a class hold in all rows; `null` if they hold several. */
export function nameOnlyProductOfRows(
  rows: readonly Pick<Row, "pools">[],
  group: TherapyClass,
): string | null {
  const pooled = rows.map(({ pools }) => pools[group]).filter(({ k }) => k > 0);
  const [name, different] = new Set(pooled.map(nameOnlyProduct));
  return different === undefined ? (name ?? null) : null;
}

/**
 * Tells whether the trials of a pool gave the drug alone, combined with other drugs, or both. Every number of a
 * combination must be marked as such.
 */
export function classifyRegimenOfPool({ regimen, studies }: Pick<Pool, "regimen" | "studies">) {
  if (regimen !== null) return regimen === "combination" ? "combined" : "alone";
  // A published set may pool monotherapy and combinations.
  const combined = studies.filter((study) => study.regimen === "combination").length;
  if (combined === 0) return "alone";
  return combined === studies.length ? "combined" : "partly";
}

const combination = { alone: "", partly: ", some in combination", combined: " in combination" };

/**
 * Returns the only product of a class with its regimen, as in "teclistamab in combination"; `null` if there are
 * several.
 */
export function nameOnlyProductWithRegimen(pool: NamedPool): string | null {
  const product = nameOnlyProduct(pool);
  return product && product + combination[classifyRegimenOfPool(pool)];
}

/** More products than this are counted instead of named. */
const mostNamed = 4;

/**
 * Names the products in a number if some selected products are missing: "ide-cel, cilta-cel", or "without zevor-cel"
 * if that is shorter. If none is missing, it names the only product, or returns `null` for several.
 */
export function namePooledProductsIfOneOrIncomplete(
  pool: NamedPool & Pick<Pool, "missingProducts">,
): string | null {
  const { missingProducts, products } = pool;
  if (missingProducts.length === 0 || products.length === 0)
    return nameOnlyProductWithRegimen(pool);
  const names = products.map(({ product }) => nameProduct(product));
  const missingNames = missingProducts.map(nameProduct);
  const text =
    names.length <= mostNamed
      ? names.join(", ")
      : missingNames.length <= mostNamed
        ? `without ${joinWithConjunction(missingNames)}`
        : `${names.length} of ${names.length + missingNames.length} drugs`;
  return text + combination[classifyRegimenOfPool(pool)];
}

/**
 * Returns the name of a class, or of its only product, with the regimen, as in "bispecific antibodies in combination".
 */
export function nameClassOrOnlyProductWithRegimen(pool: NamedPool, ofClass: string): string {
  return (nameOnlyProduct(pool) ?? ofClass) + combination[classifyRegimenOfPool(pool)];
}

/** Returns the names of both classes of a row, or of their only products. */
export function nameBothClassesOrOnlyProducts(
  { pools }: Pick<Row, "pools">,
  names: Readonly<Record<TherapyClass, string>>,
): Readonly<Record<TherapyClass, string>> {
  return {
    "car-t": nameClassOrOnlyProductWithRegimen(pools["car-t"], names["car-t"]),
    bsab: nameClassOrOnlyProductWithRegimen(pools.bsab, names.bsab),
  };
}

/** Returns a percentage without a count, as in "17 % reported, n not reported". */
export function describePercentWithoutCount(percentPrinted: number, n: number | null): string {
  return `${percentPrinted} % reported, ${formatSampleSize(n)}`;
}

/** Lists percentages of products without a count: "cilta-cel 17 % reported, n not reported". */
export function describeProductsWithPercentageOnly(
  pool: Pick<Pool, "notPooled" | "products">,
): string {
  return listPercentagesWithoutCount(pool)
    .map(
      ({ product, percentPrinted, n }) =>
        `${nameProduct(product)} ${describePercentWithoutCount(percentPrinted, n)}`,
    )
    .join("; ");
}

/**
 * Lists what labels report of products without a figure of their own: "elranatamab 6 of 183 in MagnetisMM-3, cohorts A
 * and B", "cilta-cel 58 % of 396 in Cilta-cel, Swiss label pool, all lines".
 */
export function describeLabelPools({ labelPools = [] }: Pick<Pool, "labelPools">): string {
  return labelPools
    .map((pool) => {
      const { product, events, n, estimate } = pool;
      const rate =
        events === null
          ? `${formatRate(estimate)} %${n === null ? "" : ` of ${n}`}`
          : formatEventCount({ events, n });
      return `${nameProduct(product)} ${rate} in ${namePool(pool)}`;
    })
    .join("; ");
}

/** Names the side that a difference refers to. */
export const withCarT = "with CAR-T";

/** Returns `with CAR-T`, or `with cilta-cel` if the row has a single CAR-T product. */
export function describeWithCarTOrOnlyProduct({ pools }: Pick<Row, "pools">): string {
  const product = nameOnlyProductWithRegimen(pools["car-t"]);
  return product ? `with ${product}` : withCarT;
}
