/** Defines the parts that the schemas of several answers share; nothing is parsed with them. */
import * as v from "valibot";
import { url } from "#data/schema/common.ts";
import { described, namedObject, orNull } from "#data/schema/description.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { Frozen } from "../../evidence/reasons.ts";

/** Derives the type of an answer, or of a part of an answer, from its schema. */
export type Of<Schema extends v.GenericSchema> = Frozen<v.InferOutput<Schema>>;

export const therapyClassSchema = v.picklist(therapyClasses);
export const regimenSchema = v.picklist(["monotherapy", "combination"]);

export const rangeSchema = namedObject("Range", {
  min: orNull(v.number(), "Lower end; `null` when open."),
  max: orNull(v.number(), "Upper end; `null` when open."),
});

export const intervalSchema = v.tuple([v.number(), v.number()]);

/** `by-trial` means not pooled; `boundary` and `fallback` occur in frequentist models only. */
export const poolStatuses = [
  "ok",
  "no-cohorts",
  "one-trial",
  "by-trial",
  "all-zero",
  "all-events",
  "prior-conflict",
  "boundary",
  "fallback",
] as const;

export const citationSchema = namedObject("Citation", {
  text: described(v.string(), "The source in words."),
  href: orNull(
    url,
    "DOI or PubMed record, else the page of its publisher; `null` where no address was found.",
  ),
  locator: orNull(v.string(), "Where in the source."),
  tier: described(
    v.number(),
    "1 paper, regulator or label; 2 congress, company or review; 3 trade news; 4 unreviewed.",
  ),
  /** `publication` is the trial's own, even if the figure was quoted in a review. */
  publication: orNull(
    url,
    "The trial’s own paper (DOI or PubMed), else its registry record; `null` where neither is known.",
  ),
});

/** Fields that have the same meaning in every schema. */
export const fields = {
  cohort: described(v.string(), "Id of the cohort."),
  label: described(v.string(), "A few words to show."),
  product: described(v.string(), "Slug of the product."),
  therapyClass: described(therapyClassSchema, "CAR-T cells or bispecific antibodies."),
  regimen: described(regimenSchema, "Alone, or together with other myeloma drugs."),
  k: described(
    v.number(),
    "Distinct trials: cohorts of one trial count once, a pooling as the trials that it holds. Of a published set the cohorts that it counted.",
  ),
  trial: described(v.string(), "Id of the trial, of which several cohorts may be parts."),
  /** `events` is `null` for a landmark, which has no counts. */
  events: orNull(v.number(), "Patients with the event; `null` where there is no count."),
  n: orNull(v.number(), "Patients counted over; `null` where that is not known."),
  followUpMonths: orNull(v.number(), "Median follow-up in months."),
  source: described(
    v.number(),
    "Place in `sources` of the record of the cohort (`/v1/cohorts/{id}`), counted from 0.",
  ),
  citation: orNull(citationSchema, "The source; `null` where it is not known."),
};

const { cohort, label, product, therapyClass, events, n } = fields;
export const counts = { events, n };
export const namedCohortFields = { cohort, label };
export const namedProductFields = { cohort, label, product };
export const namedClassFields = { cohort, label, therapyClass };

const dataVersion = described(v.string(), "Changes with the data only.");

export const answerStamp = {
  answerVersion: described(v.string(), "Changes with the data and with the code that answers."),
  dataVersion,
};

export const dataStamp = {
  dataVersion,
  dataDate: described(
    v.string(),
    "Day up to which the evidence was collected, and as of which approvals count; `/v1/changes` has the days of the releases.",
  ),
};
