/** The list of trials: what it leaves out, where the left ones stand, what its axis holds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { placeOn } from "#presentation/statement/place.ts";
import { productLinesOf } from "#presentation/statement/product-lines.ts";
import { sourcesOf } from "#presentation/statement/sources.ts";
import { leftOutOf, trialsOf } from "#presentation/statement/trials.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

const words = { strings: english.screen, words: english.detail };
const answerTo = (question: string) => compareInWords(asked(question, dataset), dataset);
const all = answerTo("outcome=orr");
const without = answerTo("outcome=orr&exclude=karmma");
const rowOf = ({ outcomes: [row] }: typeof all) => {
  if (!row) throw new Error("no row");
  return row;
};
const linesOf = (...given: Parameters<typeof trialsOf>) =>
  trialsOf(...given).tables.flatMap(({ lines }) => lines);

describe("a trial that was left out", () => {
  it("keeps its place, its name and no number, so that it can be counted again", () => {
    const out = leftOutOf(without);
    expect(out).toEqual([{ cohort: "karmma", label: "KarMMa", group: "car-t" }]);
    const before = linesOf(rowOf(all), [], words);
    const after = linesOf(rowOf(without), out, words);
    expect(after.map(({ cohort }) => cohort)).toEqual(before.map(({ cohort }) => cohort));
    expect(after.filter(({ counted }) => counted === null)).toEqual([
      { cohort: "karmma", label: "KarMMa", publication: null, counted: null },
    ]);
  });

  it("moves the pool of its class and no other", () => {
    const [carT, bsab] = trialsOf(rowOf(all), [], words).tables;
    const [left, same] = trialsOf(rowOf(without), [], words).tables;
    expect(left?.together[0]?.rate).not.toBe(carT?.together[0]?.rate);
    expect(same).toEqual(bsab);
  });

  it("is there beside what comes in for it, if all of its class are left out", () => {
    const ids = rowOf(all).pools.bsab.studies.map(({ cohort }) => cohort);
    const none = answerTo(`outcome=orr&exclude=${ids.join(",")}`);
    const tables = trialsOf(rowOf(none), leftOutOf(none), words).tables;
    const bsab = tables.find(({ group }) => group === "bsab");
    const left = bsab?.lines.filter(({ counted }) => counted === null);
    expect(left?.map(({ cohort }) => cohort)).toEqual([...ids].sort());
  });
});

it("an axis holds the trial that differs most, and an arrow says what goes on", () => {
  const row = rowOf(answerTo("outcome=crs-3"));
  const { ticks, tables, goesOn } = trialsOf(row, [], words);
  // CARTIFAN-1: 17 of 48, against 20 of 100 at the end of the axis of the pools.
  const outlier = tables.flatMap(({ lines }) => lines).find(({ label }) => label === "CARTIFAN-1");
  expect(outlier?.counted?.count).toBe("17 of 48");
  expect(outlier?.counted?.place.mark).toBeLessThan(1);
  expect([ticks, goesOn]).toEqual([[0, 25, 50], true]);
});

it("a trial of more weight has a larger mark, and one without a count is told in whole patients", () => {
  const marks = linesOf(rowOf(all), [], words).flatMap(({ counted }) => counted ?? []);
  const weightOf = ({ weight }: { weight: string }) => Number(weight.replace(/[^\d.]/g, ""));
  const rising = marks.toSorted((a, b) => weightOf(a) - weightOf(b));
  expect(rising[0]?.side).toBeLessThan(rising.at(-1)?.side ?? 0);
  const [survival] = sourcesOf(rowOf(answerTo("outcome=pfs-12")), english.detail, english.screen);
  expect(survival?.number).toMatch(/^\d+ of 100/);
});

it("an axis holds what no pool holds, and draws it without an interval", () => {
  const { ticks, lines } = productLinesOf(rowOf(answerTo("outcome=icans")), english.detail);
  const printed = lines.find(({ text }) => text === "17 %, count not printed");
  expect(ticks).toEqual([0, 25, 50]);
  expect(printed).toMatchObject({ name: "cilta-cel", place: { mark: 0.34, interval: null } });
});

it("a place is on the axis, whatever the numbers", () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(10, 20, 50, 100), part, part, part, (end, estimate, one, other) => {
      const interval = [Math.min(one, other), Math.max(one, other)] as const;
      const place = placeOn(end, estimate, interval);
      for (const at of [place.mark, ...(place.interval ?? [])]) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(1);
      }
      expect(place.goesOn).toBe(interval[1] * 100 > end * (1 + 1e-9));
    }),
  );
});
