/**
 * Tests that the number of a class is the same wherever it stands: in the overview, in its opened row, in the copied
 * texts, in words under the forest plot, and in `/v1/comparison`; and that no row of an approved question has a bare count
 * beside a bare rate or bound: read as one kind, their digits would seem to be in the wrong order.
 */
import { describe, expect, it } from "vitest";
import type { ApiComparison } from "#core/answer/answer.ts";
import { clopperPearson } from "#core/statistics/interval.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { SideView } from "#presentation/row/side-view.ts";
import type { CopiedForms } from "#presentation/views/copied-table.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { escapeHtml } from "#presentation/words/html.ts";
import { answerOf, read, to } from "../support/in-process.ts";
import { eighthOf, isWhole } from "../support/sample.ts";
import { htmlAsLines } from "./html-as-lines.ts";
import { questions } from "./questions.ts";

interface Counted {
  readonly estimate: number | null;
  readonly interval: readonly [number, number] | null;
  readonly events: number | null;
  readonly n: number | null;
}

/**
 * Returns whether a text shows a number: as its count, or as patients of 100, where only 0 is shown as 0 and only 100
 * as 100.
 */
function isNumberOf(text: string, { estimate, events, n }: Counted): boolean {
  if (text.includes(" of ")) return text === `${events} of ${n}`;
  const percent = 100 * (estimate ?? Number.NaN);
  if (text === "<1") return percent > 0 && percent < 1;
  if (text === ">99") return percent < 100 && percent >= 99.5;
  const isWhole = text === "0" || text === "100";
  return isWhole ? percent === Number(text) : Math.abs(Number(text) - percent) <= 0.5 + 1e-6;
}

/**
 * Returns whether a text shows the interval, whose ends are simply rounded, or the count that replaces it where there
 * are fewer than five events.
 */
function isIntervalOf(text: string, { interval, events, n }: Counted): boolean {
  if (text.includes(" of ")) return (events ?? 5) < 5 && text === `${events} of ${n}`;
  const [lower = Number.NaN, upper = Number.NaN] = interval ?? [];
  const [from = "", to = ""] = text.split("–");
  return (
    (text === "too wide" && lower < 0.005 && upper >= 0.995) ||
    (Math.abs(Number(from) - 100 * lower) <= 0.5 + 1e-6 &&
      Math.abs(Number(to) - 100 * upper) <= 0.5 + 1e-6)
  );
}

/** Returns the rate and the interval that are drawn: of a count its own with the exact interval, else those of the pool. */
function shownOf(side: SideView, pool: Counted): Pick<Counted, "estimate" | "interval"> {
  const { events, n } = pool;
  if (!side.number.includes(" of ") || events === null || n === null) return pool;
  return { estimate: events / n, interval: clopperPearson(events, n) };
}

const tenth = (rate: number) => Math.round(1000 * rate) / 10;

const numberIn = (side: SideView) =>
  side.number.includes(" of ") ? side.number : `${side.number} of 100`;

let numbers = 0;

async function textOf(path: string, question: string, outcome: string): Promise<string> {
  const parameters = new URLSearchParams(question);
  parameters.set("outcome", outcome);
  return (await answerOf(`${path}?${parameters}`)).text();
}

/** Products side by side have no row of classes. */
const ofClasses = Object.entries(questions).filter(
  ([, question]) => !question.includes("compare="),
);

describe.each(eighthOf(ofClasses))("%s", (_, question) => {
  it("has each number once", async () => {
    const screen = await read<Screen>(to("/v1/screen", question));
    const { outcomes } = await read<ApiComparison>(to("/v1/comparison", question));
    const { table } = await read<CopiedForms>(to("/v1/screen/copy", question));
    const copied = htmlAsLines(table.html);
    for (const row of screen.rows) {
      const answered = outcomes.find(({ outcome }) => outcome === row.outcome);
      const groups = therapyClasses.filter(
        (group) => group in row.sides && answered?.pools[group]?.estimate != null,
      );
      if (!answered || groups.length === 0) continue;
      const opened = await read<OpenedRow>(to(`/v1/screen/${row.outcome}`, question));
      const picture = await textOf("/v1/forest.svg", question, row.outcome);
      const line = copied.find(
        (text) => text.startsWith(`${row.label} |`) || text.startsWith(`${row.label}, `),
      );
      for (const group of groups) {
        const pool = answered.pools[group];
        const side = row.sides[group];
        const name = `${row.outcome} ${group}`;
        if (!side || !pool) throw new Error(`no side: ${name}`);
        expect(isNumberOf(side.number, pool), `${name}: ${side.number}`).toBe(true);
        if (!side.number.includes(" of ")) {
          expect(isIntervalOf(side.under, pool), `${name}: ${side.under}`).toBe(true);
        }
        const { estimate, interval } = shownOf(side, pool);
        expect(side.marks, name).toEqual([{ at: tenth(estimate ?? Number.NaN), kind: "estimate" }]);
        if (side.bar) expect(side.bar, name).toEqual(interval?.map(tenth));
        expect(opened.head.view.sides[group], name).toMatchObject({
          ...{ number: side.number, under: side.under, marks: side.marks },
        });
        expect(opened.copied.text, name).toContain(numberIn(side));
        expect(line, name).toContain(` | ${side.number}`);
        expect(picture, name).toContain(escapeHtml(numberIn(side)));
        numbers += 1;
      }
    }
  });
});

it("there are numbers in most of them", () => {
  expect(numbers).toBeGreaterThan(isWhole ? 100 : 0);
});

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
