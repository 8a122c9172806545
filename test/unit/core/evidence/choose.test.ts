/** Tests which figure stands for a cohort, by the figures that it has and the rules of the question. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import {
  type CountedFigure,
  chooseFigure,
  chooseLandmark,
  type FigureRules,
} from "#core/evidence/choose.ts";
import { isDataCutChosenByRule, sortFiguresBestCutFirst } from "#core/evidence/cuts.ts";
import { findFigureOverApheresed } from "#core/evidence/leukapheresed.ts";
import type { ComputeCohort, ComputeFigure, ComputeLandmark } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { holds, type Population, populations } from "#data/vocabulary.ts";
import { listContainingOutcomes } from "#data/wholes.ts";
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
import { forAny } from "../../../support/for-any.ts";

interface Asked {
  readonly of?: Outcome;
  /** Holds the number of patients of the cohort; 100 without it. */
  readonly n?: number | null;
  readonly rules?: Partial<FigureRules>;
}

type Reason = { readonly code: string; readonly [more: string]: unknown };

/** The figures of a cohort, and the one that is chosen, or why none is. */
type Choice = [
  situation: string,
  figures: readonly ComputeFigure[],
  chosen: ComputeFigure | Reason,
  question?: Asked,
];

function describeChoices(title: string, choices: readonly Choice[]): void {
  describe(title, () => {
    it.each(choices)("%s", (_, figures, expected, { of = orr, n = 100, rules } = {}) => {
      const reporting = cohort("a", { figures: [...figures], n, followUpMonths: 12 });
      const chosen = chooseFigure(reporting, of, { ...widest, ...rules });
      if ("code" in expected) expect(chosen).toMatchObject({ figure: null, reason: expected });
      else expect(chosen.figure).toBe(expected);
    });
  });
}

const primary = figure("orr", 50, 100);
const over = (population: Population, n = 100) => figure("orr", 50, n, { population });
const onlyOver = (population: Population) => ({ code: "only-over", population });
const notOver = (population: string) => ({ code: "not-over", over: population });
const notReported = { code: "not-reported" };

const wholes = ["treated", "safety", "randomised"] as const;
const parts = ["responders", "mrd-evaluable", "subset", "leukapheresed"] as const;
const [few, most] = [onlyOver("efficacy-evaluable"), over("efficacy-evaluable", 90)];
const evaluable = (n: number) => [over("efficacy-evaluable", n)];
const later = figure("orr", 60, 100, { cut: "60mo", followUpMonths: 60 });
const ofResponders = { ...later, population: "responders" as const };

describeChoices("over all patients is a figure", [
  ...wholes.map((population): Choice => {
    const counted = over(population);
    return [`over the ${population}`, [counted], counted];
  }),
  ...parts.map(
    (population): Choice => [`not over ${population}`, [over(population)], onlyOver(population)],
  ),
  ["over 90 of 100 evaluable", [most], most],
  ["over 89 of 100 evaluable not", evaluable(89), few],
  ["over evaluable of not known how many not", evaluable(100), few, { n: null }],
  ["over responders of another cut not", [ofResponders], onlyOver("responders")],
]);

const ofTier = (tier: ComputeFigure["tier"]) => figure("orr", 50, 100, { tier });
const [talk, abstract, unreviewed] = [ofTier(2), ofTier(3), ofTier(4)];
const any = { rules: { sources: "any" } } as const;
const papers = { rules: { sources: "papers" } } as const;
const laterPaper = figure("orr", 52, 100, { cut: "later", followUpMonths: 14 });

describeChoices("by its source is a figure", [
  ...holds.map((hold): Choice => [`held: ${hold}`, [{ ...primary, hold }], { code: "held", hold }]),
  ["of tier 3", [abstract], abstract],
  ["not reviewed", [unreviewed], { code: "unreviewed" }],
  ["not reviewed, with any source", [unreviewed], unreviewed, any],
  ["of a paper, with papers", [primary], primary, papers],
  ["no paper of tier 2, with papers", [talk], { code: "no-paper" }, papers],
  ["not reviewed, with papers", [unreviewed], { code: "unreviewed" }, papers],
  ["of another cut from a paper", [talk, laterPaper], laterPaper, papers],
]);

const disputed = figure("crs-3", 4, 50, {
  ...{ cut: "unresolved", population: "subset", hold: "conflicting-sources" },
});
const undisputed = figure("crs-3", 22, 100, { cut: "other" });

describeChoices("where sources dispute a figure", [
  ["of a part, the whole stands", [disputed, undisputed], undisputed, { of: crs }],
]);

const neurotoxicity = figure("neurotoxicity-3", 9, 100);
const strict = figure("icans-3", 2, 100);
const regulators = figure("neurotoxicity-3", 20, 100, { hold: "different-definition" });
const broad = { of: icans, rules: { definition: "broad" } } as const;

