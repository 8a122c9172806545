/**
 * Defines a printed time, such as the onset or duration of a reaction. Each time belongs to one cohort, and times
 * are never averaged or pooled.
 */
import * as v from "valibot";
import { count, range, slug, text } from "./common.ts";
import { described, namedObject, oneOf, orAbsent, orNull } from "./description.ts";

/** Lists the kinds of time. The first three are times of an outcome. */
const timingKinds = [
  "onset",
  "duration",
  "time-to-response",
  "apheresis-to-infusion",
  "hospital-stay",
] as const;

/** Lists the units of printed times, which are never converted: a time in weeks or years needs a new unit here. */
const timingUnits = ["hours", "days", "months"] as const;

/** Lists the kinds that belong to the treatment and to no outcome. */
export const treatmentTimings = [
  "apheresis-to-infusion",
  "hospital-stay",
] as const satisfies readonly (typeof timingKinds)[number][];

const unit = v.picklist(timingUnits, `must be one of ${timingUnits.join(", ")}`);

export const timingSchema = namedObject("Timing", {
  what: oneOf(
    timingKinds,
    "`onset`, `duration` or `time-to-response` of an outcome; `apheresis-to-infusion` and `hospital-stay` of the treatment.",
  ),
  outcome: orNull(slug, "Id of the outcome; `null` for a time that belongs to the treatment."),
  median: described(v.number(), "Median, in `unit`."),
  /** May begin below 0: a reaction that began before the end of its infusion. */
  range: orNull(range, "Shortest and longest, as printed."),
  quartiles: orNull(range, "First and third quartile, as printed."),
  unit: described(unit, "As printed; never converted."),
  from: orNull(text, "From when it was measured, as printed; `null` where that is not printed."),
  definition: orNull(text, "What was measured, and of whom, where that is not plain."),
  hold: orAbsent(
    v.literal("different-definition"),
    "Present where it is of something else than the outcome counts: it stands in the record and in no row.",
  ),
  source: described(count, "Place in the list of sources, counted from 0."),
  locator: described(text, "Where in the source."),
});

export type Timing = v.InferOutput<typeof timingSchema>;
