/** `GET /v1/products` and `/v1/products/{slug}`: names and approvals, and all that labels say with its sources. */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { sanitise } from "#core/question/parse-query.ts";
import { products as facts } from "#data/generated/products.ts";
import { cacheableJson } from "../../answers/cacheable-json.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";
import { problemResponse } from "../../http/problem.ts";

const products = new Hono<HonoEnvironment>()
  .use(noParameters)
  .get("/", (context) =>
    cacheableJson(context, "products", () => ({
      dataVersion: dataset.dataVersion,
      dataDate: dataset.review.dataDate,
      products: dataset.products.map((product) => ({
        ...product,
        cohorts: dataset.cohorts.filter((cohort) => cohort.product === product.slug).length,
        href: `/v1/products/${product.slug}`,
      })),
    })),
  )
  .get("/:slug", (context) => {
    const slug = context.req.param("slug");
    const product = Object.hasOwn(facts, slug) ? facts[slug] : undefined;
    if (!product) {
      const detail = `There is no product "${sanitise(slug)}". /v1/products lists all of them.`;
      return problemResponse({ status: 404, detail });
    }
    return cacheableJson(context, `products/${slug}`, () => ({
      dataVersion: dataset.dataVersion,
      dataDate: dataset.review.dataDate,
      ...product,
      cohorts: dataset.cohorts
        .filter((cohort) => cohort.product === slug)
        .map(({ id, label }) => ({ cohort: id, label, href: `/v1/cohorts/${id}` })),
    }));
  });

export const routes = {
  "/v1/products": products,
};
