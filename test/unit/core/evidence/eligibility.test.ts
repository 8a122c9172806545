import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { earlierFitOf } from "#core/evidence/earlier-fit.ts";
import { printedKinds } from "#core/evidence/earlier-therapy.ts";
import { type EligibilityFit, type FitCounts, fitOf } from "#core/evidence/eligibility.ts";
import { select } from "#core/evidence/select.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import type { Patient } from "#core/question/patient.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { cohort } from "../../../support/cohorts.ts";
import { earlierFor, fitFor, patient } from "../../../support/for-patient.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { anyPatient } from "../any-patient.ts";

/** Returns how one patient fits what one trial reports: by ranges, and by earlier therapy. */
function fitIn(trial: ComputeCohort, person: Patient) {
  const { ranges } = fitOf(questionForPatient("", patient()), person, [
    { ...trial, cohort: trial.id },
  ]);
  const earlier = person.priorBcma && earlierFitOf(person.priorBcma, [trial]);
  return { ranges, fit: fitBy(ranges.counts), earlier: earlier && fitBy(earlier.counts) };
}

const fits = ["within", "outside", "not-reported"] as const;
const fitBy = (counts: FitCounts): EligibilityFit | undefined =>
  fits.find((fit) => counts[fit] === 1);

describe("a trial and one patient", () => {
  const reporting = cohort("a", { ageRange: [33, 78], priorLinesRange: [3, 16] });
  const half = cohort("b", { ageRange: null, priorLinesRange: [3, 6] });

  it.each([
    [{ age: 33 }, "within"],
    [{ age: 78, priorLines: 3 }, "within"],
    [{ age: 79 }, "outside"],
    [{ age: 32 }, "outside"],
    [{ age: 60, priorLines: 2 }, "outside"],
    [{ age: 60, priorLines: 17 }, "outside"],
  ])("of %o is told: %s", (values, fit) => {
    expect(fitIn(reporting, patient(values)).fit).toBe(fit);
  });

  it("is judged by what it reports alone", () => {
    expect(fitIn(half, patient({ age: 60 })).fit).toBe("not-reported");
    const { fit, ranges } = fitIn(half, patient({ age: 60, priorLines: 9 }));
    expect([fit, ranges.judged, ranges.unjudged]).toEqual(["outside", ["priorLines"], ["age"]]);
  });

  /**
   * Lists how a trial fits a patient without earlier therapy, one with a kind that nobody knows, and one who had CAR-T
   * cells.
   */
  it.each<
    [ComputeCohort["priorBcma"], none: EligibilityFit, some: EligibilityFit, carT: EligibilityFit]
  >([
    ["required", "outside", "within", "not-reported"],
    ["some", "within", "within", "not-reported"],
    ["none", "within", "outside", "outside"],
    ["unknown", "not-reported", "not-reported", "not-reported"],
  ])("that says of earlier BCMA-directed therapy: %s", (priorBcma, ...expected) => {
    const of = cohort("c", { priorBcma });
    const stated = [[], "some", ["car-t"]] as const;
    expect(stated.map((priorBcma) => fitIn(of, patient({ priorBcma })).earlier)).toEqual(expected);
  });
});

