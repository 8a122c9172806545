/** Which figure stands for a cohort, by the figures that it has and the rules of the question. */
import { describe, expect, it } from "vitest";
import { chooseFigure, chooseLandmark, type FigureRules } from "#core/evidence/choose.ts";
import type { ComputeFigure, ComputeLandmark } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { holds, type Population, populations } from "#data/vocabulary.ts";
import {
  cohort,
  crs,
  figure,
  icans,
  infection,
  infused,
  landmark,
  orr,
  outcome,
  pfs,
  widest,
} from "../../../support/cohorts.ts";

interface Asked {
  readonly of?: Outcome;
  /** Patients of the cohort. */
  readonly n?: number | null;
  readonly rules?: Partial<FigureRules>;
}

/** The figures of a cohort, and the one that is chosen, or why none is. */
type Choice = [
  situation: string,
  figures: readonly ComputeFigure[],
  chosen: ComputeFigure | { readonly code: string; readonly [more: string]: unknown },
  asked?: Asked,
];

function describeChoices(title: string, choices: readonly Choice[]): void {
  describe(title, () => {
    it.each(choices)("%s", (_, figures, expected, asked = {}) => {
      const { of = orr, n = 100, rules } = asked;
      const one = cohort("a", { figures: [...figures], n, followUpMonths: 12 });
      const chosen = chooseFigure(one, of, { ...widest, ...rules });
      if ("code" in expected) expect(chosen).toMatchObject({ figure: null, reason: expected });
      else expect(chosen.figure).toBe(expected);
    });
  });
}

function chosenLandmark(landmarks: ComputeLandmark[], of = pfs) {
  return chooseLandmark(cohort("a", { landmarks }), of, widest);
}

const relapse = outcome("relapse", { over: "responders" });
const dor = outcome("dor-12", { over: "responders", kind: "landmark" });

const primary = figure("orr", 50, 100);
const later = figure("orr", 60, 100, { cut: "60mo", followUpMonths: 60 });
const nobody = figure("orr", 0, 100);
const over = (population: Population, n = 100) => figure("orr", 50, n, { population });
const onlyOver = (population: Population) => ({ code: "only-over", population });

describeChoices("the figure that stands for a cohort is", [
  ["that of the primary cut", [later, primary], primary],
  ["one without any event", [nobody], nobody],
  ["none of another outcome", [figure("cr", 20, 100)], { code: "not-reported" }],
  ["none of a similar name", [figure("crs", 20, 100)], { code: "not-reported" }, { of: crs }],
  ["none without events", [figure("orr", null, 100)], { code: "no-count" }],
  ["none without patients", [figure("orr", 50, null)], { code: "no-count" }],
]);

const wholes = ["treated", "safety", "randomised"] as const;
const parts = ["responders", "mrd-evaluable", "subset", "leukapheresed"] as const;
const evaluable = onlyOver("efficacy-evaluable");
const collected = figure("infused", 90, 100, { population: "leukapheresed" });
const relapsed = figure("relapse", 20, 60, { population: "responders" });
const others = (own: Population) => populations.filter((population) => population !== own);

describeChoices("over all patients is a figure", [
  ...wholes.map((population): Choice => {
    const one = over(population);
    return [`over the ${population}`, [one], one];
  }),
  ...parts.map((population): Choice => {
    return [`not over the ${population}`, [over(population)], onlyOver(population)];
  }),
  ["over 89 of 100 evaluable not", [over("efficacy-evaluable", 89)], evaluable, { n: 100 }],
  ["over 96 of 107 evaluable not", [over("efficacy-evaluable", 96)], evaluable, { n: 107 }],
  [
    "over evaluable of not known how many not",
    [over("efficacy-evaluable")],
    evaluable,
    { n: null },
  ],
  [
    "over responders of another cut not",
    [{ ...later, population: "responders" }],
    onlyOver("responders"),
  ],
]);

it.each([
  [90, 100],
  [101, 107],
])("%d evaluable of %d treated are nearly all", (n, treated) => {
  const one = cohort("a", { n: treated, figures: [over("efficacy-evaluable", n)] });
  expect(chooseFigure(one, orr, widest).reason).toBeNull();
});

it("what is refused is kept as the nearest", () => {
  const one = over("subset");
  expect(chooseFigure(cohort("a", { figures: [one] }), orr, widest)).toMatchObject({
    nearest: one,
  });
});

describeChoices("over patients of its own is", [
  ["infused, over those with cells collected", [collected], collected, { of: infused }],
  ["relapse, over responders", [relapsed], relapsed, { of: relapse }],
  ...others("leukapheresed").map((population): Choice => {
    const reason = { code: "not-over", over: "leukapheresed" };
    return [
      `not infused over ${population}`,
      [{ ...collected, population }],
      reason,
      { of: infused },
    ];
  }),
  ...others("responders").map((population): Choice => {
    const reason = { code: "not-over", over: "responders" };
    return [
      `not relapse over ${population}`,
      [{ ...relapsed, population }],
      reason,
      { of: relapse },
    ];
  }),
]);

it.each(populations)("duration of response over %s counts for responders only", (population) => {
  const { figure: chosen, reason } = chosenLandmark([landmark("dor-12", 0.7, { population })], dor);
  if (population === "responders") expect(chosen).not.toBeNull();
  else expect(reason).toEqual({ code: "not-over", over: "responders" });
});

