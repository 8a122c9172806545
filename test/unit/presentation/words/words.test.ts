/**
 * Words of numbers, of a patient and of filters: none is rounded to 0 or to all, what is counted adds up, and every
 * choice has a name of its own.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChoiceName, makeQuestionChoices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { makeGrouping } from "#core/evidence/dimensions.ts";
import { makeSubgroupTables } from "#core/others/subgroups.ts";
import { dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import { collectAllowedWordsByField, lookUpParameter } from "#core/question/parameter-values.ts";
import { parameterNames } from "#core/question/parameters.ts";
import { traits } from "#core/question/patient.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { subgroups } from "#data/generated/collections.ts";
import { makePatientsView } from "#presentation/views/patient.ts";
import { describePatientHeadline } from "#presentation/views/patient-headline.ts";
import { selectGroupsForPatient } from "#presentation/views/select-groups.ts";
import { makeQuestionSheet } from "#presentation/views/sheet.ts";
import { makeShortAndLongGroupName } from "#presentation/words/groups.ts";
import {
  formatPlainNumber,
  formatProbability,
  formatRatioValue,
} from "#presentation/words/numbers.ts";
import { parametersOnSheets } from "#presentation/words/parameter-words.ts";
import { listEnrolmentSentences } from "#presentation/words/patient.ts";
import { makeDrugLabelTextsForPatient } from "#presentation/words/patient-labels.ts";
import {
  formatDifferenceRange,
  formatMoreOrFewer,
  formatRate,
  formatRateIntervalInBrackets,
  makeDifferenceTexts,
} from "#presentation/words/rates.ts";
import { describeEnrolmentByEarlierTherapy } from "#presentation/words/subgroups.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { anyCohort } from "../../../support/any-cohort.ts";
import { earlierFor, fitFor, patient } from "../../../support/for-patient.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { anyPatient } from "../../core/any-patient.ts";

it("a number of the evidence has all of its digits, and none of arithmetic", () => {
  expect([12.5, 0.1 + 0.2, 120].map(formatPlainNumber)).toEqual(["12.5", "0.3", "120"]);
});

const printed = {
  rate: formatRate,
  difference: formatMoreOrFewer,
  ratio: formatRatioValue,
  probability: formatProbability,
};

it.each<[keyof typeof printed, number, string]>([
  ["rate", 0.00999, "<1"],
  ["rate", 0.01, "1"],
  ["rate", 0.994, "99"],
  ["rate", 0.995, ">99"],
  ["difference", -0.5, "1 fewer"],
  ["ratio", 99.96, "100"],
  ["ratio", 0.00012, "< 0.001"],
  ["probability", 0.9901, "> 99 %"],
  ["probability", 0.99, "99 %"],
  ["probability", 0.01, "1 %"],
  ["probability", 0.0099, "< 1 %"],
])("the %s %d is %s", (kind, value, text) => {
  expect(printed[kind](value)).toBe(text);
});

it("a rate is 0 only for none and 100 only for all, and off by a half at most; a range is simply rounded", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (rate) => {
      const text = formatRate(rate);
      expect(text === "0").toBe(rate === 0);
      if (text === "100") expect(rate).toBeGreaterThan(1 - 1e-12);
      expect(text).toMatch(/^(?:<1|>99|\d{1,2}|100)$/);
      if (/^\d/.test(text)) {
        expect(Math.abs(100 * rate - Number(text))).toBeLessThanOrEqual(0.5 + 1e-9);
      }
    }),
  );
  expect(formatRateIntervalInBrackets([0.001, 0.999])).toBe("(0–100)");
});

/** Makes differences in steps of 0.01, finer than those that are printed, and values that are hard to round. */
const differences = fc.oneof(
  fc.integer({ min: -9999, max: 9999 }).map((steps) => steps / 100),
  fc.double({ min: -100, max: 100, noNaN: true }),
);

