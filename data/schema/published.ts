/**
 * Schema of a published meta-analysis: what it printed, and how to ask its question here if its
 * cohorts are known.
 */
import * as v from "valibot";
import { therapyClasses } from "../vocabulary.ts";
import { count, doi, months, percent, positiveCount, slug, text } from "./common.ts";
import { type Cited, citing } from "./reference.ts";

const printedInterval = v.nullable(v.tuple([v.number(), v.number()]));
/** Query parameters as in the URL. */
const parameters = v.record(slug, text);

/** A ratio or difference between two groups, or the words of the paper if no number is printed. */
const comparisonSchema = v.strictObject({
  measure: text,
  value: v.nullable(v.number()),
  interval: printedInterval,
  /** As printed: "<0.001". */
  p: v.nullable(v.union([text, v.number()])),
  versus: v.nullable(text),
});

export const publishedResultSchema = v.strictObject({
  /**
   * Id of our outcome; `null` for what we do not pool (medians, shares of deaths, numbers of
   * trials).
   */
  outcome: v.nullable(slug),
  /** What was pooled, if it is none of our outcomes. */
  measure: v.nullable(text),
  /** As printed. */
  group: text,
  therapyClass: v.nullable(v.picklist(therapyClasses)),
  /**
   * Parameters to add to those of the set to ask for this group; `null` if we cannot ask for it.
   */
  ask: v.nullable(parameters),
  k: v.nullable(positiveCount),
  events: v.nullable(count),
  n: v.nullable(positiveCount),
  estimatePercent: v.nullable(percent),
  /** As printed; may exceed 100. */
  intervalPercent: printedInterval,
  /** Lowest and highest value of the studies, if only these are printed. */
  rangePercent: v.nullable(v.tuple([percent, percent])),
  /** A pooled number that is not a percentage: a median in months or days. */
  value: v.nullable(v.number()),
  valueInterval: printedInterval,
  i2: v.nullable(percent),
  followUpMonths: v.nullable(months),
  comparison: v.nullable(comparisonSchema),
  definition: v.nullable(text),
  /** What is inconsistent in the printed numbers. It is shown; the numbers are not changed. */
  oddity: v.nullable(text),
});

/** One row of the paper's table of included cohorts. */
const setRowSchema = v.strictObject({
  /** As printed. */
  name: text,
  n: v.nullable(positiveCount),
  /** Id of our cohort; `null` if we do not have it. */
  cohort: v.nullable(slug),
});

export const namedSetSchema = v.strictObject({
  /** Short name: first author or journal, and year. */
  name: text,
  /** Filters, cut, definition, overlap, model and interval of the paper, as query parameters. */
  pins: parameters,
  /**
   * `null` if the list of cohorts is not public; then our cohorts are selected by the same rules.
   */
  rows: v.nullable(v.pipe(v.array(setRowSchema), v.minLength(1))),
  /** Which of the pins the paper does not print and we assumed. */
  assumed: v.nullable(text),
});

export const publishedSchema = v.strictObject({
  id: slug,
  ...citing,
  doi: v.nullable(doi),
  year: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2010), v.maxValue(2030))),
  question: text,
  /** Numbers of studies and patients, keyed by the names that the paper uses. */
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
/** A publication with its citation as text. */
export type Published = Cited<PublishedFile>;
export type PublishedResult = v.InferOutput<typeof publishedResultSchema>;
