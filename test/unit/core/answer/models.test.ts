/**
 * Compares the models with the statistics that they use, whose numbers the oracle tests check; how numbers are rounded.
 */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Figures, type Fit, type Model, markPartOfFigures } from "#core/answer/fit.ts";
import { makeFrequentistModel } from "#core/answer/frequentist-models.ts";
import { bayesFitting, bayesModel } from "#core/answer/models.ts";
import { roundNumbersDeep, roundToAnswerPrecision } from "#core/answer/round.ts";
import { convertToHazardScale, type ScaledLandmark } from "#core/evidence/choose.ts";
import { parameters } from "#core/question/parameters.ts";
import type { Study } from "#core/statistics/study.ts";
import { figure, landmark } from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";
import { between, ordinaryStudies } from "../statistics/arbitraries.ts";
import { countsOf } from "./entries.ts";

const modelBy = (settings: Parameters<typeof makeFrequentistModel>[0]) =>
  makeFrequentistModel(settings, bayesFitting);

const carT = countsOf("30/40 80/97 20/33 60/70");
const figuresOf = (some: readonly Study[]) =>
  countsOf(some.map(({ events, n }) => `${events}/${n}`).join(" "));
/** Renames the result to the names in this file: CAR-T and bispecifics. */
function pairBy(model: Model, first: Figures, second: Figures) {
  const groups = [
    { id: "car-t", figures: first },
    { id: "bsab", figures: second },
  ];
  const [a, b] = model.compare(groups, "bsab");
  if (!a || !b) throw new Error("a group is lost");
  expect(b.contrast).toBeNull();
  return { carT: a.fit, bsab: b.fit, contrast: a.contrast };
}

/** Returns survival at 12 months as the models take it. */
function scaled(survival: number, interval: [number, number]): ScaledLandmark {
  const printed = landmark("pfs-12", survival, { interval });
  const hazard = convertToHazardScale(printed);
  if (hazard === null) throw new Error("nothing gives this landmark a width");
  return { ...printed, hazard };
}

const settings = { model: "glmm", interval: "wald" } as const;

describe.each(["glmm", "reml", "dl"] as const)("%s", (model) => {
  const by = modelBy({ ...settings, model });

  it.each([
    ["0/20 0/30 0/71", "all-zero"],
    ["20/20 30/30", "all-events"],
  ])("of %s gives way to the default model, says why, and has no contrast", (text, reason) => {
    const figures = countsOf(text);
    const fit = by.pool(figures);
    expect(fit).toMatchObject({ status: "fallback", fallbackReason: reason });
    expect(fit.estimate).toBe(bayesModel.pool(figures).estimate);
    expect(pairBy(by, carT, figures).contrast).toBeNull();
  });
});

/** Odds ratio and difference of one contrast have the same degrees of freedom. */
describe("a contrast never says two things", () => {
  const settingsOf = (["glmm", "reml", "dl"] as const).flatMap((model) =>
    (["t", "wald", "hartung-knapp"] as const).map((interval) => [model, interval] as const),
  );
  const isClear = ([lower, upper]: readonly [number, number], none: number) =>
    lower > none || upper < none;

  it.each(settingsOf)("by %s with limits by %s", (model, interval) => {
    const by = modelBy({ model, interval });
    forAny([ordinaryStudies(2, 6), ordinaryStudies(2, 6)], 60, (a, b) => {
      const { contrast } = pairBy(by, figuresOf(a), figuresOf(b));
      if (!contrast?.ratioInterval || !contrast.differenceInterval) return;
      expect(isClear(contrast.differenceInterval, 0)).toBe(isClear(contrast.ratioInterval, 1));
      expect((contrast.pValue ?? 1) < 0.05).toBe(isClear(contrast.ratioInterval, 1));
    });
  });

  it("has a difference clear of 0 where its odds ratio is clear of 1", () => {
    // Neutropenia of November 2026 was of this kind: odds ratio 3.1–43, difference −28 to 69.
    const first = countsOf("95/97 63/67 117/126");
    const by = modelBy({ model: "glmm", interval: "t" });
    const { contrast } = pairBy(by, first, countsOf("60/123 30/82"));
    expect(isClear(contrast?.ratioInterval ?? [0, 2], 1)).toBe(true);
    expect(isClear(contrast?.differenceInterval ?? [-1, 1], 0)).toBe(true);
  });
});

