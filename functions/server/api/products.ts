/** Serves `GET /v1/products` and `/v1/products/{slug}`: approvals and label facts with their sources. */
import { dataset } from "#core/dataset.ts";
import { products as facts } from "#data/generated/products.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";
import { productDetailSchema, productListSchema } from "./schemas/product.ts";

export const products = makeResource({ path: "/v1/products", constant: true });

const bySlug = new Map(dataset.products.map((entry) => [entry.slug, entry]));

export const product = makeResource({
  path: "/v1/products/:slug",
  member: { name: "slug", noun: "product", listAddress: "/v1/products", of: bySlug },
  constant: true,
});

const makeDataVersionFields = () => ({
  dataVersion: dataset.dataVersion,
  dataDate: dataset.review.dataDate,
});

const listProductCohorts = (slug: string) =>
  dataset.cohorts.filter((cohort) => cohort.product === slug);

function listProducts() {
  return dataset.products.map((entry) => ({
    ...entry,
    sponsor: facts[entry.slug]?.sponsor ?? null,
    cohorts: listProductCohorts(entry.slug).length,
    href: `/v1/products/${entry.slug}`,
  }));
}

function listProductCohortLinks(slug: string) {
  return listProductCohorts(slug).map(({ id, label }) => ({
    cohort: id,
    label,
    href: `/v1/cohorts/${id}`,
  }));
}

export const listOperationDescriptions = () => [
  makeOperationDescription(products, {
    id: "getProducts",
    tag: "Evidence",
    summary: "Every product",
    description: "Names, targets and the regions with an approval in force.",
    schema: productListSchema,
    example: "/v1/products",
    make: () => ({ ...makeDataVersionFields(), products: listProducts() }),
  }),
  makeOperationDescription(product, {
    id: "getProduct",
    tag: "Evidence",
    summary: "One product with what its labels say",
    description: "Approvals, dosing, monitoring and warnings, each with its sources and dates.",
    parameters: { slug: "Slug of a product." },
    schema: productDetailSchema,
    example: `/v1/products/${dataset.products[0]?.slug}`,
    make: ({ id }) => ({
      ...makeDataVersionFields(),
      ...facts[id],
      cohorts: listProductCohortLinks(id),
    }),
  }),
];