describe("the trials of a question", () => {
  const old = patient({ age: 82, priorLines: 5 });
  type Part = Partial<ComputeCohort> & { id: string };

  function rangesOf(person: Patient, ...parts: Part[]) {
    const cohorts = parts.map(({ id, ...over }) => ({ ...cohort(id, over), cohort: id }));
    return fitOf(questionForPatient("", patient()), person, cohorts).ranges;
  }

  const bsab = { therapyClass: "bsab", trial: "one" } as const;
  const upTo90: Part = { id: "old", ...bsab, ageRange: [40, 90] };
  const upTo60: Part = { id: "young", trial: "two", ageRange: [18, 60] };
  const silent = (id: string): Part => ({ id, trial: id, ageRange: null });

  it("hold whom one of their parts holds, and report what one of their parts reports", () => {
    const parts = [upTo90, { ...silent("a"), trial: "one" }, { ...upTo60, ...bsab }, silent("b")];
    const { counts, missingNumbers } = rangesOf(patient({ age: 82 }), ...parts);
    expect(counts).toEqual({ within: 1, outside: 0, "not-reported": 1, all: 2 });
    expect(missingNumbers).toEqual(["age"]);
  });

  it("are of a class without one that holds the patient only if all of it report it", () => {
    const without = (...parts: Part[]) => rangesOf(patient({ age: 82 }), ...parts).without;
    const bound = { of: "age", end: "most", value: 60 };
    expect(without(upTo90, upTo60)).toEqual([{ group: "car-t", bound }]);
    expect(without(upTo90, upTo60, silent("a"))).toEqual([]);
    expect(without(upTo60)).toEqual([{ group: "car-t", bound }]);
    expect(without(upTo60, { ...upTo60, id: "x", ...bsab, trial: "x" })).toEqual([
      { group: "car-t", bound },
      { group: "bsab", bound },
    ]);
  });

  it("say how far a class reaches: beyond which age or line the patient lies for all of it", () => {
    const lines = { ageRange: [18, 90], priorLinesRange: [3, 6] } satisfies Partial<ComputeCohort>;
    const all = { ...upTo90, priorLinesRange: [1, 9] } satisfies Part;
    const boundFor = (person: Patient, over: Partial<ComputeCohort>) =>
      rangesOf(person, all, { ...upTo60, ...over }).without.map(({ bound }) => bound);
    expect(boundFor(patient({ age: 60, priorLines: 7 }), lines)).toEqual([
      { of: "priorLines", end: "most", value: 6 },
    ]);
    expect(boundFor(patient({ age: 60, priorLines: 2 }), lines)).toEqual([
      { of: "priorLines", end: "least", value: 3 },
    ]);
    expect(boundFor(patient({ age: 50 }), { ageRange: [60, 70] })).toEqual([
      { of: "age", end: "least", value: 60 },
    ]);
    // Each trial leaves the patient out for another reason.
    const two = [
      { ...upTo60, ...lines, ageRange: [18, 60] },
      { ...upTo60, ...lines, id: "y", trial: "y", priorLinesRange: [7, 9] },
    ] satisfies Part[];
    const { without } = rangesOf(patient({ age: 65, priorLines: 5 }), all, ...two);
    expect(without).toEqual([{ group: "car-t", bound: null }]);
  });

  it("leave a patient open for what all of these lack, else for each", () => {
    const lines: Part = { ...silent("lines"), priorLinesRange: [3, 9] };
    const neither: Part = { ...silent("neither"), priorLinesRange: null };
    const ages: Part = { id: "ages", trial: "ages", ageRange: [18, 90], priorLinesRange: null };
    const whole: Part = { ...ages, id: "whole", trial: "whole", priorLinesRange: [1, 9] };
    const missing = (...parts: Part[]) => rangesOf(old, whole, ...parts).missingNumbers;
    expect(missing()).toEqual([]);
    expect(missing(lines, neither)).toEqual(["age"]);
    expect(missing(ages, neither)).toEqual(["priorLines"]);
    expect(missing(lines, ages)).toEqual(["age", "priorLines"]);
  });

  it("are not judged by what none of them reports", () => {
    const { judged, unjudged, counts } = rangesOf(old, { ...silent("a"), priorLinesRange: [3, 9] });
    expect([judged, unjudged]).toEqual([["priorLines"], ["age"]]);
    expect(counts).toEqual({ within: 1, outside: 0, "not-reported": 0, all: 1 });
  });

  it.each(["therapy-class=bsab", "therapy-class=bsab&product=teclistamab"])(
    "of one class leave the other unsaid: %s",
    (question) => {
      const { without, counts } = fitFor(question, old).ranges;
      expect(counts.within).toBeGreaterThan(0);
      expect(without).toEqual([]);
    },
  );

  it("are none where no question holds the patient", () => {
    const { counts } = fitFor("", patient({ priorLines: 0 })).ranges;
    expect(counts).toEqual({ within: 0, outside: 0, "not-reported": 0, all: 0 });
  });
});

describe("for any patient and any question, the answer", () => {
  const any = fc.tuple(anyQuery(dataset, "any"), anyPatient);

  /** The trials of the question that holds a patient. */
  function trialsOf(question: string | null) {
    return question === null ? [] : select(queryOf(question, dataset), dataset).included;
  }

  it("counts every trial of the held question once, and drops none", () => {
    fc.assert(
      fc.property(any, ([query, person]) => {
        const answer = fitFor(canonicalQuery(query, dataset), person);
        const included = new Set(trialsOf(answer.question).map(({ trial }) => trial));
        const earlier = earlierFor(canonicalQuery(query, dataset), person);
        for (const counts of [answer.ranges.counts, earlier?.counts]) {
          if (!counts) continue;
          const { within, outside, "not-reported": open, all } = counts;
          expect(within + outside + open).toBe(all);
          expect(all).toBe(included.size);
        }
      }),
    );
  });

  it("is judged by nothing that no trial reports", () => {
    fc.assert(
      fc.property(any, ([query, person]) => {
        const answer = fitFor(canonicalQuery(query, dataset), person);
        const trials = trialsOf(answer.question);
        const isReported = {
          age: trials.some(({ ageRange }) => ageRange !== null),
          priorLines: trials.some(({ priorLinesRange }) => priorLinesRange !== null),
        };
        for (const name of answer.ranges.judged) expect(isReported[name]).toBe(true);
        for (const name of answer.ranges.unjudged) expect(isReported[name]).toBe(false);
        for (const { group } of answer.ranges.without) {
          for (const name of answer.ranges.judged) {
            const cohortsOfGroup = trials.filter(({ therapyClass }) => therapyClass === group);
            const reporting = cohortsOfGroup.filter((part) =>
              name === "age" ? part.ageRange : part.priorLinesRange,
            );
            const reported = new Set(reporting.map(({ trial }) => trial));
            expect(reported).toEqual(new Set(cohortsOfGroup.map(({ trial }) => trial)));
          }
        }
      }),
    );
  });

  it("holds the patient only where it is stated", () => {
    fc.assert(
      fc.property(anyPatient, (person) => {
        for (const trial of dataset.cohorts) {
          const { fit, earlier, ranges } = fitIn(trial, person);
          for (const name of fit === "within" ? ranges.judged : []) {
            const range = name === "age" ? trial.ageRange : trial.priorLinesRange;
            const value = person[name] ?? Number.NaN;
            expect(range && range[0] <= value && value <= range[1]).toBe(true);
          }
          if (earlier !== "within") continue;
          // Where earlier therapy of the whole trial is unknown, some of its patients are stated to have had each kind.
          if (trial.priorBcma !== "unknown" || person.priorBcma === null) continue;
          const kinds = person.priorBcma === "some" ? [] : person.priorBcma;
          const stated = printedKinds(trial, kinds).filter(({ n }) => n !== 0);
          expect(stated.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
          expect(kinds.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
