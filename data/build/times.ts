/**
 * Collects the medians of survival and the printed times from the full cohorts, and from the products what is known
 * of the course of their treatment.
 */

import type { ProductCourses, Timings } from "../cited-times.ts";
import type { Evidence } from "../evidence.ts";
import { pick } from "../lists-and-objects.ts";
import type { Cohort, Product } from "../schema.ts";
import { type Medians, medianFields } from "../survival.ts";
import { type CitationText, citeWithPageIfNoRecord, pickCitationFields } from "./cite.ts";

export function collectMediansByCohort(cohorts: readonly Cohort[]): Medians {
  return Object.fromEntries(
    cohorts
      .filter(({ medians }) => medians.length > 0)
      .map(({ id, medians, sources }) => [
        id,
        medians.map((median) => ({
          ...pick(median, medianFields),
          // The checks of the data refuse an index without a source.
          tier: sources[median.source]?.tier ?? 4,
        })),
      ]),
  );
}

export function collectTimingsByCohort(
  { cohorts, references }: Pick<Evidence, "cohorts" | "references">,
  textOf: CitationText,
): Timings {
  return Object.fromEntries(
    cohorts
      .filter(({ timing }) => timing.length > 0)
      .map(({ id, timing, sources }) => [
        id,
        timing.flatMap(({ source: index, ...fact }) => {
          // The checks of the data refuse an index without a source.
          const source = sources[index];
          if (source === undefined) return [];
          return {
            ...fact,
            source: pickCitationFields(citeWithPageIfNoRecord(source, textOf, references)),
          };
        }),
      ]),
  );
}

export function collectProductCourses(products: readonly Product[]): ProductCourses {
  return Object.fromEntries(
    products.flatMap(({ slug, dosing, monitoring, logistics }) => {
      if (logistics.course === null) return [];
      const course = {
        once: logistics.course.value === "once",
        lymphodepletion: dosing.lymphodepletion !== null,
        full: dosing.stepUp.flatMap(({ region, value }) =>
          value.steps
            .filter((step) => step.firstTreatmentDose)
            .map(({ day }) => ({ region, day, schedule: value.schedule })),
        ),
        intervals: [
          ...dosing.maintenance.flatMap(({ region, value: { schedule, phases } }) =>
            phases.map(({ everyWeeks: weeks }) => ({ region, schedule, weeks })),
          ),
          ...dosing.intervalChange.map(({ region, value: { everyWeeks: weeks } }) => ({
            ...{ region, schedule: null, weeks },
          })),
        ],
        until: dosing.until.map(({ region, value: text }) => ({ region, text })),
        hospital: monitoring.flatMap(({ region, status, value }) =>
          region === null || status === "superseded" || value.hospital.length === 0
            ? []
            : { region, hours: value.hospital },
        ),
        stays: logistics.stays.map(({ value }) => value),
      };
      return [[slug, course]];
    }),
  );
}
