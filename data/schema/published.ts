/** What a published meta-analysis printed, and, where its cohorts can be told, how to ask its question here. */
import * as v from "valibot";
import { therapyClasses } from "../vocabulary.ts";
import { count, doi, months, percent, positiveCount, slug, text } from "./common.ts";
import { type Cited, citing } from "./reference.ts";

const printedInterval = v.nullable(v.tuple([v.number(), v.number()]));
/** Parameters of a question as in the URL. */
const parameters = v.record(slug, text);

/** A ratio or difference between two groups, with the words of the paper where no number is printed. */
const comparisonSchema = v.strictObject({
  measure: text,
  value: v.nullable(v.number()),
  interval: printedInterval,
  /** As printed: "<0.001". */
  p: v.nullable(v.union([text, v.number()])),
  versus: v.nullable(text),
});

export const publishedResultSchema = v.strictObject({
  /** Ours; `null` for what we do not pool (medians, shares of deaths, numbers of trials). */
  outcome: v.nullable(slug),
  /** What was pooled, where no outcome of ours is. */
  measure: v.nullable(text),
  /** As printed. */
  group: text,
  therapyClass: v.nullable(v.picklist(therapyClasses)),
  /** What our question adds to that of the set to ask for this group; `null` where we cannot ask. */
  ask: v.nullable(parameters),
  k: v.nullable(positiveCount),
  events: v.nullable(count),
  n: v.nullable(positiveCount),
  estimatePercent: v.nullable(percent),
  /** As printed, which may lie beyond 100. */
  intervalPercent: printedInterval,
  /** Lowest and highest of the studies, where that is all that is printed. */
  rangePercent: v.nullable(v.tuple([percent, percent])),
  /** A pooled number that is no percentage: a median in months or days. */
  value: v.nullable(v.number()),
  valueInterval: printedInterval,
  i2: v.nullable(percent),
  followUpMonths: v.nullable(months),
  comparison: v.nullable(comparisonSchema),
  definition: v.nullable(text),
  /** What does not fit in the printed numbers themselves; shown, never adjusted. */
  oddity: v.nullable(text),
});

/** One row of the table of included cohorts. */
const setRowSchema = v.strictObject({
  /** As printed. */
  name: text,
  n: v.nullable(positiveCount),
  /** Ours, or `null` where we do not carry it. */
  cohort: v.nullable(slug),
});

export const namedSetSchema = v.strictObject({
  /** Short: first author or journal, and year. */
  name: text,
  /** Filters, cut, definition, overlap, model and interval of the paper, as parameters of a question. */
  pins: parameters,
  /** `null`: the list of cohorts is not public, so ours by the same rules answer instead. */
  rows: v.nullable(v.pipe(v.array(setRowSchema), v.minLength(1))),
  /** What of the pins the paper does not print and we took to be so. */
  assumed: v.nullable(text),
});

export const publishedSchema = v.strictObject({
  id: slug,
  ...citing,
  doi: v.nullable(doi),
  year: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2010), v.maxValue(2030))),
  question: text,
  /** Numbers of studies and patients under the names the paper gives them. */
  k: v.nullable(v.record(v.string(), positiveCount)),
  n: v.nullable(v.record(v.string(), positiveCount)),
  model: v.nullable(text),
  seenAt: v.nullable(v.pipe(v.string(), v.url())),
  locator: text,
  kind: v.picklist(["abstract", "full-text", "congress", "digest"]),
  /** 1 paper, 2 congress, 4 unreviewed. */
  tier: v.picklist([1, 2, 4]),
  results: v.array(publishedResultSchema),
  set: v.nullable(namedSetSchema),
  notes: v.nullable(text),
});

export type PublishedFile = v.InferOutput<typeof publishedSchema>;
/** With its citation as text. */
export type Published = Cited<PublishedFile>;
export type PublishedResult = v.InferOutput<typeof publishedResultSchema>;
