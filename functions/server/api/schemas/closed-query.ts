/** The part of a query for subgroups or comparisons that is about treatment and outcome. */
import * as v from "valibot";
import { therapyClassSchema } from "#core/comparison/schema-parts.ts";
import { ifGiven } from "#data/schema/described.ts";

export const closedQuery = {
  "therapy-class": ifGiven(therapyClassSchema, "The class."),
  product: ifGiven(v.string(), "Slug of the product."),
  outcome: ifGiven(v.string(), "Id of the outcome."),
};
