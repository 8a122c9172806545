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

/** A field that is `null` where nothing is known. */
/* @__NO_SIDE_EFFECTS__ */
export function orNull<const S extends v.GenericSchema>(schema: S, description: string) {
  return described(v.nullable(schema), description);
}

/** A field that may be absent. */
/* @__NO_SIDE_EFFECTS__ */
export function ifGiven<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.exactOptional(described(schema, description));
}

/* @__NO_SIDE_EFFECTS__ */
export function listOf<const S extends v.GenericSchema>(entry: S, description: string) {
  return described(v.array(entry), description);
}

/** A word, or a number, of a closed list. */
/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const Words extends v.PicklistOptions>(words: Words, description: string) {
  return described(v.picklist(words), description);
}
