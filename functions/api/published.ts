/** `GET /v1/published`: what published meta-analyses found, beside what the same question gives here. */
import { Hono } from "hono";
import { agreement } from "../../data/generated/agreement.ts";
import { collections } from "../../data/generated/collections.ts";
import { dataset } from "../dataset.ts";
import type { HonoEnvironment } from "../environment.ts";
import { cacheableJson } from "./json.ts";
import { noParameters } from "./no-parameters.ts";

export const published = new Hono<HonoEnvironment>().use(noParameters).get("/", (context) =>
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
