/** The list of trials: what it leaves out, where the left ones stand, what its axis holds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { placeOn } from "#presentation/statement/axis.ts";
import { productLinesOf } from "#presentation/statement/product-lines.ts";
import { sourcesOf } from "#presentation/statement/sources.ts";
import { trialsOf } from "#presentation/statement/trials.ts";
import { english } from "#presentation/words/catalogue.ts";
import { asked } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const answerTo = (question: string) => screenAnswer(asked(question, dataset), dataset);
const all = answerTo("outcome=orr");
const without = answerTo("outcome=orr&exclude=karmma");
const rowOf = ({ outcomes: [row] }: typeof all) => {
  if (!row) throw new Error("no row");
  return row;
};
const tablesOf = (answer: typeof all) => trialsOf(rowOf(answer), answer, english).tables;
const linesOf = (answer: typeof all) => tablesOf(answer).flatMap(({ lines }) => lines);

describe("a trial that was left out", () => {
  it("keeps its place, its name and no number, so that it can be counted again", () => {
    const before = linesOf(all);
    const after = linesOf(without);
    expect(after.map(({ cohort }) => cohort)).toEqual(before.map(({ cohort }) => cohort));
    expect(after.filter(({ counted }) => counted === null)).toEqual([
      { cohort: "karmma", label: "KarMMa", publication: null, counted: null },
    ]);
  });

  it("moves the pool of its class and no other", () => {
    const [carT, bsab] = tablesOf(all);
    const [left, same] = tablesOf(without);
    expect(left?.together[0]?.rate).not.toBe(carT?.together[0]?.rate);
    expect(same).toEqual(bsab);
  });

  it("is there beside what comes in for it, if all of its class are left out", () => {
    const ids = rowOf(all).pools.bsab.studies.map(({ cohort }) => cohort);
    const tables = tablesOf(answerTo(`outcome=orr&exclude=${ids.join(",")}`));
    const bsab = tables.find(({ group }) => group === "bsab");
    const left = bsab?.lines.filter(({ counted }) => counted === null);
    expect(left?.map(({ cohort }) => cohort)).toEqual([...ids].sort());
  });
});

it("an axis holds the trial that differs most, and an arrow says what goes on", () => {
  const answer = answerTo("outcome=crs-3");
  const { ticks, tables, goesOn } = trialsOf(rowOf(answer), answer, english);
  // CARTIFAN-1: 17 of 48, against 20 of 100 at the end of the axis of the pools.
  const outlier = tables.flatMap(({ lines }) => lines).find(({ label }) => label === "CARTIFAN-1");
  expect(outlier?.counted?.count).toBe("17 of 48");
  expect(outlier?.counted?.place.mark).toBeLessThan(1);
  expect([ticks, goesOn]).toEqual([[0, 25, 50], true]);
});

it("a trial of more weight has a larger mark, and one without a count is told in whole patients", () => {
  const marks = linesOf(all).flatMap(({ counted }) => counted ?? []);
  const weightOf = ({ weight }: { weight: string }) => Number(weight.replace(/[^\d.]/g, ""));
  const rising = marks.toSorted((a, b) => weightOf(a) - weightOf(b));
  expect(rising[0]?.side).toBeLessThan(rising.at(-1)?.side ?? 0);
  const [survival] = sourcesOf(rowOf(answerTo("outcome=pfs-12")), english);
  expect(survival?.number).toMatch(/^\d+ of 100/);
});

it("an axis holds what no pool holds, and draws it without an interval", () => {
  const { ticks, lines } = productLinesOf(rowOf(answerTo("outcome=icans")), english);
  const printed = lines.find(({ text }) => text === "17 % printed, no count");
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
