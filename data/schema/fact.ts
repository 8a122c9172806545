/** One statement about a product and what it rests on: the same shape for every kind of statement. */
import * as v from "valibot";
import { regions } from "../vocabulary.ts";
import { isoDate, text } from "./common.ts";

/** Indices into the `sources` of the same file. */
export const sourceIndices = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));
/** High: regulator, label text or two independent sources. Low: billing site, unreviewed page, arithmetic. */
export const confidence = v.picklist(["high", "medium", "low"]);

const basis = {
  sources: sourceIndices,
  confidence,
  /** `check`: seen in part or expected to move. `superseded`: kept so that old pages and orders are recognised. */
  status: v.nullable(v.picklist(["check", "superseded"])),
  /** State of the label or page it was read from, where that carries a date. */
  asOf: v.nullable(isoDate),
  note: v.nullable(text),
  /** Whose label it is, where the source says so. */
  region: v.nullable(v.picklist(regions)),
  /** What it was said of, when that is not simply this product: "class recommendation, not label". */
  scope: v.nullable(text),
};

export function factOf<S extends v.GenericSchema>(value: S) {
  return v.strictObject({ value, ...basis });
}

export const textFact = factOf(text);
