/** Adds documentation to schemas: a description of each field, and names of the parts that answers share. */
import * as v from "valibot";

/* @__NO_SIDE_EFFECTS__ */
export function described<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}

/** Returns an object with a name of its own in the documentation. */
/* @__NO_SIDE_EFFECTS__ */
export function namedObject<const E extends v.ObjectEntries>(name: string, entries: E) {
  return v.pipe(v.strictObject(entries), v.title(name));
}

/* @__NO_SIDE_EFFECTS__ */
export function orNull<const S extends v.GenericSchema>(schema: S, description: string) {
  return described(v.nullable(schema), description);
}

/* @__NO_SIDE_EFFECTS__ */
export function orAbsent<const S extends v.GenericSchema>(schema: S, description: string) {
  return v.exactOptional(described(schema, description));
}

/* @__NO_SIDE_EFFECTS__ */
export function listOf<const S extends v.GenericSchema>(entry: S, description: string) {
  return described(v.array(entry), description);
}

/* @__NO_SIDE_EFFECTS__ */
export function atLeastOne<const S extends v.GenericSchema>(entry: S, description: string) {
  return described(v.pipe(v.array(entry), v.minLength(1)), description);
}

/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const Words extends v.PicklistOptions>(words: Words, description: string) {
  return described(v.picklist(words), description);
}

/** Returns a field that is one of these codes. Its description gives the meaning of each. */
/* @__NO_SIDE_EFFECTS__ */
export function oneOfCodes<const Codes extends readonly string[]>(
  codes: Codes,
  meanings: Readonly<Record<Codes[number], string>>,
  description: string,
) {
  const list = codes.map((code: Codes[number]) => `\`${code}\`: ${meanings[code]}`).join("; ");
  return oneOf(codes, `${description} ${list}.`);
}

/** Returns an object in which both classes are always present. */
/* @__NO_SIDE_EFFECTS__ */
export function bothClasses<S extends v.GenericSchema>(schema: S) {
  return v.strictObject({
    "car-t": described(schema, "Of CAR-T cells."),
    bsab: described(schema, "Of bispecific antibodies."),
  });
}
