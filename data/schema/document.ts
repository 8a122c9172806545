/**
 * Schema of `documents.json`: which document a person should open to close a hole in the data.
 * Nothing in it is shown or changes a number; see `npm run evidence -- wanted`.
 */
import * as v from "valibot";
import { doi, slug, text } from "./common.ts";

export const documentSchema = v.strictObject({
  /** As a person would look for it. */
  name: text,
  doi: v.nullable(doi),
  /** Where it stands; `null` where only the name is known. */
  address: v.nullable(v.pipe(v.string(), v.url())),
  /** Whether it can be read without paying; `null` where that was not seen. */
  free: v.nullable(v.boolean()),
  /** Ids of ours whose patients it reports; empty where it is about none of them alone. */
  cohorts: v.array(slug),
  /** Ids of ours that it should hold. */
  outcomes: v.array(slug),
  /** What to look for in it, and where. */
  look: text,
});

export type DocumentToOpen = v.InferOutput<typeof documentSchema>;
