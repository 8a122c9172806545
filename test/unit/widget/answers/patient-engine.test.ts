import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { english } from "#presentation/words/catalogues.ts";
import { makeComparison } from "#server/answers/make-comparison.ts";
import { SourceError } from "#widget/answers/client.ts";
import { computeForPatient } from "#widget/answers/patient-engine.ts";
import { asked } from "../../../support/queries.ts";

const patient = { age: 73, priorLines: 5, fit: "any" } as const;

describe("the answer for a patient, computed in the browser", () => {
  it.each(["", "setting=early", "set=roex-2020", "evidence=all&age=60-"])(
    'to "%s" has the numbers of the edge',
    (text) => {
      const here = computeForPatient(text, patient, english.codes);
      const there = makeComparison(asked(text, dataset), english, patient);
      const numbers = ({ pools, contrasts }: { pools: object; contrasts: unknown }) => [
        Object.values(pools).map(({ k, n, estimate, interval }) => [k, n, estimate, interval]),
        contrasts,
      ];
      expect(here.outcomes.map(numbers)).toEqual(there.outcomes.map(numbers));
      expect(here.patient).toEqual(there.patient);
    },
  );

  it("leaves out what is not confirmed when only that is wanted", () => {
    const all = computeForPatient("", patient, english.codes).selection.included.length;
    const sure = computeForPatient("", { ...patient, fit: "confirmed" }, english.codes).selection
      .included.length;
    expect(sure).toBeLessThan(all);
  });

  it("is counted in words that say no more than is so", () => {
    const told = (text: string, priorLines: number) => {
      const { patient: fit, changes } = computeForPatient(
        text,
        { age: null, priorLines, fit: "any" },
        english.codes,
      );
      if (!fit) throw new Error("no patient");
      const { list, pool } = english.patient;
      const lists = (["fits", "outside", "notReported"] as const).map((name) => list(name, fit));
      return { fit, lists, pool: pool.counts(fit, changes.changed.length, changes.rows) };
    };
    const none = told("region=us", 1);
    const { length: left } = none.fit.outside;
    expect(none.lists).toEqual([
      "Enrolled such patients: none known",
      `Enrolled only others: ${left}, left out`,
      "Our sources do not say: none",
    ]);
    expect(none.pool).toMatch(new RegExp(`^The numbers below count 0 of ${left} cohort`));
    const some = told("", 5);
    expect(some.lists[0]).toBe(`Enrolled such patients: ${some.fit.fits.length}`);
    expect(some.lists[2]).toBe(`Our sources do not say: ${some.fit.notReported.length}, kept`);
  });

  it("says in which rows it differs from the answer over all cohorts, and in no other", () => {
    const { changes, outcomes } = computeForPatient("", { ...patient, age: 77 }, english.codes);
    expect(changes.changed.length).toBeGreaterThan(0);
    expect(changes.changed.length).toBeLessThan(changes.rows);
    expect(changes.rows).toBeLessThanOrEqual(outcomes.length);
    const anyone = { age: null, priorLines: 5, fit: "any" } as const;
    const same = computeForPatient("", anyone, english.codes);
    expect([same.patient?.outside.length, same.changes.changed]).toEqual([0, []]);
  });

  it("refuses other groups than the classes, and what is no question", () => {
    for (const text of ["compare=product", "setting=never"]) {
      expect(() => computeForPatient(text, patient, english.codes)).toThrow(SourceError);
    }
  });
});
