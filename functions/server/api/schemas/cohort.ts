/** What `/v1/cohorts` and `/v1/cohorts/{id}` return, made from the schemas of the data files. */
import * as v from "valibot";
import { comparedBaseline } from "#data/compute-set.ts";
import { cohortSchema, figureSchema, landmarkSchema, sourceSchema } from "#data/schema.ts";
import { citedEntries } from "./cited.ts";

const { baseline } = cohortSchema.entries;

/** What comparing reads of a cohort, without its figures. */
const cohortEntries = {
  ...v.pick(cohortSchema, [
    "id",
    "label",
    "year",
    "therapyClass",
    "product",
    "targets",
    "construct",
    "phase",
    "design",
    "doses",
    "evidence",
    "regimen",
    "setting",
    "priorBcma",
    "region",
    "followUpMonths",
    // Those of networks without bounds included.
    "overlaps",
  ]).entries,
  ...v.pick(baseline, comparedBaseline).entries,
};

export const cohortListItemSchema = v.strictObject({
  ...cohortEntries,
  outcomes: v.array(v.string()),
  href: v.string(),
});

export const cohortListSchema = v.strictObject({
  dataVersion: v.string(),
  cohorts: v.array(cohortListItemSchema),
});

/** Of the source, so that nobody has to look it up. */
const tier = sourceSchema.entries.tier;

export const citedFigureSchema = v.strictObject({ ...figureSchema.entries, tier });

export const linkedSourceSchema = v.strictObject({
  ...citedEntries(sourceSchema.entries),
  href: v.nullable(v.pipe(v.string(), v.url())),
});

/** One cohort with all that is known of it. */
const cohortRecordEntries = {
  ...cohortEntries,
  ...v.pick(cohortSchema, [
    "firstAuthor",
    "registry",
    "dose",
    "settingBasis",
    "eligibility",
    "regionDetail",
    "enrolment",
    "baseline",
    "medians",
    "riskOfBias",
    "missing",
    "notes",
  ]).entries,
  figures: v.array(citedFigureSchema),
  landmarks: v.array(landmarkSchema),
  sources: v.array(linkedSourceSchema),
};

export const cohortRecordSchema = v.strictObject(cohortRecordEntries);

export const cohortDetailSchema = v.strictObject({
  dataVersion: v.string(),
  ...cohortRecordEntries,
});
