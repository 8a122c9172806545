/** Tests studies that set the classes against each other, and what is read of the arms of a randomised trial. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { listHeadToHeadSummaries } from "#core/others/head-to-head.ts";
import { selectRandomisedTrials } from "#core/others/randomised.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { comparisons } from "#data/generated/collections.ts";
import type { ComparisonFigure, ComparisonStudy, Side } from "#data/schema.ts";
import { approvedIn, cohort, datasetOf, landmark, product } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

const side = (id: string, therapyClass: Side["therapyClass"], over: Partial<Side> = {}): Side => ({
  ...{ id, label: id, what: "class", therapyClass, products: [], after: null, cohorts: [] },
  ...{ n: 100, effectiveSampleSize: null },
  ...over,
});
const [carT, bsab] = [side("car-t", "car-t"), side("bsab", "bsab")];

type Effect = NonNullable<ComparisonFigure["effect"]>;
const nothing = {
  ...{ definition: null, events: null, n: null, percentPrinted: null, medianMonths: null },
  ...{ interval: null, derived: false, derivedRange: null, p: null, oddity: null, note: null },
  ...{ favours: null, k: null },
};
const usual: Effect = {
  ...{ measure: "hazard-ratio", value: 0.5, interval: [0.4, 0.6], moreEventsAbove: "of" },
};

/** Makes an analysis of deaths with half the hazard after CAR-T. */
const figure = (
  effect: Partial<Effect> = {},
  over: Partial<ComparisonFigure> = {},
): ComparisonFigure => ({
  ...{ ...nothing, of: "car-t", against: "bsab", outcome: "death" },
  ...{ source: 0, locator: "abstract", effect: { ...usual, ...effect } },
  ...over,
});
const ofOutcome = (outcome: string) => [figure({}, { outcome })];

const [source] = comparisons[0]?.sources ?? [];
if (!source) throw new Error("no study has a source");

const study = (id: string, over: Partial<ComparisonStudy> = {}): ComparisonStudy => ({
  ...{ id, label: id, kind: "propensity-matched", method: null, sides: [carT, bsab] },
  ...{ sources: [{ ...source, tier: 1 }], figures: [figure()], notes: null },
  ...over,
});

const comparisonsOf = (
  row: string,
  studies: readonly ComparisonStudy[],
  over: Partial<Query> = {},
) => listHeadToHeadSummaries(row, { ...defaultQuery, ...over }, studies, dataset);

