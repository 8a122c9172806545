/** What the schemas of answers share. They document and test the API; no request passes through them. */
import * as v from "valibot";
import { described } from "#data/schema/described.ts";
import { therapyClasses } from "#data/vocabulary.ts";

export const therapyClassSchema = v.picklist(therapyClasses);

/** Lower and upper end. */
export const intervalSchema = v.tuple([v.number(), v.number()]);

/** Both classes are always there. */
export function byClass<S extends v.GenericSchema>(schema: S) {
  return v.strictObject({
    "car-t": described(schema, "Of CAR-T cells."),
    bsab: described(schema, "Of bispecific antibodies."),
  });
}

/** On every answer that is computed. */
export const answerStamp = {
  answerVersion: described(v.string(), "Changes with the data and with the code that answers."),
  dataVersion: described(v.string(), "Changes with the data only."),
};
