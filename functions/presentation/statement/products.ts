/** Names of classes and products, and the numbers of products in the place of their class. */
import type { Pool } from "#core/comparison/answer.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";

type OfProducts = Pick<Pool, "products">;
type NamedPool = Pick<Pool, "products" | "regimen" | "studies">;
type Words = Pick<ScreenWords, "headline">;

export interface ProductNumber {
  readonly name: string;
  /** Its count, or its rate if no count was printed. */
  readonly number: string;
}

/** The products of a pool, largest first. */
function productsOf({ products }: OfProducts): string[] {
  return products.map(({ product }) => productName(product));
}

/** The product, if all cohorts of a class have the same one; otherwise `null`. */
export function onlyProduct(pool: OfProducts): string | null {
  const [first, second] = productsOf(pool);
  return first && !second ? first : null;
}

/** Whether other drugs were given as well. A number of a combination must not be told without this. */
export function regimenOf({ regimen, studies }: Pick<Pool, "regimen" | "studies">) {
  if (regimen !== null) return regimen === "combination" ? "combined" : "alone";
  // A published set pools both kinds.
  const combined = studies.filter((study) => study.regimen === "combination").length;
  if (combined === 0) return "alone";
  return combined === studies.length ? "combined" : "partly";
}

/** The only product of a class, "teclistamab in combination"; `null` if there are several. */
export function namedProduct(
  pool: NamedPool,
  { combination }: ScreenWords["headline"],
): string | null {
  const product = onlyProduct(pool);
  return product && product + combination[regimenOf(pool)];
}

/** The name of a class or of its only product: "bispecific antibodies in combination". */
export function nameOfClass(
  pool: NamedPool,
  ofClass: string,
  { combination }: ScreenWords["headline"],
): string {
  return (onlyProduct(pool) ?? ofClass) + combination[regimenOf(pool)];
}

/** Whether the class has no number, because its cohorts do not stand for it. */
export function isNotRepresented({ status }: Pick<Pool, "status">): boolean {
  return status === "not-represented";
}

/** What follows a count: its interval, each trial of a sum, and whether they differ. */
const afterCount = / \([^)]*\d [^)]*\)|: [^;(]*[^;( ]/g;

/** The counts of products, in place of the number of a class: name and count, largest first. */
export function productCounts(pool: NamedPool, words: Words): ProductNumber[] {
  return inFull(pool, words).map(({ name, number }) => ({
    name,
    number: number.replace(afterCount, ""),
  }));
}

function inFull(pool: NamedPool, { headline }: Words): ProductNumber[] {
  const drugs = headline.combination[regimenOf(pool)];
  return pool.products.map(({ product, shown: number }) => ({
    name: productName(product) + drugs,
    number,
  }));
}

/** Also what is not pooled: "eque-cel 2 of 121; cilta-cel 17 %, count not printed". */
export function productsText(pool: Pool, words: Words, countsOf = productCounts): string {
  return [numbersText(countsOf(pool, words)), printedBeside(pool)].filter(Boolean).join("; ");
}

/** "eque-cel 2 of 121; cilta-cel 17 of 97" */
export function numbersText(numbers: readonly ProductNumber[]): string {
  return numbers.map(({ name, number }) => `${name} ${number}`).join("; ");
}

/** What a row shows of figures that are not pooled: "cilta-cel 17 %, count not printed". */
export function printedBeside({ notPooled }: Pick<Pool, "notPooled">): string {
  return numbersText(
    notPooled.flatMap(({ product, shown: number }) =>
      number === null ? [] : { name: productName(product), number },
    ),
  );
}

/**
 * Each product's own number where a class has none, with all that there is to say of it: "eque-cel 2
 * of 121 (2 of 100, 0–6): 0 of 18, 2 of 103; cilta-cel 17 %, count not printed".
 */
export function productsInFull(pool: Pool, words: Words): string {
  return productsText(pool, words, inFull);
}
