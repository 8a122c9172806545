/**
 * Schema of `search.json`: how the evidence was looked for, as far as that was noted. What was not
 * noted is `null`; nothing is worked out afterwards.
 */
import * as v from "valibot";
import { isoDate, positiveCount, text } from "./common.ts";

/** What a route gave: figures, only part of what was looked for, or nothing of it. */
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
  /** What it looked for. */
  aim: text,
  /** About how many look-ups; `null` where they were not counted. */
  lookUps: v.nullable(positiveCount),
  /** The words of its queries; `null` where they were not kept. */
  words: v.nullable(v.array(text)),
  /** Empty where they were not kept. */
  routes: v.array(routeSchema),
  note: v.nullable(text),
});

export const searchSchema = v.strictObject({
  /** What the search was not. */
  statement: text,
  collections: v.array(collectionSchema),
});

export type Search = v.InferOutput<typeof searchSchema>;