describeChoices("by a broad definition of ICANS is a figure", [
  ["of neurotoxicity", [neurotoxicity], neurotoxicity, broad],
  ["of ICANS where there is one", [neurotoxicity, strict], strict, broad],
  ["not what regulators count", [regulators], notReported, broad],
  ["not of neurotoxicity otherwise", [neurotoxicity], notReported, { of: icans }],
]);

describe("a landmark", () => {
  const chosen = (over: Partial<ComputeLandmark> = {}, of = pfs, id = "pfs-12") =>
    chooseLandmark(cohort("a", { landmarks: [landmark(id, 0.7, over)] }), of, widest);
  const dor = outcome("dor-12", { over: "responders", kind: "landmark" });
  const later24 = { ...pfs, id: "pfs-24" };
  const onlyN = (followUpMonths: number | null) => ({ interval: null, followUpMonths });
  const short = (isFollowUpKnown: boolean) => ({ code: "follow-up-short", isFollowUpKnown });

  it("comes as the model takes it: log(-log 0.7), its width from the printed interval", () => {
    const { figure: taken } = chosen();
    expect(taken?.hazard.y).toBeCloseTo(Math.log(-Math.log(0.7)), 12);
    expect(taken?.hazard.approximated).toBe(false);
  });

  it.each<[string, ReturnType<typeof chosen>, object | null]>([
    ["of another month", chosen({}, pfs, "pfs-15"), notReported],
    ["with a number at risk, of any follow-up", chosen({ ...onlyN(6), atRisk: 30 }), null],
    ["with n, followed for 12 months", chosen(onlyN(12)), null],
    ["with n, followed for 11.9 months", chosen(onlyN(11.9)), short(true)],
    ["with n, of unknown follow-up", chosen(onlyN(null)), short(false)],
    ["at 24 months, followed for 18", chosen(onlyN(18), later24, later24.id), short(true)],
    ["without a width", chosen({ interval: null, n: null }), { code: "no-interval" }],
    ...populations.map((population): [string, ReturnType<typeof chosen>, object | null] => [
      `of response over ${population}`,
      chosen({ population }, dor, dor.id),
      population === "responders" ? null : notOver("responders"),
    ]),
  ])("%s", (_, { figure: taken, reason }, why) => {
    expect(reason).toEqual(why);
    expect(taken === null).toBe(why !== null);
  });
});

it.each(["primary", "latest"])(
  "of no cohort of the data a part exceeds its whole, by cut=%s",
  (cut) => {
    const { cohorts, outcomes } = dataset;
    const chosen = (of: Outcome, reporting: ComputeCohort) =>
      chooseFigure(reporting, of, { ...widest, cut }).figure;
    const exceeding = cohorts.flatMap((reporting) =>
      outcomes.flatMap((part) =>
        listContainingOutcomes(part.id, outcomes).flatMap((whole) => {
          const [few, many] = [chosen(part, reporting), chosen(whole, reporting)];
          if (few === null || many === null || few.n !== many.n) return [];
          return few.events > many.events ? [`${reporting.id} ${part.id} ${whole.id}`] : [];
        }),
      ),
    );
    expect(exceeding).toEqual([]);
  },
);

// Tests which cut of a cohort stands for an outcome.

interface Cut {
  cut: string;
  followUpMonths: number | null;
}

const at = (followUpMonths: number | null, cut = `${followUpMonths} mo`): Cut => ({
  cut,
  followUpMonths,
});

/** The order of these cuts of a trial whose primary paper followed it for 12 months. */
function orderOf(figures: readonly Cut[], of = orr, rule = "primary", primary: number | null = 12) {
  return sortFiguresBestCutFirst(figures, { followUpMonths: primary }, of, rule).map(
    ({ cut }) => cut,
  );
}

it("of what does not accumulate, a cut of the follow-up of the primary one is the nearest", () => {
  expect(orderOf([at(11), at(13), at(12)])).toEqual(["12 mo", "13 mo", "11 mo"]);
});

describe("of what accumulates with time", () => {
  it.each([
    [17.9, "primary"],
    [18, "13 mo"],
    [null, "primary"],
  ] as const)("what the primary paper prints of %j months: %s stands", (months, first) => {
    const [stands] = orderOf([at(13), at(months, "primary")], infection);
    expect(stands).toBe(first);
  });

  it("what the primary paper quotes of a much later cut is one of its months", () => {
    const order = orderOf([at(20), at(36), at(30, "primary")], infection);
    expect(order).toEqual(["20 mo", "primary", "36 mo"]);
    expect(orderOf([at(20), at(30, "primary")], infection, "primary", null)[0]).toBe("primary");
  });
});

