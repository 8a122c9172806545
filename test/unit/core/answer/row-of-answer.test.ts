/**
 * Tests how sure a row is, as one code for every surface, what stands in for a product, and the numbers for drawing.
 */

import { describe, expect, it } from "vitest";
import type { Analysis, Contrast, Pool, Row } from "#core/answer/answer.ts";
import { analysisNames } from "#core/answer/difference-codes.ts";
import { type Evidence, listEvidenceByProduct } from "#core/answer/evidence.ts";
import {
  listTrialRatesToDraw,
  readPredictionIntervalIfThreeTrials,
} from "#core/answer/figures-of-trials.ts";
import { judgeRowStatus } from "#core/answer/row-status.ts";
import { summariseFollowUp } from "#core/answer/summarise.ts";
import {
  analysis,
  contrast,
  median,
  monthOfTrial,
  noContrast,
  noPool,
  percentageAlone,
  pool,
  row,
  study,
} from "../../../support/answers.ts";

type Group = "car-t" | "bsab";

const status = (over: Partial<Row>, groups: readonly Group[] = ["car-t", "bsab"]) =>
  judgeRowStatus(row(over), {
    ...{ query: { compare: "therapy-class" } },
    selection: { included: groups.map((group) => ({ group })) },
  });

const analysed = (analyses: readonly Analysis[], over: Partial<Contrast> = {}) =>
  status({
    pools: { "car-t": pool(), bsab: pool() },
    contrasts: [contrast({ differencePer100: 20, differenceInterval: [5, 35], ...over, analyses })],
  });

type Changes = Partial<Record<Analysis["analysis"], Partial<Analysis>>>;

/** Returns all analyses; none changes the difference unless it is named. */
const all = (changes: Changes = {}) =>
  analysisNames.map((name) => analysis(name, { changing: 0, ...changes[name] }));

const none = { obstacle: null, ranges: {}, onlySelected: false, changedBy: null };

describe("what would change a difference", () => {
  const left = (differencePer100: number | null) => ({ changing: 1, differencePer100 });
  const fewer = { differencePer100: -20, differenceInterval: [-35, -5] } as const;
  const within = { differencePer100: -20, differenceInterval: [-35, 3] } as const;
  const scenario = { status: "scenario", ...left(15) } as const;

  it.each<[string, Changes, Analysis["analysis"] | undefined, Partial<Contrast>?]>([
    ["nothing, if none takes it to 0", {}, undefined],
    ["all apheresed", { apheresed: left(15), product: left(2), model: left(-1) }, "apheresed"],
    ["no scenario", { apheresed: scenario, product: left(2) }, "product"],
    ["else what leaves least", { place: left(9), product: left(7), papers: left(8) }, "product"],
    ["what is nearest to 0 from below", { place: left(-9), product: left(-7) }, "product", fewer],
    ["what is beyond 0", { place: left(3), product: left(-7) }, "place", fewer],
    ["where 0 lies within, one trial", { trial: left(-25), model: left(-9) }, "trial", within],
    ["and nothing else", { model: left(-9), apheresed: left(-9) }, undefined, within],
  ])("%s", (_, changes, name, over) => {
    expect(analysed(all(changes), over)?.changedBy?.analysis).toBe(name);
  });
});

it("the trials of a row are apart, or overlap; of a selection of drugs it says so", () => {
  const trialsOf = (...rates: number[]) =>
    pool({
      studies: rates.map((estimate) =>
        study({ trial: `${estimate}`, events: 100 * estimate, n: 100 }),
      ),
    });
  const judge = (bsab: Pool, isOverAll: boolean) =>
    judgeRowStatus(
      row({
        ...{ role: null, direction: "harm", contrasts: [contrast()] },
        pools: { "car-t": trialsOf(0.5, 0.6, 0.7), bsab },
      }),
      {
        query: { compare: "therapy-class" },
        selection: { included: [{ group: "car-t" }, { group: "bsab" }] },
      },
      () => isOverAll,
    );
  const ranges = {
    "car-t": { lower: 0.5, upper: 0.7, trials: 3 },
    bsab: { lower: 0.1, upper: 0.4, trials: 2 },
  };
  const low = trialsOf(0.1, 0.4);
  expect(judge(low, true)).toEqual({ ...none, code: "apart", ranges });
  expect(judge(low, false)).toMatchObject({ code: "apart", onlySelected: true });
  expect(judge(trialsOf(0.1, 0.5), false)).toMatchObject({ code: "overlap", onlySelected: false });
});