const ofTier = (tier: ComputeFigure["tier"]) => figure("orr", 50, 100, { tier });
const [talk, abstract, unreviewed] = [ofTier(2), ofTier(3), ofTier(4)];
const any = { rules: { sources: "any" } } as const;
const papers = { rules: { sources: "papers" } } as const;
const laterPaper = figure("orr", 52, 100, { cut: "later", followUpMonths: 14 });

describeChoices("by its source is a figure", [
  ...holds.map(
    (hold): Choice => [`held: ${hold}`, [figure("orr", 50, 100, { hold })], { code: "held", hold }],
  ),
  ["of tier 2", [talk], talk],
  ["of tier 3", [abstract], abstract],
  ["not reviewed", [unreviewed], { code: "unreviewed" }],
  ["not reviewed, with any source", [unreviewed], unreviewed, any],
  ["of a paper, with papers", [primary], primary, papers],
  ["no paper of tier 2, with papers", [talk], { code: "no-paper" }, papers],
  ["no paper of tier 3, with papers", [abstract], { code: "no-paper" }, papers],
  ["not reviewed, with papers", [unreviewed], { code: "unreviewed" }, papers],
  ["of another cut from a paper", [talk, laterPaper], laterPaper, papers],
]);

const harm = (events: number, cut: string, followUpMonths: number | null) =>
  figure("infection-3", events, 100, { cut, followUpMonths });
const onlyPrimary = { rules: { cut: "primary-only" } } as const;
const latest = { of: infection, rules: { cut: "latest" } } as const;
const [early, late] = [harm(10, "primary", 12), harm(30, "36mo", 36)];
const subset = figure("infection-3", 30, 50, { population: "subset" });
const wholeLater = figure("orr", 60, 100, { cut: "18mo", followUpMonths: 18 });

describeChoices("of another cut is a figure", [
  ["at any distance", [later], later],
  ...[5, 12, 36, null].map((months): Choice => {
    const one = harm(50, "other", months);
    return [`of what accumulates, at ${months} months`, [one], one, { of: infection }];
  }),
  ["not where only the primary one is asked for", [later], { code: "not-primary" }, onlyPrimary],
  ["beside the primary one that is asked for", [later, primary], primary, onlyPrimary],
  ["where the primary one is of a part", [over("subset", 50), wholeLater], wholeLater],
  [
    "that cannot be pooled: the reason of the primary one stands",
    [{ ...harm(50, "other", 60), hold: "unverified" }, subset],
    onlyOver("subset"),
    { of: infection },
  ],
  ["of the longest follow-up, if asked for", [early, late], late, latest],
]);

const counted = figure("orr", 9, 20, { cut: "made-2020", population: "subset", hold: "inferred" });
const made = { rules: { cut: "made-2020" } } as const;

describeChoices("of a named set is a figure", [
  ["that it counted, whatever holds it back", [primary, counted], counted, made],
  ["that no other question counts", [counted], onlyOver("subset")],
  ["and no other", [primary], { code: "not-counted", cut: "made-2020" }, made],
]);

const conflict = { hold: "conflicting-sources" } as const;
const disputed = figure("crs-3", 4, 100, { cut: "unresolved", ...conflict });
const undisputed = figure("crs-3", 22, 100, { cut: "other" });
const primaryCrs = figure("crs-3", 5, 100);
const disputedPart = { ...disputed, population: "subset" as const };

describeChoices("where sources dispute a figure", [
  [
    "another cut settles nothing",
    [disputed, undisputed],
    { code: "held", ...conflict },
    { of: crs },
  ],
  ["the primary cut stands", [disputed, undisputed, primaryCrs], primaryCrs, { of: crs }],
  ["of a part, the whole stands", [disputedPart, undisputed], undisputed, { of: crs }],
]);

const itt = figure("orr", 50, 120, { cut: "itt", population: "leukapheresed" });
const enrolled = { rules: { denominator: "enrolled" } } as const;

describeChoices("over all enrolled is a figure", [
  ["over all with cells collected", [primary, itt], itt, enrolled],
  ["not over the treated", [primary], { code: "not-over", over: "enrolled" }, enrolled],
]);

const neurotoxicity = figure("neurotoxicity-3", 9, 100);
const strict = figure("icans-3", 2, 100);
const regulators = figure("neurotoxicity-3", 20, 100, { hold: "different-definition" });
const broad = { of: icans, rules: { definition: "broad" } } as const;

describeChoices("by a broad definition of ICANS is a figure", [
  ["of neurotoxicity", [neurotoxicity], neurotoxicity, broad],
  ["of ICANS where there is one", [neurotoxicity, strict], strict, broad],
  ["not what regulators count", [regulators], { code: "not-reported" }, broad],
  ["not of neurotoxicity otherwise", [neurotoxicity], { code: "not-reported" }, { of: icans }],
]);

describe("a landmark", () => {
  it("comes as the model takes it: log(-log 0.7), its width from the printed interval", () => {
    const { figure: taken } = chosenLandmark([landmark("pfs-12", 0.7)]);
    expect(taken?.hazard.y).toBeCloseTo(Math.log(-Math.log(0.7)), 12);
    expect(taken?.hazard.approximated).toBe(false);
  });

  it("of another month is not taken", () => {
    expect(chosenLandmark([landmark("pfs-15", 0.7)]).reason).toEqual({ code: "not-reported" });
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
});
