/** One statement about a product and what it rests on: the same shape for every kind of statement. */
import * as v from "valibot";
import { regions } from "../vocabulary.ts";
import { isoDate, text } from "./common.ts";
import { described, named } from "./described.ts";

/** Indices into the `sources` of the same file. */
export const sourceIndices = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));
/** High: regulator, label text or two independent sources. Low: billing site, unreviewed page, arithmetic. */
export const confidence = v.picklist(["high", "medium", "low"]);

const basis = {
  sources: described(sourceIndices, "Places in the product's list of sources, counted from 0."),
  confidence: described(confidence, "How sure: high, medium or low."),
  /** `check`: seen in part or expected to move. `superseded`: kept so that old pages and orders are recognised. */
  status: described(
    v.nullable(v.picklist(["check", "superseded"])),
    "`check`: seen in part or expected to move. `superseded`: kept so that old pages are recognised.",
  ),
  /** State of the label or page it was read from, where that carries a date. */
  asOf: described(v.nullable(isoDate), "State of the page it was read from."),
  note: described(v.nullable(text), "Remark."),
  /** Whose label it is, where the source says so. */
  region: described(v.nullable(v.picklist(regions)), "Where."),
  /** What it was said of, when that is not simply this product: "class recommendation, not label". */
  scope: described(v.nullable(text), "What it was said of, where that is not simply this product."),
};

export function factOf<S extends v.GenericSchema>(value: S) {
  return v.strictObject({ value: described(value, "The value."), ...basis });
}

/** One that stands under its own name in the documentation. */
export function namedFact<S extends v.GenericSchema>(name: string, value: S) {
  return named(name, factOf(value).entries);
}

export const textFact = named("Statement", { value: described(text, "The statement."), ...basis });
