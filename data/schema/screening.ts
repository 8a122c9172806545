/**
 * `screening.json`: what `npm run evidence -- watch` asked, what it met, and what a person decided on each record.
 */
import * as v from "valibot";
import { count, slug, text } from "./common.ts";

const day = v.pipe(v.string(), v.isoDate());

/** Routes by which a record was found, the most urgent first. */
export const screeningRoutes = [
  "notice",
  "results",
  "record",
  "paper-of-trial",
  "paper-of-drug",
  "new-trial",
] as const;

/**
 * `enter`: its figures are in the data; `lead`: in `documents.json`; `leave`: not of the subject, or nothing in it.
 */
const screeningDecisions = ["undecided", "enter", "lead", "leave"] as const;

const screenedRecordSchema = v.strictObject({
  /** `id` is an identifier such as `NCT03361748` or `PMID 33626253`. */
  id: text,
  route: v.picklist(screeningRoutes),
  title: text,
  /** `why` is the reason to look at the record, with its date where there is one. */
  why: text,
  /** `cohorts` are our ids of the cohorts that the record concerns; empty where that is not known. */
  cohorts: v.array(slug),
  foundOn: day,
  decision: v.picklist(screeningDecisions),
  /** `reason` explains the decision; `null` while the record is undecided. */
  reason: v.nullable(text),
  /** `by` is the role of the person who decided, never a name; `null` while the record is undecided. */
  by: v.nullable(text),
});

const screeningRunSchema = v.strictObject({
  on: day,
  /** `since` is the first day that the run searched. */
  since: day,
  queries: v.array(
    v.strictObject({
      route: v.picklist(screeningRoutes),
      service: v.picklist(["ClinicalTrials.gov", "PubMed"]),
      /** `query` is the text that was sent, so that anybody can repeat the search. */
      query: text,
      /** `metCount` counts the records that the query returned. */
      metCount: count,
      /** `loggedCount` counts the returned records that were entered in the log. */
      loggedCount: count,
    }),
  ),
});

export const screeningSchema = v.strictObject({
  /** `runs` ends with the newest. */
  runs: v.array(screeningRunSchema),
  /** `records` are in the order in which they were found. */
  records: v.array(screenedRecordSchema),
});

export type Screening = v.InferOutput<typeof screeningSchema>;
export type ScreenedRecord = v.InferOutput<typeof screenedRecordSchema>;
export type ScreeningRun = v.InferOutput<typeof screeningRunSchema>;
export type ScreeningQuery = ScreeningRun["queries"][number];
