/** The part of a query for subgroups or comparisons that is about treatment and outcome. */
import * as v from "valibot";
import { therapyClassSchema } from "#core/comparison/schema-parts.ts";
import { described } from "#data/schema/described.ts";

export const closedQuery = {
  "therapy-class": v.exactOptional(described(therapyClassSchema, "The class.")),
  product: v.exactOptional(described(v.string(), "Slug of the product.")),
  outcome: v.exactOptional(described(v.string(), "Id of the outcome.")),
};