it("a difference without an interval, because that of the odds ratio disagrees, is not compared", () => {
  const contrasts = [contrast({ differencePer100: 20, differenceInterval: null })];
  expect(status({ contrasts })).toMatchObject({
    ...{ code: "not-compared", obstacle: "intervals-disagree" },
  });
});

it("a row is of one class where only one was asked for or has a trial", () => {
  const ofCarT = { pools: { "car-t": pool(), bsab: noPool }, contrasts: [noContrast] };
  expect(status(ofCarT, ["car-t"])?.code).toBe("one-class");
  expect(status({ ...ofCarT, appliesTo: ["bsab"] }, ["car-t"])?.code).toBe("not-for");
});

type Made = Partial<Pool>;

const trial = (product: string, cohort: string, over: Parameters<typeof study>[0] = {}) =>
  study({ product, cohort, label: cohort, trial: cohort, ...over });
const survival = (product: string, cohort: string, estimate: number) =>
  trial(product, cohort, { events: null, estimate, printed: "pfs-12" });
const month = (product: string, cohort: string, over: Parameters<typeof monthOfTrial>[0] = {}) =>
  monthOfTrial({ product, cohort, label: cohort, trial: cohort, ...over });
const percentage = (product: string, cohort: string, regimen: "monotherapy" | "combination") =>
  percentageAlone({ product, cohort, label: cohort }, regimen);
const part = (outcome: string, of: ReturnType<typeof study>) => ({
  ...{ outcome, label: outcome, studies: [of] },
});
const otherRegimenOf = (...studies: ReturnType<typeof study>[]): Pool["otherRegimen"] => ({
  ...{ regimen: "combination", k: studies.length, trials: studies.length, products: [] },
  ...{ events: null, n: null, estimate: null, interval: null },
  studies: studies.map((studied) => ({ ...studied, regimen: "combination" })),
});
const without = (over: Made): Pool => ({ ...noPool, regimen: "monotherapy", ...over });
const byTrial = (over: Made): Pool => without({ status: "by-trial", ...over });

const named = (list: readonly Evidence[]) => list.map(({ as, cohort }) => `${as} ${cohort}`);
const standIns = (made: Pool) =>
  listEvidenceByProduct(made).map((standIn) => [standIn.product, ...named(standIn.evidence)]);

