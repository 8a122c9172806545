/** Serves `GET /v1/timing`: onset and duration as each cohort printed them, which are never pooled. */
import * as v from "valibot";
import { round6 } from "#core/answer/round.ts";
import {
  answerStamp,
  fields,
  intervalSchema,
  therapyClassSchema,
} from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { onsetRanges, timingOf } from "#core/evidence/timing.ts";
import { timings } from "#data/generated/timing.ts";
import { described, listOf, namedObject, orAbsent, orNull } from "#data/schema/description.ts";
import { citedEntries } from "#data/schema/reference.ts";
import { cohortSchema, sourceSchema, timingSchema } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { timesWithSources } from "#presentation/row/timing.ts";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { operation } from "./operation.ts";
import { filterOf, words } from "./parameters.ts";
import { resource } from "./resource.ts";

export const timing = resource({
  path: "/v1/timing",
  parse: words({
    row: dataset.outcomes.map(({ id }) => id),
    "therapy-class": therapyClasses,
  }),
  make: (query) => {
    const lines = timingOf(dataset, timings, filterOf(query));
    const outcomes = new Set(
      lines.flatMap(({ times }) => times.flatMap((time) => time.outcome ?? [])),
    );
    return {
      dataVersion: dataset.dataVersion,
      query,
      outcomes: Object.fromEntries([...outcomes].map((id) => [id, outcomeLabel(id)])),
      timing: lines.map((line) => ({
        ...line,
        ...timesWithSources(line, query.row ?? null),
      })),
      onset: onsetRanges(lines).map(({ times, medianDays: [lowest, highest], ...range }) => ({
        ...range,
        medianDays: [round6(lowest), round6(highest)],
        cohorts: times.map(({ line }) => line.cohort),
      })),
    };
  },
});

function timingAnswerSchema() {
  const citedTimingSchema = namedObject("CitedTiming", {
    ...v.omit(v.strictObject(timingSchema.entries), ["source"]).entries,
    source: described(
      v.pick(v.strictObject(citedEntries(sourceSchema.entries)), [
        "citation",
        "doi",
        "pmid",
        "tier",
      ]),
      "The source.",
    ),
  });

  const timingLineSchema = namedObject("TimingLine", {
    cohort: fields.cohort,
    ...v.pick(cohortSchema, ["label", "therapyClass", "product", "regimen", "evidence"]).entries,
    n: orNull(v.number(), "Patients of the cohort; `null` where that is not known."),
    parts: listOf(
      v.string(),
      "Ids of the cohorts that a label printed as one; empty for any other cohort.",
    ),
    times: listOf(citedTimingSchema, "What it printed, each with its source."),
    text: described(v.string(), "The same in words, as they stand after the name of the cohort."),
    sources: listOf(
      v.strictObject({
        text: described(v.string(), "Citation and places."),
        href: orNull(v.string(), "Where to open it; `null` without a DOI or PMID."),
        tier: described(v.number(), "How far it was reviewed, 1 to 4."),
      }),
      "Each source of these times once.",
    ),
  });

  const onsetRangeSchema = namedObject("OnsetRange", {
    outcome: described(v.string(), "Id of the outcome that began."),
    ...v.pick(cohortSchema, ["therapyClass", "product", "regimen", "evidence"]).entries,
    from: orNull(
      v.string(),
      "From when all of them count; `null` where none of their sources says it, so that they may count from different days.",
    ),
    medianDays: described(
      intervalSchema,
      "Lowest and highest of the medians of these cohorts, in days: hours are divided by 24; the same twice of one cohort.",
    ),
    cohorts: listOf(
      v.string(),
      "Ids of the cohorts whose medians these are; `timing` has each as printed, with its source.",
    ),
  });

  return namedObject("TimingList", {
    dataVersion: answerStamp.dataVersion,
    query: described(
      v.strictObject({
        row: orAbsent(v.string(), "The outcome whose row it concerns."),
        "therapy-class": orAbsent(therapyClassSchema, "The class."),
      }),
      "What was asked.",
    ),
    outcomes: described(v.record(v.string(), v.string()), "The outcomes of the times, in words."),
    timing: listOf(
      timingLineSchema,
      "One entry for every cohort that printed a time, CAR-T first; never averaged, never pooled.",
    ),
    onset: listOf(
      onsetRangeSchema,
      "How soon each outcome began, by product: the range of the medians of its cohorts, only of one kind of source, from one start, and of the product alone or combined. There is none where a median is in months, nor of a series that did not tell its products apart.",
    ),
  });
}

export const operations = () => [
  operation(timing, {
    id: "getTiming",
    tag: "Evidence",
    summary: "How soon and how long, as each cohort printed it",
    description:
      "Medians of onset, duration and time to response, and of the time from apheresis to infusion and in hospital. Each stands by itself: none is averaged, pooled or set against another. `onset` has the range of the medians of onset by product, of like times only.",
    schema: timingAnswerSchema(),
    example: "/v1/timing?row=crs-3",
  }),
];
