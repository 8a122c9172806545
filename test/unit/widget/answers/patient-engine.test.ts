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

  it("is told in a sentence that says no more than is so", () => {
    const told = (text: string, priorLines: number) => {
      const { patient: fit } = computeForPatient(
        text,
        { age: null, priorLines, fit: "any" },
        english.codes,
      );
      if (!fit) throw new Error("no patient");
      return { ...fit, sentence: english.patient.counts(fit) };
    };
    const none = told("region=us", 1);
    expect([none.fits.length, none.notReported.length]).toEqual([0, 0]);
    expect(none.sentence).toMatch(
      /^Your patient, 1 prior line: no cohort is known to have enrolled such patients, \d+ did not and (is|are) left out\.$/,
    );
    const some = told("", 5);
    expect(some.sentence).toContain(
      `${some.fits.length} cohorts enrolled such patients, ${some.outside.length} did not`,
    );
    expect(some.sentence).toContain(
      `, of ${some.notReported.length} our sources do not say, which`,
    );
  });

  it("refuses other groups than the classes, and what is no question", () => {
    for (const text of ["compare=product", "setting=never"]) {
      expect(() => computeForPatient(text, patient, english.codes)).toThrow(SourceError);
    }
  });
});
