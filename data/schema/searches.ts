/** Defines the schema of `searches.json`: what is searched for new evidence, and what was searched so far. */
import * as v from "valibot";
import { isoDate, positiveCount, text, url } from "./common.ts";

const searchedSources = [
  "PubMed",
  "ClinicalTrials.gov",
  "FDA",
  "EMA",
  "Companies",
  "Congresses",
  "Retraction Watch",
] as const;

const searchSchema = v.strictObject({
  /** `lookFor` says which documents the search is to find; it follows a colon. */
  lookFor: text,
  /** `query` is exactly what is asked; `null` where no query was written down yet. */
  query: v.nullable(text),
  /** `address` opens the source, with the query where the source allows that; `null` where none was written down yet. */
  address: v.nullable(url),
  /** `notReached` is the last day on which somebody tried in vain to open the source; absent where nobody did. */
  notReached: v.optional(v.pipe(v.string(), v.isoDate())),
  /**
   * `lastLook` is the last time that somebody searched by this query or, without a query, looked in the source at all;
   * `null` where nobody has yet.
   */
  lastLook: v.nullable(
    v.strictObject({
      on: v.pipe(v.string(), v.isoDate()),
      /** `decided` says what was done with what was found, also where that was nothing; it follows a colon. */
      decided: text,
    }),
  ),
});

/** States the result of a route: figures, only part of what was looked for, or nothing of it. */
const routeYields = ["figures", "part", "nothing"] as const;

const routeSchema = v.strictObject({
  route: text,
  gave: v.picklist(routeYields),
  remark: v.nullable(text),
});

const collectionSchema = v.strictObject({
  name: text,
  /** First and last day or month; the first is `null` where it was not noted. */
  from: v.nullable(isoDate),
  to: isoDate,
  aim: text,
  /** `lookUps` is the approximate number of look-ups; `null` where they were not counted. */
  lookUps: v.nullable(positiveCount),
  /** `words` are those of the queries; `null` where they were not kept. */
  words: v.nullable(v.array(text)),
  /** `routes` is empty where the routes were not kept. */
  routes: v.array(routeSchema),
  note: v.nullable(text),
});

/** Whatever was not noted is `null`. */
export const searchesSchema = v.strictObject({
  /** Limits of the search. */
  statement: text,
  sources: v.strictObject(
    v.entriesFromList(searchedSources, v.pipe(v.array(searchSchema), v.nonEmpty())),
  ),
  /** `collections` lists the times at which evidence was collected, the newest last. */
  collections: v.array(collectionSchema),
});

export type Searches = v.InferOutput<typeof searchesSchema>;
