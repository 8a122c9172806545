/** The schema of an outcome over all who were to be treated, beside a pool. */
import * as v from "valibot";
import { described, named } from "#data/schema/described.ts";
import { intervalSchema } from "./schema-parts.ts";

/**
 * @param study The schema of a cohort's result.
 * @param observed The schema of a single cohort's own count.
 */
export function enrolledSchemaOf<S extends v.GenericSchema, O extends v.GenericSchema>(
  study: S,
  observed: O,
) {
  return named("Enrolled", {
    k: described(v.number(), "Number of cohorts that print such a figure."),
    events: described(
      v.nullable(v.number()),
      "Patients with the event; `null` where there is no count.",
    ),
    n: described(v.nullable(v.number()), "Patients counted over; `null` where that is not known."),
    estimate: described(
      v.nullable(v.number()),
      "As with `denominator=enrolled`: rate of a typical cohort, 0 to 1; `null` where no cohort prints it.",
    ),
    interval: described(v.nullable(intervalSchema), "95 % interval."),
    observed: described(
      v.nullable(observed),
      "With a single cohort, its own count, to be shown in place of the estimate; else `null`.",
    ),
    studies: described(
      v.array(study),
      "The cohorts that print it; not the same set as those of the pool.",
    ),
    infused: described(
      v.array(
        v.strictObject({
          cohort: described(v.string(), "Id of the cohort."),
          label: described(v.string(), "A few words to show."),
          events: described(v.number(), "Patients who were infused."),
          n: described(v.number(), "Patients who had cells collected."),
        }),
      ),
      "How many of those with cells collected were infused, where a selected cohort prints it. Never multiplied with a rate.",
    ),
  });
}
