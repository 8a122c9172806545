/** An answer in words differs from the computed answer only by the words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "#core/answer/answer-question.ts";
import { dataset } from "#core/dataset.ts";
import type { ApiComparison, ApiNote } from "#presentation/words/api-answer.ts";
import { english } from "#presentation/words/catalogue.ts";
import { patientInWords } from "#presentation/words/patient-in-words.ts";
import { toApi } from "#presentation/words/with-words.ts";
import { fitFor } from "../../../support/for-patient.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";

function forAnyQuestion(check: (worded: ApiComparison<string>) => void): void {
  fc.assert(
    fc.property(anyQuery(dataset, "any"), (query) =>
      check(toApi(answerQuestion(query, dataset), english)),
    ),
    {
      numRuns: runs(150),
      examples: [
        // Figures of products that are not contrasted, of other scales than the others.
        "compare=product&product=cilta-cel,ide-cel,eque-cel,zevor-cel",
        // Three products stand in the place of either class.
        "set=annals-2025&lines=3%2B&prior-lines=1-&regimen=monotherapy&model=bayes",
        // Nothing after this kind is counted or stands beside, and elsewhere it is printed.
        "prior-bcma=adc&target=any&age=-50",
        // Only one product can be pooled, the same in both groups.
        "compare=prior-lines:6&outcome=fatal-adverse-event&prior-lines=1-&age=50-61&target=bcma&prior-bcma=not-selected&regimen=monotherapy&lines=any&doses=given&evidence=trial",
      ].map((text) => [asked(text, dataset)]),
    },
  );
}

const notesOf = ({ outcomes, notes }: ApiComparison<string>) => [
  ...notes,
  ...outcomes.flatMap((row) => row.notes),
];

describe("for any question, an answer in words", () => {
  it("has a code, a label and a text for every note", () => {
    forAnyQuestion((answer) => {
      for (const { code, label, text } of notesOf(answer)) {
        expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(label).not.toBe("");
        expect(text).toMatch(/\.$/);
        expect(`${label} ${text}`).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
      }
    });
  });

  it("has a reason in words for every cohort and every figure that is left out", () => {
    forAnyQuestion(({ outcomes, selection }) => {
      const notPooled = outcomes.flatMap(({ pools }) =>
        Object.values(pools).flatMap((pool) => pool.notPooled),
      );
      for (const { reason } of [...selection.excluded, ...notPooled]) {
        expect(reason).toMatch(/\w{3}/);
        expect(reason).not.toMatch(/NaN|undefined|null|\[object/);
      }
    });
  });

  it("says no two different things of a group under one label in a row, and nothing twice", () => {
    const distinct = (notes: readonly ApiNote[]) => {
      const labels = new Set(notes.map(({ group, label }) => `${group} ${label}`));
      expect(labels.size).toBe(notes.length);
      expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
    };
    forAnyQuestion(({ outcomes, notes }) => {
      distinct(notes);
      for (const row of outcomes) distinct(row.notes);
    });
  });

  it("names every group, and has its parts in the order that is promised", () => {
    forAnyQuestion((answer) => {
      expect(Object.keys(answer.groupNames)).toEqual([...answer.groups]);
      for (const name of Object.values(answer.groupNames)) expect(name).not.toBe("");
      const parts = Object.keys(answer);
      expect(parts.indexOf("groupNames")).toBe(parts.indexOf("groups") + 1);
      expect(parts.indexOf("notes")).toBe(parts.indexOf("outcomes") + 1);
    });
  });
});

it("keeps every number and every code", () => {
  const answer = answerQuestion(asked("", dataset), dataset);
  const worded = toApi(answer, english);
  expect(Object.keys(worded).filter((name) => name !== "groupNames")).toEqual(Object.keys(answer));
  worded.outcomes.forEach((row, index) => {
    const coded = answer.outcomes[index];
    expect(row.notes.map(({ code }) => code)).toEqual(coded?.notes.map(({ code }) => code));
    expect(row.contrasts).toEqual(coded?.contrasts);
    for (const [group, { notPooled, products, ...numbers }] of Object.entries(row.pools)) {
      const own = products.map(({ shown, ...product }) => product);
      expect(coded?.pools[group]).toMatchObject({ ...numbers, products: own });
      expect(notPooled).toHaveLength(coded?.pools[group]?.notPooled.length ?? -1);
    }
  });
});

it("says why trials do not fit a patient, and which question does", () => {
  const patient = { age: 80, priorLines: 12, priorBcma: null };
  const fit = fitFor("availability=any&outcome=orr", patient);
  const answer = patientInWords(fit, english.codes.patient);
  expect(answer.text).toMatch(/^Trials after 3 or more prior lines/);
  expect(answer.fits.every(({ reason }) => reason === null)).toBe(true);
  expect(answer.excludes.length).toBeGreaterThan(0);
  for (const { reason } of answer.excludes) expect(reason).toMatch(/^enrolled patients of /);
  expect(answer.notStated.length).toBeGreaterThan(0);
  for (const { reason } of answer.notStated) {
    expect(reason).toMatch(/^range of .* not stated in our sources$/);
  }
});
