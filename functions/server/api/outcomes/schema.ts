/** What `/v1/outcomes` answers. */
import * as v from "valibot";
import { described, named } from "#data/schema/described.ts";
import { outcomeSchema } from "#data/schema.ts";

export const outcomeListSchema = named("OutcomeList", {
  dataVersion: described(v.string(), "Changes with the data only."),
  outcomes: described(v.array(outcomeSchema), "Outcomes, by id or in full."),
});
