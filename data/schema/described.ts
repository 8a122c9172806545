/**
 * What the documentation says of the schemas: a line for every field, and a name for every object that
 * several answers have. Both are read from the schema itself, so they stand nowhere else.
 */
import * as v from "valibot";

/** A field and what it means, in one line. */
/* @__NO_SIDE_EFFECTS__ */
export function described<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}

/** An object that stands under its own name in the documentation. */
/* @__NO_SIDE_EFFECTS__ */
export function named<const E extends v.ObjectEntries>(name: string, entries: E) {
  return v.pipe(v.strictObject(entries), v.title(name));
}
