/** What `/v1/choices` returns. */
import * as v from "valibot";
import { answerStamp, byClass } from "./parts.ts";
import { querySchema } from "./query.ts";

export const choiceSchema = v.strictObject({
  value: v.string(),
  label: v.exactOptional(v.string()),
  query: v.string(),
  selected: v.boolean(),
  cohorts: byClass(v.number()),
});

export const choicesSchema = v.strictObject({
  ...answerStamp,
  query: querySchema,
  canonical: v.string(),
  reset: v.string(),
  choices: v.record(v.string(), v.array(choiceSchema)),
});
