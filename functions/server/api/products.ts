/** `GET /v1/products` and `/v1/products/{slug}`: approvals and label facts with their sources. */
import { dataset } from "#core/dataset.ts";
import { products as facts } from "#data/generated/products.ts";
import { type Constants, constantAnswer, constantRoute } from "../answers/constant-answer.ts";
import type { Described } from "../documentation/described.ts";
import { inPath } from "../documentation/resource-parameters.ts";
import { noParameters } from "../http/no-parameters.ts";
import { repeated } from "../http/patient-like.ts";
import { problemResponse } from "../http/problem.ts";
import type { Routes } from "../http/route.ts";
import { productDetailSchema, productListSchema } from "./schemas/product.ts";

const list = { resource: "products" };
const single = (slug: string) => ({ resource: `products/${slug}` });

export const routes: Routes = {
  "/v1/products": constantRoute(list),
  "/v1/products/:slug": [
    noParameters,
    (context) => {
      const slug = context.req.param("slug") ?? "";
      if (!dataset.products.some((product) => product.slug === slug)) {
        const detail = `There is no product "${repeated(slug)}". /v1/products lists all of them.`;
        return problemResponse({ status: 404, detail });
      }
      return constantAnswer(context, single(slug));
    },
  ],
};

export function constants(): Constants {
  const { dataVersion, review, cohorts } = dataset;
  const dated = { dataVersion, dataDate: review.dataDate };
  const givenTo = (slug: string) => cohorts.filter(({ product }) => product === slug);
  const products = dataset.products.map((product) => ({
    ...product,
    cohorts: givenTo(product.slug).length,
    href: `/v1/products/${product.slug}`,
  }));
  const linked = (slug: string) =>
    givenTo(slug).map(({ id, label }) => ({ cohort: id, label, href: `/v1/cohorts/${id}` }));
  return [
    [list, JSON.stringify({ ...dated, products })],
    ...Object.values(facts).map(
      (product) =>
        [
          single(product.slug),
          JSON.stringify({ ...dated, ...product, cohorts: linked(product.slug) }),
        ] as const,
    ),
  ];
}

export const operations = (): readonly Described[] => [
  {
    id: "getProducts",
    path: "/v1/products",
    tag: "Evidence",
    summary: "Every product",
    description: "Names, targets and the regions with an approval in force.",
    json: productListSchema,
  },
  {
    id: "getProduct",
    path: "/v1/products/{slug}",
    tag: "Evidence",
    summary: "One product with what its labels say",
    description: "Approvals, dosing, monitoring and warnings, each with its sources and dates.",
    parameters: [
      inPath(
        "slug",
        dataset.products.map(({ slug }) => slug),
      ),
    ],
    json: productDetailSchema,
    also: [404],
  },
];
