/** Compares the models with the statistics that they use, whose numbers the oracle tests check. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figures, Model } from "#core/answer/fit.ts";
import { makeFrequentistModel } from "#core/answer/frequentist-models.ts";
import { bayesFitting, bayesModel } from "#core/answer/models.ts";
import type { Study } from "#core/statistics/study.ts";
import { ordinaryStudies } from "../statistics/arbitraries.ts";
import { countsOf, landmarkEntry } from "./entries.ts";

const modelBy = (settings: Parameters<typeof makeFrequentistModel>[0]) =>
  makeFrequentistModel(settings, bayesFitting);

const carT = countsOf("30/40 80/97 20/33 60/70");
const nothing = countsOf("");
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

const landmarks: Figures = {
  kind: "landmark",
  figures: [landmarkEntry({}, {}).figure, landmarkEntry({ id: "b" }, { survival: 0.6 }).figure],
};
const settings = { model: "glmm", interval: "wald" } as const;

describe("the binomial–normal model", () => {
  it("without a maximum gives way to the default model and says why", () => {
    const none = countsOf("0/20 0/30");
    const fit = modelBy(settings).pool(none);
    expect(fit).toMatchObject({ status: "fallback", fallbackReason: "all-zero" });
    expect(fit.estimate).toBe(bayesModel.pool(none).estimate);
  });

  it("tests heterogeneity by Wald with one degree of freedom less than studies that have a logit", () => {
    const tests = (text: string) =>
      pairBy(modelBy(settings), countsOf(text), carT).carT.heterogeneity?.tests;
    // R: rma(measure = "PLO", xi = c(14, 11, 23, 1, 8), ni = c(33, 44, 128, 10, 25), method = "FE")
    expect(tests("0/22 14/33 0/18 11/44 23/128 1/10 8/25")?.[1]).toEqual({
      ...{ name: "wald", q: expect.closeTo(10.1209837, 6), df: 4 },
      pValue: expect.closeTo(0.0384383019, 9),
    });
    expect(tests("3/117 0/165")?.map(({ name }) => name)).toEqual(["likelihood-ratio"]);
  });

  it("has no contrast between a fit and one that gave way", () => {
    const { contrast } = pairBy(modelBy(settings), carT, countsOf("0/20 0/30"));
    expect(contrast).toBeNull();
  });
});

describe("every model", () => {
  it.each(["glmm", "reml", "dl"] as const)("%s has no pool of nobody", (model) => {
    const pair = pairBy(modelBy({ ...settings, model }), carT, nothing);
    expect(pair.bsab).toMatchObject({ status: "no-cohorts", estimate: null });
    expect(pair.contrast).toBeNull();
    expect(pair.carT.estimate).not.toBeNull();
  });
});

describe.each(["reml", "dl"] as const)(
  "%s of counts whose logits are all of the added half",
  (model) => {
    it.each([
      ["0/20 0/30 0/71", "all-zero"],
      ["20/20 30/30", "all-events"],
    ])("%s gives way to the default model and says why", (text, reason) => {
      const figures = countsOf(text);
      const fit = modelBy({ ...settings, model }).pool(figures);
      expect(fit).toMatchObject({ status: "fallback", fallbackReason: reason });
      expect(fit.estimate).toBe(bayesModel.pool(figures).estimate);
      expect(pairBy(modelBy({ ...settings, model }), carT, figures).contrast).toBeNull();
    });

    it("has a number where one of them has an event", () => {
      expect(modelBy({ ...settings, model }).pool(countsOf("0/20 1/30")).status).toBe("ok");
    });
  },
);

/** Odds ratio and difference of one contrast have the same degrees of freedom. */
describe("a contrast never says two things", () => {
  const settingsOf = (["glmm", "reml", "dl"] as const).flatMap((model) =>
    (["t", "wald", "hartung-knapp"] as const).map((interval) => [model, interval] as const),
  );
  const isClear = ([lower, upper]: readonly [number, number], none: number) =>
    lower > none || upper < none;

  it.each(settingsOf)("by %s with limits by %s", (model, interval) => {
    const by = modelBy({ model, interval });
    fc.assert(
      fc.property(ordinaryStudies(2, 6), ordinaryStudies(2, 6), (a, b) => {
        const { contrast } = pairBy(by, figuresOf(a), figuresOf(b));
        if (!contrast?.ratioInterval || !contrast.differenceInterval) return;
        expect(isClear(contrast.differenceInterval, 0)).toBe(isClear(contrast.ratioInterval, 1));
        expect((contrast.pValue ?? 1) < 0.05).toBe(isClear(contrast.ratioInterval, 1));
      }),
      { numRuns: 60 },
    );
  });

  it("has a difference clear of 0 where its odds ratio is clear of 1", () => {
    // Neutropenia of November 2026 was of this kind: odds ratio 3.1–43, difference −28 to 69.
    const first = countsOf("95/97 63/67 117/126");
    const { contrast } = pairBy(
      modelBy({ model: "glmm", interval: "t" }),
      first,
      countsOf("60/123 30/82"),
    );
    expect(isClear(contrast?.ratioInterval ?? [0, 2], 1)).toBe(true);
    expect(isClear(contrast?.differenceInterval ?? [-1, 1], 0)).toBe(true);
  });
});

it("survival is pooled on the scale of cumulative hazards, the limits the right way round", () => {
  const { estimate, interval } = modelBy({ ...settings, model: "dl" }).pool(landmarks);
  expect(interval?.[0]).toBeLessThan(estimate ?? 0);
  expect(interval?.[1]).toBeGreaterThan(estimate ?? 1);
});

describe("heterogeneity", () => {
  const of = (figures: Figures, by: Partial<Parameters<typeof makeFrequentistModel>[0]>) => {
    const model = modelBy({ ...settings, ...by });
    return model.compare([{ id: "a", figures }], "a")[0]?.fit.heterogeneity;
  };
  it.each(["glmm", "reml"] as const)("of survival by %s is Cochran's", (model) => {
    expect(of(landmarks, { model })?.tests).toEqual([
      { name: "cochran", q: expect.any(Number), df: 1, pValue: expect.any(Number) },
    ]);
  });

  it("is missing of one cohort, where the default model answers, and where no prediction is asked", () => {
    expect(of(countsOf("9/30"), { model: "reml" })).toBeUndefined();
    expect(of(countsOf("0/20 0/30"), {})).toBeUndefined();
    expect(modelBy(settings).pool(carT).heterogeneity).toBeUndefined();
    const [fit] = bayesModel.compare([{ id: "a", figures: carT }], "a");
    expect(fit?.fit).not.toHaveProperty("heterogeneity");
  });
});
