/** Defines the schemas of subgroups and of treatment comparisons, which share the figure of a study. */
import * as v from "valibot";
import {
  adjustments,
  type ComparisonKind,
  comparisonKinds,
  effectMeasures,
  oddityKinds,
  type SubgroupVariable,
  subgroupVariables,
} from "../collection-vocabulary.ts";
import { earlierKinds, evidenceKinds, settings, therapyClasses } from "../vocabulary.ts";
import {
  baselineSchema,
  cohortSchema,
  figureSchema,
  priorLinesSchema,
  sourceSchema,
} from "./cohort.ts";
import { count, months, openRange, percent, positiveCount, slug, text, url } from "./common.ts";
import {
  atLeastOne,
  described,
  listOf,
  namedObject,
  oneOf,
  orAbsent,
  orNull,
} from "./description.ts";
import { makeCitedSchemaEntries } from "./reference.ts";

/** Follow-up and data cut-off belong to cohorts; such a study is read as one report. */
const reportSourceSchema = v.omit(sourceSchema, ["followUpMonths", "dataCutoff"]);

export type ReportSourceEntry = v.InferOutput<typeof reportSourceSchema>;

/** Describes a source as the code imports it, with its citation as one text. */
export const citedReportSourceSchema = namedObject("ReportSource", {
  ...makeCitedSchemaEntries(reportSourceSchema.entries),
  href: orNull(url, "Address of it; `null` where there is none."),
});

export type ReportSource = v.InferOutput<typeof citedReportSourceSchema>;

const citedSources = listOf(citedReportSourceSchema, "What it was read in.");

/** These figures are never pooled, so there are no fields that pooling would need. */
const reportedFigure = {
  /** `outcome` is an id from `data/outcomes.json` or from `otherOutcomes`. */
  outcome: described(slug, "Id of the outcome."),
  /** `definition` states how the figure departs from the definition of its outcome: "at day 90", "1-year estimate". */
  definition: orNull(text, "What was counted, where that is not plain."),
  events: orNull(count, "Patients with the event; `null` where there is no count."),
  /** Number of patients to whom `events` and `percentPrinted` refer. */
  n: orNull(positiveCount, "Patients counted over; `null` where that is not known."),
  percentPrinted: orNull(percent, "Percentage as printed."),
  medianMonths: orNull(months, "Median in months."),
  /**
   * Interval of the percentage, the median or the change, whichever is present; a limit that was not reached is
   * `null`.
   */
  interval: orNull(openRange, "Printed interval of the percentage, the median or the change."),
  derived: described(v.boolean(), "Whether the count was computed from the printed percentage."),
  derivedRange: figureSchema.entries.derivedRange,
  /** Holds the P value as printed. It belongs to the effect if there is one, otherwise to the values side by side. */
  p: orNull(
    v.pipe(v.string(), v.regex(/^<?0\.\d+$/, "must be a P value as printed")),
    "P value as printed.",
  ),
  source: described(count, "Place in the list of sources, counted from 0."),
  locator: described(text, "Where in the source."),
  /** The figure is kept as printed and not corrected. */
  oddity: orNull(
    v.strictObject({
      kind: oneOf(
        oddityKinds,
        "Whether the source contradicts itself about the figure, which then counts nowhere (`contradiction`), or the figure stands as it is (`remark`).",
      ),
      text: described(text, "What does not fit, in words."),
    }),
    "What does not fit in what was printed.",
  ),
  note: orNull(text, "Remark."),
};

const effectMeasured = {
  measure: oneOf(effectMeasures, "What the number is."),
  value: described(v.number(), "The value."),
  interval: orNull(
    v.tuple([v.number(), v.number()]),
    "Printed interval of the percentage or of the median.",
  ),
};

/** Counts the patients of a level who had this kind: all of them where the level was reported for that kind. */
const kindOfLevel = v.strictObject({
  kind: oneOf(earlierKinds, "Kind of earlier therapy."),
  n: orNull(positiveCount, "Patients of the level who had it; `null` if only that some had."),
  of: described(positiveCount, "Patients of the level."),
  with: orAbsent(
    v.array(v.picklist(earlierKinds)),
    "Where the source divides the patients by what each had: the other kinds that these patients had, empty for this kind alone.",
  ),
});

