/**
 * Rows: nothing that is drawn leaves its axis, names lie on nothing, and no ratio of deaths stands without its
 * crossover.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import {
  type ComparisonRow,
  selectComparisonTables,
  selectTablesOfAskedProductsElseClass,
} from "#core/others/adjusted-comparisons.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { comparisons } from "#data/generated/collections.ts";
import { makeAnalysesView } from "#presentation/row/analyses-view.ts";
import {
  describeComparisonResult,
  makeComparisonStatement,
} from "#presentation/row/head-to-head.ts";
import { type PlacedLabel, placeLabelsShortenedIfNeeded } from "#presentation/row/labels.ts";
import { makeMediansRulerView } from "#presentation/row/medians-view.ts";
import { labelGap } from "#presentation/svg/geometry.ts";
import { measureTextWidth } from "#presentation/svg/text.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { unreported } from "#presentation/words/names.ts";
import { analysis, contrast, median, row, study } from "../../../support/answers.ts";
import { read, to } from "../../../support/in-process.ts";
import { rowViewOf, sides } from "../../../support/viewed-rows.ts";

it("the axis of analyses holds every bar, with 0 inside", () => {
  const end = fc.double({ min: -99, max: 99, noNaN: true });
  const differences = fc.tuple(end, end).map(([a, b]) => ({
    differencePer100: (a + b) / 2,
    differenceInterval: [Math.min(a, b), Math.max(a, b)] as const,
  }));
  fc.assert(
    fc.property(differences, fc.array(differences, { maxLength: 4 }), (difference, variants) => {
      const analyses = variants.map((over) => analysis("dose", over));
      const view = makeAnalysesView(row({ contrasts: [contrast({ ...difference, analyses })] }));
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

type Span = readonly [lower: number, upper: number];

/** Holds the lengths of the axis in pixels, on a phone of 390 pixels and on one of 320. */
const [usual, least] = [234, 164];
/** Holds the pixels from the end of the axis to the numbers: its padding and a gap. */
const beforeNumbers = 8 + 12;

/** Returns the part of an axis that a name covers, in percent; `axis` is the length in pixels. */
function spanOf({ text, at, anchor }: PlacedLabel, axis: number): Span {
  const width = (100 * measureTextWidth(text, { size: 14 })) / axis;
  const gap = (100 * labelGap) / axis;
  if (anchor === undefined) return [0, width];
  return anchor === "start" ? [at + gap, at + gap + width] : [at - gap - width, at - gap];
}

describe("of any marks and bars", () => {
  const place = fc.double({ min: 0, max: 100, noNaN: true });
  const span = fc.tuple(place, place).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
  const name = fc.constantFrom(
    ...["CAR-T", "Bispecific", "ide-cel", "cilta-cel", "teclistamab", "linvoseltamab"],
    ...["teclistamab in combination", "ide-cel, any neurotoxicity", "22 of 24 drugs"],
  );
  const label = fc.record({ text: name, along: span, isFirst: fc.boolean() });
  const toPlace = fc
    .record({
      coveredSpans: fc.array(span, { maxLength: 3 }),
      labels: fc.uniqueArray(label, { maxLength: 4, selector: ({ text }) => text }),
    })
    // The interval that a name belongs to is drawn, so its place is taken.
    .map(({ coveredSpans, labels }) => ({
      coveredSpans: [...coveredSpans, ...labels.map(({ along }) => along)],
      labels,
    }));

  /** Places are told to a tenth. */
  const rounding = 0.11;

  it.each([usual, least])(
    "no name lies on a bar, a mark or another name, and none runs into the numbers beside an axis of %d pixels",
    (axis) => {
      fc.assert(
        fc.property(toPlace, ({ coveredSpans, labels }) => {
          const spans = (
            placeLabelsShortenedIfNeeded({ coveredSpans: coveredSpans, labels }).labels ?? []
          )
            .filter(({ isWide }) => axis === usual || !isWide)
            .map((placed) => spanOf(placed, axis));
          spans.forEach(([lower, upper], index) => {
            expect(lower).toBeGreaterThanOrEqual(-rounding);
            expect(upper).toBeLessThanOrEqual(100 + (100 * beforeNumbers) / axis);
            for (const [from, to] of [...coveredSpans, ...spans.slice(0, index)]) {
              expect(upper <= from + rounding || lower >= to - rounding).toBe(true);
            }
          });
        }),
      );
    },
  );

  it.each([false, true])("every name stands, on every phone once (no number: %s)", (isAlone) => {
    fc.assert(
      fc.property(toPlace, (made) => {
        const { labels: placed = [], above = "" } = placeLabelsShortenedIfNeeded({
          ...made,
          isAlone,
        });
        for (const { text } of made.labels) {
          const isAlong = placed.some((label) => label.text === text);
          expect(above.split("; ").includes(text)).toBe(!isAlong);
        }
      }),
    );
  });
});

