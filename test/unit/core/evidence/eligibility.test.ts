import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { printedKinds } from "#core/evidence/earlier-therapy.ts";
import { type Fit, fitOf, judge } from "#core/evidence/eligibility.ts";
import { select } from "#core/evidence/select.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import { canonicalQuery, isAskable } from "#core/question/query-text.ts";
import { cohort } from "../../../support/cohorts.ts";
import { fitFor, patient } from "../../../support/for-patient.ts";
import { anyPatient } from "../../../support/patients.ts";
import { anyQuery, asked } from "../../../support/queries.ts";

describe("a trial and one patient", () => {
  const known = cohort("a", { ageRange: [33, 78], priorLinesRange: [3, 16] });

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
    const half = cohort("b", { ageRange: null, priorLinesRange: [3, 6] });
    expect(judge(half, patient({ age: 60 }))).toEqual({
      fit: "not-stated",
      reason: { code: "patient-range-not-stated", parameter: "patient-age" },
    });
    expect(judge(half, patient({ age: 60, priorLines: 9 }))).toEqual({
      fit: "excludes",
      reason: { code: "patient-outside", parameter: "patient-prior-lines", range: [3, 6] },
    });
  });

  it.each<[string, Record<string, Fit>]>([
    ["required", { none: "excludes", some: "fits", "car-t": "not-stated" }],
    ["some", { none: "fits", some: "fits", "car-t": "not-stated" }],
    ["none", { none: "fits", some: "excludes", "car-t": "excludes" }],
    ["unknown", { none: "not-stated", some: "not-stated", "car-t": "not-stated" }],
  ] as const)("that says of earlier BCMA-directed therapy: %s", (priorBcma, expected) => {
    const of = cohort("c", { priorBcma: priorBcma as "some" });
    const fits = { none: [], some: "some", "car-t": ["car-t"] } as const;
    for (const [given, fit] of Object.entries(expected)) {
      const said = fits[given as keyof typeof fits];
      expect([given, judge(of, patient({ priorBcma: said })).fit]).toEqual([given, fit]);
    }
  });
});

describe("the trials of a question", () => {
  it("fit if one part does, and each class without one that fits is named", () => {
    const trial = { trial: "one", therapyClass: "bsab" } as const;
    const parts = [
      cohort("old", { ...trial, ageRange: [40, 90] }),
      cohort("silent", { ...trial, ageRange: null }),
      cohort("young", { ...trial, ageRange: [18, 60] }),
      cohort("other", { trial: "two", therapyClass: "car-t", ageRange: null }),
    ].map((one) => ({ ...one, cohort: one.id }));
    const found = fitOf(questionForPatient("", patient()), patient({ age: 82 }), parts);
    expect(found.counts).toEqual({ fits: 1, excludes: 0, "not-stated": 1, all: 2 });
    expect(found.without).toEqual(["car-t"]);
  });

  it.each(["therapy-class=bsab", "therapy-class=bsab&product=teclistamab"])(
    "of one class leave the other unsaid: %s",
    (question) => {
      const { without, counts } = fitFor(question, patient({ age: 82, priorLines: 5 }));
      expect(counts.fits).toBeGreaterThan(0);
      expect(without).toEqual([]);
    },
  );

  it("are none where no question holds the patient", () => {
    expect(fitFor("", patient({ priorLines: 0 })).counts).toEqual({
      fits: 0,
      excludes: 0,
      "not-stated": 0,
      all: 0,
    });
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