/** Describes a result of one study, divided by a property that patients had before treatment. */
export const subgroupFigureSchema = namedObject("SubgroupFigure", {
  variable: oneOf(
    Object.keys(subgroupVariables) as SubgroupVariable[],
    "What patients were divided by.",
  ),
  wording: described(text, "The variable and its level as the study words them."),
  level: described(text, "The level, as it is shown: `≥ 70`."),
  /** `patients` is entered by the curator, not derived from the words of the level. */
  patients: orNull(
    v.union([
      v.boolean(),
      v.strictObject({
        min: described(v.nullable(v.number()), "Lowest value; `null` without one."),
        max: described(v.nullable(v.number()), "Highest value; `null` without one."),
      }),
      v.pipe(v.array(kindOfLevel), v.minLength(1)),
      v.literal("comparison"),
    ]),
    "Whose level it is: a range of whole numbers (ages, prior lines), patients with the property (`true`) or without it (`false`), the kinds of earlier therapy with how many of its patients had each, where they are reported (`prior-bcma`), or two levels set against each other (`comparison`); `null` for what divides patients in another way.",
  ),
  ...reportedFigure,
  /** Holds one level compared with another; a ratio above 1 means more events in `of`. */
  effect: orNull(
    v.strictObject({
      ...effectMeasured,
      of: described(text, "The side, or level, whose figure it is."),
      against: described(text, "The level it is set against."),
      adjustment: orNull(
        v.picklist(adjustments),
        "What the effect was adjusted by, where that is printed.",
      ),
    }),
    "A printed ratio or difference.",
  ),
});

/** Describes the patients whom a study enrolled, to match a reader's patient. */
const enrolledSchema = v.strictObject({
  setting: orNull(
    v.picklist(settings),
    "Setting by prior lines, as of a cohort; `null` if it is not known.",
  ),
  settingBasis: described(text, "Why it is in that setting, or why that is not known."),
  priorBcma: cohortSchema.entries.priorBcma,
});

/** Describes the enrolled patients as the code imports them: with their prior lines, and without `settingBasis`. */
const enrolledOfStudySchema = described(
  v.strictObject({
    ...v.omit(enrolledSchema, ["settingBasis"]).entries,
    priorLinesRange: baselineSchema.entries.priorLinesRange,
    admittedLines: orNull(
      priorLinesSchema,
      "After how many prior lines patients could take part; `null` where our sources do not say.",
    ),
  }),
  "Setting and earlier therapy of its patients, and their lines: they decide for which patients its levels stand.",
);

export const subgroupStudySchema = v.strictObject({
  id: described(slug, "Id."),
  label: described(text, "A few words to show."),
  cohort: orNull(
    v.strictObject({ id: described(slug, "Id."), reason: described(text, "Why, in words.") }),
    "Our cohort of the same patients, and why it is the same.",
  ),
  enrolled: orNull(
    enrolledSchema,
    "Setting and earlier therapy of the patients of a study without a cohort here; `null` with one, whose they are.",
  ),
  therapyClass: oneOf(therapyClasses, "CAR-T cells or bispecific antibodies."),
  products: listOf(slug, "Products its patients were given."),
  evidence: orNull(
    v.picklist(evidenceKinds),
    "Clinical trial or real-world series; `null` where our sources do not say.",
  ),
  sources: v.pipe(v.array(reportSourceSchema), v.minLength(1)),
  figures: atLeastOne(subgroupFigureSchema, "Figures as the study printed them."),
});

export type SubgroupFigure = v.InferOutput<typeof subgroupFigureSchema>;
export type SubgroupStudyFile = v.InferOutput<typeof subgroupStudySchema>;

/**
 * Describes the patients whom a study enrolled. The values come from our cohort of the same patients, else from
 * the file of the study.
 */
export type Enrolled = v.InferOutput<typeof enrolledOfStudySchema>;