describe("what stands in for a product", () => {
  it("is a figure in the number before all that is further from a count", () => {
    const made = pool({
      studies: [trial("a-cel", "a")],
      months: [month("a-cel", "bound", { kind: "below-half" })],
      notPooled: [percentage("a-cel", "percent", "monotherapy")],
      broader: [trial("a-cel", "broad")],
      narrower: [part("death-infection", trial("a-cel", "part"))],
      medians: [median({ product: "a-cel", cohort: "median" })],
    });
    expect(standIns(made)).toEqual([["a-cel", "counted a"]]);
    const [standIn] = listEvidenceByProduct(made);
    expect(named(standIn?.hidden ?? []).sort()).toEqual([
      ...["bound bound", "broader broad", "median median", "narrower part", "percentage percent"],
    ]);
  });

  it("of parts is the largest known bound, of a small trial only where there is no other", () => {
    const of = (id: string, events: number, n: number) =>
      part(id, trial("a-cel", id, { events, n, estimate: events / n }));
    const small = of("small", 9, 20);
    const shown = (...narrower: Pool["narrower"] & {}) => standIns(without({ narrower }));
    const infection = of("death-infection", 13, 183);
    const event = of("fatal-adverse-event", 18, 183);
    expect(shown(infection, event, of("other", 12, 400), small)).toEqual([
      ["a-cel", "narrower fatal-adverse-event"],
    ]);
    expect(shown(small)).toEqual([["a-cel", "narrower small"]]);
  });

  it("of a month is the newest cut of each large trial, else what small trials reported", () => {
    const studies = [survival("a-cel", "small", 0.8), survival("a-cel", "large", 0.7)];
    const newest = [
      month("a-cel", "large", { survival: 0.65, cut: "late" }),
      month("a-cel", "other", { kind: "at-least", survival: 0.5, month: 18 }),
    ];
    const [standIn] = listEvidenceByProduct(byTrial({ studies, months: newest }));
    const cuts = standIn?.evidence.map(({ cohort, cut }) => `${cohort} ${cut}`);
    expect(cuts).toEqual(["large late", "other primary"]);
    expect(standIns(byTrial({ studies }))).toEqual([["a-cel", "by-trial large", "by-trial small"]]);
  });

  it("is never a count or a percentage of the other regimen", () => {
    const otherRegimenOnly: Made = { otherRegimen: otherRegimenOf(trial("a-cel", "a")) };
    expect(standIns(pool(otherRegimenOnly))).toEqual([["a-cel"]]);
    const combined: Made = { notPooled: [percentage("a-cel", "a", "combination")] };
    expect(standIns(without(combined))).toEqual([["a-cel"]]);
    expect(standIns(without({ ...combined, regimen: "combination" }))).toEqual([
      ["a-cel", "percentage a"],
    ]);
    // A published set does not tell the regimens apart.
    expect(standIns(without({ ...combined, regimen: null }))).toEqual([["a-cel", "percentage a"]]);
  });
});

// Tests the numbers for drawing: a tick for each trial, or a summary of many, and where another trial would lie.

const rated = (...estimates: number[]) => estimates.map((estimate) => study({ estimate }));

/** A pool of so many trials as there are rates. */
const poolOf = (...estimates: number[]) =>
  pool({ k: estimates.length, studies: rated(...estimates) });

describe("the ticks of a pool", () => {
  it("are one a trial, of all patients of its cohorts", () => {
    const of = { trial: "x" };
    const parts = [study({ ...of, events: 8, n: 10 }), study({ ...of, events: 1, n: 20 })];
    const studies = [...parts, study({ trial: "y", events: 5, n: 10, estimate: 0.5 })];
    expect(listTrialRatesToDraw(pool({ k: 2, studies }))).toEqual([0.3, 0.5]);
    expect(listTrialRatesToDraw(pool({ k: 1, studies: parts }))).toEqual([]);
  });

  it("are at most twelve", () => {
    const twelve = Array.from({ length: 12 }, (_, index) => index / 16);
    expect(listTrialRatesToDraw(poolOf(...twelve))).toEqual(twelve);
  });

  it.each([
    // quantile((0:12)/16) of R.
    [13, [0, 0.1875, 0.375, 0.5625, 0.75]],
    // quantile((0:13)/16) of R.
    [14, [0, 0.203125, 0.40625, 0.609375, 0.8125]],
  ])("are the smallest, the quartiles and the largest of %i", (length, rates) => {
    const many = Array.from({ length }, (_, index) => (length - 1 - index) / 16);
    expect(listTrialRatesToDraw(poolOf(...many))).toEqual(rates);
  });
});

it("where another trial would lie is told of three trials, and of no fewer", () => {
  expect(readPredictionIntervalIfThreeTrials(poolOf(0.1, 0.2, 0.3))).toEqual([0.4, 0.6]);
  expect(readPredictionIntervalIfThreeTrials(poolOf(0.1, 0.2))).toBeNull();
});

const item = (followUpMonths: number | null, n: number) => ({ followUpMonths, n });

it.each([
  ["nothing", [], null],
  ["exactly half at the lower value", [item(5, 50), item(3, 50)], 3],
  ["unknown values ignored", [item(3, 10), item(null, 20), item(5, 11)], 5],
])("the median follow-up weighted by patients, of %s", (_, items, median) => {
  expect(summariseFollowUp(items)?.months ?? null).toBe(median);
});
