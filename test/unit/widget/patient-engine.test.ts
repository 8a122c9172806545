import { describe, expect, it } from "vitest";
import { makeComparison } from "../../../functions/api/make-comparison.ts";
import { dataset } from "../../../functions/dataset.ts";
import { SourceError } from "../../../widget/client.ts";
import { computeForPatient } from "../../../widget/patient-engine.ts";
import { asked } from "../../support/queries.ts";

const patient = { age: 73, priorLines: 5, fit: "any" } as const;

describe("the answer for a patient, computed in the browser", () => {
  it.each(["", "setting=early", "set=roex-2020", "evidence=all&age=60-"])(
    'to "%s" has the numbers of the edge',
    (text) => {
      const here = computeForPatient(text, patient);
      const there = makeComparison(asked(text, dataset), patient);
      const numbers = ({ pools, contrasts }: { pools: object; contrasts: unknown }) => [
        Object.values(pools).map(({ k, n, estimate, interval }) => [k, n, estimate, interval]),
        contrasts,
      ];
      expect(here.outcomes.map(numbers)).toEqual(there.outcomes.map(numbers));
      expect(here.patient).toEqual(there.patient);
    },
  );

  it("leaves out what is not confirmed when only that is wanted", () => {
    const all = computeForPatient("", patient).selection.included.length;
    const sure = computeForPatient("", { ...patient, fit: "confirmed" }).selection.included.length;
    expect(sure).toBeLessThan(all);
  });

  it("refuses other groups than the classes, and what is no question", () => {
    for (const text of ["compare=product", "setting=never"]) {
      expect(() => computeForPatient(text, patient)).toThrow(SourceError);
    }
  });
});