it("a difference is never more for fewer, nor none for some, and is off by a half at most", () => {
  fc.assert(
    fc.property(differences, (difference) => {
      const text = formatMoreOrFewer(difference);
      expect(makeDifferenceTexts(difference, [-100, 100]).amount).toBe(text);
      expect(text === "0 more").toBe(difference === 0);
      if (difference === 0) return;
      const [size = "", word] = text.split(" ");
      expect(word).toBe(difference > 0 ? "more" : "fewer");
      expect(size).toMatch(/^(?:<1|[1-9]\d*)$/);
      const whole = size === "<1" ? 0 : Number(size);
      expect(Math.abs(Math.abs(difference) - whole)).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
    { numRuns: 5000 },
  );
});

// The text beside an amount has the direction only where the ends differ in it.
it.each([
  [-50, -0.4, "<1 to 50 fewer", "<1 to 50"],
  [0, 20, "0 to 20 more", "0 to 20"],
  [-0.3, 0.4, "<1 fewer to <1 more", "<1 fewer to <1 more"],
])("the interval %d to %d is “%s”, after its amount “%s”", (lower, upper, text, inShort) => {
  expect(formatDifferenceRange([lower, upper])).toBe(text);
  expect(makeDifferenceTexts((lower + upper) / 2, [lower, upper]).range).toBe(inShort);
});

const any = fc.tuple(anyQuery(dataset, "any"), anyPatient, fc.subarray([...traits]));
const nothing = { noun: "trial", enrolment: { none: "", had: "", refractory: "" } } as const;

describe("how far the trials reach", () => {
  it("counts every trial once, by ages and by lines", () => {
    fc.assert(
      fc.property(any, ([query, person]) => {
        const fit = fitFor(formatQuery(query, dataset), person);
        const texts = listEnrolmentSentences(fit, patient(person), nothing);
        const told = fit.numbers.filter(({ counts }) => counts.all > 0);
        expect(texts).toHaveLength(told.length);
        for (const [index, { counts }] of told.entries()) {
          const text = texts[index] ?? "";
          const { within, outside, "not-reported": open } = counts;
          if (within + outside === 0) {
            expect(text).toMatch(/: no trial reports its (?:ages|lines)\.$/);
            continue;
          }
          const told = within + outside;
          expect(text).toContain(`of ${within || "none"} of ${told} trial${told === 1 ? "" : "s"}`);
          expect(/; (\d+) reports? no /.exec(text)?.[1] ?? "0").toBe(`${open}`);
        }
      }),
    );
  });

  it("counts every trial once by earlier therapy", () => {
    fc.assert(
      fc.property(any, ([query, person]) => {
        const earlier = earlierFor(formatQuery(query, dataset), person);
        if (earlier === null || earlier.counts.all === 0) return;
        const { priorBcma } = person;
        const text = describeEnrolmentByEarlierTherapy(priorBcma ?? [], earlier, "trial", []);
        const { within, outside, "not-reported": open } = earlier.counts;
        if (within + outside === 0) {
          expect(text).toMatch(/: number of such patients not reported\.$/);
          return;
        }
        expect(text).toContain(` by ${within || "none"} of ${within + outside} trial`);
        expect(/not reported for (\d+) more trials?/.exec(text)?.[1] ?? "0").toBe(`${open}`);
      }),
    );
  });
});

describe("the headline of a patient", () => {
  const tables = makeSubgroupTables(subgroups);
  const views = new Map<string, ReturnType<typeof makePatientsView>>();
  const viewOf = (question: string) => {
    const view =
      views.get(question) ??
      makePatientsView(answerClassesInFull(queryOf(question, dataset)), dataset, tables);
    views.set(question, view);
    return view;
  };

  it.each(["", "availability=eu", "availability=cn", "availability=jp", "product=talquetamab"])(
    "has at most 20 words, no share of trials and no range, of any patient of %j",
    (question) => {
      fc.assert(
        fc.property(anyPatient, fc.subarray([...traits]), (person, had) => {
          const whole = patient({ ...person, traits: had });
          const asked = choosePatientQuestion(question, whole).question;
          if (asked === null) return;
          const view = viewOf(asked);
          const labels = makeDrugLabelTextsForPatient(view, whole);
          const groups = selectGroupsForPatient(view, whole);
          const headline = describePatientHeadline(whole, { ...view, labels, groups });
          expect(headline).not.toBe("");
          expect(headline.split(/\s+/).length, headline).toBeLessThanOrEqual(20);
          expect(headline).not.toMatch(/\d–\d|trials?\b|eligible|within/);
          expect(headline.endsWith(".")).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );
});

const words = collectAllowedWordsByField(dataset);
const offered = parameterNames.filter((name) => lookUpParameter(name).section !== undefined);
const names = ["preset", ...offered] as ChoiceName[];

function listsTo(question: string) {
  const made = makeQuestionChoices(queryOf(question, dataset), dataset);
  const { main, sections } = makeQuestionSheet(made);
  return { choices: made.choices, lists: [...main, ...sections.flatMap(({ lists }) => lists)] };
}

// Lists that have nothing to choose are not offered: a question may leave out no cohort.
const all = listsTo(`availability=any&exclude=${anyCohort.id}&view=course`);

it("every filter is offered once", () => {
  expect(all.lists.map(({ name }) => name).sort()).toEqual([...names].sort());
});

it.each(names)("the words of %s name every value, and none that does not exist", (name) => {
  const values = all.choices[name].map(({ value }) => value);
  const list = all.lists.find((entry) => entry.name === name);
  const labels = [...(list?.choices ?? []), ...(list?.unlabelled ?? [])];
  expect(labels).toHaveLength(values.length);
  for (const [index, { label }] of labels.entries()) {
    expect(label).toMatch(/\w/);
    const value = values[index] ?? "";
    // The label of a product may be the same as its id.
    if (!["product", "lanes"].includes(name) && /[a-z]/.test(value)) expect(label).not.toBe(value);
  }
  const existing = [...(name === "preset" ? [] : words[name]), name === "product" ? "all" : "any"];
  for (const value of Object.keys(parametersOnSheets[name].values ?? {})) {
    for (const word of value.split(",")) expect(existing).toContain(word);
  }
});

it("no word says what to choose", () => {
  // Recommended doses, a value of a filter, are those of labels.
  const words = names.map((name) => ({ ...parametersOnSheets[name], description: "" }));
  expect(JSON.stringify(words)).not.toMatch(
    /\b(should|prefer\w*|better|best|advis\w*|recommend(?!ed"))/i,
  );
});

it.each([
  ...dimensionNames,
  ...Object.entries(thresholdExamples).map(([name, example]) => `${name}:${example}`),
])(
  "the names of groups by %s differ from each other, and those of a cut are words",
  (dimension) => {
    const { groups } = makeGrouping(
      { compare: dimension, therapyClass: "both" },
      dataset,
    )(dataset.cohorts);
    const shortNames = groups.map(({ id }) => makeShortAndLongGroupName(id, dimension).short);
    expect(new Set(shortNames).size).toBe(shortNames.length);
    for (const name of shortNames) expect(name).not.toMatch(/^(?:under|from)-/);
  },
);