export const citedSubgroupStudySchema = namedObject("SubgroupStudy", {
  ...subgroupStudySchema.entries,
  enrolled: enrolledOfStudySchema,
  sources: citedSources,
});

export type SubgroupStudy = v.InferOutput<typeof citedSubgroupStudySchema>;

/** Describes a side of a published comparison of treatments: in sequence, matched, weighted or indirect. */
export const sideSchema = namedObject("Side", {
  id: described(slug, "Id."),
  label: described(text, "A few words to show."),
  what: oneOf(["product", "class", "strategy"], "What it is."),
  /** `therapyClass` is `null` for a strategy without T-cell-redirecting therapy, or with either class of it. */
  therapyClass: orNull(v.picklist(therapyClasses), "CAR-T cells or bispecific antibodies."),
  products: listOf(slug, "Products that were given; empty where none is named."),
  after: orNull(v.picklist(therapyClasses), "The T-cell-redirecting therapy given before."),
  cohorts: listOf(slug, "Our cohorts of the same patients."),
  n: orNull(positiveCount, "Patients counted over; `null` where that is not known."),
  effectiveSampleSize: orNull(positiveCount, "What matching left of the patients."),
});

export const comparisonFigureSchema = namedObject("ComparisonFigure", {
  of: described(slug, "The side, or level, whose figure it is."),
  against: orNull(slug, "The side it is set against."),
  month: orAbsent(months, "Of survival, or of a change, at a month: which one."),
  changePoints: orAbsent(
    v.number(),
    "Mean change from baseline on the scale of a questionnaire, in points; a rise is an improvement.",
  ),
  followUpMonths: orAbsent(
    months,
    "Median follow-up of the data cut in months, of a study with several cuts; absent where that is not known.",
  ),
  ...reportedFigure,
  effect: orNull(
    v.strictObject({
      ...effectMeasured,
      moreEventsAbove: oneOf(
        ["of", "against"],
        "Which side has more events when a ratio is above 1 or a difference above 0.",
      ),
    }),
    "A printed ratio or difference.",
  ),
  favours: orNull(
    v.picklist(["of", "against"]),
    "The side that the result was printed to be in favour of, without a number.",
  ),
  /** Number of comparisons that were summarised into this one. */
  k: orNull(positiveCount, "Number of cohorts."),
});

export const comparisonStudySchema = v.strictObject({
  id: described(slug, "Id."),
  label: described(text, "A few words to show."),
  kind: oneOf(Object.keys(comparisonKinds) as ComparisonKind[], "What kind it is."),
  method: orNull(text, "How it was adjusted, as printed."),
  /** `disease` is absent if all patients have myeloma. */
  disease: orAbsent(v.picklist(["mixed"]), "`mixed`: patients with other diseases, too."),
  network: orAbsent(text, "Name of the research network that its patients come from."),
  enrolled: orAbsent(text, "Whom a randomised trial enrolled, beside their prior lines."),
  masking: orAbsent(
    v.strictObject({
      kind: oneOf(["open-label"], "Who knew which treatment was given: everybody."),
      source: described(count, "Place in the list of sources, counted from 0."),
      locator: described(text, "Where in the source."),
    }),
    "Masking of a randomised trial; absent where our sources do not say.",
  ),
  sides: atLeastOne(sideSchema, "What was set against each other."),
  sources: v.pipe(v.array(reportSourceSchema), v.minLength(1)),
  figures: atLeastOne(comparisonFigureSchema, "Figures as the study printed them."),
  notes: orNull(text, "Remarks."),
});

export type Side = v.InferOutput<typeof sideSchema>;
export type ComparisonFigure = v.InferOutput<typeof comparisonFigureSchema>;
export type ComparisonStudyFile = v.InferOutput<typeof comparisonStudySchema>;

export const citedComparisonStudySchema = namedObject("ComparisonStudy", {
  ...comparisonStudySchema.entries,
  sources: citedSources,
});

export type ComparisonStudy = v.InferOutput<typeof citedComparisonStudySchema>;
