/** What a question to subgroups or comparisons says of treatment and outcome. */
import * as v from "valibot";
import { described } from "#data/schema/described.ts";
import { therapyClassSchema } from "./parts.ts";

export const closedQuery = {
  "therapy-class": v.exactOptional(described(therapyClassSchema, "The class.")),
  product: v.exactOptional(described(v.string(), "Slug of the product.")),
  outcome: v.exactOptional(described(v.string(), "Id of the outcome.")),
};
