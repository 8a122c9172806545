/** Tests which figure stands for a cohort, by the figures that it has and the rules of the question. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { chooseFigure, chooseLandmark, type FigureRules } from "#core/evidence/choose.ts";
import type { ComputeCohort, ComputeFigure, ComputeLandmark } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { holds, type Population, populations } from "#data/vocabulary.ts";
import { listContainingOutcomes } from "#data/wholes.ts";
import {
  cohort,
  crs,
  figure,
  icans,
  landmark,
  orr,
  outcome,
  pfs,
  widest,
} from "../../../support/cohorts.ts";

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
const nearlyAll = over("efficacy-evaluable", 101);
const evaluable = (n: number) => [over("efficacy-evaluable", n)];
const later = figure("orr", 60, 100, { cut: "60mo", followUpMonths: 60 });
const ofResponders = { ...later, population: "responders" as const };

describeChoices("over all patients is a figure", [
  ...wholes.map((population): Choice => {
    const counted = over(population);
    return [`over the ${population}`, [counted], counted];
  }),
  ...parts.map(
    (population): Choice => [
      `not over the ${population}`,
      [over(population)],
      onlyOver(population),
    ],
  ),
  ["over 90 of 100 evaluable", [most], most],
  ["over 101 of 107 evaluable", [nearlyAll], nearlyAll, { n: 107 }],
  ["over 89 of 100 evaluable not", evaluable(89), few],
  ["over 96 of 107 evaluable not", evaluable(96), few, { n: 107 }],
  ["over evaluable of not known how many not", evaluable(100), few, { n: null }],
  ["over responders of another cut not", [ofResponders], onlyOver("responders")],
]);

const ofTier = (tier: ComputeFigure["tier"]) => figure("orr", 50, 100, { tier });
const [talk, abstract, unreviewed] = [ofTier(2), ofTier(3), ofTier(4)];
const any = { rules: { sources: "any" } } as const;
const papers = { rules: { sources: "papers" } } as const;
const laterPaper = figure("orr", 52, 100, { cut: "later", followUpMonths: 14 });

describeChoices("by its source is a figure", [
  ...holds.map((hold): Choice => {
    return [`held: ${hold}`, [figure("orr", 50, 100, { hold })], { code: "held", hold }];
  }),
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
    ["with n, followed for 12.1 months", chosen(onlyN(12.1)), null],
    ["with n, followed for 11.9 months", chosen(onlyN(11.9)), short(true)],
    ["with n, of unknown follow-up", chosen(onlyN(null)), short(false)],
    [
      "at 24 months with n, followed for 18",
      chosen(onlyN(18), { ...pfs, id: "pfs-24" }, "pfs-24"),
      short(true),
    ],
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
