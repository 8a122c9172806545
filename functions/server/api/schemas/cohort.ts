/** Defines the schemas of `/v1/cohorts` and `/v1/cohorts/{id}`, based on the schemas of the data files. */
import * as v from "valibot";
import { answerStamp } from "#core/answer/schema/parts.ts";
import { comparedBaseline, comparedFields, comparedOfKind } from "#data/compute-set.ts";
import { recordFields } from "#data/provenance.ts";
import { url } from "#data/schema/common.ts";
import { described, listOf, namedObject, orNull } from "#data/schema/description.ts";
import { makeCitedSchemaEntries } from "#data/schema/reference.ts";
import {
  apiReviewSchema,
  baselineSchema,
  biasSource,
  cohortSchema,
  figureSchema,
  landmarkSchema,
  priorBcmaKindSchema,
  rating,
  sourceSchema,
  statement,
} from "#data/schema.ts";

/**
 * Describes the risk of bias in the record of a cohort: published ratings, and what the sources of the cohort state.
 */
const source = makeCitedSchemaEntries(biasSource);

const ratingSchema = namedObject("BiasRating", {
  ...rating,
  ...source,
  ofAllStudies: described(
    v.boolean(),
    "Whether a review says it of all its studies together, of which this is one.",
  ),
});

const statementSchema = namedObject("BiasStatement", { ...statement, ...source });

const riskOfBiasSchema = namedObject("RiskOfBias", {
  ratings: listOf(ratingSchema, "As others rated it, as printed."),
  stated: described(
    v.strictObject({
      consecutive: orNull(statementSchema, "Inclusion of consecutive patients."),
      independent: orNull(statementSchema, "Independent review of response or progression."),
      lossBelow5: orNull(statementSchema, "Less than 5 % lost to follow-up."),
    }),
    "What sources state of items of MINORS; `null` where none was found.",
  ),
});

const cohortEntries = {
  // Overlaps include cohorts of networks without bounds.
  ...v.pick(cohortSchema, [...comparedFields, "overlaps"]).entries,
  ...v.pick(v.strictObject(baselineSchema.entries), comparedBaseline).entries,
  parts: listOf(
    v.string(),
    "Ids of the cohorts that a label pool holds; it stands in only where none of them reports the outcome.",
  ),
  covidVaccines: orNull(
    v.picklist(["before", "across", "after"]),
    "Whether patients were enrolled before the first COVID-19 vaccines (December 2020), after, or across; `null` where the dates are not stated.",
  ),
  trial: described(
    v.string(),
    "The same for parts of one trial: its first registry number, else its paper. Patients of the same paper outside the trial are another study.",
  ),
  pooledTrials: listOf(
    v.string(),
    "The trials of the cohorts that a label pool holds, if there are several.",
  ),
};

export const cohortListItemSchema = namedObject("CohortListItem", {
  ...cohortEntries,
  phase: cohortSchema.entries.phase,
  priorBcmaKinds: listOf(
    v.strictObject(v.pick(v.strictObject(priorBcmaKindSchema.entries), comparedOfKind).entries),
    "Kinds of earlier therapy that patients are stated to have had; the record has the sources.",
  ),
  outcomes: listOf(v.string(), "Ids of the outcomes it reports."),
  href: described(v.string(), "Address of it; `null` where there is none."),
});

export const cohortListSchema = namedObject("CohortList", {
  dataVersion: answerStamp.dataVersion,
  cohorts: listOf(cohortListItemSchema, "Cohorts."),
});

/** The tier of the source is repeated here, so that callers do not have to look it up. */
const tier = sourceSchema.entries.tier;

export const citedFigureSchema = namedObject("Figure", {
  ...figureSchema.entries,
  tier: described(
    tier,
    "1 paper, regulator or label; 2 congress, company or review; 3 trade news; 4 unreviewed.",
  ),
});

const linkedSourceSchema = namedObject("Source", {
  ...makeCitedSchemaEntries(sourceSchema.entries),
  href: orNull(url, "Address of it; `null` where there is none."),
});

const cohortRecordEntries = {
  ...cohortEntries,
  ...v.pick(cohortSchema, recordFields).entries,
  publication: orNull(
    v.strictObject({
      citation: described(v.string(), "The paper in words."),
      doi: orNull(v.string(), "DOI."),
      pmid: orNull(v.string(), "PubMed id."),
    }),
    "The trial’s own paper; `null` where none is known.",
  ),
  review: orNull(apiReviewSchema, "Its review by a clinician; `null` as long as there is none."),
  riskOfBias: described(
    riskOfBiasSchema,
    "Risk of bias: ratings of others, and what its sources state.",
  ),
  figures: listOf(citedFigureSchema, "Counts, each with its source and locator."),
  landmarks: listOf(landmarkSchema, "Survival at a month, each with its source and locator."),
  sources: listOf(linkedSourceSchema, "What it was read in."),
};

export const cohortRecordSchema = namedObject("CohortRecord", cohortRecordEntries);

export const cohortDetailSchema = namedObject("CohortDetail", {
  dataVersion: answerStamp.dataVersion,
  ...cohortRecordEntries,
});
