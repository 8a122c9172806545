/** Defines the schema of the list of releases of the data. */
import * as v from "valibot";
import { versionForm } from "../recall.ts";
import { text } from "./common.ts";
import { atLeastOne, described, namedObject } from "./description.ts";

/** The text has no control characters, because terminals print it in one line. */
const sentence = v.pipe(text, v.regex(/^[ -~\u00a0-\ufffd]+$/, "must be one line"));

export const releaseSchema = namedObject("DataRelease", {
  date: described(v.pipe(v.string(), v.isoDate()), "Date of the release."),
  version: described(
    v.pipe(v.string(), v.regex(versionForm, "must be a version of the data")),
    "Version of the data: the date until which they were collected, and a hash of their content.",
  ),
  what: atLeastOne(sentence, "What was changed, in sentences."),
  corrects: described(
    v.optional(sentence),
    "The number that was wrong in all releases before, which are withdrawn; only where one was.",
  ),
});

export const changesSchema = v.strictObject({
  /** `releases` begins with the newest. */
  releases: v.pipe(v.array(releaseSchema), v.minLength(1)),
  /** The oldest release that may still be shown. Those before it held a wrong number. */
  minimumDataVersion: v.string(),
});

export type Changes = v.InferOutput<typeof changesSchema>;
export type DataRelease = v.InferOutput<typeof releaseSchema>;
