/** The schema of an outcome over all who were to be treated, beside a pool. */
import * as v from "valibot";
import { described, listOf, named, orNull } from "#data/schema/description.ts";
import { citationSchema, counts, fields, intervalSchema, ofCohort } from "./parts.ts";

const events = described(v.number(), "Patients with the event.");
const n = described(v.number(), "Patients counted over.");
const infused = described(v.strictObject({ events, n }), "Over the infused, as in the pool.");
const derived = described(
  v.boolean(),
  "`false`: printed for the same data cut. `true`: the events among the infused over the number with cells collected, where exactly these were infused; who was not infused could not respond to the cells. Of several cohorts: whether any is.",
);
const collected = { events, n };

const collectedSchema = named("Collected", {
  trials: described(v.number(), "Of how many cohorts it is known."),
  of: described(v.number(), "Number of cohorts of the pool."),
  infused,
  collected: described(v.strictObject({ ...collected, derived }), "Over all with cells collected."),
  text: described(v.string(), "In words, for all of these cohorts."),
  cohorts: listOf(
    v.strictObject({
      ...ofCohort,
      infused,
      collected: described(v.strictObject(collected), "Over all with cells collected."),
      derived,
      assumed: described(
        v.boolean(),
        "Whether it is assumed, not printed, that all who were enrolled had cells collected.",
      ),
      cut: described(v.string(), "The data cut of the source."),
      source: fields.source,
      citation: orNull(
        citationSchema,
        "The source of the number with cells collected; `null` where it is not known.",
      ),
      text: described(v.string(), "In words, with what it is derived from."),
    }),
    "Each of them.",
  ),
});

export function enrolledSchemaOf<S extends v.GenericSchema>(study: S) {
  return named("Enrolled", {
    k: described(v.number(), "Number of cohorts that print such a figure."),
    ...counts,
    estimate: orNull(
      v.number(),
      "As with `denominator=enrolled`: rate of a typical cohort, 0 to 1, of a single one its own count; `null` where no cohort prints it.",
    ),
    interval: orNull(intervalSchema, "95 % interval."),
    studies: listOf(study, "The cohorts that print it; not the same set as those of the pool."),
    infused: listOf(
      v.strictObject({
        ...ofCohort,
        events: described(v.number(), "Patients who were infused."),
        n: described(v.number(), "Patients who had cells collected."),
      }),
      "How many of those with cells collected were infused, where a selected cohort prints it. Never multiplied with a rate.",
    ),
    collected: orNull(
      collectedSchema,
      "Of response and its parts: counts of the cohorts of the pool of which it is known how many responded of all with cells collected, never pooled. `null` for other outcomes, where it is known of none, and in a published set that names its cuts.",
    ),
  });
}
