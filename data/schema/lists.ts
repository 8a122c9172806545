/** Defines the schemas of the single files, except for the outcomes, the history and the review. */
import * as v from "valibot";
import { versionForm } from "../recall.ts";
import { regions } from "../vocabulary.ts";
import { doi, isoDate, slug, text, url } from "./common.ts";
import { atLeastOne, described, namedObject } from "./description.ts";

/** Defines `documents.json`: which document to open to close a hole in the data; `/methods` lists them. */
export const documentSchema = v.strictObject({
  /** Holds the name by which a person would look for it. */
  name: text,
  doi: v.nullable(doi),
  /** `address` is that of the document; `null` where only the name is known. */
  address: v.nullable(url),
  /** `free` states whether the document can be read without paying; `null` where that was not seen. */
  free: v.nullable(v.boolean()),
  /**
   * `cohorts` are our ids of the cohorts whose patients the document reports; empty if it is about none of them
   * alone.
   */
  cohorts: v.array(slug),
  /** `outcomes` are our ids of the outcomes that the document should hold. */
  outcomes: v.array(slug),
  /** `look` says what to look for in it, and why that is not entered; it is shown. */
  look: text,
  /** `lastLookedFor` is the last day on which the document was looked for and not found. */
  lastLookedFor: v.exactOptional(isoDate),
});

export type DocumentToOpen = v.InferOutput<typeof documentSchema>;

const region = v.picklist(regions);

/** Defines `approvals.json`: where no approvals were collected, the absence of an approval says nothing. */
export const approvalsSchema = v.strictObject({
  collected: v.array(
    v.strictObject({
      region,
      asOf: isoDate,
      from: text,
      /** `notHeld` lists products that are approved elsewhere, for which the data have no decision of this region. */
      notHeld: v.array(slug),
    }),
  ),
  notCollected: v.array(v.strictObject({ region, reason: text })),
});

export type Approvals = v.InferOutput<typeof approvalsSchema>;

export const presetSchema = v.strictObject({
  id: slug,
  label: text,
  /** Query parameters as in the URL; an empty record is the default question. */
  query: v.record(slug, text),
});

export type Preset = v.InferOutput<typeof presetSchema>;

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
