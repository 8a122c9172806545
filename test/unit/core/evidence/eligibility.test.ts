import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { printedKinds } from "#core/evidence/earlier-therapy.ts";
import { type Fit, fitOf, judge } from "#core/evidence/eligibility.ts";
import { select } from "#core/evidence/select.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import { canonicalQuery, isAskable } from "#core/question/query-text.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { cohort } from "../../../support/cohorts.ts";
import { fitFor, patient } from "../../../support/for-patient.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { anyPatient } from "../any-patient.ts";

describe("a trial and one patient", () => {
  const known = cohort("a", { ageRange: [33, 78], priorLinesRange: [3, 16] });
  const half = cohort("b", { ageRange: null, priorLinesRange: [3, 6] });

  it.each([
    [{ age: 33 }, "fits"],
    [{ age: 78, priorLines: 3 }, "fits"],
    [{ age: 79 }, "excludes"],
    [{ age: 32 }, "excludes"],
    [{ age: 60, priorLines: 2 }, "excludes"],
    [{ age: 60, priorLines: 17 }, "excludes"],
  ])("of %o is told: %s", (values, fit) => {
    expect(judge(known, patient(values)).fit).toBe(fit);
  });

  it("without a range cannot be told to fit, but one value outside decides", () => {
    const notStated = { code: "patient-range-not-stated", parameter: "patient-age" };
    const outside = { code: "patient-outside", parameter: "patient-prior-lines", range: [3, 6] };
    const both = patient({ age: 60, priorLines: 9 });
    expect(judge(half, patient({ age: 60 }))).toEqual({ fit: "not-stated", reason: notStated });
    expect(judge(half, both)).toEqual({ fit: "excludes", reason: outside });
  });

  /** Of nobody, of who had a kind nobody knows, of who had CAR-T cells. */
  it.each<[ComputeCohort["priorBcma"], none: Fit, some: Fit, carT: Fit]>([
    ["required", "excludes", "fits", "not-stated"],
    ["some", "fits", "fits", "not-stated"],
    ["none", "fits", "excludes", "excludes"],
    ["unknown", "not-stated", "not-stated", "not-stated"],
  ])("that says of earlier BCMA-directed therapy: %s", (priorBcma, ...expected) => {
    const of = cohort("c", { priorBcma });
    const said = [[], "some", ["car-t"]] as const;
    expect(said.map((given) => judge(of, patient({ priorBcma: given })).fit)).toEqual(expected);
  });
});

describe("the trials of a question", () => {
  const old = patient({ age: 82, priorLines: 5 });

  it("fit if one part does, and each class without one that fits is named", () => {
    const trial = { trial: "one", therapyClass: "bsab" } as const;
    const parts = [
      cohort("old", { ...trial, ageRange: [40, 90] }),
      cohort("silent", { ...trial, ageRange: null }),
      cohort("young", { ...trial, ageRange: [18, 60] }),
      cohort("other", { trial: "two", ageRange: null }),
    ].map((one) => ({ ...one, cohort: one.id }));
    const { counts, without } = fitOf(
      questionForPatient("", patient()),
      patient({ age: 82 }),
      parts,
    );
    expect(counts).toEqual({ fits: 1, excludes: 0, "not-stated": 1, all: 2 });
    expect(without).toEqual(["car-t"]);
  });

  it.each(["therapy-class=bsab", "therapy-class=bsab&product=teclistamab"])(
    "of one class leave the other unsaid: %s",
    (question) => {
      const { without, counts } = fitFor(question, old);
      expect(counts.fits).toBeGreaterThan(0);
      expect(without).toEqual([]);
    },
  );

  it("are none where no question holds the patient", () => {
    const { counts } = fitFor("", patient({ priorLines: 0 }));
    expect(counts).toEqual({ fits: 0, excludes: 0, "not-stated": 0, all: 0 });
  });
});

describe("for any patient and any question, the answer", () => {
  const any = fc.tuple(
    anyQuery(dataset, "any").filter((query) => isAskable(query, dataset)),
    anyPatient,
  );

  it("has every trial of the held question once, and drops none", () => {
    fc.assert(
      fc.property(any, ([query, one]) => {
        const told = fitFor(canonicalQuery(query, dataset), one);
        const listed = told.trials.flatMap(({ parts }) => parts.map((it) => it.cohort));
        const included =
          told.held === null
            ? []
            : select(asked(told.held, dataset), dataset).included.map(({ id }) => id);
        expect(listed.sort()).toEqual([...included].sort());
        const { fits, excludes, "not-stated": unknown, all } = told.counts;
        expect(fits + excludes + unknown).toBe(all);
        expect(all).toBe(told.trials.length);
      }),
    );
  });

  it("fits only where it is stated", () => {
    fc.assert(
      fc.property(anyPatient, (one) => {
        for (const trial of dataset.cohorts) {
          if (judge(trial, one).fit !== "fits") continue;
          for (const [value, range] of [
            [one.age, trial.ageRange],
            [one.priorLines, trial.priorLinesRange],
          ] as const) {
            if (value === null) continue;
            expect(range && range[0] <= value && value <= range[1]).toBe(true);
          }
          // Where it is unknown in all, some of its patients are stated to have had each kind.
          if (trial.priorBcma !== "unknown" || one.priorBcma === null) continue;
          const kinds = one.priorBcma === "some" ? [] : one.priorBcma;
          const stated = printedKinds(trial, kinds).filter(({ n }) => n !== 0);
          expect(stated.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
          expect(kinds.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
