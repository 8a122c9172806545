import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { countCohortsPerClass, splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { describeCodedReason } from "#presentation/words/codes.ts";
import { exclusions } from "#presentation/words/exclusions.ts";
import { widest } from "../../../support/cohorts.ts";
import { anyQuery } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";

describe("a selection", () => {
  it("divides all cohorts, each excluded one with a reason, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const { included, excluded } = splitIncludedAndExcludedCohorts(query, dataset);
        const all = [...included, ...excluded.map(({ cohort: { id } }) => ({ id }))];
        expect(all.map(({ id }) => id).sort()).toEqual(dataset.cohorts.map(({ id }) => id).sort());
        for (const { parameter, reason } of excluded) {
          expect(parameter).toMatch(/^[a-z0-9-]+$/);
          const text = describeCodedReason(reason, exclusions);
          expect(text.trim()).not.toBe("");
          expect(text).not.toMatch(/undefined|null|NaN/);
        }
      }),
      { numRuns: runsOf(300) },
    );
  });

  it("only grows when one filter is set to its widest", () => {
    const filters = Object.keys(widest).filter(
      (key) => key !== "outcome",
    ) as (keyof typeof widest)[];
    fc.assert(
      fc.property(anyQuery(dataset), fc.constantFrom(...filters), (query, key) => {
        const narrow = splitIncludedAndExcludedCohorts(query, dataset).included;
        // A product that is asked for by name needs no approval.
        const sold =
          key === "product" ? { availability: widest.availability, labelled: widest.labelled } : {};
        const wide = splitIncludedAndExcludedCohorts(
          { ...query, ...sold, [key]: widest[key] },
          dataset,
        ).included;
        expect(narrow.filter((cohort) => !wide.includes(cohort))).toEqual([]);
      }),
      { numRuns: runsOf(300) },
    );
  });

  it("is counted as it is made, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const { included } = splitIncludedAndExcludedCohorts(query, dataset);
        const count = (group: string) =>
          included.filter(({ therapyClass }) => therapyClass === group).length;
        expect(countCohortsPerClass(query, dataset)).toEqual({
          "car-t": count("car-t"),
          bsab: count("bsab"),
        });
      }),
      { numRuns: runsOf(300) },
    );
  });
});
