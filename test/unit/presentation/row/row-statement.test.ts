import { describe, expect, it } from "vitest";
import type { Pool, Row } from "#core/answer/answer.ts";
import { axisOf } from "#presentation/row/axis-of.ts";
import { followUpsOf } from "#presentation/row/figures.ts";
import { shown } from "#presentation/words/product-numbers.ts";
import { screen } from "#presentation/words/screen.ts";
import {
  headToHead,
  median,
  monthOfTrial,
  noPool,
  notPooled,
  percentageAlone,
  row,
  study,
} from "../../../support/answers.ts";
import { sides, viewed } from "../../../support/viewed-rows.ts";

const percent = (product: string) => percentageAlone({ product });

describe("a side of a row", () => {
  const sideOf = (carT: Partial<Pool>) => viewed(row(sides(carT, {}))).sides["car-t"];

  it("has the other kind of regimen beside its own number, and what is printed without a count", () => {
    const beside = {
      ...({ regimen: "combination", k: 1, trials: 1, products: ["c-cel"], studies: [] } as const),
      ...({ events: 9, n: 10, estimate: 0.9, interval: [0.7, 1] } as const),
    };
    const studies = [study({ events: 94, n: 97 })];
    const own = { k: 1, trials: 1, of: 1, events: 94, n: 97, studies };
    expect(sideOf({ ...own, beside, notPooled: [percent("c")] }).evidence).toBe(
      `94 of 97 in one trial; c-cel in combination 90 (70–100) · ${screen.trials("trial", 1, 10)}; c ${shown.unpooled(17)}`,
    );
  });
});

describe("a side without a number", () => {
  const lacking = (over: Partial<Pool>) =>
    viewed(row(sides({}, { ...noPool, ...over }))).sides.bsab;
  const survival = (product: string, estimate: number) =>
    study({ product, events: null, estimate, interval: [estimate - 0.1, estimate + 0.1] });
  const broader = [study({ product: "a-cel", events: 20, n: 97, estimate: 20 / 97 })];
  const part = (outcome: string, label: string, ...counted: [string, number, number][]) => ({
    ...{ outcome, label },
    studies: counted.map(([product, events, n]) =>
      study({ product, events, n, estimate: events / n, printed: outcome }),
    ),
  });
  // Of each product its largest trial speaks, by the part that most of its patients had.
  const narrower = [
    part("treatment-related-death", "Treatment-related death", ["b-cel", 5, 165]),
    part("death-infection", "Death from infection", ["a-cel", 9, 40], ["b-cel", 20, 165]),
  ];

  const trials = (...rates: [string, number][]): Partial<Pool> => ({
    ...{ status: "by-trial", k: rates.length },
    studies: rates.map(([product, rate]) => survival(product, rate)),
  });

  const monthOf = (product: string, kind: Month["kind"], survival: number | null) =>
    monthOfTrial({ cohort: product, label: product, product, trial: product, kind, survival });

  it.each<[string, Partial<Pool>, string, string]>([
    ["one trial, with its product", trials(["a-cel", 0.77]), "77", "a-cel"],
    ["two of one product", trials(["a-cel", 0.77], ["a-cel", 0.6]), "60–77", "a-cel"],
    ["of two products", trials(["a-cel", 0.77], ["b-cel", 0.6]), "60–77", screen.cell.byProduct],
    [
      "a printed percentage and the broader outcome of another product, each named",
      { broader, notPooled: [percent("c")] },
      "17 or 21",
      `c; ${screen.cell.broader}: a-cel`,
    ],
    [
      "a printed percentage before the broader outcome of its product",
      { broader, notPooled: [percent("a-cel")] },
      "17",
      "a-cel",
    ],
    ["the broader outcome, called so", { broader }, "21", screen.cell.broader],
    [
      "a part of the outcome as a lower bound, with its product",
      { narrower: [part("death-infection", "Death from infection", ["b-cel", 20, 165])] },
      "≥ 12",
      "death from infection: b-cel",
    ],
    [
      "lower bounds of two products, each by its name",
      { narrower },
      "≥ 22 or ≥ 12",
      "death from infection: a-cel or b-cel",
    ],
    [
      "a lower bound rounded down",
      { narrower: [part("death-infection", "Death from infection", ["b-cel", 13, 283])] },
      "≥ 4",
      "death from infection: b-cel",
    ],
    [
      "a bound by the median beside a number, the highest first and each by its name",
      {
        ...trials(["a-cel", 0.77]),
        months: [monthOf("a-cel", "printed", 0.77), monthOf("b-cel", "below-half", null)],
      },
      "77 or <50",
      "a-cel or b-cel",
    ],
    [
      "bounds of three products: the two ends",
      {
        ...noPool,
        months: [
          monthOf("a-cel", "at-least", 0.7),
          monthOf("b-cel", "about-half", null),
          monthOf("c-cel", "above-half", null),
        ],
      },
      "≥ 70 or ≈50",
      "a-cel or b-cel",
    ],
    [
      "a printed percentage before a part of its product",
      { narrower: narrower.slice(0, 1), notPooled: [percent("b-cel")] },
      "17",
      "b-cel",
    ],
    [
      "a printed percentage and a part of another product, which is a lower bound",
      { narrower: narrower.slice(0, 1), notPooled: [percent("c")] },
      "17 or ≥ 3",
      "c; treatment-related death: b-cel",
    ],
  ])("has in its column %s", (_, pool, number, under) => {
    expect(lacking(pool).cell).toMatchObject({ number, under });
  });

  it("says in a narrow column what counts otherwise, and of whom the outcome itself is known", () => {
    const inColumn = (over: Partial<Pool>) => lacking(over).cell?.inColumn;
    expect(inColumn({ broader, notPooled: [percent("c")] })).toBe(`c or ${screen.cell.broader}`);
    const notPooled = [percent("c"), percent("d")];
    expect(inColumn({ broader, notPooled })).toBe(
      `${screen.cell.byProduct} or ${screen.cell.broader}`,
    );
  });
});

