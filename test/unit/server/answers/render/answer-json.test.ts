/** The JSON of an answer differs from the computed answer only by the words. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Answer, ApiComparison, Pool } from "#core/answer/answer.ts";
import { answerQuestion } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { makeApiComparison } from "#server/answers/render/answers.ts";
import { anyQuery, queryOf } from "../../../../support/queries.ts";
import { runsOf } from "../../../../support/sample.ts";

function forAnyQuestion(check: (worded: ApiComparison) => void): void {
  fc.assert(
    fc.property(anyQuery(dataset, "any"), (query) =>
      check(makeApiComparison(answerQuestion(query, dataset, models))),
    ),
    {
      numRuns: runsOf(150),
      examples: [
        // Figures of products that are not contrasted, of other scales than the others.
        "compare=product&product=cilta-cel,ide-cel,eque-cel,zevor-cel",
        // Three products stand in the place of either class.
        "set=annals-2025&lines=3%2B&prior-lines=1-&regimen=monotherapy&model=bayes",
        // Nothing after this kind is counted or stands beside, and elsewhere it is printed.
        "prior-bcma=adc&target=any&age=-50",
        // Only one product can be pooled, the same in both groups.
        "compare=prior-lines:6&outcome=fatal-adverse-event&prior-lines=1-&age=50-61&target=bcma&prior-bcma=not-selected&regimen=monotherapy&lines=any&doses=given&evidence=trial",
      ].map((text) => [queryOf(text, dataset)]),
    },
  );
}

const notesOf = ({ outcomes, notes }: ApiComparison) => [
  ...notes,
  ...outcomes.flatMap((row) => row.notes),
];

it("any answer in words has all its notes and reasons, and says nothing twice in a row", () => {
  const distinct = (notes: ApiComparison["notes"]) => {
    const labels = new Set(notes.map(({ group, label }) => `${group} ${label}`));
    expect(labels.size).toBe(notes.length);
    expect(new Set(notes.map(({ text }) => text)).size).toBe(notes.length);
  };
  forAnyQuestion((answer) => {
    const { outcomes, selection, notes } = answer;
    for (const { code, label, text } of notesOf(answer)) {
      expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(label).not.toBe("");
      expect(text).toMatch(/\.$/);
      expect(`${label} ${text}`).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    }
    const notPooled = outcomes.flatMap(({ pools }) =>
      Object.values(pools).flatMap((pool) => pool.notPooled),
    );
    for (const { reason } of [...selection.excluded, ...notPooled]) {
      expect(reason).toMatch(/\w{3}/);
      expect(reason).not.toMatch(/NaN|undefined|null|\[object/);
    }
    distinct(notes);
    for (const row of outcomes) distinct(row.notes);
  });
});

it("keeps every number, of six digits at most, and every code, and holds nothing that only words need", () => {
  const answer: Answer<string> = answerClassesInFull(queryOf("", dataset));
  const worded = makeApiComparison(answer);
  expect(JSON.stringify(answer)).toMatch(/"(?:printed|isPool|percentage)":/);
  expect(JSON.stringify(worded)).not.toMatch(/"(?:printed|isPool|percentage)":/);
  const words = ["groupNames", "certainty"];
  expect(Object.keys(worded).filter((name) => !words.includes(name))).toEqual(Object.keys(answer));
  expect(worded.certainty).toMatch(/^Very low certainty: \d+ separate trials; /);
  const digits = numbersIn(worded).map(
    ([, figure]) => `${figure}`.replace(/^-?0?\.?0*|[.-]/g, "").length,
  );
  expect(Math.max(...digits)).toBe(6);
  worded.outcomes.forEach((row, index) => {
    const coded = answer.outcomes[index];
    expect(row.notes.map(({ code }) => code)).toEqual(coded?.notes.map(({ code }) => code));
    expect(row.contrasts).toEqual(coded?.contrasts);
    const pools = Object.values(coded?.pools ?? {}).map(withoutEvidence);
    expect(numbersIn(Object.values(row.pools))).toEqual(numbersIn(pools));
  });
});

/** Returns a pool without the numbers that only the list of evidence needs. */
function withoutEvidence(pool: Pool): object {
  return {
    ...pool,
    notPooled: pool.notPooled.map(({ percentage, ...figure }) => figure),
    months: pool.months?.map(({ n, followUpMonths, ...month }) => month),
  };
}

/** Returns all numbers of a value, each with its name, in order. */
function numbersIn(value: unknown): [string, number][] {
  const numbers: [string, number][] = [];
  JSON.parse(JSON.stringify(value), (name, part) => {
    if (typeof part === "number") numbers.push([name, part]);
    return part;
  });
  return numbers;
}
