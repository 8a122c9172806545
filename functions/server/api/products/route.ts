/**
 * `GET /v1/products` and `/v1/products/{slug}`: names and approvals, and the label information with
 * its sources.
 */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { constantAnswer } from "../../answers/constant-answer.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";
import { repeated } from "../../http/patient-like.ts";
import { problemResponse } from "../../http/problem.ts";

const products = new Hono<HonoEnvironment>()
  .use(noParameters)
  .get("/", (context) => constantAnswer(context, { resource: "products" }))
  .get("/:slug", (context) => {
    const slug = context.req.param("slug");
    if (!dataset.products.some((one) => one.slug === slug)) {
      const detail = `There is no product "${repeated(slug)}". /v1/products lists all of them.`;
      return problemResponse({ status: 404, detail });
    }
    return constantAnswer(context, { resource: `products/${slug}` });
  });

export const routes = { "/v1/products": products };
