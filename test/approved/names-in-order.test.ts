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

type Words = Pick<SideView, "number" | "under"> & { readonly texts: readonly string[] };

const sidesIn = (side: SideView | null | undefined): SideView[] =>
  side ? [side, ...sidesIn(side.other)] : [];

const ofSide = ({ number, under, above, names, listed }: SideView): Words => ({
  ...{ number, under },
  texts: [above, names, listed].flatMap((text) => text ?? []),
});

/** Counts of a line as rates of 100, for the order in which they stand. */
const ratesIn = (beneath: string) =>
  [...beneath.matchAll(/(\d+) of (\d+)/g)].map(
    ([, events, n]) => (100 * Number(events)) / Number(n),
  );

/** "· 77" of two values, "… 77" of more. */
const lastEnd = /^[·…]\s/;
const hasTwoEnds = (under: string) => lastEnd.test(under);

/** Whether a text has the second end of a number before its first. */
function isTurned({ number, under, texts }: Words): boolean {
  if (!hasTwoEnds(under)) return false;
  // "about 50" where there is room for words.
  const second = under.replace(lastEnd, "").replace("≈", "about ");
  const placeOf = (value: string, text: string) =>
    ` ${text} `.search(new RegExp(`[ (]${value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[ ,;.)]`));
  return texts.some((text) => {
    const [first, next] = [placeOf(number.replace("≈", "about "), text), placeOf(second, text)];
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
        if (hasTwoEnds(words.under)) ends += 1;
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
      for (const { under, beneath } of section.lines) {
        if (!hasTwoEnds(under) || section.end !== 100) continue;
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
