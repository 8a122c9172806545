/**
 * Names beside a number are read in its order, and below the rows stands which drug a short name means: on every
 * screen.
 */
import { describe, expect, it } from "vitest";
import type { SideView } from "#presentation/row/side-view.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { shortenedIn } from "#presentation/words/product-name.ts";
import { read, to } from "../support/in-process.ts";
import { questions } from "./questions.ts";

type Words = Pick<SideView, "number"> & { readonly texts: readonly string[] };

const sidesIn = (side: SideView | null | undefined): SideView[] =>
  side ? [side, ...sidesIn(side.other)] : [];

const ofSide = ({ number, above, names, listed }: SideView): Words => ({
  number,
  texts: [above, names, listed].flatMap((text) => text ?? []),
});

/** Counts of a line as rates of 100, for the order in which they stand. */
const ratesIn = (beneath: string) =>
  [...beneath.matchAll(/(\d+) of (\d+)/g)].map(
    ([, events, n]) => (100 * Number(events)) / Number(n),
  );

/** "<50" and "77" of "<50, 77", and of "<50 … 77", which are more values; of one value none. */
const endsOf = (number: string) => {
  const ends = number.split(/, | … /).map((value) => value.replace("≈", "about "));
  return ends.length > 1 ? ends : [];
};

/** Whether a text has the second end of a number before its first. */
function isTurned({ number, texts }: Words): boolean {
  const [lowest, highest] = endsOf(number);
  if (lowest === undefined || highest === undefined) return false;
  const placeOf = (value: string, text: string) =>
    ` ${text} `.search(new RegExp(`[ (]${value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[ ,;.)]`));
  return texts.some((text) => {
    const [first, next] = [placeOf(lowest, text), placeOf(highest, text)];
    return first >= 0 && next >= 0 && next < first;
  });
}

let ends = 0;
let shortened = 0;

describe.each(Object.entries(questions))("%s", (_, question) => {
  it("has names in the order of their numbers, and says what is short", async () => {
    const screen = await read<Screen>(to("/v1/screen", question));
    for (const row of screen.rows) {
      const sides = Object.values(row.sides).flatMap(sidesIn);
      for (const side of sides) {
        const words = ofSide(side);
        if (endsOf(words.number).length > 0) ends += 1;
        expect(isTurned(words), `${row.outcome}: ${JSON.stringify(words)}`).toBe(false);
      }
      const shown = sides.flatMap(({ above = "", under, labels = [] }) => [
        ...[above, under],
        ...labels.map(({ text }) => text),
      ]);
      for (const name of shown.flatMap(shortenedIn)) {
        shortened += 1;
        expect(screen.legend, `${row.outcome}: ${name}`).toContain(`: ${name}`);
      }
    }
    for (const section of screen.kind === "products" ? screen.byDrug.sections : []) {
      for (const { number, beneath } of section.lines) {
        if (endsOf(number).length === 0 || section.end !== 100) continue;
        const rates = ratesIn(beneath);
        expect(rates, `${section.id}: ${beneath}`).toEqual(rates.toSorted((a, b) => a - b));
      }
    }
  });
});

it("some rows have two ends, and some drugs are called in short", () => {
  expect(ends).toBeGreaterThan(0);
  expect(shortened).toBeGreaterThan(0);
});
