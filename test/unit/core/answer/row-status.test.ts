/** Tests how sure a row is, as one code for every surface. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis, Contrast, Row, RowStatus } from "#core/answer/answer.ts";
import { analysisNames } from "#core/answer/difference-codes.ts";
import { judgeRowStatus } from "#core/answer/row-status.ts";
import {
  analysis,
  contrast,
  median,
  noContrast,
  noPool,
  notPooled,
  pool,
  row,
  study,
} from "../../../support/answers.ts";

type Group = "car-t" | "bsab";

const status = (over: Partial<Row>, groups: readonly Group[] = ["car-t", "bsab"]) =>
  judgeRowStatus(row(over), {
    query: { compare: "therapy-class" },
    selection: { included: groups.map((group) => ({ group })) },
  });

/** Returns a class of so many trials. */
const trialsOf = (count: number) =>
  pool({
    k: count,
    studies: Array.from({ length: count }, (_, at) => study({ cohort: `${at}`, trial: `${at}` })),
  });
const analysed = (
  analyses: readonly Analysis[],
  over: Partial<Contrast> = {},
  [carT, bsab]: readonly [number, number] = [3, 3],
) =>
  status({
    pools: { "car-t": trialsOf(carT), bsab: trialsOf(bsab) },
    contrasts: [contrast({ differencePer100: 20, differenceInterval: [5, 35], ...over, analyses })],
  });

type Changes = Partial<Record<Analysis["analysis"], Partial<Analysis>>>;
const lost = { status: "loses" } as const;
const impossible = { status: "cannot-be-made" } as const;
const same = { status: "same" } as const;

/** Returns all eight analyses; each keeps the difference unless it is changed. */
const eight = (changes: Changes = {}) =>
  analysisNames.map((name) =>
    analysis(name, { ...(name === "product" && { made: 5, total: 5 }), ...changes[name] }),
  );
const of = (names: readonly Analysis["analysis"][], changes: Changes = {}) =>
  eight(changes).filter((candidate) => names.includes(candidate.analysis));

const none = { keeps: null, made: null, reason: null, limit: null, obstacle: null };

describe("a difference is consistent", () => {
  const consistent = (keeps: number) => ({ ...none, code: "consistent", keeps, made: keeps });

  it.each<[string, readonly Analysis[], number]>([
    ["if all eight analyses keep it", eight(), 8],
    ["if four of a harm keep it", of(["place", "product", "trial", "model"]), 4],
    ["whatever changes no figure", eight({ place: same, dose: same, papers: same }), 5],
    [
      "whatever cannot be made, but for products and apheresed",
      eight({ "equal-age": impossible }),
      7,
    ],
  ])("%s", (_, analyses, keeps) => {
    expect(analysed(analyses)).toEqual(consistent(keeps));
  });
});

describe("a difference that every analysis keeps depends on what is missing", () => {
  const limited = (limit: RowStatus["limit"], made: number) => ({
    ...none,
    ...{ code: "depends", keeps: made, made, limit },
  });
  const three = of(["product", "trial", "model"]);
  const withoutApheresed = eight({ apheresed: impossible });
  const withoutEach = eight({ product: { made: 4, total: 5 } });

  it.each<[string, readonly Analysis[], readonly [number, number], RowStatus["limit"], number]>([
    ["three analyses made", three, [3, 3], "few-analyses", 3],
    ["none made", eight().map((a) => ({ ...a, ...impossible })), [3, 3], "few-analyses", 0],
    ["two trials of CAR-T", eight(), [2, 3], "two-trials", 8],
    ["two trials of bispecifics", eight(), [3, 2], "two-trials", 8],
    ["a response over all apheresed not found", withoutApheresed, [3, 3], "apheresed-not-found", 7],
    ["one product could not be left out", withoutEach, [3, 3], "not-each-drug", 8],
    ["no product could be left out", eight({ product: impossible }), [3, 3], "not-each-drug", 7],
  ])("%s", (_, analyses, trials, limit, made) => {
    expect(analysed(analyses, {}, trials)).toEqual(limited(limit, made));
  });

  it.each<[string, readonly Analysis[], readonly [number, number], RowStatus["limit"]]>([
    ["few analyses before two trials", three, [2, 2], "few-analyses"],
    ["two trials before all apheresed", withoutApheresed, [2, 2], "two-trials"],
    [
      "all apheresed before products",
      eight({ apheresed: impossible, product: impossible }),
      [3, 3],
      "apheresed-not-found",
    ],
  ])("says only the first: %s", (_, analyses, trials, limit) => {
    expect(analysed(analyses, {}, trials)?.limit).toBe(limit);
  });

  it("counts two cohorts of one trial as one trial", () => {
    const parts = pool({
      k: 2,
      studies: ["a", "b", "c"].map((cohort) =>
        study({ cohort, trial: cohort === "c" ? "one" : "two" }),
      ),
    });
    const contrasts = [
      contrast({ differencePer100: 20, differenceInterval: [5, 35], analyses: eight() }),
    ];
    expect(status({ pools: { "car-t": parts, bsab: trialsOf(3) }, contrasts })?.limit).toBe(
      "two-trials",
    );
  });
});