it("heterogeneity is missing of one cohort, where the default model answers, and where no prediction is asked", () => {
  const of = (counts: string, model: "reml" | "glmm") =>
    modelBy({ ...settings, model }).compare([{ id: "a", figures: countsOf(counts) }], "a")[0]?.fit
      .heterogeneity;
  expect(of("9/30", "reml")).toBeUndefined();
  expect(of("0/20 0/30", "glmm")).toBeUndefined();
  expect(modelBy(settings).pool(carT).heterogeneity).toBeUndefined();
  const [fit] = bayesModel.compare([{ id: "a", figures: carT }], "a");
  expect(fit?.fit).not.toHaveProperty("heterogeneity");
});

// Tests for every model and interval that the estimate lies in its interval, and the interval in the prediction
// interval.

/** Rounding of the fits; a thousandth of what one decimal of a percentage shows. */
const tolerance = 1e-6;

const everySetting = parameters.model.words.flatMap((model) =>
  parameters.interval.words.map((interval) => ({ model, interval })),
);

function expectNested({ estimate, interval, predictionInterval }: Fit): void {
  if (estimate === null || interval === null) return;
  expect(interval[0]).toBeLessThanOrEqual(estimate + tolerance);
  expect(interval[1]).toBeGreaterThanOrEqual(estimate - tolerance);
  if (predictionInterval === null) return;
  expect(predictionInterval[0]).toBeGreaterThanOrEqual(0);
  expect(predictionInterval[0]).toBeLessThanOrEqual(interval[0] + tolerance);
  expect(predictionInterval[1]).toBeGreaterThanOrEqual(interval[1] - tolerance);
  expect(predictionInterval[1]).toBeLessThanOrEqual(1);
}

const counted = (events: number, n: number) => ({ ...figure("orr", events, n), events, n });

/** Rare, usual and nearly certain events, so that many fits are at τ = 0. */
const count = fc
  .tuple(fc.integer({ min: 3, max: 200 }), fc.nat(1000), fc.nat(2))
  .map(([n, part, kind]) => {
    const events = kind === 0 ? Math.min(n, part % 4) : Math.round((n * part) / 1000);
    return counted(kind === 2 ? n - Math.min(n, part % 4) : events, n);
  });
const rare = fc
  .tuple(fc.integer({ min: 3, max: 200 }), fc.nat(2))
  .map(([n, events]) => counted(events, n));
const counts = fc
  .oneof(
    fc.array(count, { minLength: 1, maxLength: 8 }),
    fc.array(rare, { minLength: 1, maxLength: 12 }),
  )
  .map((figures): Figures => ({ kind: "count", figures }));

const anyLandmark = fc
  .tuple(fc.integer({ min: 5, max: 95 }), fc.integer({ min: 1, max: 9 }))
  .map(([percent, tenth]) => {
    const survival = percent / 100;
    const part = tenth / 10;
    return scaled(survival, [survival * (1 - part), survival + (1 - survival) * part]);
  });
const anyLandmarks = fc
  .array(anyLandmark, { minLength: 1, maxLength: 8 })
  .map((figures): Figures => ({ kind: "landmark", figures }));

