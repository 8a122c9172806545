/**
 * Every value that a question-and-answer page repeats is held to the study that the page names: the digits that
 * both print, or count for count. The citation of the page is in its file of `data/published/`.
 */
import { expect, it } from "vitest";
import { collections } from "#data/generated/collections.ts";
import type { Published } from "#data/schema.ts";
import { listCohortRecords } from "#server/answers/compute/whole-dataset.ts";

type Claim = NonNullable<Published["claims"]>[number];
type Pointer = Claim["at"][number];

interface Figure {
  value: number;
  /** Events and patients; `null` where the figure is no count. */
  count: string | null;
}

const records = listCohortRecords();
const claims = collections.published.flatMap((review) => review.claims ?? []);

/** @throws Error if the study has no such number. */
function figureAt({ study, what, cut }: Pointer): Figure {
  const record = records.find(({ id }) => id === study);
  const value = record ? null : resultOf(study, what);
  if (value !== null) return { value, count: null };
  const isCut = (result: { readonly cut: string }) => cut === null || result.cut === cut;
  const figure = record?.figures.find((entry) => entry.outcome === what && isCut(entry));
  if (figure?.events != null && figure.n !== null) {
    const { events, n, percentPrinted } = figure;
    return { value: percentPrinted ?? (100 * events) / n, count: `${events} of ${n}` };
  }
  const landmark = record?.landmarks.find(
    (entry) => `${entry.family}-${entry.month}` === what && isCut(entry),
  );
  if (landmark) return { value: 100 * landmark.survival, count: null };
  const median = record?.medians.find((entry) => `median-${entry.family}` === what && isCut(entry));
  if (median?.months != null) return { value: median.months, count: null };
  const baseline = Object.entries(record?.baseline ?? {}).find(([name]) => name === what)?.[1];
  if (typeof baseline !== "number") throw new Error(`${study} has no ${what}`);
  return { value: baseline, count: null };
}

/** Returns the value of a published pool, in percent for a rate; `null` if the pool has none. */
function resultOf(study: string, what: string): number | null {
  const results = collections.published.find(({ id }) => id === study)?.results ?? [];
  const result = results.find((entry) => (entry.outcome ?? entry.measure) === what);
  return result?.estimatePercent ?? result?.value ?? null;
}

function isAt(printed: string, pointers: readonly Pointer[]): boolean {
  const figures = pointers.map(figureAt);
  if (/^\d+ of \d+$/.test(printed)) return figures.every(({ count }) => count === printed);
  const numbers = printed.match(/\d+(?:\.\d+)?/g) ?? [];
  return (
    numbers.length === figures.length &&
    numbers.every((text, index) => {
      const value = Number((figures[index]?.value ?? 0).toFixed(6));
      const decimals = Math.min(decimalsOf(text), decimalsOf(String(value)));
      return Math.abs(value - Number(text)) <= 0.5 / 10 ** decimals + 1e-9;
    })
  );
}

const decimalsOf = (text: string) => text.split(".")[1]?.length ?? 0;

it("every value is that of the study that is named, but for those that are listed", () => {
  const located = claims.filter(({ at }) => at.length > 0);
  expect([claims.length > 40, located.length > 30]).toEqual([true, true]);
  const wrong = located.filter(({ printed, at }) => !isAt(printed, at));
  expect(wrong.map(({ printed, really }) => [printed, really !== undefined])).toEqual([
    ["16 of 16", true],
    ["11.8 months", true],
    ["44.8–69 %", false],
  ]);
});

it("a value of another study is in that study", () => {
  for (const { printed, really } of claims) if (really) expect(isAt(printed, [really])).toBe(true);
});
