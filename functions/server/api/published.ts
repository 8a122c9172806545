/**
 * `GET /v1/published`: results of published meta-analyses, next to the results of the same question
 * here.
 */
import * as v from "valibot";
import { agreementStatuses } from "#core/comparison/agreement.ts";
import { answerStamp, intervalSchema } from "#core/comparison/schema-parts.ts";
import { dataset } from "#core/dataset.ts";
import { agreement } from "#data/generated/agreement.ts";
import { published } from "#data/generated/collections.ts";
import { described, listOf, named, oneOf, orNull } from "#data/schema/described.ts";
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
  const agreementFigureSchema = v.strictObject({
    value: orNull(v.number(), "The value."),
    interval: orNull(intervalSchema, "95 % interval."),
  });

  const agreementSchema = named("Agreement", {
    published: described(v.string(), "Id of the publication."),
    outcome: described(v.string(), "Id of the outcome."),
    group: described(v.string(), "The group, as printed."),
    measure: oneOf(
      ["rate", "events", "odds ratio", "hazard ratio", "other"],
      "What the number is.",
    ),
    theirs: described(agreementFigureSchema, "What they printed."),
    ours: orNull(
      agreementFigureSchema,
      "What the same question gives here; `null` where it cannot be asked.",
    ),
    cohorts: described(
      v.strictObject({
        found: orNull(v.number(), "Pooled here."),
        used: orNull(v.number(), "Pooled there; `null` where that is not printed."),
      }),
      "How many of their cohorts are pooled here.",
    ),
    status: oneOf(agreementStatuses, "Whether the two agree."),
    conclusion: orNull(
      v.picklist(["yes", "no", "direction only"]),
      "For ratios: whether both say the same, by side of 1 and by an interval that excludes 1 or not. `direction only`: the same side, but only one interval excludes 1. `null` where one of the two has no ratio with an interval.",
    ),
    reason: orNull(v.string(), "Why, in words."),
    query: orNull(
      v.string(),
      "What was asked, as canonical text; `null` where no question says so.",
    ),
  });

  const publishedWithAgreementSchema = named("PublishedWithAgreement", {
    ...citedPublishedSchema.entries,
    href: orNull(v.pipe(v.string(), v.url()), "Address of it; `null` where there is none."),
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
    example: "/v1/published",
  },
];
