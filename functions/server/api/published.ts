/** Serves `GET /v1/published`: the results that published meta-analyses printed. */

import { answerStamp } from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { published } from "#data/generated/collections.ts";
import { url } from "#data/schema/common.ts";
import { listOf, namedObject, orNull } from "#data/schema/description.ts";
import { citedPublishedSchema } from "#data/schema.ts";
import { operation } from "./operation.ts";
import { resource } from "./resource.ts";

export const publishedPools = resource({ path: "/v1/published", constant: true });

export const operations = () => [
  operation(publishedPools, {
    id: "getPublished",
    tag: "Evidence",
    summary: "What published meta-analyses found",
    description:
      "Every pooled number they print. `/methods` compares those that our data can answer with ours.",
    schema: namedObject("PublishedList", {
      ...answerStamp,
      published: listOf(
        namedObject("LinkedPublished", {
          ...citedPublishedSchema.entries,
          href: orNull(url, "Address of it; `null` where there is none."),
        }),
        "Published meta-analyses.",
      ),
    }),
    example: "/v1/published",
    make: () => ({
      dataVersion: dataset.dataVersion,
      answerVersion: dataset.answerVersion,
      published: published.map((source) => ({
        ...source,
        href: source.doi === null ? null : `https://doi.org/${source.doi}`,
      })),
    }),
  }),
];
