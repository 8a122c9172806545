import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { english } from "#presentation/words/catalogue.ts";
import { makeForPatient } from "#server/answers/make-comparison.ts";
import { SourceError } from "#widget/answers/client.ts";
import { computeForPatient } from "#widget/answers/patient-engine.ts";
import { asked } from "../../../support/queries.ts";

const patient = { age: 73, priorLines: 5, priorBcma: null };

describe("the answer for a patient, computed in the browser", () => {
  it.each(["", "setting=early", "set=roex-2020", "evidence=all&age=60-"])(
    'to "%s" has the numbers of the edge',
    (text) => {
      const here = computeForPatient(text, patient);
      const { fit, comparison: there } = makeForPatient(asked(text, dataset), patient, english);
      const numbers = ({ pools, contrasts }: { pools: object; contrasts: unknown }) => [
        Object.values(pools).map(({ k, n, estimate, interval }) => [k, n, estimate, interval]),
        contrasts,
      ];
      expect(here.outcomes.map(numbers)).toEqual(there?.outcomes.map(numbers));
      expect(here.patient).toEqual(fit);
      expect(there?.patient).toEqual(fit);
    },
  );

  it("counts every trial in one line", () => {
    const fit = computeForPatient("", patient).patient;
    if (!fit) throw new Error("no patient");
    const all = computeForPatient("", patient).selection.included.length;
    expect(fit.fits.length + fit.excludes.length + fit.notStated.length).toBe(all);
    expect(english.patient.counts(fit)).toBe(
      `Of ${all} trials counted below, ${fit.fits.length} enrolled such patients, ${fit.excludes.length} only others, and for ${fit.notStated.length} it is not stated.`,
    );
  });

  it("has no number where no question holds the patient", () => {
    const nobody = { ...patient, priorLines: 1, priorBcma: ["car-t"] } as const;
    const { outcomes, selection, patient: fit } = computeForPatient("", nobody);
    expect([outcomes, selection.included, fit?.held]).toEqual([[], [], null]);
    expect(makeForPatient(asked("", dataset), nobody, english).comparison).toBeNull();
  });

  it("refuses other groups than the classes, and what is no question", () => {
    for (const text of ["compare=product", "setting=never"]) {
      expect(() => computeForPatient(text, patient)).toThrow(SourceError);
    }
  });
});
