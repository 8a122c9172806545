/** Defines a published meta-analysis: what it printed, and how to ask its question here. */
import * as v from "valibot";
import { therapyClasses } from "../vocabulary.ts";
import {
  count,
  doi,
  isoDate,
  months,
  percent,
  positiveCount,
  publicationYear,
  slug,
  text,
  url,
} from "./common.ts";
import { described, listOf, namedObject, oneOf, orAbsent, orNull } from "./description.ts";
import { citing, makeCitedSchemaEntries } from "./reference.ts";
import { collectiveRatingSchema } from "./risk-of-bias.ts";

const printedInterval = v.nullable(v.tuple([v.number(), v.number()]));
/** Maps the names of a question's fields to their text, as in an address. */
const parameters = v.record(slug, text);

/** Describes a ratio or difference between two groups, or holds the words of the paper if no number is printed. */
const comparisonSchema = v.strictObject({
  measure: described(text, "What the number is."),
  value: orNull(v.number(), "A pooled number that is no percentage."),
  interval: described(printedInterval, "95 % interval."),
  /** `p` is text such as "<0.001", or a number. */
  p: orNull(v.union([text, v.number()]), "P value as printed."),
  versus: orNull(text, "The other group."),
});

const lines = v.nullable(positiveCount);

/**
 * Describes what was pooled, so that a rule can tell whether it can stand next to ours; `null` where that is not
 * told.
 */
export const publishedScopeSchema = namedObject("PublishedScope", {
  disease: orNull(
    v.picklist(["myeloma", "mixed", "other"]),
    "Myeloma alone, together with other diseases, or another disease; `null` where that is not told.",
  ),
  /** `group` is `class` if the pool covers the whole class with that target, in that kind of study. */
  group: orNull(
    v.picklist(["class", "product", "subgroup", "both"]),
    "A whole class, one product, a part of a class, or both classes together.",
  ),
  target: orNull(
    v.picklist(["bcma", "gprc5d", "other", "mixed"]),
    "The antigen; `mixed` for several, `null` where it is not told.",
  ),
  /** `priorLines` is `[null, null]` where the publication names no number of lines. */
  priorLines: orNull(
    v.tuple([lines, lines]),
    "Fewest and most prior lines that it admitted; an end without a limit is `null`.",
  ),
  evidence: orNull(
    v.picklist(["trial", "real-world", "all"]),
    "Trials, real-world cohorts or both; `null` where it is not told.",
  ),
  /**
   * `definition` compares event and grades with ours; it is `other` for grade 3 and 4 where ours also counts grade
   * 5.
   */
  definition: orNull(
    v.picklist(["ours", "other"]),
    "Whether the same event of the same grades was counted as in our outcome; `null` where it is not told.",
  ),
});

export const publishedResultSchema = namedObject("PublishedResult", {
  /** `outcome` is `null` for medians, shares of deaths and numbers of trials. */
  outcome: orNull(slug, "Ours; `null` for what is not pooled here."),
  /** `measure` names what was pooled if it is none of our outcomes. */
  measure: orNull(text, "What the number is."),
  family: orAbsent(
    v.picklist(["pfs", "os"]),
    "The survival that it is of, if it is none of our outcomes; absent where it is of none.",
  ),
  group: described(text, "The group, as printed."),
  therapyClass: orNull(v.picklist(therapyClasses), "CAR-T cells or bispecific antibodies."),
  scope: described(publishedScopeSchema, "What was pooled."),
  /** `ask` is added to the fields that the set pins; `null` if no question can ask for the group. */
  ask: orNull(
    parameters,
    "What tells this group: parameters of a question, a part of the construct, `dual-target`; `null` where it cannot be told here.",
  ),
  k: orNull(positiveCount, "Number of cohorts."),
  events: orNull(count, "Patients with the event; `null` where there is no count."),
  n: orNull(positiveCount, "Patients counted over; `null` where that is not known."),
  estimatePercent: orNull(percent, "Pooled rate in percent."),
  /** Percentage as printed; it may exceed 100. */
  intervalPercent: described(printedInterval, "Its interval, as printed."),
  rangePercent: orNull(v.tuple([percent, percent]), "Lowest and highest of the studies."),
  /** A pooled number that is not a percentage: a median in months or days. */
  value: orNull(v.number(), "A pooled number that is no percentage."),
  valueInterval: described(printedInterval, "Its interval."),
  i2: orNull(percent, "Share of the variance that is between cohorts, in percent."),
  followUpMonths: orNull(months, "Median follow-up in months."),
  comparison: orNull(comparisonSchema, "A ratio or difference between two groups."),
  definition: orNull(text, "What was counted, where that is not plain."),
  /** Inconsistencies in the printed numbers, which are not changed and stand next to none of ours. */
  oddity: orNull(text, "What does not fit in what was printed."),
});

