/** What `/v1/published` answers. */
import * as v from "valibot";
import { answerStamp, intervalSchema } from "#core/comparison/schema-parts.ts";
import { described, named } from "#data/schema/described.ts";
import { citedPublishedSchema } from "../schemas/cited.ts";

const agreementFigureSchema = v.strictObject({
  value: described(v.nullable(v.number()), "The value."),
  interval: described(v.nullable(intervalSchema), "95 % interval."),
});

export const agreementSchema = named("Agreement", {
  published: described(v.string(), "Id of the publication."),
  outcome: described(v.string(), "Id of the outcome."),
  group: described(v.string(), "The group, as printed."),
  measure: described(
    v.picklist(["rate", "events", "odds ratio", "hazard ratio", "other"]),
    "What the number is.",
  ),
  theirs: described(agreementFigureSchema, "What they printed."),
  ours: described(
    v.nullable(agreementFigureSchema),
    "What the same question gives here; `null` where it cannot be asked.",
  ),
  cohorts: described(
    v.strictObject({
      found: described(v.nullable(v.number()), "Pooled here."),
      used: described(v.nullable(v.number()), "Pooled there; `null` where that is not printed."),
    }),
    "How many of their cohorts are pooled here.",
  ),
  status: described(
    v.picklist([
      "reproduced",
      "within their interval",
      "differs",
      "needs individual data",
      "cohorts missing",
    ]),
    "Whether the two agree.",
  ),
  conclusion: described(
    v.nullable(v.picklist(["yes", "no", "direction only"])),
    "For ratios: whether both say the same, by side of 1 and by an interval that excludes 1 or not. `direction only`: the same side, but only one interval excludes 1. `null` where one of the two has no ratio with an interval.",
  ),
  reason: described(v.nullable(v.string()), "Why, in words."),
  query: described(
    v.nullable(v.string()),
    "What was asked, as canonical text; `null` where no question says so.",
  ),
});

const publishedWithAgreementSchema = named("PublishedWithAgreement", {
  ...citedPublishedSchema.entries,
  href: described(
    v.nullable(v.pipe(v.string(), v.url())),
    "Address of it; `null` where there is none.",
  ),
  agreement: described(
    v.array(agreementSchema),
    "Its numbers beside what the same question gives here.",
  ),
});

export const publishedListSchema = named("PublishedList", {
  ...answerStamp,
  published: described(v.array(publishedWithAgreementSchema), "Published meta-analyses."),
});