describe("the ratio of deaths of a randomised trial with a reported crossover", () => {
  const tables = selectComparisonTables(comparisons, { kind: "randomised" });
  const crossed = tables.filter(({ crossover }) => crossover.length > 0);
  const isOfDeaths = ({ outcome, effect }: ComparisonRow) => outcome === "os" && effect !== null;

  it("says it in the same sentence, and no other ratio or line does", () => {
    expect(crossed.length).toBeGreaterThan(0);
    for (const table of tables) {
      const lines = makeComparisonStatement(table).results.filter((text) =>
        /crossover|given the product after all/.test(text),
      );
      const ratios = crossed.includes(table) ? table.rows.filter(isOfDeaths) : [];
      expect(lines).toHaveLength(ratios.length);
      for (const row of table.rows) {
        const isCrossed = crossed.includes(table) && isOfDeaths(row);
        const says = /\d\.\d+ \([^)]+\) with crossover from [^;]+ in \d+ %/;
        const text = describeComparisonResult(row, table);
        expect(isCrossed ? says.test(text) : text.includes("with crossover"), text).toBe(isCrossed);
      }
    }
  });

  it.each(["os-12", "nrm", "pfs-12"])(
    "says it once under %s, for any product, with its source",
    (id) => {
      const under = selectComparisonTables(comparisons, { kind: "randomised", row: id });
      for (const { study, rows, crossover } of crossed) {
        const [product = ""] = rows.flatMap(({ of }) => of.products);
        const tablesOf = selectTablesOfAskedProductsElseClass(under, {
          ...defaultQuery,
          product: [product],
        });
        const table = tablesOf.find((relevant) => relevant.study.id === study.id);
        if (!table) throw new Error(`${study.id} is not under ${id}.`);
        const { results, sources } = makeComparisonStatement(table);
        expect(results.join().split("rossover").length - 1).toBe(rows.filter(isOfDeaths).length);
        expect(sources.map(({ citation }) => citation)).toContain(crossover[0]?.source?.citation);
      }
    },
  );
});

describe("a row of deaths", () => {
  const ofDeaths = { group: "survival", direction: "harm" } as const;
  const trial = (label: string, events: number, n: number, followUpMonths: number | null) =>
    study({ label, trial: label, events, n, followUpMonths });
  const alone = { missing: ["followed"] } as const;

  it("has the months beside the count of each trial, in the order of their ticks", () => {
    const studies = [trial("a", 9, 48, 18), trial("b", 9, 128, 13.3), trial("c", 1, 97, null)];
    const { carried } = rowViewOf(row({ ...ofDeaths, ...sides({ studies }, {}) }), alone);
    expect(carried).toBe(
      `CAR-T: 1 of 97 (follow-up ${unreported}), 9 of 128 at 13.3 months, 9 of 48 at 18.`,
    );
  });

  it("has none for a single trial, nor has another row", () => {
    const one = sides({ studies: [trial("a", 9, 48, 18)] }, {});
    expect(rowViewOf(row({ ...ofDeaths, ...one }), alone).carried).toBeUndefined();
    const two = sides({ studies: [trial("a", 9, 48, 18), trial("b", 9, 128, 13.3)] }, {});
    expect(rowViewOf(row(two), alone).carried).toBeUndefined();
  });
});
