/** What each product showed, as counted: a class is their average, but a patient gets one of them. */

import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import type { DetailWords } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { pointOf } from "./figures.ts";
import { axisOfTrials, type Place, placeOn } from "./place.ts";

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

export function productLinesOf(
  row: Pick<ApiRow, "direction" | "pools">,
  words: Pick<DetailWords, "regimen">,
): ProductLines {
  const end = axisOfTrials(row);
  const lines = therapyClasses.flatMap((group) => {
    const { regimen, products, notPooled } = row.pools[group];
    const drugs = regimen === "combination" ? ` ${words.regimen[regimen]}` : "";
    return [
      ...products.map(({ product, estimate, interval, shown: text }) => ({
        group,
        product,
        name: productName(product) + drugs,
        text,
        place: estimate === null ? null : placeOn(end, estimate, interval),
      })),
      ...notPooled.flatMap((one) => {
        const { product, shown: text } = one;
        const point = pointOf(one);
        const place = point === null ? null : placeOn(end, point, null);
        return text === null ? [] : [{ group, product, name: productName(product), text, place }];
      }),
    ];
  });
  return { ticks: [0, end / 2, end], lines };
}