describe("CAR-T against bispecifics in one study", () => {
  it("is a range over the analyses that counted the same in the same way, never a mean", () => {
    const years = figure({ value: 0.62, interval: [0.38, 0.99] }, { outcome: "death-5-years" });
    const studies = [
      study("a"),
      study("b", { figures: [years] }),
      study("c", { figures: [figure({ value: 0.7, interval: [0.4, 1.2] })] }),
      study("d", { figures: [figure({ measure: "odds-ratio", value: 0.3, interval: null })] }),
    ];
    const event = "death";
    expect(comparisonsOf("os-12", studies)).toMatchObject([
      {
        ...{ event, measure: "hazard-ratio", lowest: 0.5, highest: 0.7, interval: null },
        ...{ studies: ["a", "b", "c"], excludingOne: 2 },
      },
      { event, measure: "odds-ratio", lowest: 0.3, highest: 0.3, excludingOne: 0 },
    ]);
  });

  it("counts no analysis without an address, or in conflict with itself", () => {
    const lost = { ...source, tier: 1, href: null, seenAt: null } as const;
    const oddity = { kind: "contradiction", text: "fewer deaths, yet fewer alive" } as const;
    const odd = figure({ value: 0.2 }, { oddity });
    const studies = [
      study("a"),
      study("lost", { sources: [lost], figures: [figure({ value: 0.1 })] }),
      study("odd", { figures: [odd] }),
      study("both", { sources: [lost], figures: [odd] }),
    ];
    const uncounted = [
      { study: "lost", flaws: ["no-address"] },
      { study: "odd", flaws: ["contradicts-itself"] },
      { study: "both", flaws: ["no-address", "contradicts-itself"] },
    ];
    expect(comparisonsOf("os-12", studies)).toMatchObject([
      { lowest: 0.5, highest: 0.5, studies: ["a"], interval: [0.4, 0.6], uncounted },
    ]);
    expect(comparisonsOf("os-12", studies.slice(1))).toEqual([]);
  });

  it("is doubtful where the matched had lived to infusion, share patients or are known from news", () => {
    const doubts = (row: string, ...studies: ComparisonStudy[]) =>
      comparisonsOf(row, studies)[0]?.doubts;
    const news: Partial<ComparisonStudy> = { sources: [{ ...source, tier: 3, kind: "news" }] };
    const inX = { network: "X" };
    expect(doubts("os-12", study("a"))).toEqual(["lived-to-infusion"]);
    expect(doubts("os-12", study("lot", { kind: "randomised" }))).toEqual([]);
    const both = ["lived-to-infusion", "overlapping"];
    expect(doubts("os-12", study("a", inX), study("b", inX))).toEqual(both);
    const figures = ofOutcome("icans");
    expect(doubts("icans", study("a", { ...news, figures }))).toEqual(["news-only"]);
    const infection = study("a", { figures: ofOutcome("infection") });
    expect(doubts("infection", infection)).toEqual(["lived-to-infusion"]);
    expect(doubts("icans", study("a", { ...news, figures }), study("b", { figures }))).toEqual([]);
  });

  it.each([
    ["icans", "icans", 1],
    ["icans-3", "icans", 0],
    ["pfs-12", "pfs", 1],
    ["pfs-12", "ttnt", 0],
    ["orr", "remission-coded", 0],
  ])("in the row %s, of %s: %d", (row, outcome, times) => {
    expect(comparisonsOf(row, [study("a", { figures: ofOutcome(outcome) })])).toHaveLength(times);
  });

  it.each<[string, Partial<ComparisonStudy>]>([
    ["patients neither drawn nor matched", { kind: "unadjusted" }],
    ["other diseases, too", { disease: "mixed" }],
    ["an unreviewed source", { sources: [{ ...source, tier: 4 }] }],
    ["a sequence", { sides: [{ ...carT, after: "bsab" }, bsab] }],
    ["one class", { sides: [carT, side("bsab", "car-t")] }],
    ["a difference only", { figures: [figure({ measure: "risk-difference" })] }],
  ])("is left out of %s", (_, over) => {
    expect(comparisonsOf("os-12", [study("a", over)])).toEqual([]);
  });

  it.each<[string, Partial<Query>]>([
    ["earlier lines", { lines: "1" }],
    ["patients after BCMA therapy", { priorBcma: ["selected"] }],
    ["combinations", { regimen: "combination" }],
    ["another target", { target: ["gprc5d"] }],
    ["one class", { therapyClass: "car-t" }],
    ["products side by side", { compare: "product" }],
  ])("is left out of a question about %s", (_, over) => {
    expect(comparisonsOf("os-12", [study("a")], over)).toEqual([]);
  });

  it.each([
    [["ide-cel", "cilta-cel", "teclistamab"], 1],
    [["teclistamab"], 1],
    [["ide-cel", "teclistamab"], 0],
    [["elranatamab"], 0],
  ])("is there for %j if the side of their class holds only those: %d", (product, times) => {
    const cells = { ...carT, products: ["ide-cel", "cilta-cel"] };
    const sides = [cells, { ...bsab, products: ["teclistamab"] }];
    expect(comparisonsOf("os-12", [study("a", { sides })], { product })).toHaveLength(times);
  });
});

it("every matched ratio of the data between the classes is printed in the direction of CAR-T", () => {
  const reversed = comparisons
    .filter(({ kind }) => kind === "propensity-matched" || kind === "randomised")
    .flatMap(({ sides, figures }) =>
      figures.filter(({ of, against, effect }) => {
        if (effect === null || effect.measure === "risk-difference") return false;
        const classOf = (id: string | null) => sides.find((side) => side.id === id)?.therapyClass;
        const between = `${classOf(of)} v ${classOf(against)}`;
        const isOfOther = effect.moreEventsAbove === "against";
        return between === "bsab v car-t" || (between === "car-t v bsab" && isOfOther);
      }),
    );
  expect(reversed).toEqual([]);
});

// Tests what is read of the arms of a randomised trial. Which trials lead an answer, and in which rows they stand, is
// shown by the approved answers.

const products = [
  product("early-cel", "car-t", {
    approvals: [approvedIn("us", { priorLines: { min: 1, max: null } })],
  }),
];

const sideOfArm = side("arm", "car-t", { what: "product", cohorts: ["arm"] });
const control = side("control", null, { label: "Standard regimens", what: "strategy" });

const reported = (
  of: string,
  outcome: string,
  over: Partial<ComparisonFigure> = {},
): ComparisonFigure => ({
  ...{ ...nothing, of, outcome, against: null, source: 0, locator: "abstract", effect: null },
  ...over,
});
const paper = { ...source, tier: 1 as const };
const sources = ["paper", "other paper"].map((citation) => ({ ...paper, citation }));

/** Returns what is read of the arm of CAR-T in a trial of these figures. */
function armOf(figures: readonly ComparisonFigure[], over: Partial<ComputeCohort> = {}) {
  const arm = cohort("arm", {
    ...{ product: "early-cel", setting: "early", design: "randomised-arm" },
    ...{ priorLinesRange: [1, 3], medianPriorLines: 2, ...over },
  });
  const dataset = datasetOf([arm], { products });
  const query = queryOf("lines=1&availability=us", dataset);
  const trial: ComparisonStudy = {
    ...study("lot", { kind: "randomised", sides: [sideOfArm, control], sources }),
    figures: [...figures],
  };
  const included = [{ cohort: arm.id }];
  const [read] = selectRandomisedTrials({ query, selection: { included } }, [trial], dataset);
  return read?.arms[0];
}

