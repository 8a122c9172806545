/** The part of the schema of an answer that is about rates: events per 100 patient-years. */
import * as v from "valibot";
import { described, named } from "#data/schema/described.ts";
import { citationSchema, intervalSchema, poolStatusSchema } from "./schema-parts.ts";

export const rateStudySchema = named("RateStudy", {
  cohort: described(v.string(), "Id of the cohort."),
  label: described(v.string(), "A few words to show."),
  product: described(v.string(), "Slug of the product."),
  events: described(v.number(), "Patients with the event."),
  n: described(v.number(), "Patients counted over."),
  years: described(
    v.number(),
    "Years for which patients were observed: the median follow-up of the cut or, for what is observed while treated, the printed time on treatment and 30 days.",
  ),
  per100: described(
    v.nullable(v.number()),
    "The cohort's own events per 100 patient-years; `null` where every patient had one.",
  ),
  /** From the Clopper–Pearson interval. */
  interval: described(
    v.nullable(intervalSchema),
    "Its exact 95 % interval; `null` where every patient had an event.",
  ),
  weight: described(v.number(), "Percent of the information in the pool."),
  cut: described(v.string(), "`primary`, or which other analysis of the same study."),
  source: described(v.number(), "Place in the list of sources, counted from 0."),
  citation: described(v.nullable(citationSchema), "The source; `null` where it is not known."),
});

export const rateProductSchema = named("RateProduct", {
  product: described(v.string(), "Slug of the product."),
  k: described(v.number(), "Number of cohorts."),
  n: described(v.number(), "Patients counted over."),
  per100: described(v.number(), "Events of a typical cohort per 100 patient-years."),
  interval: described(intervalSchema, "95 % interval."),
});

/** Hazard of a first event, see `statistics/rates/`. */
export const ratePoolSchema = named("RatePool", {
  status: described(poolStatusSchema, "`ok`, or why the pool is limited."),
  k: described(v.number(), "Number of cohorts with a known time of observation."),
  events: described(v.number(), "Patients with the event."),
  n: described(v.number(), "Patients counted over."),
  per100: described(
    v.number(),
    "First events of a typical cohort per 100 patient-years, if the hazard is constant.",
  ),
  interval: described(intervalSchema, "95 % interval, per 100 patient-years."),
  predictionInterval: described(
    v.nullable(intervalSchema),
    "Where the rate of a new cohort would lie with 95 % probability, per 100 patient-years.",
  ),
  tau: described(
    v.nullable(v.number()),
    "Spread between cohorts, as a standard deviation of the log of the rate.",
  ),
  products: described(v.array(rateProductSchema), "Each product's own rate within the class."),
  studies: described(
    v.array(rateStudySchema),
    "The cohorts of the pool, each with its time. Cuts that are too far apart to be pooled as proportions may be among them.",
  ),
});

export const rateContrastSchema = named("RateContrast", {
  ratio: described(
    v.number(),
    "Rate ratio; above 1 means more events a year in the group than in the reference.",
  ),
  ratioInterval: described(intervalSchema, "Its 95 % interval."),
  differencePer100: described(v.number(), "Difference of the rates per 100 patient-years."),
  differenceInterval: described(intervalSchema, "Its 95 % interval."),
  probabilityHigher: described(
    v.nullable(v.number()),
    "Probability that the rate is higher in the group; only from the default model.",
  ),
  pValue: described(v.nullable(v.number()), "P value, two-sided; `null` by the default model."),
});
