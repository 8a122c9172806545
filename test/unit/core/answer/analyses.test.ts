/**
 * Tests what no approved answer shows of the eight analyses of a difference, and of its range without any one trial.
 */
import { describe, expect, it } from "vitest";
import type { Analysis } from "#core/answer/answer.ts";
import { summariseLeaveOneOutDifferences } from "#core/answer/influential-trials.ts";
import { bayesModel, models } from "#core/answer/models.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort, ComputeProduct } from "#data/compute-set.ts";
import { labelRegions } from "#data/vocabulary.ts";
import {
  approvedIn,
  bispecific,
  cohort,
  datasetOf,
  figure,
  infused,
  orr,
  product,
  widestBut,
} from "../../../support/cohorts.ts";
import { countsOf, rowOf } from "./entries.ts";

const productOf: Readonly<Record<string, string>> = {
  ...{ a: "alpha-cel", g: "gamma-cel", u: "unapproved-cel" },
  ...{ b: "betamab", d: "deltamab" },
};

/** A trial of the product with the first letter of its name. */
function trial(id: string, events: number, over: Partial<ComputeCohort> = {}): ComputeCohort {
  const fields = { product: productOf[id.charAt(0)] ?? "", figures: [figure("orr", events, 100)] };
  return (/^[bd]/.test(id) ? bispecific : cohort)(id, { medianAge: null, ...fields, ...over });
}

/** Returns trials of 100 patients from a text with their responders, such as "a1:95 g1:94". */
const trials = (text: string, over: Partial<ComputeCohort> = {}) =>
  text.split(" ").map((count) => {
    const [id = "", events] = count.split(":");
    return trial(id, Number(events), over);
  });

const bsab = trials("b1:50 b2:55 d1:45 d2:52");
/** A difference that every analysis keeps. */
const carT = trials("a1:95 a2:92 g1:94 g2:93");
const cohorts = [...carT, ...bsab];

type Places = readonly ("us" | "eu")[];
const soldIn = (places: Places) => ({ approvals: places.map((place) => approvedIn(place)) });
const productsIn = (places: Readonly<Record<string, Places>> = {}): ComputeProduct[] =>
  Object.values(productOf).map((slug) => {
    const usual: Places = slug === "unapproved-cel" ? [] : ["us", "eu"];
    return product(slug, slug.endsWith("cel") ? "car-t" : "bsab", soldIn(places[slug] ?? usual));
  });

interface Made {
  cohorts: readonly ComputeCohort[];
  products?: ComputeProduct[];
  query?: Partial<Query>;
}

function analysisOf(
  name: Analysis["analysis"],
  { cohorts, products = productsIn(), query }: Made,
): Analysis {
  const over = { availability: labelRegions, doses: "given", ...query } as const;
  const [contrast] = rowOf(cohorts, over, { products }).contrasts;
  const found = contrast?.analyses?.find((candidate) => candidate.analysis === name);
  if (!found) throw new Error(`no analysis ${name}`);
  return found;
}

/** Returns the responders of each cohort as a text, such as "95/100 92/100". */
const of100 = (cohorts: readonly ComputeCohort[]): string =>
  cohorts.map(({ figures: [response] }) => `${response?.events}/100`).join(" ");

/** The difference per 100 of these counts and the bispecifics, as the default model fits it. */
function fitted(counts: string): number {
  const groups = [counts, of100(bsab)].map((text, index) => ({
    id: `${index}`,
    figures: countsOf(text),
  }));
  return 100 * (bayesModel.compare(groups, "1")[0]?.contrast?.difference ?? Number.NaN);
}

/** Holds the fields of an analysis that cannot be computed, or that changes nothing: all are `null`. */
const noNumbers = {
  ...{ differencePer100: null, differenceInterval: null },
  ...{ oddsRatio: null, oddsRatioInterval: null },
};

/** A situation, its evidence, what the analysis says of it, and from which counts its difference is fitted. */
type Situation = [situation: string, made: Made, expected: Partial<Analysis>, fittedFrom?: string];

