/** What the schemas of answers share. They document and test the API; no request passes through them. */
import * as v from "valibot";
import { therapyClasses } from "#data/vocabulary.ts";

export const therapyClassSchema = v.picklist(therapyClasses);

/** Lower and upper end. */
export const intervalSchema = v.tuple([v.number(), v.number()]);

/** Both classes are always there. */
export function byClass<S extends v.GenericSchema>(schema: S) {
  return v.strictObject({ "car-t": schema, bsab: schema });
}

/** On every answer that is computed. */
export const answerStamp = { answerVersion: v.string(), dataVersion: v.string() };
