/**
 * Tests what is read of the arms of a randomised trial. Which trials lead an answer, and in which rows they stand, is
 * shown by the approved answers.
 */
import { describe, expect, it } from "vitest";
import { selectRandomisedTrials } from "#core/others/randomised.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { comparisons } from "#data/generated/collections.ts";
import type { ComparisonFigure, ComparisonStudy, Side } from "#data/schema.ts";
import { approvedIn, cohort, datasetOf, landmark, product } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

const products = [
  product("early-cel", "car-t", {
    approvals: [approvedIn("us", { priorLines: { min: 1, max: null } })],
  }),
];

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
const [source] = comparisons[0]?.sources ?? [];
if (!source) throw new Error("no study has a source");
const sources = ["paper", "other paper"].map((citation) => ({
  ...source,
  citation,
  tier: 1 as const,
}));

/** Returns what is read of the arm of CAR-T in a trial of these figures. */
function armOf(figures: readonly ComparisonFigure[], over: Partial<ComputeCohort> = {}) {
  const arm = cohort("arm", {
    ...{ product: "early-cel", setting: "early", design: "randomised-arm" },
    ...{ priorLinesRange: [1, 3], medianPriorLines: 2, ...over },
  });
  const dataset = datasetOf([arm], { products });
  const query = queryOf("lines=1&availability=us", dataset);
  const study: ComparisonStudy = {
    ...{ id: "lot", label: "LOT", kind: "randomised", method: null, notes: null },
    ...{ sides: [side("arm"), control], sources, figures: [...figures] },
  };
  const included = [{ cohort: arm.id }];
  const [trial] = selectRandomisedTrials({ query, selection: { included } }, [study], dataset);
  return trial?.arms[0];
}

it("a randomised trial is not there where nobody knows the lines of its patients", () => {
  expect(armOf([])).toBeDefined();
  expect(armOf([], { priorLinesRange: null })).toBeUndefined();
});

it("the ratios of an arm are both of one cut, the newest that has both", () => {
  const ratio = (outcome: string, followUpMonths: number) =>
    reported("arm", outcome, {
      ...{ against: "control", followUpMonths },
      effect: {
        ...{ measure: "hazard-ratio", value: 0.5, interval: [0.4, 0.6], moreEventsAbove: "of" },
      },
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
    expect(
      living(reported("control", "os", { ...cut, month: 36, percentPrinted: 65 })),
    ).toMatchObject({
      ...{ month: 36, arm: { estimate: 0.9 }, control: { estimate: 0.65 } },
    });
  });

  const deaths = (of: string, outcome: string, events: number, from = 0) =>
    reported(of, outcome, { events, n: 100, source: from });
  const earlyOf = (...figures: ComparisonFigure[]) => armOf(figures)?.earlyDeaths;

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
