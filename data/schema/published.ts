/** What a published meta-analysis printed, and, where its cohorts can be told, how to ask its question here. */
import * as v from "valibot";
import { therapyClasses } from "../vocabulary.ts";
import { count, doi, months, percent, positiveCount, slug, text } from "./common.ts";
import { described, named } from "./described.ts";
import { type Cited, citing } from "./reference.ts";

const printedInterval = v.nullable(v.tuple([v.number(), v.number()]));
/** Parameters of a question as in the URL. */
const parameters = v.record(slug, text);

/** A ratio or difference between two groups, with the words of the paper where no number is printed. */
const comparisonSchema = v.strictObject({
  measure: described(text, "What the number is."),
  value: described(v.nullable(v.number()), "A pooled number that is no percentage."),
  interval: described(printedInterval, "95 % interval."),
  /** As printed: "<0.001". */
  p: described(v.nullable(v.union([text, v.number()])), "P value as printed."),
  versus: described(v.nullable(text), "The other group."),
});

export const publishedResultSchema = named("PublishedResult", {
  /** Ours; `null` for what we do not pool (medians, shares of deaths, numbers of trials). */
  outcome: described(v.nullable(slug), "Ours; `null` for what is not pooled here."),
  /** What was pooled, where no outcome of ours is. */
  measure: described(v.nullable(text), "What the number is."),
  group: described(text, "The group, as printed."),
  therapyClass: described(
    v.nullable(v.picklist(therapyClasses)),
    "CAR-T cells or bispecific antibodies.",
  ),
  /** What our question adds to that of the set to ask for this group; `null` where we cannot ask. */
  ask: described(
    v.nullable(parameters),
    "What the question adds for this group; `null` where it cannot be asked here.",
  ),
  k: described(v.nullable(positiveCount), "Number of cohorts."),
  events: described(v.nullable(count), "Patients with the event; `null` where there is no count."),
  n: described(v.nullable(positiveCount), "Patients counted over; `null` where that is not known."),
  estimatePercent: described(v.nullable(percent), "Pooled rate in percent."),
  /** As printed, which may lie beyond 100. */
  intervalPercent: described(printedInterval, "Its interval, as printed."),
  /** Lowest and highest of the studies, where that is all that is printed. */
  rangePercent: described(
    v.nullable(v.tuple([percent, percent])),
    "Lowest and highest of the studies.",
  ),
  /** A pooled number that is no percentage: a median in months or days. */
  value: described(v.nullable(v.number()), "A pooled number that is no percentage."),
  valueInterval: described(printedInterval, "Its interval."),
  i2: described(v.nullable(percent), "Share of the variance that is between cohorts, in percent."),
  followUpMonths: described(v.nullable(months), "Median follow-up in months."),
  comparison: described(v.nullable(comparisonSchema), "A ratio or difference between two groups."),
  definition: described(v.nullable(text), "What was counted, where that is not plain."),
  /** What does not fit in the printed numbers themselves; shown, never adjusted. */
  oddity: described(v.nullable(text), "What does not fit in what was printed."),
});

/** One row of the table of included cohorts. */
const setRowSchema = v.strictObject({
  /** As printed. */
  name: described(text, "Name."),
  n: described(v.nullable(positiveCount), "Patients counted over; `null` where that is not known."),
  /** Ours, or `null` where we do not carry it. */
  cohort: described(v.nullable(slug), "Ours, or `null` where it is not known here."),
});

const namedSetSchema = named("NamedSet", {
  /** Short: first author or journal, and year. */
  name: described(text, "Name."),
  /** Filters, cut, definition, overlap, model and interval of the paper, as parameters of a question. */
  pins: described(parameters, "Its rules, as parameters of a question."),
  /** `null`: the list of cohorts is not public, so ours by the same rules answer instead. */
  rows: described(
    v.nullable(v.pipe(v.array(setRowSchema), v.minLength(1))),
    "Its cohorts; `null` where the list is not public.",
  ),
  /** What of the pins the paper does not print and we took to be so. */
  assumed: described(v.nullable(text), "What of the pins the paper does not print."),
});

export const publishedSchema = v.strictObject({
  id: described(slug, "Id."),
  ...citing,
  doi: described(v.nullable(doi), "DOI."),
  year: described(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2010), v.maxValue(2030))),
    "Year of publication.",
  ),
  question: described(text, "What it asked."),
  /** Numbers of studies and patients under the names the paper gives them. */
  k: described(
    v.nullable(v.record(v.string(), positiveCount)),
    "Numbers of studies, under the names the paper gives them.",
  ),
  n: described(
    v.nullable(v.record(v.string(), positiveCount)),
    "Numbers of patients, under the names the paper gives them.",
  ),
  model: described(v.nullable(text), "The model."),
  seenAt: described(v.nullable(v.pipe(v.string(), v.url())), "Where it was seen; may be a copy."),
  locator: described(text, "Where in the source."),
  kind: described(v.picklist(["abstract", "full-text", "congress", "digest"]), "What kind it is."),
  tier: described(
    v.picklist([1, 2, 4]),
    "1 paper, regulator or label; 2 congress, company or review; 3 trade news; 4 unreviewed.",
  ),
  results: described(v.array(publishedResultSchema), "What it printed."),
  set: described(
    v.nullable(namedSetSchema),
    "How to ask its question here; `null` where that cannot be told.",
  ),
  notes: described(v.nullable(text), "Remarks."),
});

export type PublishedFile = v.InferOutput<typeof publishedSchema>;
/** With its citation as text. */
export type Published = Cited<PublishedFile>;
export type PublishedResult = v.InferOutput<typeof publishedResultSchema>;
