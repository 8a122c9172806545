/** Defines the schema of a statement about a product with its sources. All kinds of statements use it. */
import * as v from "valibot";
import { regions } from "../vocabulary.ts";
import { isoDate, text } from "./common.ts";
import { described, namedObject, orAbsent, orNull } from "./description.ts";

/** Holds indices into the `sources` of the same file. */
export const sourceIndices = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));
/**
 * High: regulator, label text or two independent sources. Low: billing site, unreviewed page, or
 * computed from other numbers.
 */
export const confidence = v.picklist(["high", "medium", "low"]);

const basis = {
  sources: described(sourceIndices, "Places in the product's list of sources, counted from 0."),
  confidence: described(confidence, "How sure: high, medium or low."),
  status: orNull(
    v.picklist(["check", "superseded"]),
    "`check`: seen in part or expected to move. `superseded`: kept so that old pages are recognised.",
  ),
  asOf: orNull(isoDate, "State of the page it was read from."),
  note: orNull(text, "Remark."),
  region: orNull(v.picklist(regions), "Where."),
  /** Subject of the statement, if it is not just this product: "class recommendation, not label". */
  scope: orNull(text, "What it was said of, where that is not simply this product."),
  wording: orAbsent(text, "The word of the source for what every page calls by one name."),
};

export function makeFactSchema<S extends v.GenericSchema>(value: S) {
  return v.strictObject({ value: described(value, "The value."), ...basis });
}

/** Returns the schema of a fact with a name of its own in the documentation. */
export function namedFact<S extends v.GenericSchema>(name: string, value: S) {
  return namedObject(name, makeFactSchema(value).entries);
}

export const textFact = namedObject("Statement", {
  value: described(text, "The statement."),
  ...basis,
});
