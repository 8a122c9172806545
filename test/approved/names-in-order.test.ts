/**
 * Tests on every screen that values stand beside their marks, or in the order of their number, and that a line below
 * the rows says which drug a short name means.
 */
import { describe, expect, it } from "vitest";
import type { SideView } from "#presentation/row/side-view.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { listAbbreviatedDrugs } from "#presentation/words/product-name.ts";
import { read, to } from "../support/in-process.ts";
import { questions } from "./questions.ts";

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
