/** Defines the schemas of `/v1/products` and `/v1/products/{slug}`. */
import * as v from "valibot";
import { dataStamp, namedCohortFields } from "#core/answer/schema/parts.ts";
import { comparedOfApproval, comparedOfProduct } from "#data/compute-set.ts";
import { described, listOf, namedObject, orNull } from "#data/schema/description.ts";
import { productSchema } from "#data/schema.ts";
import { regions } from "#data/vocabulary.ts";

const { approvals } = productSchema.entries;

const approvalSchema = namedObject("Approval", {
  ...approvals.item.entries,
  inForce: described(v.boolean(), "Whether it is in force on the date of the data."),
  isOverdue: described(
    v.boolean(),
    "Whether a decision was expected before the date of the data and none was found.",
  ),
  first: orNull(
    v.strictObject({
      ...v.pick(approvals.item, ["date", "kind", "priorLines", "sources"]).entries,
      isConverted: described(
        v.boolean(),
        "Whether the indication stayed the same and only the kind of approval changed.",
      ),
    }),
    "The first label of this use in the region, if this approval replaced it; `null` if it replaced none.",
  ),
});

const productFactsEntries = {
  ...v.omit(productSchema, ["approvals"]).entries,
  approvals: listOf(approvalSchema, "Approvals and refusals, by region and date."),
  approvedIn: listOf(
    v.picklist(regions),
    "Regions with an approval in force on the date of the data.",
  ),
};

export const productFactsSchema = namedObject("ProductFacts", productFactsEntries);

const computeProductEntries = {
  ...v.pick(productSchema, comparedOfProduct).entries,
  approvals: listOf(
    v.pick(v.strictObject(approvalSchema.entries), [...comparedOfApproval, "inForce", "isOverdue"]),
    "What labels say, by region and what it is given with.",
  ),
};

export const productListItemSchema = namedObject("ProductListItem", {
  ...computeProductEntries,
  sponsor: productSchema.entries.sponsor,
  cohorts: described(v.number(), "How many cohorts were given it."),
  href: described(v.string(), "Address of it; `null` where there is none."),
});

export const productListSchema = namedObject("ProductList", {
  ...dataStamp,
  products: listOf(productListItemSchema, "The products."),
});

export const productDetailSchema = namedObject("ProductDetail", {
  ...dataStamp,
  ...productFactsEntries,
  cohorts: listOf(
    v.strictObject({
      ...namedCohortFields,
      href: described(v.string(), "Address of it; `null` where there is none."),
    }),
    "Cohorts that were given it.",
  ),
});
