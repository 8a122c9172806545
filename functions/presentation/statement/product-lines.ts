/** What each product showed, as counted: a class is their average, but a patient gets one of them. */
import type { Pool, Row } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { axisOfTrials, type Place, placeOn } from "./axis.ts";
import { byMonth } from "./by-month.ts";
import { printedAlone } from "./figures.ts";

export interface ProductLine {
  readonly group: TherapyClass;
  /** Its slug; a figure that is not pooled has a line of its own. */
  readonly product: string;
  readonly name: string;
  /** "122 of 161 (76 of 100, 68–82)" */
  readonly text: string;
  /** `null` for survival in several trials. Without an interval for a percentage alone. */
  readonly place: Place | null;
}

export interface ProductLines {
  readonly ticks: readonly [number, number, number];
  readonly lines: readonly ProductLine[];
}

/** Each product with its counts; of several trials also that of each. */
export function productTexts(
  { products, studies }: Pick<Pool, "products" | "studies">,
  { codes }: Pick<Catalogue, "codes">,
): string[] {
  return products.map((one) =>
    codes.shown.product(
      one,
      studies.filter(({ product }) => product === one.product),
    ),
  );
}

export function productLinesOf(
  row: Pick<Row, "direction" | "pools">,
  words: Catalogue,
): ProductLines {
  const end = axisOfTrials(row);
  const lines = therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    const { regimen, products } = pool;
    const drugs = regimen === "combination" ? ` ${words.detail.regimen[regimen]}` : "";
    const texts = productTexts(pool, words);
    return [
      ...products.map(({ product, estimate, interval }, index) => ({
        group,
        product,
        name: productName(product) + drugs,
        text: texts[index] ?? "",
        place: estimate === null ? null : placeOn(end, estimate, interval),
      })),
      ...byMonth(pool, words)
        .filter(({ product }) => products.every((one) => one.product !== product))
        .map(({ product, name, text }) => ({ group, product, name, text, place: null })),
      ...printedAlone(pool).map(({ product, percentPrinted }) => ({
        group,
        product,
        name: productName(product),
        text: words.codes.shown.unpooled(percentPrinted),
        place: placeOn(end, percentPrinted / 100, null),
      })),
    ];
  });
  return { ticks: [0, end / 2, end], lines };
}
