/** Tests the question that holds a patient, and how the patient fits its trials. */

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
import { isQuestionAfterTherapy, listEarlierTherapyKinds } from "#core/question/earlier-kinds.ts";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import { parameterNames } from "#core/question/parameters.ts";
import { earlierKinds, hasHadBcmaTherapy, type Patient } from "#core/question/patient.ts";
import type { Query } from "#core/question/query.ts";
import { formatQuery } from "#core/question/query-text.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { cohort } from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";
import { earlierFor, fitFor, patient } from "../../../support/for-patient.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { anyPatient } from "../any-patient.ts";

it.each([
  [null, null],
  [[], false],
  ["some", true],
  [["adc"], true],
  [["adc", "gprc5d"], true],
  // Nothing was stated of therapy directed at BCMA.
  [["gprc5d"], null],
] as const)("earlier therapy of %j was directed at BCMA: %s", (priorBcma, bcma) => {
  expect(hasHadBcmaTherapy({ priorBcma })).toBe(bcma);
});

function questionHolding(text: string, over: Partial<Patient>) {
  const { question } = choosePatientQuestion(text, patient(over));
  return question === null ? null : canonical(question);
}

const canonical = (text: string) => formatQuery(queryOf(text, dataset), dataset);

const some = "target=any&prior-bcma=selected";

describe("the question that holds a patient", () => {
  it.each([
    // Filters of medians, and filters that contradict the patient, go; the others stay.
    ["age=-60&prior-lines=6-&emd=20-", { priorLines: 5 }, "emd=20-"],
    ["lines=any&product=cilta-cel", { priorLines: 2 }, "lines=2&product=cilta-cel"],
    ["lines=1", { priorLines: 7 }, ""],
    ["lines=1&regimen=monotherapy", { priorLines: 2 }, "lines=2&regimen=monotherapy"],
    ["target=gprc5d", { priorBcma: ["car-t"] }, "prior-bcma=car-t"],
    ["target=gprc5d", { priorLines: 6 }, "target=gprc5d"],
    ["set=vandenboom-2025", { priorLines: 6 }, ""],
    ["set=vandenboom-2025&model=reml", { priorLines: 6 }, "model=reml"],
    ["set=vandenboom-2025&interval=wald", { priorLines: 6 }, ""],
    ["set=vandenboom-2025&model=reml&interval=wald", { priorLines: 6 }, "model=reml&interval=wald"],
    ["set=vandenboom-2025", { age: 60 }, "set=vandenboom-2025"],
    ["compare=lines", { priorLines: 6 }, ""],
    ["compare=product", { priorLines: 1 }, "compare=product&lines=1"],
    // The regions and the label that the reader chose stay.
    ["availability=ch", { priorBcma: "some" }, `availability=ch&${some}`],
    ["labelled=any", { priorLines: 1 }, "lines=1&labelled=any"],
    // If the lines of the patient are not known, the lines of the question stay.
    ["lines=2", { priorBcma: [] }, "lines=2"],
    ["lines=any", { priorBcma: [] }, ""],
    // A reader who asks the question after such therapy has stated that it was given.
    ["prior-bcma=selected", { priorLines: 5 }, "prior-bcma=selected"],
    ["prior-bcma=selected", { priorLines: 5, priorBcma: [] }, ""],
    ["prior-bcma=adc", { priorLines: 5, priorBcma: ["car-t"] }, "prior-bcma=car-t"],
    // Parameters that came with that question go with it.
    [some, { priorLines: 5, priorBcma: [] }, ""],
    [some, { priorBcma: ["adc"] }, "prior-bcma=adc"],
  ] as const)("asked as %j, of %j", (text, over, expected) => {
    expect(questionHolding(text, over as Partial<Patient>)).toBe(expected);
  });

  it("after therapy of a kind not known is the ready-made one, and holds talquetamab", () => {
    const { included } = splitIncludedAndExcludedCohorts(queryOf(some, dataset), dataset);
    expect(included.map(({ id }) => id)).toContain("monumental-1-prior-tcr");
    const preset = dataset.presets.find(({ id }) => id === "after-bcma");
    expect(preset && formatQuery(preset.query, dataset)).toBe(some);
  });
});

