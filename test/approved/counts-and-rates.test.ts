/**
 * Tests that no row of an approved question has a bare count beside a bare rate or bound: read as one kind, their
 * digits would seem to be in the wrong order.
 */
import { describe, expect, it } from "vitest";
import { answerOf } from "../support/in-process.ts";
import { eighthOf } from "../support/sample.ts";
import { questions } from "./questions.ts";

interface Numbered {
  readonly number?: string;
  readonly under?: string;
  readonly other?: Numbered;
}

interface Rows {
  readonly outcome?: string;
  readonly sides?: Readonly<Record<string, Numbered | null>>;
  readonly lines?: readonly Numbered[];
  readonly drugs?: readonly Numbered[];
}

const isCount = (text: string) => /\d of \d/.test(text);
/** Returns whether a text is a rate without a unit, such as "74", "≥ 4" or "· 77"; not "74 %". */
const isBareRate = (text: string) => /^(?:[·…]\s)?[≥<≈>]?\s*\d+$/.test(text);

/** A count under its own rate is not bare: it replaces the interval of a number of few events. */
const numbersOf = (side: Numbered | null | undefined): string[] =>
  side ? [side.number || (side.under ?? ""), ...numbersOf(side.other)] : [];

/** The numbers that stand in one row, of every row within. */
function rowsIn(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  const { outcome, sides, lines, drugs } = value as Rows;
  return [
    ...(outcome && sides ? [Object.values(sides).flatMap(numbersOf)] : []),
    ...(Array.isArray(lines) ? [lines.flatMap(numbersOf)] : []),
    ...(Array.isArray(drugs) ? [drugs.flatMap(numbersOf)] : []),
    ...Object.values(value).flatMap(rowsIn),
  ];
}

const isMixed = (numbers: readonly string[]) => numbers.some(isCount) && numbers.some(isBareRate);

async function mixedIn(address: string): Promise<string[]> {
  const answer = await answerOf(address);
  expect([address, answer.status]).toEqual([address, 200]);
  return rowsIn(await answer.json())
    .filter(isMixed)
    .map((numbers) => `${address}: ${numbers.join(" | ")}`);
}

/**
 * Adds questions after two lines and about harms, in which many figures are of few patients. Every question is also
 * asked drug by drug.
 */
const more = ["lines=2", "lines=2&outcome=toxicity", "outcome=toxicity&availability=any&lines=any"];
const allQuestions = [...Object.values(questions), ...more].flatMap((question) =>
  question.includes("compare=") ? [question] : [question, `${question}&compare=product`],
);

describe("a count beside a rate", () => {
  it.each(eighthOf(allQuestions))("stands in no row of %s", async (question) => {
    expect(await mixedIn(`/v1/screen?${question}`)).toEqual([]);
  });

  it.each(eighthOf(more))("stands in no opened row of %s", async (question) => {
    for (const outcome of ["icans", "neurotoxicity", "crs-3", "infection-3"]) {
      expect(await mixedIn(`/v1/screen/${outcome}?${question}`)).toEqual([]);
    }
  });
});
