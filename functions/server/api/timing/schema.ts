/** What `/v1/timing` answers. */
import * as v from "valibot";
import { therapyClassSchema } from "#core/comparison/schema-parts.ts";
import { described, named } from "#data/schema/described.ts";
import { cohortSchema, sourceSchema, timingSchema } from "#data/schema.ts";
import { citedEntries } from "../schemas/cited.ts";

const citedTimingSchema = named("CitedTiming", {
  ...v.omit(v.strictObject(timingSchema.entries), ["source"]).entries,
  source: described(
    v.pick(v.strictObject(citedEntries(sourceSchema.entries)), ["citation", "doi", "pmid", "tier"]),
    "The source.",
  ),
});

const timingLineSchema = named("TimingLine", {
  cohort: described(v.string(), "Id of the cohort."),
  ...v.pick(cohortSchema, ["label", "therapyClass", "product"]).entries,
  parts: described(
    v.array(v.string()),
    "Ids of the cohorts that a label printed as one; empty for any other cohort.",
  ),
  times: described(v.array(citedTimingSchema), "What it printed, each with its source."),
  said: described(v.string(), "The same in words, as they stand after the name of the cohort."),
  sources: described(
    v.array(
      v.strictObject({
        text: described(v.string(), "Citation and places."),
        href: described(v.nullable(v.string()), "Where to open it; `null` without a DOI or PMID."),
        tier: described(v.number(), "How far it was reviewed, 1 to 4."),
      }),
    ),
    "Each source of these times once.",
  ),
});

export const timingAnswerSchema = named("TimingList", {
  dataVersion: described(v.string(), "Changes with the data only."),
  query: described(
    v.strictObject({
      row: v.exactOptional(described(v.string(), "The outcome whose row it concerns.")),
      "therapy-class": v.exactOptional(described(therapyClassSchema, "The class.")),
    }),
    "What was asked.",
  ),
  outcomes: described(v.record(v.string(), v.string()), "The outcomes of the times, in words."),
  timing: described(
    v.array(timingLineSchema),
    "One entry for every cohort that printed a time, CAR-T first; never averaged, never pooled.",
  ),
});