const keeps = (over: Partial<Analysis> = {}) => ({ status: "keeps", ...over }) as const;
const loses = (over: Partial<Analysis> = {}) => ({ status: "loses", ...over }) as const;
const impossible = (over: Partial<Analysis> = {}) =>
  ({ status: "cannot-be-made", ...over }) as const;

/** Tests one analysis in situations: an analysis that was computed has a difference, any other analysis has no number at all. */
function describeAnalysis(name: Analysis["analysis"], situations: readonly Situation[]): void {
  describe(name, () => {
    it.each(situations)("%s", (_, made, expected, fittedFrom) => {
      const analysis = analysisOf(name, made);
      const isAnswered = expected.status === "keeps" || expected.status === "loses";
      expect(analysis).toMatchObject({ ...expected, ...(isAnswered ? {} : noNumbers) });
      if (fittedFrom) expect(analysis.differencePer100).toBeCloseTo(fitted(fittedFrom), 3);
    });
  });
}

/** A difference that rests on alpha-cel: what is left without it is near that of the bispecifics. */
const strong = trials("a1:97 a2:97 a3:97 a4:97 a5:97 a6:97");
const weak = trials("g1:60 g2:50 g3:55");
const bySale = [...strong, ...weak, ...bsab];
const inPlaces = (places: Readonly<Record<string, Places>>) => ({ products: productsIn(places) });

const inUs = inPlaces({ "alpha-cel": ["us"], "gamma-cel": ["us"] });

describeAnalysis("place", [
  [
    "lost in one of two: the nearer to 0 is shown",
    { cohorts: bySale, ...inPlaces({ "alpha-cel": ["us"], "gamma-cel": ["eu"] }) },
    loses({ variant: "eu", made: 2 }),
    of100(weak),
  ],
  ["fewer than two trials left on a side", { cohorts, ...inUs }, impossible({ made: 0 })],
  [
    "two parts of one trial left on a side",
    {
      cohorts: [...trials("u1:93 u2:95", { trial: "NCT1" }), ...cohorts],
      ...inPlaces({ "alpha-cel": [], "gamma-cel": [], "unapproved-cel": ["us"] }),
      query: { availability: ["any"] },
    },
    impossible({ made: 0 }),
  ],
]);

it("without any one trial two cohorts of one trial leave together, under the names of both", () => {
  const parts = trials("a1:95 a2:92", { trial: "NCT1" });
  const { made, total, omissions } = analysisOf("trial", {
    cohorts: [...parts, ...trials("g1:94 g2:93"), ...bsab],
  });
  expect([made, total]).toEqual([7, 7]);
  const [first] = omissions ?? [];
  expect(first?.trial).toBe("A1, A2");
  expect(first?.differencePer100).toBeCloseTo(fitted("94/100 93/100"), 3);
});

/** Returns a figure by which `of` patients were infused, of `all` patients with cells collected. */
const planned = (all: number, of = 100) =>
  figure(infused.id, of, all, { population: "leukapheresed" });
const counting = (id: string, events: number, all: number) =>
  trial(id, events, { figures: [figure("orr", events, 100), planned(all)] });
const randomised = (id: string, events: number) =>
  trial(id, 0, { figures: [figure("orr", events, 100, { population: "randomised" })] });
const printed = figure("orr", 95, 120, { population: "leukapheresed", cut: "apheresed" });
const a1 = counting("a1", 95, 110);
const twice = trial("a1", 0, { figures: [figure("orr", 95, 100), printed] });

describeAnalysis("apheresed", [
  [
    "fewer than two trials that print how many were infused",
    { cohorts: [a1, ...cohorts.slice(1)] },
    impossible({ made: 1, total: 4, assumedPer100: null }),
  ],
  [
    "the others divided by the share infused: 200 of 250, so 100 infused are 125 collected",
    { cohorts: [a1, counting("a2", 92, 140), ...trials("g1:94 g2:93"), ...bsab] },
    keeps({ made: 2, total: 4, assumedPer100: 80 }),
    "95/110 92/140 94/125 93/125",
  ],
  [
    "the others in whole patients: 100 / (200 / 223) is 111.5",
    { cohorts: [a1, counting("a2", 92, 113), trial("g1", 94), ...bsab] },
    keeps(),
    "95/110 92/113 94/112",
  ],
  [
    "what is printed of all with cells collected, and of all randomised, as it is",
    { cohorts: [twice, randomised("g1", 80), ...bsab] },
    keeps({ made: 2, total: 2, assumedPer100: null }),
    "95/120 80/100",
  ],
  [
    "nothing where the question counts all apheresed, who are known of every trial",
    { cohorts: [twice, randomised("g1", 80), ...bsab], query: { denominator: "collected" } },
    { status: "same" },
  ],
]);

