/**
 * Rules of every approved screen. The number of a class is the same wherever it stands: in the overview, in its opened row,
 * in the copied texts, in words under the forest plot, and in `/v1/comparison`. No row of an approved question has a bare
 * count beside a bare rate or bound: read as one kind, their digits would seem to be in the wrong order. Values stand beside
 * their marks, or in the order of their number, and a line below the rows says which drug a short name means. Names are
 * kept in one line, and one word says what no source has. No sentence and no pair of numbers stands twice in one row.
 */

import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ApiComparison } from "#core/answer/answer.ts";
import { clopperPearson } from "#core/statistics/interval.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import type { SideView } from "#presentation/row/side-view.ts";
import type { CopiedForms } from "#presentation/views/copied-table.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { escapeHtml } from "#presentation/words/html.ts";
import { listAbbreviatedDrugs } from "#presentation/words/product-name.ts";
import { inFormat } from "../support/in-format.ts";
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
  const answer = await answerOf(inFormat(address));
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

const sidesIn = (side: SideView | null | undefined): SideView[] =>
  side ? [side, ...sidesIn(side.other)] : [];

const textsOf = ({ above, under, labels = [] }: SideView): string[] => [
  ...[above, under].flatMap((text) => text ?? []),
  ...labels.map(({ text }) => text),
];

/** Counts of a line as rates of 100, for the order in which they stand. */
const ratesIn = (beneath: string) =>
  [...beneath.matchAll(/(\d+) of (\d+)/g)].map(
    ([, events, n]) => (100 * Number(events)) / Number(n),
  );

/** "11.8" and "17.2" of "11.8 and 17.2", and of "11.8 … 17.2", which are more values; of one value none. */
const endsOf = (number: string) => {
  const ends = number.split(/ and | … /);
  return ends.length > 1 ? ends : [];
};

/** Returns what explains the names of a row: a line in its fold, below the rows for one that is always drawn. */
function legendOf(screen: Screen, row: string): string | undefined {
  const groups = (screen.kind === "classes" && screen.harmGroups) || [];
  const fold = groups.find(({ outcomes }) => outcomes.slice(1).includes(row));
  return fold ? fold.legend : screen.key;
}

let withValues = 0;
let ends = 0;
let shortened = 0;

describe.each(Object.entries(questions))("%s", (_, question) => {
  it("has values beside marks without a number, lists them in order, and says what is short", async () => {
    const screen = await read<Screen>(to("/v1/screen", question));
    for (const row of screen.rows) {
      const sides = Object.values(row.sides).flatMap(sidesIn);
      for (const side of sides.filter(({ number, under }) => number + under === "")) {
        withValues += 1;
        const values =
          textsOf(side)
            .join(" ")
            .match(/\b\d+\b/g) ?? [];
        expect(values.length, `${row.outcome}: ${JSON.stringify(side)}`).toBeGreaterThan(0);
      }
      for (const name of sides.flatMap(textsOf).flatMap(listAbbreviatedDrugs)) {
        shortened += 1;
        expect(legendOf(screen, row.outcome), `${row.outcome}: ${name}`).toContain(`: ${name}`);
      }
    }
    const results = screen.kind === "products" ? screen.byDrug.drugs : [];
    for (const { lines } of results.flatMap((drug) => drug.results)) {
      for (const { number, beneath } of lines) {
        if (endsOf(number).length === 0) continue;
        ends += 1;
        const rates = ratesIn(beneath);
        expect(rates, beneath).toEqual(rates.toSorted((a, b) => a - b));
      }
    }
  });
});

it("some rows have values beside marks, some drugs two ends, and some are called in short", () => {
  expect(withValues).toBeGreaterThan(0);
  expect(ends).toBeGreaterThan(0);
  expect(shortened).toBeGreaterThan(0);
});

/** The texts of a row: how sure it is, what decides it, and its remarks. */
const textsOfRow = ({ status, why, carried, notes }: RowView) =>
  [status.difference, status.text, status.aside, why?.lead, why?.aside, carried, ...notes].flatMap(
    (text) => text || [],
  );

/** The texts of an opened row above, between and below its tables. */
const textsOfOpened = ({ head, analyses, notes, computed }: OpenedRow) => [
  ...head.statements,
  ...head.asides,
  ...[head.next, ...head.remarks, head.beneath],
  ...(analyses?.beneath ?? []),
  ...Object.values(notes).flat(),
  ...computed,
];

const sentencesOf = (text: string) => text.match(/\S.*?[.!?](?=\s|$)/g) ?? [text];

