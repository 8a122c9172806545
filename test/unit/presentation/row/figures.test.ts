/** Tests how figures are drawn: nothing leaves its axis. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { makeAnalysesView } from "#presentation/row/analyses-view.ts";
import { makeMediansRulerView } from "#presentation/row/medians-view.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { analysis, contrast, median, row } from "../../../support/answers.ts";
import { read, to } from "../../../support/in-process.ts";
import { sides } from "../../../support/viewed-rows.ts";

it("the axis of analyses holds every bar, with 0 inside", () => {
  const end = fc.double({ min: -99, max: 99, noNaN: true });
  const differences = fc.tuple(end, end).map(([a, b]) => ({
    differencePer100: (a + b) / 2,
    differenceInterval: [Math.min(a, b), Math.max(a, b)] as const,
  }));
  fc.assert(
    fc.property(differences, fc.array(differences, { maxLength: 4 }), (difference, variants) => {
      const analyses = variants.map((over) => analysis("dose", over));
      const view = makeAnalysesView(
        row({ contrasts: [contrast({ ...difference, analyses })] }),
        null,
      );
      const [from = 0, to = 0] = view?.axis ?? [];
      const places = view?.lines.flatMap(({ at, interval }) => [at, ...(interval ?? [])]) ?? [];
      expect([from < 0, to > 0]).toEqual([true, true]);
      expect(Math.min(...places)).toBeGreaterThanOrEqual(from - 0.05);
      expect(Math.max(...places)).toBeLessThanOrEqual(to + 0.05);
    }),
  );
});

it("a median never leaves its axis, whatever was reported", () => {
  const months = fc.double({ min: 0.1, max: 200, noNaN: true });
  const reported = fc.record({
    months,
    interval: fc.option(fc.tuple(months, fc.option(months))),
    followUpMonths: fc.option(months),
  });
  const outcomes = fc.constantFrom("pfs-12", "os-12", "dor-12");
  fc.assert(
    fc.property(reported, outcomes, (over, outcome) => {
      const ruler = makeMediansRulerView(
        row({ outcome, ...sides({ medians: [median(over)] }, {}) }),
      );
      const [line] = ruler?.medians ?? [];
      expect(ruler?.axis.at(-1)).toBe(outcome === "os-12" ? 60 : 36);
      const { bar = [], tails = [], marks = [] } = line ?? {};
      expect(marks.length).toBeGreaterThan(0);
      for (const place of [...bar, ...tails.flat(), ...marks.map(({ at }) => at)]) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(100);
      }
    }),
  );
});

it.each(dataset.outcomes.map(({ id }) => id))(
  "each drug that is drawn by itself in %s, asked alone, has its name beside its mark",
  async (outcome) => {
    const { rows } = await read<Screen>(to("/v1/screen", `outcome=${outcome}`));
    const [first] = rows;
    const drawn = Object.values(first?.sides ?? {}).flatMap((side) => side ?? []);
    const lines = drawn.flatMap((side) => [side, ...(side.other ? [side.other] : [])]);
    const isNamed = (text: string) => /[a-z]{3}/.test(text);
    const unnamed = lines.filter(({ marks, labels = [], above = "" }) => {
      const names = labels.map(({ text }) => text);
      const isByDrug = marks.some(({ kind }) => kind === "figure");
      return isByDrug && !isNamed(above) && !(names.length > 0 && names.every(isNamed));
    });
    expect(unnamed).toEqual([]);
  },
);