/** Returns the parts of a question that contradict what is stated of a patient. */
function contradictions({ lines, priorBcma }: Query, patient: Patient): string[] {
  const { priorLines } = patient;
  const had = patient.priorBcma && patient.priorBcma.length > 0;
  const isAfter = isQuestionAfterTherapy({ priorBcma });
  return [
    lines === "1" && priorLines !== null && priorLines !== 1 && "one line",
    lines === "2" && priorLines !== null && priorLines !== 2 && "two lines",
    lines === "3+" && priorLines !== null && priorLines < 3 && "three lines",
    lines === "any" && "any lines",
    had === true && !isAfter && "not after therapy",
    had === false && isAfter && "after therapy",
    Array.isArray(patient.priorBcma) &&
      listEarlierTherapyKinds(priorBcma).some((kind) => !patient.priorBcma?.includes(kind)) &&
      "another kind",
  ].filter((text) => typeof text === "string");
}

describe("for any patient and any question", () => {
  const question = anyQuery(dataset, "any").map((query) => formatQuery(query, dataset));
  const any = fc.tuple(question, anyPatient);
  const changed = ["set", "compare", "lines", "prior-bcma", "prior-lines", "age", "target"];
  const unchanged = parameterNames.filter((name) => !changed.includes(name));

  it("nothing that was said contradicts the question, which holds the patient, too", () =>
    forAny([any], ([text, stated]) => {
      const { question: holding } = choosePatientQuestion(text, stated);
      if (holding === null) return;
      const again = choosePatientQuestion(holding, stated).question;
      expect(again === null ? null : canonical(again)).toBe(canonical(holding));
      if (stated.priorLines === null && stated.priorBcma === null) {
        expect(holding).toBe(text);
        return;
      }
      const query = queryOf(holding, dataset);
      expect(contradictions(query, stated)).toEqual([]);
      expect([query.set, query.priorLines, query.age]).toEqual(["current", null, null]);
      // Other filters stay.
      const [before, after] = [new URLSearchParams(text), new URLSearchParams(holding)];
      // An interval goes with the model of a published set.
      if (before.has("set") && !before.has("model")) before.delete("interval");
      for (const name of unchanged) expect(after.get(name)).toBe(before.get(name));
    }));

  it("is one of a closed table: lines 1, 2, 3 or more, or not known, and kinds, whatever the age", () => {
    // None, one of no known kind, and every choice of the kinds; where nothing was said, as asked.
    const kinds = 1 + 1 + (2 ** earlierKinds.length - 1);
    const rows = 4 * (kinds + 1);
    forAny([question, fc.array(anyPatient, { maxLength: 300 })], (text, patients) => {
      const questions = patients.flatMap(
        (stated) => choosePatientQuestion(text, stated).question ?? [],
      );
      expect(new Set(questions).size).toBeLessThanOrEqual(rows);
      for (const stated of patients) {
        const { priorLines, priorBcma } = stated;
        const row = { priorBcma, priorLines: priorLines && Math.min(priorLines, 3) };
        expect(choosePatientQuestion(text, row)).toEqual(choosePatientQuestion(text, stated));
      }
    });
  });
});

/** Returns how one patient fits what one trial reports: by each number, and by earlier therapy. */
function fitIn(trial: ComputeCohort, person: Patient) {
  const { numbers } = summarisePatientFit(choosePatientQuestion("", patient()), person, [
    { ...trial, cohort: trial.id },
  ]);
  const earlier = person.priorBcma && summariseEarlierTherapyFit(person.priorBcma, [trial]);
  const fits = numbers.map(({ counts }) => fitBy(counts));
  return { fits, earlier: earlier && fitBy(earlier.counts) };
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
    const parts: Part[] = [
      { ...upTo60, ...bsab },
      { ...upTo90, ageRange: [80, 90] },
    ];
    const gap = numbersOf(patient({ age: 70 }), ...parts);
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

  it("counts every trial of the held question once, and drops none", () =>
    forAny([any], ([query, person]) => {
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
    }));

  it("is judged by nothing that no trial reports", () =>
    forAny([any], ([query, person]) => {
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
    }));

  it("holds the patient only where it is stated", () =>
    forAny([anyPatient], (person) => {
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
    }));
});
