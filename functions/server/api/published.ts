/** `GET /v1/published`: published meta-analyses beside the same question here. */
import { agreementSchema } from "#core/comparison/published-schema.ts";
import { answerStamp } from "#core/comparison/schema-parts.ts";
import { dataset } from "#core/dataset.ts";
import { agreement } from "#data/generated/agreement.ts";
import { published } from "#data/generated/collections.ts";
import { url } from "#data/schema/common.ts";
import { listOf, named, orNull } from "#data/schema/described.ts";
import { type Constants, constantRoute } from "../answers/constant-answer.ts";
import type { Described } from "../documentation/described.ts";
import type { Routes } from "../http/route.ts";
import { citedPublishedSchema } from "./schemas/cited.ts";

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
      agreement: agreement.filter(({ published: id }) => id === one.id),
    })),
  };
  return [[list, JSON.stringify(answer)]];
}

export function publishedListSchema() {
  const publishedWithAgreementSchema = named("PublishedWithAgreement", {
    ...citedPublishedSchema.entries,
    href: orNull(url, "Address of it; `null` where there is none."),
    agreement: listOf(agreementSchema, "Its numbers beside what the same question gives here."),
  });

  return named("PublishedList", {
    ...answerStamp,
    published: listOf(publishedWithAgreementSchema, "Published meta-analyses."),
  });
}

export const operations = (): readonly Described[] => [
  {
    id: "getPublished",
    path: "/v1/published",
    tag: "Evidence",
    summary: "What published meta-analyses found",
    description: "Every pooled number they print, beside what the same question gives here.",
    json: publishedListSchema(),
  },
];