describeAnalysis("model", [
  [
    "of maximum likelihood: the default model, and the worse one with a wider prior",
    { cohorts, query: { model: "glmm" } },
    keeps({ variant: "half-normal-1.5", made: 2, total: 2 }),
  ],
  [
    "a class in which everybody responded: the likelihood has no maximum, the other prior an answer",
    { cohorts: [...trials("a1:100 g1:100"), ...bsab] },
    keeps({ variant: "half-normal-1.5", made: 1, total: 2 }),
  ],
]);

const aged = (of: readonly ComputeCohort[], ...ages: (number | null)[]) =>
  of.map((trialOf, index) => ({ ...trialOf, medianAge: ages[index] ?? null }));

it.each([
  ["fewer than four ages of a class", [60, 62, 64], "few-trials"],
  ["two ages of a class", [64, 64, 66, 66], "few-ages"],
  ["ages of a class that lie close together", [64.9, 65, 65.1, 65.2], "close-ages"],
  ["no trial of a class within the ages that both span", [60, 61, 70, 71], "none-within"],
] as const)("equal-age: %s", (_, ages, obstacle) => {
  const cohorts = [...aged(carT, ...ages), ...aged(bsab, 62, 64, 66, 68)];
  const expected = { ...impossible({ variant: null, obstacle }), ...noNumbers };
  expect(analysisOf("equal-age", { cohorts })).toMatchObject(expected);
});

// The range of a difference with any one trial left out.

const query = widestBut({ outcome: ["orr"] });
const rangeOf = (cohorts: readonly ComputeCohort[]) =>
  summariseLeaveOneOutDifferences(query, orr, datasetOf([...cohorts]), models);

/** The difference that the same question has without this cohort. */
const differenceWithout = (cohorts: readonly ComputeCohort[], id: string) =>
  rowOf(cohorts, { exclude: [id] }).contrasts[0]?.differencePer100;

describe("without any one trial", () => {
  const cohorts = trials("a1:95 g2:80 a3:85 g4:88 b1:50 d2:55 b3:30 d4:45");

  it("the lowest and the highest difference are those of the question", () => {
    const all = cohorts.map(({ id }) => differenceWithout(cohorts, id) ?? Number.NaN);
    const range = [Math.min(...all), Math.max(...all)];
    expect(rangeOf(cohorts)).toMatchObject({ range, trials: 8 });
  });

  it("counts only what leaves two trials on each side", () => {
    const few = [...trials("a1:95 g2:80"), ...trials("b1:50 d2:55 b3:30")];
    // A trial of CAR-T leaves one.
    expect(rangeOf(few)?.trials).toBe(3);
    expect(rangeOf(few)?.range[0]).toBe(differenceWithout(few, "b3"));
    expect(rangeOf([...few.slice(0, 2), ...trials("b1:50 d2:55")])).toBeNull();
  });

  it("leaves out all parts of one trial together", () => {
    const parts = [trial("a1", 95), trial("a2", 80, { trial: "a1" }), ...cohorts.slice(2)];
    expect(rangeOf(parts)).toMatchObject({ trials: 7 });
  });

  it("counts a trial that was left out for its patients, where the larger one is", () => {
    const shared = [{ with: "a1", kind: "contained" as const, reason: "same patients" }];
    const made = [...cohorts, trial("part", 10, { n: 40, overlaps: shared })].map((part) =>
      part.id === "part" ? { ...part, figures: [figure("orr", 4, 40)] } : part,
    );
    // Without the larger cohort, the smaller one comes back with its low rate.
    expect(rangeOf(made)?.trials).toBe(8);
    expect(rangeOf(made)?.range[0]).toBe(differenceWithout(made, "a1"));
  });
});