describe("a difference that an analysis loses depends on it", () => {
  const left = (differencePer100: number) => ({ ...lost, differencePer100 });
  const reasonOf = (changes: Changes, over: Partial<Contrast> = {}) =>
    analysed(eight(changes), over)?.reason?.analysis;

  it("says which, what it leaves, and how many keep it", () => {
    const product = {
      ...{ ...lost, variant: "cilta-cel", made: 4, total: 5 },
      ...{ differencePer100: 11, differenceInterval: [-18, 28] as const },
    };
    expect(analysed(eight({ product }), {}, [2, 2])).toEqual({
      ...{ code: "depends", keeps: 7, made: 8, limit: null, obstacle: null },
      reason: {
        ...{ analysis: "product", variant: "cilta-cel" },
        ...{ differencePer100: 11, differenceInterval: [-18, 28] },
      },
    });
  });

  it("is all apheresed whenever it loses", () => {
    expect(reasonOf({ apheresed: left(15), product: left(2), model: left(-1) })).toBe("apheresed");
  });

  it("is else the one that leaves the smallest difference", () => {
    expect(reasonOf({ place: left(9), product: left(7), papers: left(8) })).toBe("product");
  });

  it("is the nearest to 0, or beyond it, where fewer have the event", () => {
    const fewer = { differencePer100: -20, differenceInterval: [-35, -5] } as const;
    expect(reasonOf({ place: left(-9), product: left(-7) }, fewer)).toBe("product");
    expect(reasonOf({ place: left(3), product: left(-7) }, fewer)).toBe("place");
  });

  it("is one with a number before one without", () => {
    expect(reasonOf({ place: { ...lost, differencePer100: null }, dose: left(19) })).toBe("dose");
  });
});

it.each([
  [-5, 12],
  [0, 12],
] as const)("is unclear where 0 lies within, or ends it: %i to %i", (low, high) => {
  expect(analysed([], { differenceInterval: [low, high] })).toEqual({ ...none, code: "unclear" });
});

describe("the status of a row without a difference", () => {
  const without = (reason: Contrast["status"]) => ({
    contrasts: [{ ...noContrast, status: reason }],
  });
  const pools = (carT: Partial<Row["pools"]["car-t"]>, bsab: Partial<Row["pools"]["bsab"]>) => ({
    pools: { "car-t": { ...noPool, ...carT }, bsab: { ...noPool, ...bsab } },
    contrasts: [noContrast],
  });
  const percentage = { notPooled: [notPooled({ percentPrinted: 17 })] };

  it.each<[string, Partial<Row>, RowStatus["code"], RowStatus["obstacle"]]>([
    ["one trial", without("one-trial"), "not-compared", "one-trial"],
    ["follow-ups apart", without("follow-ups-apart"), "not-compared", "follow-ups-apart"],
    ["a class without a number", pools(pool(), percentage), "not-compared", "no-number"],
    [
      "a difference without an interval, because that of the odds ratio disagrees",
      { contrasts: [contrast({ differencePer100: 20, differenceInterval: null })] },
      "not-compared",
      "intervals-disagree",
    ],
    ["percentages only", pools(percentage, {}), "by-drug", null],
    ["medians only", pools({ medians: [median()] }, {}), "by-drug", null],
    [
      "nothing",
      pools({}, { notPooled: [notPooled({ percentPrinted: null, events: null })] }),
      "not-reported",
      null,
    ],
    [
      "another class cannot have it",
      { appliesTo: ["car-t"], contrasts: [noContrast] },
      "not-for",
      null,
    ],
  ])("%s", (_, over, code, why) => {
    expect(status(over)).toEqual({ ...none, code, obstacle: why });
  });

  it("is that of one class where only one was asked for or has a trial", () => {
    const noContrastRow = { pools: { "car-t": pool(), bsab: noPool }, contrasts: [noContrast] };
    expect(status(noContrastRow, ["car-t"])?.code).toBe("one-class");
    expect(status({ ...noContrastRow, appliesTo: ["bsab"] }, ["car-t"])?.code).toBe("not-for");
    expect(status(pools({}, {}), ["car-t"])?.code).toBe("not-reported");
  });

  it("is none between other groups", () => {
    const question = { query: { compare: "product" as const }, selection: { included: [] } };
    expect(judgeRowStatus(row(), question)).toBeNull();
  });
});

it("a difference clear of 0 never loses its count of analyses", () => {
  const statuses = fc.array(
    fc.constantFrom<Analysis["status"]>("keeps", "loses", "same", "cannot-be-made"),
    { maxLength: analysisNames.length },
  );
  fc.assert(
    fc.property(statuses, (drawn) => {
      const judged = analysed(
        drawn.map((value, at) =>
          analysis(analysisNames[at] ?? "dose", { status: value, made: 1, total: 1 }),
        ),
      );
      const keeps = drawn.filter((value) => value === "keeps").length;
      const loses = drawn.filter((value) => value === "loses").length;
      expect(judged).toMatchObject({ keeps, made: keeps + loses });
      expect(judged?.reason !== null).toBe(loses > 0);
      if (judged?.code === "consistent") expect([loses, keeps >= 4]).toEqual([0, true]);
      else expect([judged?.code, judged?.limit !== null]).toEqual(["depends", loses === 0]);
    }),
  );
});
