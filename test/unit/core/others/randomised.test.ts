/** Tests which randomised trials lead an answer, and what is read of their arms. */
import { describe, expect, it } from "vitest";
import { selectCohorts } from "#core/evidence/select.ts";
import { selectRandomisedTrials } from "#core/others/randomised.ts";
import { makeArmsInRow } from "#core/others/randomised-arms.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { comparisons } from "#data/generated/collections.ts";
import type { ComparisonFigure, ComparisonStudy, Side } from "#data/schema.ts";
import {
  approvedIn,
  cohort,
  datasetOf,
  figure,
  landmark,
  product,
} from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

const lines = (min: number) => ({ priorLines: { min, max: null } });
const products = [
  product("early-cel", "car-t", { approvals: [approvedIn("us", lines(1))] }),
  product("late-cel", "car-t", { approvals: [approvedIn("us", lines(3))] }),
];
const arm = (over: Partial<ComputeCohort> = {}) =>
  cohort("arm", {
    ...{ product: "early-cel", setting: "early", design: "randomised-arm" },
    ...{ priorLinesRange: [1, 3], medianPriorLines: 2 },
    ...over,
  });

const side = (id: string, over: Partial<Side> = {}): Side => ({
  ...{ id, label: id, what: "product", therapyClass: "car-t", products: [], after: null },
  ...{ cohorts: [id], n: 100, effectiveSampleSize: null },
  ...over,
});
const control = side("control", {
  ...{ label: "Standard regimens", what: "strategy", therapyClass: null, cohorts: [] },
});

const reported = (
  of: string,
  outcome: string,
  over: Partial<ComparisonFigure> = {},
): ComparisonFigure => ({
  ...{ of, outcome, against: null, definition: null, events: null, n: null },
  ...{ percentPrinted: null, medianMonths: null, interval: null, derived: false },
  ...{ derivedRange: null, p: null, oddity: null, note: null, source: 0, locator: "abstract" },
  ...{ effect: null, favours: null, k: null },
  ...over,
});
const ratio = (outcome: string, value: number, over: Partial<ComparisonFigure> = {}) =>
  reported("arm", outcome, {
    against: "control",
    effect: {
      ...{ measure: "hazard-ratio", value, interval: [value - 0.1, value + 0.1] },
      moreEventsAbove: "of",
    },
    ...over,
  });

const [source] = comparisons[0]?.sources ?? [];
if (!source) throw new Error("no study has a source");
const [paper, news] = [
  { ...source, citation: "paper", kind: "abstract", tier: 1 } as const,
  { ...source, citation: "news", kind: "news", tier: 3 } as const,
];
const study = (...figures: ComparisonFigure[]): ComparisonStudy => ({
  ...{ id: "lot", label: "LOT", kind: "randomised", method: null, notes: null, figures },
  ...{ sides: [side("arm"), control], sources: [paper, news] },
});

function randomisedFor(
  question: string,
  over: Partial<ComputeCohort> = {},
  figures: readonly ComparisonFigure[] = [ratio("pfs", 0.3)],
) {
  const dataset = datasetOf([arm(over)], { products });
  const query = queryOf(question, dataset);
  const included = selectCohorts(query, dataset).included.map(({ id }) => ({ cohort: id }));
  const trials = selectRandomisedTrials(
    { query, selection: { included } },
    [study(...figures), { ...study(), id: "matched", kind: "propensity-matched" }],
    dataset,
  );
  return { dataset, query, trials, trial: trials[0] };
}
const placeOf = (...of: Parameters<typeof randomisedFor>) => randomisedFor(...of).trial?.place;

