/** `GET /v1/published`: what published meta-analyses found, beside what the same question gives here. */
import { Hono } from "hono";
import { dataset } from "#core/dataset.ts";
import { agreement } from "#data/generated/agreement.ts";
import { collections } from "#data/generated/collections.ts";
import { cacheableJson } from "../../answers/cacheable-json.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { noParameters } from "../../http/no-parameters.ts";

const published = new Hono<HonoEnvironment>().use(noParameters).get("/", (context) =>
  cacheableJson(context, "published", () => ({
    dataVersion: dataset.dataVersion,
    answerVersion: dataset.answerVersion,
    published: collections.published.map((one) => ({
      ...one,
      href: one.doi === null ? null : `https://doi.org/${one.doi}`,
      agreement: agreement.filter(({ published: id }) => id === one.id),
    })),
  })),
);

export const routes = {
  "/v1/published": published,
};