it("the order of the file decides nothing", () => {
  const cuts = fc.uniqueArray(
    fc.record({
      cut: fc.constantFrom("primary", "a", "b", "c", "d"),
      followUpMonths: fc.option(fc.constantFrom(6, 12, 13, 24, 40)),
    }),
    { selector: ({ cut }) => cut },
  );
  const rule = fc.constantFrom("primary", "latest", "primary-only");
  forAny([cuts, fc.constantFrom(orr, infection), rule], (figures, of, by) => {
    expect(orderOf(figures.toReversed(), of, by)).toEqual(orderOf(figures, of, by));
  });
});

it("a cut is chosen by a rule, unless a published set names it", () => {
  const names = ["primary", "latest", "primary-only", "as-counted-2020"];
  expect(names.map((cut) => isDataCutChosenByRule({ cut }))).toEqual([true, true, true, false]);
});

// A response over all whose cells were collected: which figure says it, and which does not.

const collected = { population: "leukapheresed" } as const;
const responders: CountedFigure = { ...figure("orr", 94, 128), events: 94, n: 128 };
const planned = figure("infused", 128, 140, { ...collected, followUpMonths: null });
const intention = figure("orr", 95, 140, { ...collected, cut: "itt" });
const derived = { ...responders, ...collected, n: 140, countFrom: "infused" };

interface Situation {
  readonly of?: typeof orr;
  readonly changed?: Partial<CountedFigure>;
  readonly sources?: "reviewed" | "papers";
}

const collectedOver = (figures: readonly ComputeFigure[], situation: Situation = {}) => {
  const figureOfCohort = { ...responders, ...situation.changed };
  const { of = orr, sources = "reviewed" } = situation;
  const reporting = cohort("a", { figures: [figureOfCohort, ...figures] });
  return findFigureOverApheresed(reporting, of, figureOfCohort, { sources });
};

const unknown = { followUpMonths: null };
const same = { ...intention, ...unknown, events: 94 };
const laterIntention = { ...intention, followUpMonths: 24 };
const heldFigure = { ...intention, hold: "conflicting-sources" } as const;
const onlyPapers = { sources: "papers" } as const;
const cr = outcome("cr", { partOf: "vgpr" });
const partOfHarm = outcome("icans-3", { direction: "harm", partOf: "icans" });
const otherPopulations = populations.filter((population) => population !== "treated");

describe("a response over all with cells collected", () => {
  it.each<[string, object, ...Parameters<typeof collectedOver>]>([
    ["the printed one of the same cut", intention, [planned, intention]],
    ["the printed one alone", intention, [intention]],
    ["derived beside a printed one of another cut", derived, [planned, laterIntention]],
    ["that of unknown follow-up of the same patients", same, [same], { changed: unknown }],
    ["derived for a part of response", derived, [planned], { of: cr }],
  ])("is %s", (_, expected, ...reported) => {
    expect(collectedOver(...reported)?.figure).toEqual(expected);
  });

  const both = [planned, intention];
  type Reported = [string, ...Parameters<typeof collectedOver>];

  it.each<Reported>([
    ["a printed one of another cut", [laterIntention]],
    ["of unknown follow-up of others", [{ ...intention, ...unknown }], { changed: unknown }],
    ["of unknown follow-up, where the own is known", [same]],
    ["derived beside a printed one that is held", [planned, heldFigure]],
    ["derived beside one that is no paper", [planned, { ...intention, tier: 2 }], onlyPapers],
    ["derived where others were infused", [{ ...planned, events: 127 }]],
    ["derived where others were counted", [planned], { changed: { n: 127 } }],
    ["derived from another cut", [{ ...planned, cut: "later" }]],
    ["derived of another cut", [planned], { changed: { cut: "24mo" } }],
    ["derived from what is held", [{ ...planned, hold: "inferred" }]],
    ["derived from no number collected", [{ ...planned, n: null }]],
    ["derived while others may be infused yet", [{ ...planned, collection: "waiting" }]],
    ["derived from no paper", [{ ...planned, tier: 2 }], onlyPapers],
    ["derived from what nobody reviewed", [{ ...planned, tier: 4 }]],
    ...[infection, infused, outcome("mrd-negative"), partOfHarm].map(
      (of): Reported => [`of ${of.id}`, both, { of }],
    ),
    ...otherPopulations.map(
      (population): Reported => [`of ${population}`, both, { changed: { population } }],
    ),
    ...populations
      .filter((population) => population !== "leukapheresed")
      .map((population): Reported => [`derived of ${population}`, [{ ...planned, population }]]),
  ])("is not %s", (_, ...reported) => {
    expect(collectedOver(...reported)).toBeNull();
  });
});
