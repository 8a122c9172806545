import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { headToHeadOf } from "#core/others/head-to-head.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import { comparisons } from "#data/generated/collections.ts";
import type { ComparisonFigure, ComparisonStudy, Side } from "#data/schema.ts";

const side = (id: string, therapyClass: Side["therapyClass"], over: Partial<Side> = {}): Side => ({
  id,
  label: id,
  what: "class",
  therapyClass,
  products: [],
  after: null,
  cohorts: [],
  n: 100,
  effectiveSampleSize: null,
  ...over,
});
const sides = [side("car-t", "car-t"), side("bsab", "bsab")];

type Effect = NonNullable<ComparisonFigure["effect"]>;

function figure(over: Partial<ComparisonFigure>, effect: Partial<Effect> = {}): ComparisonFigure {
  return {
    of: "car-t",
    against: "bsab",
    outcome: "death",
    definition: null,
    events: null,
    n: null,
    percentPrinted: null,
    medianMonths: null,
    interval: null,
    derived: false,
    derivedRange: null,
    p: null,
    oddity: null,
    note: null,
    source: 0,
    locator: "abstract",
    favours: null,
    k: null,
    effect: {
      measure: "hazard-ratio",
      value: 0.5,
      interval: [0.4, 0.6],
      moreEventsAbove: "of",
      ...effect,
    },
    ...over,
  };
}

const [source] = comparisons[0]?.sources ?? [];
if (!source) throw new Error("no study has a source");

const study = (
  id: string,
  figures: readonly ComparisonFigure[] = [figure({})],
  over: Partial<ComparisonStudy> = {},
): ComparisonStudy => ({
  id,
  label: id,
  kind: "propensity-matched",
  method: null,
  sides,
  sources: [{ ...source, tier: 1 }],
  figures: [...figures],
  notes: null,
  ...over,
});

const found = (row: string, studies: readonly ComparisonStudy[], over: Partial<Query> = {}) =>
  headToHeadOf(row, { ...defaultQuery, ...over }, studies, dataset);

describe("CAR-T against bispecifics in one study", () => {
  it("is a range over the analyses that counted the same in the same way, never a mean", () => {
    const studies = [
      study("a"),
      study("b", [figure({ outcome: "death-5-years" }, { value: 0.62, interval: [0.38, 0.99] })]),
      study("c", [figure({}, { value: 0.7, interval: [0.4, 1.2] })]),
      study("d", [figure({}, { measure: "odds-ratio", value: 0.3, interval: null })]),
    ];
    expect(found("os-12", studies)).toMatchObject([
      { event: "death", measure: "hazard-ratio", lowest: 0.5, highest: 0.7, interval: null },
      { event: "death", measure: "odds-ratio", lowest: 0.3, highest: 0.3, clear: 0 },
    ]);
    expect(found("os-12", studies)[0]).toMatchObject({ studies: ["a", "b", "c"], clear: 2 });
  });

  it("has its interval if it is the only one, and its first definition if there are several", () => {
    const both = [figure({}, { value: 0.5 }), figure({}, { value: 0.9 })];
    expect(found("os-12", [study("a", both)])).toMatchObject([
      { lowest: 0.5, highest: 0.5, interval: [0.4, 0.6], studies: ["a"] },
    ]);
  });

  it("stands first where patients were drawn by lot", () => {
    const lot = study("lot", undefined, { kind: "randomised" });
    expect(found("os-12", [study("a"), study("b"), lot]).map(({ design }) => design)).toEqual([
      "randomised",
      "matched",
    ]);
  });

  it("says how many share the patients of a network", () => {
    const of = (id: string, network?: string) => study(id, undefined, network ? { network } : {});
    expect(found("os-12", [of("a", "X"), of("b", "X"), of("c")])[0]?.sharing).toBe(2);
    expect(found("os-12", [of("a", "X"), of("b", "Y")])[0]?.sharing).toBe(0);
  });

  it("stands in the row of its outcome, of its survival, and of deaths", () => {
    const of = (outcome: string) => [study("a", [figure({ outcome })])];
    expect(found("icans", of("icans"))).toMatchObject([{ label: "ICANS" }]);
    expect(found("icans-3", of("icans"))).toEqual([]);
    expect(found("pfs-12", of("pfs"))).toHaveLength(1);
    expect(found("pfs-12", of("ttnt"))).toEqual([]);
    expect(found("orr", of("remission-coded"))).toEqual([]);
    expect(found("crs", of("icans"))).toEqual([]);
  });

  it.each<[string, ComparisonStudy]>([
    ["patients neither drawn nor matched", study("a", undefined, { kind: "unadjusted" })],
    ["other diseases, too", study("a", undefined, { disease: "mixed" })],
    ["an unreviewed source", study("a", undefined, { sources: [{ ...source, tier: 4 }] })],
    [
      "a sequence",
      study("a", undefined, {
        sides: [side("car-t", "car-t", { after: "bsab" }), side("bsab", "bsab")],
      }),
    ],
    [
      "one class",
      study("a", undefined, { sides: [side("car-t", "car-t"), side("bsab", "car-t")] }),
    ],
    ["a difference only", study("a", [figure({}, { measure: "risk-difference" })])],
  ])("is left out of %s", (_, one) => {
    expect(found("os-12", [one])).toEqual([]);
  });

  it.each<[string, Partial<Query>]>([
    ["earlier lines", { lines: "1" }],
    ["two lines", { lines: "2" }],
    ["patients after BCMA therapy", { priorBcma: ["selected"] }],
    ["combinations", { regimen: "combination" }],
    ["another target", { target: ["gprc5d"] }],
    ["one class", { therapyClass: "car-t" }],
    ["products side by side", { compare: "product" }],
    ["a product that no side names", { product: ["cilta-cel"] }],
  ])("is left out of a question about %s", (_, over) => {
    expect(found("os-12", [study("a")], over)).toEqual([]);
  });

  it("is there for products where the side of their class holds only those", () => {
    const named = [
      side("car-t", "car-t", { products: ["ide-cel", "cilta-cel"] }),
      side("bsab", "bsab", { products: ["teclistamab"] }),
    ];
    const asked = (product: string[]) =>
      found("os-12", [study("a", undefined, { sides: named })], { product });
    expect(asked(["ide-cel", "cilta-cel", "teclistamab"])).toHaveLength(1);
    expect(asked(["teclistamab"])).toHaveLength(1);
    expect(asked(["ide-cel", "teclistamab"])).toEqual([]);
    expect(asked(["elranatamab"])).toEqual([]);
  });
});

describe("of the data", () => {
  it("every matched ratio between the classes is printed in the direction of CAR-T", () => {
    const reversed = comparisons
      .filter(({ kind }) => kind === "propensity-matched" || kind === "randomised")
      .flatMap(({ sides: own, figures }) =>
        figures.filter(({ of, against, effect }) => {
          const classOf = (id: string | null) => own.find((one) => one.id === id)?.therapyClass;
          const isRatio = effect !== null && effect.measure !== "risk-difference";
          const isBetween = classOf(of) === "bsab" && classOf(against) === "car-t";
          const isOfOther = classOf(of) === "car-t" && effect?.moreEventsAbove === "against";
          return isRatio && (isBetween || (isOfOther && classOf(against) === "bsab"));
        }),
      );
    expect(reversed).toEqual([]);
  });
});
