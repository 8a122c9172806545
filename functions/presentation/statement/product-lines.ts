/** What each product showed, as counted: a class is their average, but a patient gets one of them. */
import type { Pool, Row, Study } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { uncapitalised } from "../words/sentences.ts";
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

/**
 * Where no trial has the outcome itself: what is counted of the broader one, or of its parts. Without a
 * place on the axis, which is that of the outcome.
 */
function otherOutcomeLines(
  group: TherapyClass,
  { broader, narrower = [] }: Pick<Pool, "broader" | "narrower">,
  drugs: string,
  { codes, screen: { named } }: Catalogue,
): ProductLine[] {
  const all: readonly { label: string; studies: readonly Study[] }[] = [
    { label: named.broaderOutcome, studies: broader },
    ...narrower.map(({ label, studies }) => ({ label: uncapitalised(label), studies })),
  ];
  const products = new Set(all.flatMap(({ studies }) => studies.map(({ product }) => product)));
  return [...products].map((product) => ({
    group,
    product,
    name: productName(product) + drugs,
    text: all
      .map(({ label, studies }) => ({
        label,
        own: studies.filter((one) => one.product === product),
      }))
      .filter(({ own }) => own.length > 0)
      .map(({ label, own }) => named.ofOutcome(label, codes.shown.counts(own, true)))
      .join("; "),
    place: null,
  }));
}

/** Each product with its counts; of several trials also that of each. */
export function productTexts(
  { products, studies }: Pick<Pool, "products" | "studies">,
  { codes }: Pick<Catalogue, "codes">,
  isTimed = false,
): string[] {
  return products.map((one) =>
    codes.shown.product(
      one,
      studies.filter(({ product }) => product === one.product),
      isTimed,
    ),
  );
}

/** Products of small trials alone, beside the number of one large trial. */
function smallProductsOf({ smaller = [], products }: Pick<Pool, "smaller" | "products">): string[] {
  const names = new Set(smaller.map(({ product }) => product));
  return [...names].filter((name) => products.every(({ product }) => product !== name));
}

export function productLinesOf(
  row: Pick<Row, "direction" | "pools" | "timeDependent">,
  words: Catalogue,
): ProductLines {
  const end = axisOfTrials(row);
  const lines = therapyClasses.flatMap((group) => {
    const pool = row.pools[group];
    const { regimen, products } = pool;
    const drugs = regimen === "combination" ? ` ${words.detail.regimen[regimen]}` : "";
    const texts = productTexts(pool, words, row.timeDependent);
    return [
      ...products.map(({ product, estimate, interval }, index) => ({
        group,
        product,
        name: productName(product) + drugs,
        text: texts[index] ?? "",
        place: estimate === null ? null : placeOn(end, estimate, interval),
      })),
      ...smallProductsOf(pool).map((product) => ({
        group,
        product,
        name: productName(product) + drugs,
        text: words.codes.shown.counts(
          (pool.smaller ?? []).filter((study) => study.product === product),
          row.timeDependent,
        ),
        place: null,
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
      ...otherOutcomeLines(group, pool, drugs, words),
    ];
  });
  return { ticks: [0, end / 2, end], lines };
}
