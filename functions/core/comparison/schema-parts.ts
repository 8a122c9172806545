/**
 * Parts that the schemas of several answers share. They are used for documentation and tests; no
 * request is parsed with them.
 */
import * as v from "valibot";
import { described } from "#data/schema/described.ts";
import { therapyClasses } from "#data/vocabulary.ts";

export const therapyClassSchema = v.picklist(therapyClasses);

/** Lower and upper end. */
export const intervalSchema = v.tuple([v.number(), v.number()]);

/** Both classes are always present. */
export function byClass<S extends v.GenericSchema>(schema: S) {
  return v.strictObject({
    "car-t": described(schema, "Of CAR-T cells."),
    bsab: described(schema, "Of bispecific antibodies."),
  });
}

/** Fields of every answer that is computed. */
export const answerStamp = {
  answerVersion: described(v.string(), "Changes with the data and with the code that answers."),
  dataVersion: described(v.string(), "Changes with the data only."),
};