type Month = NonNullable<Pool["months"]>[number];

describe("a row", () => {
  it("is without any number only where no product, median or matched patient has one", () => {
    const silent = { notPooled: [notPooled()] };
    const held = { notPooled: [notPooled({ reason: { code: "unreviewed" } })] };
    const numberless = (carT: Partial<Pool>, over: Partial<Row> = {}) =>
      viewed(row({ ...sides({ ...noPool, ...carT }, null), ...over })).numberless;
    expect(numberless(silent)).toBe("silent");
    expect(numberless(held)).toBe("unpooled");
    expect(numberless({ ...silent, medians: [median()] })).toBeUndefined();
    expect(numberless(silent, { headToHead: [headToHead()] })).toBeUndefined();
    expect(viewed(row(sides({}, null))).numberless).toBeUndefined();
  });
});

describe("the axis", () => {
  const ends = (direction: Row["direction"], carT: number, bsab: number | null) =>
    axisOf(
      row({
        direction,
        ...sides({ interval: [0, carT] }, bsab === null ? null : { interval: [0, bsab] }),
      }),
    );

  it.each([
    ["harm", 0.2, 0.1, 20],
    ["harm", 0.2001, 0.1, 100],
    ["harm", 0.1, 0.5, 100],
    ["harm", 0.1, null, 20],
    ["benefit", 0.1, 0.1, 100],
  ] as const)("of a %s with intervals up to %d and %s ends at %d", (direction, a, b, axis) => {
    expect(ends(direction, a, b)).toBe(axis);
  });

  it("ends at 100 when there is nothing to draw", () => {
    expect(axisOf(row({ direction: "harm", ...sides(null, null) }))).toBe(100);
  });
});

describe("follow-up", () => {
  const months = (carT: Partial<Pool> | null, bsab: Partial<Pool> | null, timeDependent = true) =>
    followUpsOf(row({ timeDependent, ...sides(carT, bsab) }));
  const followUp = (value: number | null) => ({ followUp: { months: value, unknownShare: 0 } });

  it("is in whole months, CAR-T first, also where one is not known", () => {
    expect(months(followUp(12.4), followUp(21.6))).toEqual([12, 22]);
    expect(months(followUp(null), followUp(9))).toEqual([null, 9]);
    expect(months({ followUp: null }, followUp(9))).toEqual([null, 9]);
  });

  it("is not said where time does not matter, or with one class", () => {
    expect(months(followUp(12), followUp(12), false)).toBeNull();
    expect(months(followUp(12), null)).toBeNull();
  });
});
