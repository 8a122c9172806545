import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { byProductOf } from "#presentation/statement/side-by-side.ts";
import { english } from "#presentation/words/catalogue.ts";
import { makeComparison, makeForPatient } from "#server/answers/make-comparison.ts";
import { SourceError } from "#widget/answers/client.ts";
import { computeByProduct, computeForPatient } from "#widget/answers/patient-engine.ts";
import { asked } from "../../../support/queries.ts";

const patient = { age: 73, priorLines: 5, priorBcma: null };

describe("the answer product by product, computed in the browser", () => {
  it.each(["compare=product", "compare=product&setting=early&outcome=survival"])(
    'to "%s" says what the edge says',
    (text) => {
      const here = byProductOf(computeByProduct(text), english.screen);
      const there = makeComparison(asked(text, dataset), english);
      expect(here).toEqual(byProductOf(there, english.screen));
    },
  );

  it("is refused as the edge refuses it", () => {
    expect(() => computeByProduct("compare=product&setting=never")).toThrow(SourceError);
  });
});

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
    const [age, lines] = fit.each;
    expect(english.patient.counts(fit, "trial")).toBe(
      `Of ${all} trials counted here: 73 years enrolled in ${age?.fits}, not stated in ${age?.notStated}; 5 prior lines enrolled in ${lines?.fits}, not stated in ${lines?.notStated}.`,
    );
  });

  it("never says that none enrolled such patients below trials of patients after CAR-T", () => {
    const after = { age: 66, priorLines: 5, priorBcma: ["car-t"] } as const;
    const fit = computeForPatient("", after).patient;
    expect(fit && english.patient.counts(fit, "trial")).toBe(
      "Of 4 trials counted here: 66 years not stated in 4; 5 prior lines not stated in 4; earlier BCMA-directed CAR-T enrolled in 1, not stated in 2.",
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
