/** Claims about the answer to any question. */
import { it } from "vitest";
import type { Answer, Pool } from "#core/answer/answer.ts";
import { compareClasses } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { forAny } from "../../../support/for-any.ts";
import { anyQuestion, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";

/** Cache of answers, because many claims are tested on the same ones. */
const answers = new Map<string, Answer>();

export function answered(text: string): Answer {
  const answer = answers.get(text) ?? compareClasses(queryOf(text, dataset), dataset, models);
  answers.set(text, answer);
  return answer;
}

/** Lists questions that an earlier version of a tested claim overlooked, and models without a posterior. */
const examples: [string][] = [
  [""],
  ["exclude=abecma-label-pooled-409&high-risk=20-78&lines=3%2B"],
  ["set=yang-2021&emd=-31&model=dl"],
  ["model=reml"],
  ["lines=2&product=cilta-cel"],
  ["model=glmm&emd=0-39"],
  ["set=annals-2025&prior-lines=1-5&target=bcma"],
  ["set=vandenboom-2025"],
  ["cut=latest"],
];

type Claim = (answer: Answer) => boolean;

/** Tests a claim with the same valid questions as every other. */
export function forAnyQuestion(title: string, claim: Claim, whole = 200): void {
  const texts = anyQuestion(dataset).map((pairs) => new URLSearchParams(pairs).toString());
  it(title, () =>
    forAny([texts], { numRuns: runsOf(whole), examples }, (text) => claim(answered(text))),
  );
}

type Row = Answer["outcomes"][number];

export const forAnyRow = (title: string, claim: (row: Row, answer: Answer) => boolean) =>
  forAnyQuestion(title, (answer) => answer.outcomes.every((row) => claim(row, answer)));

type PoolClaim = (pool: Pool, group: TherapyClass, row: Row, answer: Answer) => boolean;

export const forAnyPool = (title: string, claim: PoolClaim) =>
  forAnyRow(title, (row, answer) =>
    therapyClasses.every((group) => claim(row.pools[group], group, row, answer)),
  );

export const inside = (value: number | null, interval: readonly [number, number] | null) =>
  value === null || interval === null
    ? value === interval
    : interval[0] <= value && value <= interval[1];

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** `null` if one of the values is `null`, or if there are none. */
export function total(values: readonly (number | null)[]): number | null {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 || numbers.length < values.length ? null : sum(numbers);
}