/** Counts of patients, not of trials or of runs, and differences with their intervals. */
const pairsOf = (text: string) => [
  ...(text.match(
    /(?<!(?:for|in|not found:|not reported:) )\b\d+ of (?!100\b)\d+\b(?! (?:of|trials|studies))/g,
  ) ?? []),
  ...(text.match(/<?\d+ (?:more|fewer) \([^)]*\)/g) ?? []),
];

const twiceIn = (texts: readonly string[]) =>
  [texts.flatMap(sentencesOf), texts.flatMap(pairsOf)].flatMap((parts) =>
    parts.filter((part, index) => part !== "" && parts.indexOf(part) !== index),
  );

describe("no sentence and no pair of numbers stands twice in a row", () => {
  const drugs = "product=elranatamab,teclistamab";
  const ofQuestions = [...ofClasses.map(([, question]) => question), "outcome=toxicity"];
  it.each([drugs, ...eighthOf(ofQuestions)])("of %s", async (asked) => {
    const screen = await read<Screen>(to("/v1/screen", asked));
    if (screen.kind !== "classes") return;
    for (const row of screen.rows) {
      expect(twiceIn(textsOfRow(row)), row.outcome).toEqual([]);
      const opened = await read<OpenedRow>(to(`/v1/screen/${row.outcome}`, asked));
      expect(twiceIn(textsOfOpened(opened)), row.outcome).toEqual([]);
    }
  });
});

const root = join(import.meta.dirname, "../..");
const answers = join(import.meta.dirname, "answers");

/** A code such as `follow-up-unknown` has hyphens. */
const otherWords = /(?<!-)\b(?:not known|not stated|unknown|in our sources)\b/i;

/** This says something else: which clock, and which class, is not known. */
const otherMeanings = /\bis not known: the clock\b|\bWhich [^.]* is unknown\b/gi;

/** Returns the text as it is in the data, where no hyphen is kept from breaking. */
const asInData = (text: string) => text.replaceAll("‑", "-").replaceAll("’", "'");

/** Lists the texts of the data that have such words, the longest first, because some are a part of others. */
async function textsOfData(): Promise<string[]> {
  const texts: string[] = [];
  for await (const file of glob("data/**/*.json", { cwd: root })) {
    JSON.parse(readFileSync(join(root, file), "utf8"), (_, value: unknown) => {
      // The words alone, such as the code `unknown`, are no text.
      const isText =
        typeof value === "string" && otherWords.test(value) && /^(?:\S+ ){2}/.test(value);
      if (isText) texts.push(asInData(value));
      return value;
    });
  }
  return texts.sort((a, b) => b.length - a.length);
}

it("what no source has is called by one word, in all approved screens and pages", async () => {
  const ofData = await textsOfData();
  const problems: string[] = [];
  for await (const file of glob("**/*.{txt,csv}", { cwd: answers })) {
    const whole = asInData(readFileSync(join(answers, file), "utf8"));
    const text = ofData.reduce((rest, own) => rest.replaceAll(own, ""), whole);
    for (const line of text.replaceAll(otherMeanings, "").split("\n")) {
      const isNameOfCase = file.startsWith("made-up") && line.startsWith("## ");
      if (otherWords.test(line) && !isNameOfCase) problems.push(`${file}: ${line}`);
    }
  }
  expect(problems).toEqual([]);
});

// "Parkinsonism: not found" was read as zero. Only an address may have nothing.
it("nothing is not found, in all approved answers and texts of data", async () => {
  const problems: string[] = [];
  for await (const file of glob("**/*", { cwd: answers, withFileTypes: true })) {
    if (file.isDirectory()) continue;
    const text = readFileSync(join(file.parentPath, file.name), "utf8");
    const found = text.match(/.*(?<!page was )\bnot\s+found\b.*/gi) ?? [];
    problems.push(...found.map((line) => `${file.name}: ${line}`));
  }
  expect(problems).toEqual([]);
});

it("names of classes and cells are kept in one line, in all approved screens", async () => {
  const problems: string[] = [];
  for await (const file of glob("**/screen.txt", { cwd: answers })) {
    const text = readFileSync(join(answers, file), "utf8")
      // The description for other sites, which no view draws, and the targets of links are left out.
      .replace(/^[\s\S]*?\n\n(?=# )/, "")
      .replace(/\]\([^)]*\)/g, "]");
    problems.push(
      ...(text.match(/.*(?:CAR-T\b|[a-z]-cel\b).*/g) ?? []).map((line) => `${file}: ${line}`),
    );
  }
  expect(problems).toEqual([]);
});