describe("a randomised trial", () => {
  it("leads where its regimen is labelled and its patients had so many lines", () => {
    expect(randomisedFor("lines=1&availability=us").trials).toHaveLength(1);
    expect(placeOf("lines=1&availability=us")).toBe("leads");
    expect(placeOf("lines=2&availability=us,eu")).toBe("leads");
  });

  it("does not lead where nothing labels it, but stands in opened rows", () => {
    expect(placeOf("lines=1&availability=eu")).toBe("opened-row");
    expect(placeOf("lines=1&availability=eu&labelled=any")).toBe("opened-row");
    expect(placeOf("lines=1&availability=us", { product: "late-cel" })).toBe("opened-row");
  });

  it("is not there where its patients had other lines, or where they are not known", () => {
    expect(placeOf("lines=1&availability=us", { priorLinesRange: [2, 4] })).toBeUndefined();
    expect(placeOf("lines=1&availability=us", { priorLinesRange: null })).toBeUndefined();
  });

  it("has a line after three lines or more if that is its median, and never leads there", () => {
    expect(placeOf("availability=us")).toBeUndefined();
    expect(placeOf("availability=us", { medianPriorLines: 3 })).toBe("line");
    expect(placeOf("availability=eu", { medianPriorLines: 3 })).toBe("opened-row");
    expect(placeOf("lines=any&availability=us")).toBe("opened-row");
  });

  it("is not there if another filter leaves it out", () => {
    expect(placeOf("lines=1&availability=us&exclude=arm")).toBeUndefined();
    expect(placeOf("lines=1&availability=us&product=late-cel")).toBeUndefined();
    expect(placeOf("lines=1&availability=us&evidence=real-world")).toBeUndefined();
  });
});

describe("its ratios", () => {
  const ratiosOf = (...figures: ComparisonFigure[]) =>
    randomisedFor("lines=1&availability=us", {}, figures).trial?.arms[0]?.ratios.map(
      ({ followUpMonths, progression, death }) => [
        followUpMonths,
        progression?.value ?? null,
        death?.value ?? null,
      ],
    );

  it("are both of one cut, the newest that has both, beside an older one of a paper", () => {
    const at = (followUpMonths: number, from = 0) => ({ followUpMonths, source: from });
    expect(
      ratiosOf(
        ratio("pfs", 0.26, at(16)),
        ratio("os", 0.8, at(16)),
        ratio("pfs", 0.29, at(34, 1)),
        ratio("os", 0.55, at(34, 1)),
        ratio("pfs", 0.31, at(50, 1)),
      ),
    ).toEqual([
      [34, 0.29, 0.55],
      [16, 0.26, 0.8],
    ]);
    // An older cut that was only in the news is not shown beside a newer one.
    expect(
      ratiosOf(
        ratio("pfs", 0.26, at(16, 1)),
        ratio("pfs", 0.29, at(34)),
        ratio("os", 0.55, at(34)),
      ),
    ).toEqual([[34, 0.29, 0.55]]);
  });

  it("are those of the newest cut where none has both, and never of a part of its patients", () => {
    expect(
      ratiosOf(
        ratio("pfs", 0.29, { followUpMonths: 34 }),
        ratio("os", 0.8, { followUpMonths: 16 }),
        ratio("os", 0.4, { followUpMonths: 34, definition: "high risk" }),
      ),
    ).toEqual([
      [34, 0.29, null],
      [16, null, 0.8],
    ]);
  });
});

