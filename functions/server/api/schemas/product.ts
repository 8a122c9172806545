/** What `/v1/products` and `/v1/products/{slug}` return. */
import * as v from "valibot";
import { productSchema } from "#data/schema.ts";

const { approvals } = productSchema.entries;

export const approvalSchema = v.strictObject({
  ...approvals.item.entries,
  inForce: v.boolean(),
});

/** Regions with an approval in force on the date of the data. */
const approvedIn = v.array(v.string());

/** All that labels say of a product. */
const productFactsEntries = {
  ...v.omit(productSchema, ["approvals"]).entries,
  approvals: v.array(approvalSchema),
  approvedIn: v.array(approvals.item.entries.region),
};

export const productFactsSchema = v.strictObject(productFactsEntries);

/** What comparing reads of a product. */
const computeProductEntries = {
  ...v.pick(productSchema, ["slug", "name", "therapyClass", "sponsor", "targets", "contains"])
    .entries,
  approvedIn,
};

export const productListItemSchema = v.strictObject({
  ...computeProductEntries,
  cohorts: v.number(),
  href: v.string(),
});

const dated = { dataVersion: v.string(), dataDate: v.string() };

export const productListSchema = v.strictObject({
  ...dated,
  products: v.array(productListItemSchema),
});

export const productDetailSchema = v.strictObject({
  ...dated,
  ...productFactsEntries,
  cohorts: v.array(v.strictObject({ cohort: v.string(), label: v.string(), href: v.string() })),
});
