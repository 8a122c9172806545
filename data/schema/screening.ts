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
  /** Reason to look at it, with its date where it has one. */
  why: text,
  /** Ids of ours that it concerns; empty where that is not known. */
  cohorts: v.array(slug),
  found: day,
  decision: v.picklist(screeningDecisions),
  /** Why it was so decided; `null` while undecided. */
  reason: v.nullable(text),
  /** The role of who decided, never a name; `null` while undecided. */
  by: v.nullable(text),
});

const screeningRunSchema = v.strictObject({
  on: day,
  /** The first day that was asked for. */
  since: day,
  queries: v.array(
    v.strictObject({
      route: v.picklist(screeningRoutes),
      service: v.picklist(["ClinicalTrials.gov", "PubMed"]),
      /** The query as it was sent, so that anybody can repeat it. */
      query: text,
      /** Records that it gave. */
      met: count,
      /** Number of these that were entered in the log. */
      logged: count,
    }),
  ),
});

export const screeningSchema = v.strictObject({
  /** The newest last. */
  runs: v.array(screeningRunSchema),
  /** Records in the order in which they were found. */
  records: v.array(screenedRecordSchema),
});

export type Screening = v.InferOutput<typeof screeningSchema>;
export type ScreenedRecord = v.InferOutput<typeof screenedRecordSchema>;
export type ScreeningRun = v.InferOutput<typeof screeningRunSchema>;
export type ScreeningQuery = ScreeningRun["queries"][number];