describe("its arms", () => {
  const cut = { followUpMonths: 18 };
  const rate = (month: number, percentPrinted: number) =>
    reported("control", "pfs", { ...cut, month, percentPrinted, interval: [30, 50] });
  const survived = (month: number, over = {}) =>
    landmark(`pfs-${month}`, 0.8, { population: "randomised", ...cut, ...over });
  const freeOf = (landmarks: ComputeCohort["landmarks"], ...figures: ComparisonFigure[]) =>
    randomisedFor("lines=1&availability=us", { landmarks }, figures).trial?.arms[0]
      ?.progressionFree;

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
    const living = (...figures: ComparisonFigure[]) =>
      randomisedFor("lines=1&availability=us", { landmarks: [os] }, figures).trial?.arms[0]?.alive;
    expect(living()).toBeNull();
    expect(
      living(reported("control", "os", { ...cut, month: 36, percentPrinted: 65 })),
    ).toMatchObject({
      ...{ month: 36, arm: { estimate: 0.9 }, control: { estimate: 0.65 } },
    });
  });

  it("are those of the sources that count", () => {
    const inNews = { source: 1 };
    const figures = [
      ratio("pfs", 0.26, { followUpMonths: 16 }),
      ratio("pfs", 0.29, { followUpMonths: 34, ...inNews }),
      ratio("os", 0.55, { followUpMonths: 34, ...inNews }),
      rate(12, 50),
      { ...rate(24, 40), ...inNews },
      reported("control", "crossover", { percentPrinted: 56, ...inNews }),
      ...["arm", "control"].map((of) => reported(of, "death-6-months", { events: 1, ...inNews })),
    ];
    const landmarks = [survived(12), survived(24, { tier: 3 })];
    const trialOf = (sources: string) =>
      randomisedFor(`lines=1&availability=us&sources=${sources}`, { landmarks }, figures).trial;
    expect(trialOf("reviewed")).toMatchObject({
      crossover: { percent: 56 },
      arms: [{ ratios: [{ followUpMonths: 34 }, {}], progressionFree: { month: 24 } }],
    });
    expect(trialOf("papers")).toMatchObject({
      crossover: null,
      arms: [
        {
          ratios: [{ followUpMonths: 16, progression: { value: 0.26 }, death: null }],
          progressionFree: { month: 12 },
          earlyDeaths: [],
        },
      ],
      // The outcomes are reported, but not in a paper; nobody reports who lived to a month.
      notReported: ["os-at-month"],
    });
  });

  const deaths = (of: string, outcome: string, events: number, from = 0) =>
    reported(of, outcome, { events, n: 100, source: from });
  const earlyOf = (...figures: ComparisonFigure[]) =>
    randomisedFor("lines=1&availability=us", {}, figures).trial?.arms[0]?.earlyDeaths;

  it("have early deaths with those before treatment, if one source counts both", () => {
    const within = [deaths("arm", "death-6-months", 30), deaths("control", "death-6-months", 9)];
    const untreated = (from: number) => [
      deaths("arm", "death-before-treatment", 17, from),
      deaths("control", "death-before-treatment", 0, from),
    ];
    expect(earlyOf(...within, ...untreated(0))).toMatchObject([
      { outcome: "death-6-months", arm: { events: 30 }, untreated: { arm: 17, control: 0 } },
    ]);
    expect(earlyOf(...within, ...untreated(1))).toMatchObject([
      { outcome: "death-6-months", untreated: null },
      { outcome: "death-before-treatment", untreated: null },
    ]);
  });

  it("say when survival was reported to be worse with the product, without a number", () => {
    const arm = (...figures: ComparisonFigure[]) =>
      randomisedFor("lines=1&availability=us", {}, figures).trial?.arms[0];
    const worse = { against: "control", favours: "against", note: "a remark" } as const;
    const during = { definition: "for a year" };
    expect(arm(reported("arm", "os", { ...worse, ...during }))?.detriment).toMatchObject({
      ...{ during: "for a year", remark: "a remark" },
    });
    for (const figure of [
      reported("arm", "os", worse),
      reported("arm", "pfs", { ...worse, ...during }),
      reported("arm", "os", { ...worse, ...during, favours: "of" }),
    ]) {
      expect(arm(figure)).not.toHaveProperty("detriment");
    }
  });

  it("stand in a row with its outcome, or with nothing", () => {
    const { dataset, query, trials } = randomisedFor("lines=1&availability=us", {
      figures: [figure("orr", 80, 100), figure("crs-3", 50, 100, { hold: "unverified" })],
    });
    const inRow = (outcome: string, ...figures: ComparisonFigure[]) =>
      makeArmsInRow(outcome, trials, query, [study(...figures)], dataset);
    const responders = reported("control", "orr", { events: 40, n: 80 });
    expect(inRow("orr", responders)).toMatchObject([
      {
        arm: { events: 80, n: 100 },
        control: { estimate: 0.5, events: 40, n: 80 },
        hasHold: false,
      },
    ]);
    expect(inRow("orr")).toMatchObject([{ arm: { events: 80 }, control: null }]);
    expect(inRow("infection-3")).toMatchObject([{ arm: null, control: null }]);
    expect(inRow("crs-3", reported("control", "crs-3", { events: 1, n: 80 }))).toMatchObject([
      { arm: null, control: null, hasHold: true },
    ]);
  });
});