it("a randomised trial is not there where nobody knows the lines of its patients", () => {
  expect(armOf([])).toBeDefined();
  expect(armOf([], { priorLinesRange: null })).toBeUndefined();
});

it("the ratios of an arm are both of one cut, the newest that has both", () => {
  const ratio = (outcome: string, followUpMonths: number) =>
    reported("arm", outcome, {
      ...{ against: "control", followUpMonths, effect: usual },
    });
  const [newest] = armOf([ratio("pfs", 34), ratio("os", 34), ratio("pfs", 50)])?.ratios ?? [];
  expect(newest).toMatchObject({
    ...{ followUpMonths: 34, progression: { value: 0.5 }, death: { value: 0.5 } },
  });
  // Where none has both, an older cut of one of them stands beside.
  expect(armOf([ratio("pfs", 34), ratio("os", 16)])?.ratios).toMatchObject([
    { followUpMonths: 34, death: null },
    { followUpMonths: 16, progression: null },
  ]);
});

describe("the arms of a randomised trial", () => {
  const cut = { followUpMonths: 18 };
  const rate = (month: number, percentPrinted: number) =>
    reported("control", "pfs", { ...cut, month, percentPrinted, interval: [30, 50] });
  const survived = (month: number, over = {}) =>
    landmark(`pfs-${month}`, 0.8, { population: "randomised", ...cut, ...over });
  const freeOf = (landmarks: ComputeCohort["landmarks"], ...figures: ComparisonFigure[]) =>
    armOf(figures, { landmarks })?.progressionFree;

  it("are set side by side at the latest month that both report", () => {
    const landmarks = [survived(12), survived(24), survived(36)];
    expect(freeOf(landmarks, rate(12, 50), rate(24, 40), rate(30, 35))).toMatchObject({
      month: 24,
      arm: { estimate: 0.8 },
      control: { estimate: 0.4, interval: [0.3, 0.5] },
    });
  });

  it("are not set side by side at different months or cuts, or of a part of the patients", () => {
    const alone = { control: null };
    expect(freeOf([survived(24, { followUpMonths: 30 })], rate(24, 40))).toMatchObject({
      ...{ month: 24, ...alone },
    });
    expect(freeOf([survived(12)], rate(24, 40))).toMatchObject({ month: 12, ...alone });
    expect(freeOf([survived(24, { population: "subset" })], rate(24, 40))).toBeNull();
    expect(freeOf([survived(24)], { ...rate(24, 40), definition: "high risk" })).toMatchObject({
      ...{ month: 24, ...alone },
    });
  });

  it("stand alone at the latest month where the control reports none, and are alive in both or not at all", () => {
    expect(freeOf([survived(12), survived(18)])).toMatchObject({
      ...{ month: 18, arm: { estimate: 0.8 }, control: null },
    });
    const os = landmark("os-36", 0.9, { population: "randomised", ...cut });
    const living = (...figures: ComparisonFigure[]) => armOf(figures, { landmarks: [os] })?.alive;
    expect(living()).toBeNull();
    const control = reported("control", "os", { ...cut, month: 36, percentPrinted: 65 });
    const expected = { month: 36, arm: { estimate: 0.9 }, control: { estimate: 0.65 } };
    expect(living(control)).toMatchObject(expected);
  });

  const deaths = (of: string, outcome: string, events: number, from = 0) =>
    reported(of, outcome, { events, n: 100, source: from });
  const earlyOf = (...figures: ComparisonFigure[]) => armOf(figures)?.earlyDeaths;

  it("have early deaths with those before treatment, if one source counts both", () => {
    const within = [deaths("arm", "death-6-months", 30), deaths("control", "death-6-months", 9)];
    const before = "death-before-treatment";
    const untreated = (from: number) =>
      Object.entries({ arm: 17, control: 0 }).map(([of, events]) =>
        deaths(of, before, events, from),
      );
    expect(earlyOf(...within, ...untreated(0))).toMatchObject([
      { outcome: "death-6-months", arm: { events: 30 }, untreated: { arm: 17, control: 0 } },
    ]);
    expect(earlyOf(...within, ...untreated(1))).toMatchObject([
      { outcome: "death-6-months", untreated: null },
      { outcome: "death-before-treatment", untreated: null },
    ]);
  });

  it("say when survival was reported to be worse with the product, without a number", () => {
    const worse = { against: "control", favours: "against", note: "a remark" } as const;
    const during = { definition: "for a year" };
    expect(armOf([reported("arm", "os", { ...worse, ...during })])?.detriment).toMatchObject({
      ...{ during: "for a year", remark: "a remark" },
    });
    for (const figure of [
      reported("arm", "os", worse),
      reported("arm", "pfs", { ...worse, ...during }),
      reported("arm", "os", { ...worse, ...during, favours: "of" }),
    ]) {
      expect(armOf([figure])).not.toHaveProperty("detriment");
    }
  });
});
