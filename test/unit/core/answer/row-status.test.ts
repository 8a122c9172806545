/** Tests how sure a row is, as one code for every surface. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis, Contrast, Row, RowStatus } from "#core/answer/answer.ts";
import { analysisNames } from "#core/answer/difference-codes.ts";
import { judgeRowStatus } from "#core/answer/row-status.ts";
import {
  analysis,
  contrast,
  noContrast,
  noPool,
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
  const withoutBoth = eight({ apheresed: impossible, product: impossible });
  const withoutEach = eight({ product: { made: 4, total: 5 } });

  it.each<[string, readonly Analysis[], readonly [number, number], RowStatus["limit"], number]>([
    ["three analyses made", three, [3, 3], "few-analyses", 3],
    ["none made", eight().map((a) => ({ ...a, ...impossible })), [3, 3], "few-analyses", 0],
    ["two trials of CAR-T", eight(), [2, 3], "two-trials", 8],
    ["two trials of bispecifics", eight(), [3, 2], "two-trials", 8],
    ["a response over all apheresed not found", withoutApheresed, [3, 3], "apheresed-not-found", 7],
    ["one product could not be left out", withoutEach, [3, 3], "not-each-drug", 8],
    ["no product could be left out", eight({ product: impossible }), [3, 3], "not-each-drug", 7],
    ["first few analyses, then two trials", three, [2, 2], "few-analyses", 3],
    ["first two trials, then all apheresed", withoutApheresed, [2, 2], "two-trials", 7],
    ["first all apheresed, then products", withoutBoth, [3, 3], "apheresed-not-found", 6],
  ])("%s", (_, analyses, trials, limit, made) => {
    expect(analysed(analyses, {}, trials)).toEqual(limited(limit, made));
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
  const left = (differencePer100: number | null) => ({ ...lost, differencePer100 });
  const fewer = { differencePer100: -20, differenceInterval: [-35, -5] } as const;

  it.each<[string, Changes, Partial<Contrast>, Analysis["analysis"]]>([
    [
      "all apheresed whenever it loses",
      { apheresed: left(15), product: left(2), model: left(-1) },
      {},
      "apheresed",
    ],
    [
      "else what leaves least",
      { place: left(9), product: left(7), papers: left(8) },
      {},
      "product",
    ],
    ["what is nearest to 0 from below", { place: left(-9), product: left(-7) }, fewer, "product"],
    ["what is beyond 0", { place: left(3), product: left(-7) }, fewer, "place"],
    ["a number before none", { place: left(null), dose: left(19) }, {}, "dose"],
  ])("%s", (_, changes, over, reason) => {
    expect(analysed(eight(changes), over)?.reason?.analysis).toBe(reason);
  });
});

it.each([
  [-5, 12],
  [0, 12],
] as const)("is unclear where 0 lies within, or ends it: %i to %i", (low, high) => {
  expect(analysed([], { differenceInterval: [low, high] })).toEqual({ ...none, code: "unclear" });
});

it("a difference without an interval, because that of the odds ratio disagrees, is not compared", () => {
  const contrasts = [contrast({ differencePer100: 20, differenceInterval: null })];
  expect(status({ contrasts })).toEqual({
    ...{ ...none, code: "not-compared", obstacle: "intervals-disagree" },
  });
});

it("a row is of one class where only one was asked for or has a trial", () => {
  const ofCarT = { pools: { "car-t": pool(), bsab: noPool }, contrasts: [noContrast] };
  expect(status(ofCarT, ["car-t"])?.code).toBe("one-class");
  expect(status({ ...ofCarT, appliesTo: ["bsab"] }, ["car-t"])?.code).toBe("not-for");
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
