import { describe, expect, it } from "vitest";
import { chooseFigure, chooseLandmark, type FigureRules } from "#core/evidence/choose.ts";
import type { ComputeFigure, ComputeLandmark } from "#data/compute-set.ts";
import { holds, populations } from "#data/vocabulary.ts";
import {
  cohort,
  figure,
  infection,
  infused,
  landmark,
  orr,
  outcome,
  pfs,
  widest,
} from "../../../support/cohorts.ts";

const relapse = outcome("relapse", { over: "responders" });
const dor = outcome("dor-12", { over: "responders", kind: "landmark" });

function chosen(
  figures: ComputeFigure[],
  of = orr,
  n: number | null = 100,
  rules: Partial<FigureRules> = {},
) {
  return chooseFigure(cohort("a", { figures, n, followUpMonths: 12 }), of, { ...widest, ...rules });
}

function chosenLandmark(landmarks: ComputeLandmark[], of = pfs) {
  return chooseLandmark(cohort("a", { landmarks }), of, widest);
}

describe("the figure that stands for a cohort", () => {
  it("is the primary cut's", () => {
    const later = figure("orr", 60, 100, { cut: "24mo", followUpMonths: 24 });
    const primary = figure("orr", 50, 100);
    expect(chosen([later, primary]).figure).toBe(primary);
  });

  it("is missing when no figure has the outcome", () => {
    expect(chosen([figure("cr", 20, 100)])).toEqual({
      figure: null,
      reason: { code: "not-reported" },
      nearest: null,
    });
  });

  it("is never that of an outcome with a similar name", () => {
    expect(chosen([figure("crs", 20, 100)], outcome("crs-3")).figure).toBeNull();
  });
});

describe("the population of a figure", () => {
  it.each(["treated", "safety", "randomised"] as const)("may be %s", (population) => {
    expect(chosen([figure("orr", 50, 100, { population })]).reason).toBeNull();
  });

  it.each(["responders", "mrd-evaluable", "subset", "leukapheresed"] as const)(
    "%s is left out of a pool over all patients",
    (population) => {
      const one = figure("orr", 50, 100, { population });
      const reason = { code: "only-over", population };
      expect(chosen([one])).toEqual({ figure: null, reason, nearest: one });
    },
  );

  it("leukapheresed is what infused is counted over", () => {
    const one = figure("infused", 90, 100, { population: "leukapheresed" });
    expect(chosen([one], infused).figure).toBe(one);
  });

  it("responders is what relapse and the duration of response are counted over", () => {
    const one = figure("relapse", 20, 60, { population: "responders" });
    expect(chosen([one], relapse).figure).toBe(one);
    const still = landmark("dor-12", 0.7, { population: "responders" });
    expect(chosenLandmark([still], dor).figure).toMatchObject(still);
  });

  const others = (own: string) => populations.filter((population) => population !== own);

  it.each(others("leukapheresed"))("%s is not what infused is counted over", (population) => {
    expect(chosen([figure("infused", 90, 100, { population })], infused).reason).toEqual({
      code: "not-over",
      over: "leukapheresed",
    });
  });

  it.each(others("responders"))("%s is not what relapse is counted over", (population) => {
    expect(chosen([figure("relapse", 20, 60, { population })], relapse).reason).toEqual({
      code: "not-over",
      over: "responders",
    });
    expect(chosenLandmark([landmark("dor-12", 0.7, { population })], dor).reason).toEqual({
      code: "not-over",
      over: "responders",
    });
  });

  it.each([
    [90, 100, null],
    [89, 100, { code: "only-over", population: "efficacy-evaluable" }],
    [101, 107, null],
    [96, 107, { code: "only-over", population: "efficacy-evaluable" }],
  ])("efficacy-evaluable with %d of %d treated: %j", (n, treated, reason) => {
    const one = figure("orr", 50, n, { population: "efficacy-evaluable" });
    expect(chosen([one], orr, treated).reason).toEqual(reason);
  });

  it("efficacy-evaluable is left out when the number treated is unknown", () => {
    const one = figure("orr", 50, 100, { population: "efficacy-evaluable" });
    expect(chosen([one], orr, null).reason).toEqual({
      code: "only-over",
      population: "efficacy-evaluable",
    });
  });
});

describe("a figure that cannot be trusted", () => {
  it.each(holds)("is left out when it is held: %s", (hold) => {
    const { figure: none, reason } = chosen([figure("orr", 50, 100, { hold })]);
    expect(none).toBeNull();
    expect(reason).toEqual({ code: "held", hold });
  });

  it.each([1, 2, 3] as const)("is not one of tier %d", (tier) => {
    expect(chosen([figure("orr", 50, 100, { tier })]).reason).toBeNull();
  });

  it.each([
    [null, 100],
    [50, null],
    [null, null],
  ])("is left out without a count (%s of %s)", (events, n) => {
    expect(chosen([figure("orr", events, n)]).reason).toEqual({ code: "no-count" });
  });
});

