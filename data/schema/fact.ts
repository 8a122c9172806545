/** Schema of a statement about a product with its sources. All kinds of statements use it. */
import * as v from "valibot";
import { regions } from "../vocabulary.ts";
import { isoDate, text } from "./common.ts";

/** Indices into the `sources` of the same file. */
export const sourceIndices = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));
/**
 * High: regulator, label text or two independent sources. Low: billing site, unreviewed page, or
 * computed from other numbers.
 */
export const confidence = v.picklist(["high", "medium", "low"]);

const basis = {
  sources: sourceIndices,
  confidence,
  /**
   * `check`: only partly seen, or likely to change. `superseded`: kept so that old pages and orders
   * can be recognised.
   */
  status: v.nullable(v.picklist(["check", "superseded"])),
  /** Date of the label or page that was read, if it has one. */
  asOf: v.nullable(isoDate),
  note: v.nullable(text),
  /** Region of the label, if the source states it. */
  region: v.nullable(v.picklist(regions)),
  /** What the statement is about, if not just this product: "class recommendation, not label". */
  scope: v.nullable(text),
};

export function factOf<S extends v.GenericSchema>(value: S) {
  return v.strictObject({ value, ...basis });
}

export const textFact = factOf(text);
