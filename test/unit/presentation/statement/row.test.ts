import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Pool, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { axisOf } from "#presentation/statement/axis.ts";
import { sidesOf } from "#presentation/statement/row.ts";
import { followUpsOf } from "#presentation/statement/side.ts";
import { catalogue } from "#words/catalogue.ts";
import {
  contrast,
  headToHead,
  median,
  noContrast,
  noPool,
  notPooled,
  productPool,
  row,
  study,
} from "../../../support/answers.ts";
import { anyQuery } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { sides, viewed } from "../../../support/viewed-rows.ts";

const { screen: en, codes } = catalogue;

/** Trials of a pool, each with its count. */
const of = (...counts: (readonly [events: number, n: number])[]): Partial<Pool> => ({
  ...{ k: counts.length, trials: counts.length, of: counts.length },
  events: counts.reduce((sum, [events]) => sum + events, 0),
  n: counts.reduce((sum, [, n]) => sum + n, 0),
  studies: counts.map(([events, n], at) =>
    study({ cohort: `${at}`, events, n, estimate: events / n }),
  ),
});
const percent = (product: string) =>
  notPooled({ product, reason: { code: "no-count" }, percentPrinted: 17 });

describe("a side of a row", () => {
  const sideOf = (carT: Partial<Pool>) => viewed(row(sides(carT, {}))).sides["car-t"];

  it("has its rate, its interval, its evidence and its place on the axis", () => {
    const carT = { estimate: 0.9214, interval: [0.8211, 0.9706] as const, trials: 7, of: 9, k: 7 };
    expect(sideOf(carT)).toEqual({
      product: null,
      evidenceOf: null,
      rate: "92",
      range: "(82–97)",
      evidence: "7 of 9 trials",
      cell: { number: "92", under: "82–97" },
      at: [82.1, 92.1, 97.1],
    });
  });

  const two = of([19, 20], [176, 208]);
  const three = of([35, 100], [1, 20], [12, 100]);
  const one = { products: [productPool("a-cel")] };
  const both = { products: [productPool("a-cel"), productPool("b-cel")] };
  const beside = {
    ...({ regimen: "combination", k: 1, trials: 1, products: ["c-cel"], studies: [] } as const),
    ...({ events: 9, n: 10, estimate: 0.9, interval: [0.7, 1] } as const),
  };

  it.each<[string, Partial<Pool>, string]>([
    ["the count of one trial", of([94, 97]), "94 of 97 in one trial"],
    [
      "of how many, where others print none",
      { ...of([94, 97]), of: 5 },
      "94 of 97 in 1 of 5 trials",
    ],
    ["the counts of two", { ...two, ...both }, "19 of 20, 176 of 208"],
    [
      "the counts of two products, each named",
      {
        ...two,
        studies: [
          study({ product: "a-cel", events: 9, n: 117 }),
          study({ product: "b-cel", events: 5, n: 165 }),
        ],
      },
      "a-cel 9 of 117, b-cel 5 of 165",
    ],
    ["their sum first, of one product", { ...two, ...one }, "195 of 228: 19 of 20, 176 of 208"],
    ["the range of three", { ...three, ...both }, "5–35 in 3 trials"],
    ["the range of three of one product", { ...three, ...one, of: 5 }, "5–35 in 3 of 5 trials"],
    [
      "how many trials, without a count",
      { ...of([94, 97]), studies: [study({ events: null })] },
      "one trial",
    ],
    ["that events are few", of([4, 90], [0, 80]), `4 of 90, 0 of 80; ${en.evidence.few(4)}`],
    ["no such thing of one trial", of([4, 90]), "4 of 90 in one trial"],
    ["nor of five events", of([5, 90], [0, 80]), "5 of 90, 0 of 80"],
    [
      "and no medians beside a number",
      { ...of([94, 97]), medians: [median()] },
      "94 of 97 in one trial",
    ],
    [
      "then the other kind of regimen, and what is printed without a count",
      { ...of([94, 97]), beside, notPooled: [percent("c"), notPooled({ product: "d" })] },
      `94 of 97 in one trial; c-cel in combination 90 (70–100) · ${en.trials("trial", 1, 10)}; c ${codes.shown.unpooled(17)}`,
    ],
  ])("has in its evidence %s", (_, carT, evidence) => {
    expect(sideOf(carT).evidence).toBe(evidence);
  });

  it("has before its evidence whose counts these are, unless they are named", () => {
    const missing = ["c-cel"];
    const named = [
      study({ product: "a-cel", events: 9, n: 117 }),
      study({ product: "b-cel", events: 5, n: 165 }),
    ];
    expect(sideOf({ ...two, ...one, missing }).evidenceOf).toBe("a-cel");
    expect(sideOf({ ...two, ...both, missing, studies: named })).toMatchObject({
      product: "a-cel, b-cel",
      evidenceOf: null,
    });
  });

  it("is read apart from the row above where it rests on other trials", () => {
    const note = { code: "other-trials", group: "bsab", above: "x", label: "X" } as const;
    const { sides: said } = viewed(row({ ...sides({}, {}), notes: [note] }));
    expect([said["car-t"].chain, said.bsab.chain]).toEqual([
      undefined,
      expect.stringContaining("“X”"),
    ]);
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

  it("has nothing where nothing is printed", () => {
    expect(lacking({})).toEqual({
      ...{
        product: null,
        evidenceOf: null,
        rate: null,
        range: null,
        evidence: "",
        chain: undefined,
        at: null,
      },
      cell: null,
    });
  });

  const trials = (...rates: [string, number][]): Partial<Pool> => ({
    ...{ status: "by-trial", k: rates.length },
    studies: rates.map(([product, rate]) => survival(product, rate)),
  });

  it.each<[string, Partial<Pool>, string, string]>([
    ["one trial, with its product", trials(["a-cel", 0.77]), "77", "a-cel"],
    ["two of one product", trials(["a-cel", 0.77], ["a-cel", 0.6]), "60–77", "a-cel"],
    ["of two products", trials(["a-cel", 0.77], ["b-cel", 0.6]), "60–77", en.cell.byProduct],
    [
      "a printed percentage before the broader outcome",
      { broader, notPooled: [percent("c")] },
      "17",
      "c",
    ],
    ["the broader outcome, called so", { broader }, "21", en.cell.broader],
    [
      "a part of the outcome as a lower bound, with its product",
      { narrower: [part("death-infection", "Death from infection", ["b-cel", 20, 165])] },
      "≥ 12",
      "b-cel",
    ],
    ["lower bounds of two products", { narrower }, "≥ 12–22", en.cell.byProduct],
    [
      "a lower bound rounded down",
      { narrower: [part("death-infection", "Death from infection", ["b-cel", 13, 283])] },
      "≥ 4",
      "b-cel",
    ],
    ["a printed percentage before a part", { narrower, notPooled: [percent("c")] }, "17", "c"],
  ])("has in its column %s", (_, pool, number, under) => {
    expect(lacking(pool).cell).toEqual({ number, under });
  });

  it.each<[string, Partial<Pool>, string]>([
    [
      "the survival of each trial",
      { status: "by-trial", k: 2, studies: [survival("a-cel", 0.77), survival("b-cel", 0.55)] },
      "a-cel 77 (67–87); b-cel 55 (45–65)",
    ],
    [
      "the largest part of the outcome in each product's largest trial",
      { narrower },
      en.named.ofOutcome("death from infection", "b-cel 20 of 165, a-cel 9 of 40"),
    ],
    [
      "another outcome, named",
      { broader },
      en.named.ofOutcome(en.named.broaderOutcome, "a-cel 20 of 97"),
    ],
    [
      "a percentage without a count",
      { notPooled: [percent("c")] },
      `c ${codes.shown.unpooled(17)}`,
    ],
    ["medians", { medians: [median()] }, en.medians([median()])],
    [
      "medians only then",
      { medians: [median()], notPooled: [percent("c")] },
      "c 17 % printed, no count",
    ],
  ])("has in its place %s", (_, over, evidence) => {
    expect(lacking(over)).toMatchObject({ evidence, rate: null, range: null, at: null });
  });
});

describe("a row", () => {
  it("has the fitted difference, which need not be what the two rates subtract to", () => {
    const contrasts = [contrast({ differencePer100: 24.8, differenceInterval: [13, 34] })];
    const one = viewed(row({ ...sides({ estimate: 0.926 }, { estimate: 0.664 }), contrasts }));
    expect([one.sides["car-t"].rate, one.sides.bsab.rate]).toEqual(["93", "66"]);
    expect(one.difference).toMatchObject({ amount: "25 more", range: "13 to 34" });
    expect(one.missing).toBe("");
  });

  it("has its difference bold only if it is firm", () => {
    const firmOf = (firm: boolean) => viewed(row({ contrasts: [contrast({ firm })] })).difference;
    expect([firmOf(true)?.firm, firmOf(false)?.firm]).toEqual([true, undefined]);
  });

  it("without a difference says why, beside both numbers", () => {
    const single = { ...noContrast, status: "one-trial" } as const;
    const one = viewed(row({ ...sides(of([19, 20]), {}), contrasts: [single] }));
    expect(one).toMatchObject({ difference: null, missing: "one CAR-T trial" });
    expect([one.sides["car-t"].rate, one.sides.bsab.rate]).toEqual(["50", "50"]);
  });

  it("is of a benefit, of a harm, or of reaching treatment", () => {
    expect(viewed(row()).section).toBe("benefit");
    expect(viewed(row({ appliesTo: ["car-t"] })).section).toBe("access");
    expect(viewed(row({ direction: "harm", appliesTo: ["car-t"] })).section).toBe("harm");
  });

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

  it("holds every number drawn on it, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const answer = screenAnswer(query, dataset);
        for (const one of answer.outcomes) {
          const stated = sidesOf(one, answer, catalogue);
          for (const at of groups.flatMap((group) =>
            stated[group].at ? [stated[group].at] : [],
          )) {
            expect([0, ...at, axisOf(one)]).toEqual([0, ...at, axisOf(one)].sort((a, b) => a - b));
          }
        }
      }),
      { numRuns: runs(40) },
    );
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