const setRowSchema = v.strictObject({
  name: described(text, "Name."),
  n: orNull(positiveCount, "Patients counted over; `null` where that is not known."),
  cohort: orNull(slug, "Our cohort, or `null` where our data lack it."),
});

/** Describes the flow of records from what the publication found to what it pooled, as printed. */
const flowSchema = namedObject("Flow", {
  identified: orNull(positiveCount, "Records found; `null` where not seen."),
  screened: orNull(positiveCount, "Records screened; `null` where not seen."),
  publications: orNull(positiveCount, "Publications kept; `null` where not seen."),
  studies: orNull(positiveCount, "Studies pooled; `null` where not seen."),
  locator: described(text, "Where in the source."),
});

/** Describes the search and selection as printed, in short words. */
const methodsSchema = namedObject("PublishedMethods", {
  searched: listOf(text, "Databases and congresses that it searched."),
  registered: orNull(text, "Its number in PROSPERO; `null` where not seen."),
  chosenBy: orNull(text, "Who chose and extracted; `null` where not seen."),
  criteria: orNull(text, "What a study had to be; `null` where not seen."),
  funding: orNull(text, "Who paid, by its own statement; `null` where not seen."),
  locator: described(text, "Where in the source."),
});

const namedSetSchema = namedObject("NamedSet", {
  /** `name` is short: first author or journal, and year. */
  name: described(text, "Name."),
  /** `pins` are the filters, cut, definition, overlap rule, model and interval of the paper. */
  pins: described(parameters, "Its rules, as fields of a question."),
  /** `rows` is `null` if the list of cohorts is not public; our cohorts are then selected by the same rules. */
  rows: orNull(
    v.pipe(v.array(setRowSchema), v.minLength(1)),
    "Its cohorts; `null` where the list is not public.",
  ),
  assumed: orNull(text, "What of the pins the paper does not print."),
  cuts: orAbsent(
    v.record(slug, v.number()),
    "Where it divides its cohorts by a median, by the parameter of it; absent where it does not.",
  ),
});

const pointerSchema = v.strictObject({
  study: described(slug, "Id of a cohort or of a publication."),
  what: described(
    text,
    "Our outcome, `median-pfs`, a field of the baseline, or what a publication calls it.",
  ),
  cut: orNull(text, "The data cut; `null` where there is one."),
});

/** Describes a value that a page of text repeats from a study, and where that study has it here. */
const claimSchema = namedObject("Claim", {
  what: described(text, "What it says to be, and of which study."),
  printed: described(text, "As printed there."),
  at: listOf(
    pointerSchema,
    "Figures in our data that it can be compared with; none where no figure is known.",
  ),
  really: orAbsent(pointerSchema, "Of which study it is, if not of that which it names."),
  note: orAbsent(text, "What else is to be said to a reader."),
});

export const publishedSchema = v.strictObject({
  id: described(slug, "Id."),
  ...citing,
  doi: orNull(doi, "DOI."),
  year: orNull(publicationYear, "Year of publication."),
  searchedTo: orNull(isoDate, "Until when it searched; `null` where not printed."),
  question: described(text, "What it asked."),
  k: orNull(
    v.record(v.string(), positiveCount),
    "Numbers of studies, under the names the paper gives them.",
  ),
  n: orNull(
    v.record(v.string(), positiveCount),
    "Numbers of patients, under the names the paper gives them.",
  ),
  model: orNull(text, "The model."),
  seenAt: orNull(url, "Where it was seen; may be a copy."),
  locator: described(text, "Where in the source."),
  kind: oneOf(["abstract", "full-text", "congress", "digest"], "What kind it is."),
  tier: oneOf(
    [1, 2, 4],
    "1 paper, regulator or label; 2 congress, company or review; 3 trade news; 4 unreviewed.",
  ),
  flow: orAbsent(
    flowSchema,
    "What it found and what it kept of that; absent where that was not seen.",
  ),
  methods: orAbsent(methodsSchema, "How it searched and chose; absent where that was not seen."),
  results: listOf(publishedResultSchema, "What it printed."),
  claims: orAbsent(
    listOf(claimSchema, "Values of studies that it repeats."),
    "Absent of a meta-analysis.",
  ),
  /** `riskOfBias` applies to every cohort of the set. */
  riskOfBias: orAbsent(
    collectiveRatingSchema,
    "How it rated the risk of bias of all its studies together; absent where that was not seen.",
  ),
  set: orNull(namedSetSchema, "How to ask its question here; `null` where that cannot be told."),
  notes: orNull(text, "Remarks."),
});

export type PublishedFile = v.InferOutput<typeof publishedSchema>;

export const citedPublishedSchema = namedObject(
  "Published",
  makeCitedSchemaEntries(publishedSchema.entries),
);

export type Published = v.InferOutput<typeof citedPublishedSchema>;
export type PublishedScope = v.InferOutput<typeof publishedScopeSchema>;
export type PublishedResult = v.InferOutput<typeof publishedResultSchema>;
