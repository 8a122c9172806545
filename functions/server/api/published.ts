/** `GET /v1/published`: what published meta-analyses printed. */

import { dataset } from "#core/dataset.ts";
import { published } from "#data/generated/collections.ts";
import { url } from "#data/schema/common.ts";
import { listOf, named, orNull } from "#data/schema/described.ts";
import { type Constants, constantRoute } from "../answers/constant-answer.ts";
import type { Described } from "../documentation/described.ts";
import type { Routes } from "../http/route.ts";
import { citedPublishedSchema } from "./schemas/cited.ts";
import { answerStamp } from "./schemas/parts.ts";

const list = { resource: "published" };

export const routes: Routes = { "/v1/published": constantRoute(list) };

export function constants(): Constants {
  const { dataVersion, answerVersion } = dataset;
  const answer = {
    dataVersion,
    answerVersion,
    published: published.map((one) => ({
      ...one,
      href: one.doi === null ? null : `https://doi.org/${one.doi}`,
    })),
  };
  return [[list, JSON.stringify(answer)]];
}

export function publishedListSchema() {
  const linkedPublishedSchema = named("LinkedPublished", {
    ...citedPublishedSchema.entries,
    href: orNull(url, "Address of it; `null` where there is none."),
  });

  return named("PublishedList", {
    ...answerStamp,
    published: listOf(linkedPublishedSchema, "Published meta-analyses."),
  });
}

export const operations = (): readonly Described[] => [
  {
    id: "getPublished",
    path: "/v1/published",
    tag: "Evidence",
    summary: "What published meta-analyses found",
    description:
      "Every pooled number they print. The guide for statisticians sets those that can be asked here beside ours.",
    json: publishedListSchema(),
  },
];