describe.each(everySetting)("model=$model, interval=$interval", (query) => {
  const model = makeFrequentistModel(query, bayesFitting);

  it("has intervals within each other", () => {
    const groups = fc.oneof(fc.tuple(counts, counts), fc.tuple(anyLandmarks, anyLandmarks));
    forAny([groups], 20, ([first, second]) => {
      const { carT: fit, bsab: fitOfSecond } = pairBy(model, first, second);
      for (const each of [fit, fitOfSecond]) expectNested(each);
    });
  });

  it("has them so where no spread is found among rare events", () => {
    const few = [97, 33, 18, 128, 43, 60, 71, 25].map((n, index) => counted(index < 2 ? 1 : 0, n));
    const [pooled] = model.compare([{ id: "one", figures: { kind: "count", figures: few } }], null);
    expect(pooled?.fit.predictionInterval).not.toBeNull();
    if (pooled) expectNested(pooled.fit);
  });
});

describe("rounding at the border", () => {
  it.each([
    [12_345_678, 12_345_678],
    [-0, 0],
    [1e-6 / 3, 3.333e-7],
    [-1e-12 / 3, 0],
  ])("keeps six significant digits and ten decimals, and a count, of %d", (value, rounded) => {
    expect(roundToAnswerPrecision(value)).toBe(rounded);
  });

  const numbers = fc.oneof(between(-1, 1), between(-1e-8, 1e-8), between(-1e5, 1e5));

  it("moves a number by half a step at most, and a rounded one not at all", () =>
    forAny([numbers], (value) => {
      const rounded = roundToAnswerPrecision(value);
      const step = Math.max(1e-10, 10 ** (Math.floor(Math.log10(Math.abs(value))) - 5));
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(step * 0.5000001);
      expect(roundToAnswerPrecision(rounded)).toBe(rounded);
    }));

  it("writes six significant digits and ten decimals at most, whatever the number", () =>
    forAny([numbers], (value) => {
      const [digits = "", exponent = "0"] = JSON.stringify(roundToAnswerPrecision(value)).split(
        "e",
      );
      const decimals = (digits.split(".")[1] ?? "").length - Number(exponent);
      expect(decimals).toBeLessThanOrEqual(10);
      expect(digits.replace(/^-?0?\.?0*|[.-]/g, "").length).toBeLessThanOrEqual(6);
    }));

  it("gives one number for two that differ by the error of an engine, but for a tie", () => {
    const error = between(-1e-14, 1e-14);
    forAny([between(-0.1, 0.1), error], (value, off) => {
      const size = Math.max(Math.abs(value), 1e-5);
      const step = 10 ** (Math.floor(Math.log10(size)) - 5);
      const fraction = Math.abs((value / step) % 1);
      fc.pre(Math.abs(fraction - 0.5) > 1e-3);
      expect(roundToAnswerPrecision(value + off)).toBe(roundToAnswerPrecision(value));
    });
  });

  it("reaches every number of an answer and nothing else", () => {
    const value = { a: [1 / 3, "1/3", null, true], b: { c: 2 / 3 } };
    expect(roundNumbersDeep(value)).toEqual({
      a: [0.333333, "1/3", null, true],
      b: { c: 0.666667 },
    });
  });

  it("keeps six digits of a P value, however small it is", () => {
    const rounded = roundNumbersDeep({ pValue: 1e-20 / 3, difference: 1e-20 / 3 });
    expect(rounded).toEqual({ pValue: 3.33333e-21, difference: 0 });
    expect(roundNumbersDeep({ pValue: null })).toEqual({ pValue: null });
  });

  it("leaves what it was given as it is", () => {
    const value = { a: [1 / 3] };
    roundNumbersDeep(value);
    expect(value.a[0]).toBe(1 / 3);
  });
});

it.each([
  ["30/40 20/33 60/70", [1]],
  ["80/97 60/70", [0, 2]],
  ["30/40 80/97 20/33 60/70", null],
  ["30/40", null],
  ["20/33 30/40 60/70", null],
  ["30/40 81/97 60/70", null],
  ["30/40 80/98 60/70", null],
])(
  "%s of a row is known by what it lacks, unless it is the whole, small or other figures",
  (text, without) => {
    const marked = markPartOfFigures(countsOf(text), carT);
    expect("partOf" in marked ? marked.partOf : null).toEqual(without && { whole: carT, without });
  },
);