describe("another data cut", () => {
  const other = (followUpMonths: number | null) =>
    figure("infection-3", 50, 100, { cut: "other", followUpMonths });

  it("stands in at any distance where time does not matter", () => {
    const late = figure("orr", 60, 100, { cut: "60mo", followUpMonths: 60 });
    expect(chosen([late]).figure).toBe(late);
  });

  it.each([5, 12, 36, null])("stands in at %j months for a primary cut at 12 months", (months) => {
    const one = other(months);
    expect(chosen([one], infection).figure).toBe(one);
    expect(chooseFigure(cohort("a", { figures: [one] }), infection, widest).figure).toBe(one);
  });

  it("never stands in where only the primary cut is asked for", () => {
    const late = figure("orr", 60, 100, { cut: "60mo", followUpMonths: 60 });
    const own = figure("orr", 50, 100);
    const rules = { cut: "primary-only" };
    expect(chosen([late], orr, 100, rules).reason).toEqual({ code: "not-primary" });
    expect(chosen([late, own], orr, 100, rules).figure).toBe(own);
  });

  it("is not known to be one where the primary figure says no follow-up", () => {
    const primary = figure("infection-3", 50, 100, { followUpMonths: null });
    expect(chosen([primary], infection).figure).toBe(primary);
    const untimed = cohort("a", { figures: [figure("infection-3", 5, 9)], followUpMonths: null });
    expect(chooseFigure(untimed, infection, widest).reason).toBeNull();
  });

  it("stands in when the primary cut prints the outcome for a part of the cohort only", () => {
    const part = figure("orr", 30, 50, { population: "subset" });
    const whole = figure("orr", 60, 100, { cut: "18mo", followUpMonths: 18 });
    expect(chosen([part, whole]).figure).toBe(whole);
  });

  it("must cover the full population too", () => {
    const part = figure("orr", 30, 50, { cut: "18mo", population: "responders" });
    expect(chosen([part]).reason).toEqual({ code: "only-over", population: "responders" });
  });

  it("leaves the primary cut's reason standing when none can be pooled", () => {
    const part = figure("infection-3", 30, 50, { population: "subset" });
    expect(chosen([{ ...other(60), hold: "unverified" }, part], infection).reason).toEqual({
      code: "only-over",
      population: "subset",
    });
  });
});

describe("a landmark", () => {
  it("comes as the model takes it: log(-log 0.7), its width from the printed interval", () => {
    const { figure: taken } = chosenLandmark([landmark("pfs-12", 0.7)]);
    expect(taken?.hazard.y).toBeCloseTo(Math.log(-Math.log(0.7)), 12);
    expect(taken?.hazard.approximated).toBe(false);
  });

  it("with a number at risk is taken, however short the follow-up", () => {
    const one = landmark("pfs-12", 0.7, { interval: null, atRisk: 30, followUpMonths: 6 });
    expect(chosenLandmark([one]).figure).toMatchObject(one);
  });

  it.each([12, 12.1])("with n only is taken when follow-up is %d months", (followUpMonths) => {
    const one = landmark("pfs-12", 0.7, { interval: null, followUpMonths });
    expect(chosenLandmark([one]).figure).toMatchObject(one);
  });

  it.each([
    [11.9, { code: "follow-up-short", known: true }],
    [null, { code: "follow-up-short", known: false }],
  ])("with n only is left out when follow-up is %s months", (followUpMonths, reason) => {
    const one = landmark("pfs-12", 0.7, { interval: null, followUpMonths });
    expect(chosenLandmark([one]).reason).toEqual(reason);
  });

  it("reads the month from the name of the outcome", () => {
    const one = landmark("pfs-24", 0.5, { interval: null, followUpMonths: 18 });
    const of = { ...pfs, id: "pfs-24" };
    expect(chosenLandmark([one], of).figure).toBeNull();
  });

  it.each([
    ["nothing that gives a width", { interval: null, atRisk: null, n: null }],
    ["nobody at risk", { interval: null, atRisk: 0 }],
    ["an interval that does not hold it", { interval: [0.8, 0.9] as [number, number] }],
    ["an interval without width", { interval: [0.7, 0.7] as [number, number] }],
    ["an interval up to one", { interval: [0.5, 1] as [number, number] }],
  ])("with %s is left out", (_, over) => {
    expect(chosenLandmark([landmark("pfs-12", 0.7, over)]).reason).toEqual({ code: "no-interval" });
  });

  it.each([0, 1])("of exactly %d is left out", (survival) => {
    const one = landmark("pfs-12", survival, { interval: null, atRisk: 40 });
    expect(chosenLandmark([one]).reason).toEqual({ code: "no-interval" });
  });
});
