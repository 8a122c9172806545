import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { displayedRate, printedAlone } from "#presentation/statement/figures.ts";
import { byProductOf } from "#presentation/statement/side-by-side.ts";
import { english } from "#presentation/words/catalogue.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { asked } from "../../../support/queries.ts";

describe.each(["", "outcome=survival", "lines=2&regimen=any", "evidence=all"])(
  "products side by side: %s",
  (question) => {
    const { comparison } = fullAnswer(asked(`compare=product&${question}`, dataset));
    const { rows, unreported } = byProductOf(comparison, english);

    it("have the numbers of the answer, and no other", () => {
      for (const { outcome, lines, none } of rows) {
        const pools = comparison.outcomes.find((row) => row.outcome === outcome)?.pools ?? {};
        expect(lines.length + none.length).toBe(comparison.groups.length);
        for (const { id, rate, range, evidence } of lines) {
          const pool = pools[id];
          const shown = pool ? displayedRate(pool) : null;
          expect(rate).toBe(shown && rateOf100(shown.estimate));
          expect(range).toBe(shown && rangeOf100(shown.interval));
          expect(evidence).not.toBe("");
        }
      }
    });

    it("stand by class and in the order of the answer, whatever their numbers are", () => {
      for (const { lines } of rows) {
        const order = lines.map(({ id }) => comparison.groups.indexOf(id));
        const ofClass = (group: string) =>
          order.filter((_, index) => lines[index]?.therapyClass === group);
        expect(order).toEqual([...ofClass("car-t"), ...ofClass("bsab")]);
        for (const group of ["car-t", "bsab"]) {
          expect(ofClass(group)).toEqual(ofClass(group).sort((a, b) => a - b));
        }
      }
    });

    it("name every outcome once, with a number or without", () => {
      expect(rows.length + unreported.length).toBe(comparison.outcomes.length);
    });
  },
);

it("what was printed without a count is said beside the product", () => {
  const { comparison } = fullAnswer(asked("compare=product", dataset));
  const said = byProductOf(comparison, english).rows.flatMap(({ lines }) => lines);
  const printed = comparison.outcomes.flatMap(({ pools }) =>
    Object.values(pools).flatMap(printedAlone),
  );
  expect(printed.length).toBeGreaterThan(0);
  for (const { product, percentPrinted } of printed) {
    const text = english.codes.shown.unpooled(percentPrinted);
    expect(said.some(({ id, evidence }) => id === product && evidence.includes(text))).toBe(true);
  }
});
