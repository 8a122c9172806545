/**
 * Adds documentation to the schemas: a description for every field, and a name for every object
 * that several answers contain. The documentation is read from the schemas, so it is written only
 * once.
 */
import * as v from "valibot";

/** A field with its description in one line. */
/* @__NO_SIDE_EFFECTS__ */
export function described<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}

/** An object with a name of its own in the documentation. */
/* @__NO_SIDE_EFFECTS__ */
export function named<const E extends v.ObjectEntries>(name: string, entries: E) {
  return v.pipe(v.strictObject(entries), v.title(name));
}
