import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { summariseEarlierTherapyFit } from "#core/evidence/earlier-fit.ts";
import { listPrintedTherapyKindCounts } from "#core/evidence/earlier-therapy.ts";
import {
  type EligibilityFit,
  type FitCounts,
  summarisePatientFit,
} from "#core/evidence/eligibility.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import type { Patient } from "#core/question/patient.ts";
import { formatQuery } from "#core/question/query-text.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { cohort } from "../../../support/cohorts.ts";
import { earlierFor, fitFor, patient } from "../../../support/for-patient.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { anyPatient } from "../any-patient.ts";

/** Returns how one patient fits what one trial reports: by each number, and by earlier therapy. */
function fitIn(trial: ComputeCohort, person: Patient) {
  const { numbers } = summarisePatientFit(choosePatientQuestion("", patient()), person, [
    { ...trial, cohort: trial.id },
  ]);
  const earlier = person.priorBcma && summariseEarlierTherapyFit(person.priorBcma, [trial]);
  return {
    fits: numbers.map(({ counts }) => fitBy(counts)),
    earlier: earlier && fitBy(earlier.counts),
  };
}

const fits = ["within", "outside", "not-reported"] as const;
const fitBy = (counts: FitCounts): EligibilityFit | undefined =>
  fits.find((fit) => counts[fit] === 1);

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
])("a trial that says of earlier BCMA-directed therapy: %s", (priorBcma, ...expected) => {
  const of = cohort("c", { priorBcma });
  const stated = [[], "some", ["car-t"]] as const;
  expect(stated.map((priorBcma) => fitIn(of, patient({ priorBcma })).earlier)).toEqual(expected);
});

describe("the trials of a question", () => {
  type Part = Partial<ComputeCohort> & { id: string };

  function numbersOf(person: Patient, ...parts: Part[]) {
    const cohorts = parts.map(({ id, ...over }) => ({ ...cohort(id, over), cohort: id }));
    return summarisePatientFit(choosePatientQuestion("", patient()), person, cohorts).numbers;
  }

  const bsab = { therapyClass: "bsab", trial: "one" } as const;
  const upTo90: Part = { id: "old", ...bsab, ageRange: [40, 90] };
  const upTo60: Part = { id: "young", trial: "two", ageRange: [18, 60] };
  const silent = (id: string): Part => ({ id, trial: id, ageRange: null });

  it("name each that holds no such patient, with its limit", () => {
    const [age] = numbersOf(patient({ age: 82 }), upTo90, upTo60, silent("a"));
    expect(age?.beyond.map(({ bound }) => bound)).toEqual([{ end: "most", value: 60 }]);
    const gap = numbersOf(
      patient({ age: 70 }),
      { ...upTo60, ...bsab },
      { ...upTo90, ageRange: [80, 90] },
    );
    expect(gap[0]?.beyond.map(({ bound }) => bound)).toEqual([null]);
  });

  it("say how far a class reaches: beyond which age or line the patient lies for all of it", () => {
    const lines: Part = { id: "lines", trial: "two", priorLinesRange: [3, 6] };
    const boundFor = (person: Patient, part: Part) =>
      numbersOf(person, { ...upTo90, priorLinesRange: [1, 9] }, part).flatMap(({ without }) =>
        without.map(({ bound }) => bound),
      );
    expect(boundFor(patient({ priorLines: 7 }), lines)).toEqual([{ end: "most", value: 6 }]);
    expect(boundFor(patient({ priorLines: 2 }), lines)).toEqual([{ end: "least", value: 3 }]);
    expect(boundFor(patient({ age: 50 }), { ...upTo60, ageRange: [60, 70] })).toEqual([
      { end: "least", value: 60 },
    ]);
  });
});

describe("for any patient and any question, the answer", () => {
  const any = fc.tuple(anyQuery(dataset, "any"), anyPatient);

  /** The trials of the question that holds a patient. */
  function trialsOf(question: string | null) {
    return question === null
      ? []
      : splitIncludedAndExcludedCohorts(queryOf(question, dataset), dataset).included;
  }

  it("counts every trial of the held question once, and drops none", () => {
    fc.assert(
      fc.property(any, ([query, person]) => {
        const answer = fitFor(formatQuery(query, dataset), person);
        const included = new Set(trialsOf(answer.question).map(({ trial }) => trial));
        const earlier = earlierFor(formatQuery(query, dataset), person);
        expect(answer.trials).toBe(included.size);
        for (const counts of [...answer.numbers.map((of) => of.counts), earlier?.counts]) {
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
        const answer = fitFor(formatQuery(query, dataset), person);
        const trials = trialsOf(answer.question);
        for (const { name, counts, beyond, without } of answer.numbers) {
          const rangeOf = (part: ComputeCohort) =>
            name === "age" ? part.ageRange : part.priorLinesRange;
          const reporting = new Set(trials.filter(rangeOf).map(({ trial }) => trial));
          expect(counts.within + counts.outside).toBe(reporting.size);
          expect(beyond).toHaveLength(counts.outside);
          for (const { group } of without) {
            const ofGroup = trials.filter(({ therapyClass }) => therapyClass === group);
            for (const { trial } of ofGroup) expect(reporting).toContain(trial);
          }
        }
      }),
    );
  });

  it("holds the patient only where it is stated", () => {
    fc.assert(
      fc.property(anyPatient, (person) => {
        for (const trial of dataset.cohorts) {
          const { fits: told, earlier } = fitIn(trial, person);
          const names = (["age", "priorLines"] as const).filter((name) => person[name] !== null);
          for (const [index, name] of names.entries()) {
            if (told[index] !== "within") continue;
            const range = name === "age" ? trial.ageRange : trial.priorLinesRange;
            const value = person[name] ?? Number.NaN;
            expect(range && range[0] <= value && value <= range[1]).toBe(true);
          }
          if (earlier !== "within") continue;
          // Where earlier therapy of the whole trial is unknown, some of its patients are stated to have had each kind.
          if (trial.priorBcma !== "unknown" || person.priorBcma === null) continue;
          const kinds = person.priorBcma === "some" ? [] : person.priorBcma;
          const stated = listPrintedTherapyKindCounts(trial, kinds).filter(({ n }) => n !== 0);
          expect(stated.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
          expect(kinds.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
