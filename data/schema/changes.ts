/** What each release changed, and what that did to the ready-made questions, as pages round. */
import * as v from "valibot";
import { count, percent, positiveCount, slug, text } from "./common.ts";
import { atLeastOne, described, listOf, named, orNull } from "./described.ts";

/** Without control characters: feeds and terminals print it in one line. */
const sentence = v.pipe(text, v.regex(/^[ -~\u00a0-\ufffd]+$/, "must be one line"));

const shownPoolSchema = named("ShownPool", {
  k: described(positiveCount, "Cohorts pooled."),
  n: orNull(count, "Their patients; `null` where a number is not known."),
  rate: described(percent, "Patients with the event, or alive, of 100."),
  interval: described(v.tuple([percent, percent]), "95 % interval, of 100."),
});

const perHundred = v.pipe(v.number(), v.minValue(-100), v.maxValue(100));

/** One row of the summary, as one ready-made question shows it. */
const shownSchema = named("ShownNumbers", {
  "car-t": orNull(shownPoolSchema, "CAR-T cells; `null` where nothing is pooled."),
  bsab: orNull(shownPoolSchema, "Bispecifics; `null` where nothing is pooled."),
  difference: orNull(
    v.strictObject({
      per100: described(perHundred, "CAR-T minus bispecifics, per 100 patients."),
      interval: described(v.tuple([perHundred, perHundred]), "Its 95 % interval."),
    }),
    "The difference; `null` where there is none.",
  ),
});

const row = {
  preset: described(slug, "Id of the ready-made question."),
  outcome: described(slug, "Id of the outcome."),
};

const effectSchema = named("Effect", {
  ...row,
  before: orNull(shownSchema, "Before; `null` for a row that was not there."),
  after: orNull(shownSchema, "After; `null` for a row that is gone."),
});

export const releaseSchema = named("DataRelease", {
  date: described(v.pipe(v.string(), v.isoDate()), "Date of the release."),
  version: described(
    v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/, "must be a version of the data")),
    "Version of the data: the date until which they were collected, and a hash of their content.",
  ),
  what: atLeastOne(sentence, "What was changed, in sentences."),
  corrects: described(
    v.optional(sentence),
    "The number that was wrong in all releases before, which are withdrawn; only where one was.",
  ),
  effect: listOf(
    effectSchema,
    "Rows of ready-made questions whose numbers changed; empty for the first release.",
  ),
});

const shownRowSchema = v.strictObject({ ...row, numbers: shownSchema });

export const changesSchema = v.strictObject({
  /** Newest first. */
  releases: v.pipe(v.array(releaseSchema), v.minLength(1)),
  /** The oldest release that may still be shown. Those before it held a wrong number. */
  minimumDataVersion: v.string(),
  /** What the newest release shows: the `before` of the next one. */
  shown: v.array(shownRowSchema),
});

export type Changes = v.InferOutput<typeof changesSchema>;
export type DataRelease = v.InferOutput<typeof releaseSchema>;
export type Effect = v.InferOutput<typeof effectSchema>;
export type Shown = v.InferOutput<typeof shownSchema>;
export type ShownPool = v.InferOutput<typeof shownPoolSchema>;
export type ShownRow = v.InferOutput<typeof shownRowSchema>;
