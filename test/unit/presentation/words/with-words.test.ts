/** An answer in words differs from the computed answer only by the words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison, Remark } from "#core/comparison/answer.ts";
import { answerQuestion } from "#core/comparison/answer-question.ts";
import { dataset } from "#core/dataset.ts";
import { english } from "#presentation/words/catalogue.ts";
import { patientInWords } from "#presentation/words/patient-in-words.ts";
import { outcomeWithWords, withWords } from "#presentation/words/with-words.ts";
import { fitFor } from "../../../support/for-patient.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";

function forAnyQuestion(check: (worded: Comparison<string>) => void): void {
  fc.assert(
    fc.property(anyQuery(dataset, "any"), (query) =>
      check(withWords(answerQuestion(query, dataset), english)),
    ),
    {
      numRuns: runs(150),
      examples: [
        // Figures of products that are not contrasted, of other scales than the others.
        "compare=product&product=cilta-cel,ide-cel,eque-cel,zevor-cel",
        // Three products stand in the place of either class.
        "set=annals-2025&setting=late&prior-lines=1-&regimen=monotherapy&model=bayes",
        // Only one product can be pooled, the same in both groups.
        "compare=prior-lines:6&outcome=fatal-adverse-event&prior-lines=1-&age=50-61&target=bcma&prior-bcma=not-selected&regimen=monotherapy&setting=any&doses=given&evidence=trial",
      ].map((text) => [asked(text, dataset)]),
    },
  );
}

const remarksOf = ({ outcomes, cautions }: Comparison<string>) => [
  ...cautions,
  ...outcomes.flatMap((row) => [...row.cautions, ...row.certainty.reasons]),
];

describe("for any question, an answer in words", () => {
  it("has a code, a label and a text for every remark", () => {
    forAnyQuestion((answer) => {
      for (const { code, label, text } of remarksOf(answer)) {
        expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(label).not.toBe("");
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

  it("says no two different things under one label in a row, and nothing twice", () => {
    const distinct = (remarks: readonly Remark[]) =>
      expect(new Set(remarks.map(({ label }) => label)).size).toBe(remarks.length);
    forAnyQuestion(({ outcomes, cautions }) => {
      distinct(cautions);
      for (const row of outcomes) {
        const { reasons } = row.certainty;
        const texts = new Map(reasons.map(({ label, text }) => [label, text]));
        distinct(reasons);
        distinct(row.cautions);
        for (const { label, text } of row.cautions) expect(texts.get(label) ?? text).toBe(text);
      }
    });
  });

  it("names every group, and has its parts in the order that is promised", () => {
    forAnyQuestion((answer) => {
      expect(Object.keys(answer.groupNames)).toEqual([...answer.groups]);
      for (const name of Object.values(answer.groupNames)) expect(name).not.toBe("");
      const parts = Object.keys(answer);
      expect(parts.indexOf("groupNames")).toBe(parts.indexOf("groups") + 1);
      expect(parts.indexOf("cautions")).toBe(parts.indexOf("outcomes") + 1);
    });
  });
});

describe("one row", () => {
  it.each(["", "compare=prior-lines:6", "model=glmm&outcome=toxicity"])(
    "of %j said by itself is that of the whole answer",
    (text) => {
      const answer = answerQuestion(asked(text, dataset), dataset);
      const { outcomes } = withWords(answer, english);
      expect(answer.outcomes.map((row) => outcomeWithWords(row, answer, english))).toEqual(
        outcomes,
      );
    },
  );
});

it("keeps every number and every code", () => {
  const answer = answerQuestion(asked("", dataset), dataset);
  const worded = withWords(answer, english);
  expect(Object.keys(worded).filter((name) => name !== "groupNames")).toEqual(Object.keys(answer));
  worded.outcomes.forEach((row, index) => {
    const coded = answer.outcomes[index];
    const codesOf = (remarks: readonly { code: string }[] = []) => remarks.map(({ code }) => code);
    expect(codesOf(row.cautions)).toEqual(codesOf(coded?.cautions));
    expect(codesOf(row.certainty.reasons)).toEqual(codesOf(coded?.certainty.reasons));
    expect(row.contrasts).toEqual(coded?.contrasts);
    for (const [group, { notPooled, products, chain, ...numbers }] of Object.entries(row.pools)) {
      const own = products.map(({ shown, ...product }) => product);
      expect(coded?.pools[group]).toMatchObject({ ...numbers, products: own });
      expect(chain?.code).toBe(coded?.pools[group]?.chain?.code);
      expect(notPooled).toHaveLength(coded?.pools[group]?.notPooled.length ?? -1);
    }
  });
});

it("says why trials do not fit a patient, and which question does", () => {
  const patient = { age: 80, priorLines: 12, priorBcma: null };
  const fit = fitFor("availability=any&outcome=orr", patient);
  const answer = patientInWords(fit, english.codes.patient);
  expect(answer.text).toMatch(/^5 or more prior lines/);
  expect(answer.fits.every(({ reason }) => reason === null)).toBe(true);
  expect(answer.excludes.length).toBeGreaterThan(0);
  for (const { reason } of answer.excludes) expect(reason).toMatch(/^enrolled patients of /);
  expect(answer.notStated.length).toBeGreaterThan(0);
  for (const { reason } of answer.notStated) {
    expect(reason).toMatch(/^range of .* not stated in our sources$/);
  }
});
