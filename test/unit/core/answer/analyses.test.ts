/**
 * Tests what no approved answer shows of the nine analyses of a difference.
 */
import { describe, expect, it } from "vitest";
import { addAllAnalyses } from "#core/answer/analyses.ts";
import type { Analysis } from "#core/answer/answer.ts";
import { compareClasses } from "#core/answer/compare.ts";
import { analysisNames } from "#core/answer/difference-codes.ts";
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
const noNumbers = { differencePer100: null, differenceInterval: null, changing: null };

/** A situation, its evidence, what the analysis says of it, and from which counts its difference is fitted. */
type Situation = [situation: string, made: Made, expected: Partial<Analysis>, fittedFrom?: string];

const kept = (over: Partial<Analysis> = {}) => ({ status: "made", changing: 0, ...over }) as const;
const changed = (changing: number, over: Partial<Analysis> = {}) => ({ ...kept(over), changing });
const impossible = (over: Partial<Analysis> = {}) =>
  ({ status: "cannot-be-made", ...over }) as const;

/** Tests one analysis in situations: an analysis that was computed has a difference, any other analysis has no number at all. */
function describeAnalysis(name: Analysis["analysis"], situations: readonly Situation[]): void {
  describe(name, () => {
    it.each(situations)("%s", (_, made, expected, fittedFrom) => {
      const analysis = analysisOf(name, made);
      const isAnswered = expected.status === "made" || expected.status === "scenario";
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
    changed(1, { variant: "eu", made: 2 }),
    of100(weak),
  ],
  [
    "fewer than two trials left on a side",
    { cohorts, ...inUs },
    impossible({ obstacle: "few-left" }),
  ],
  [
    "two parts of one trial left on a side",
    {
      cohorts: [...trials("u1:93 u2:95", { trial: "NCT1" }), ...cohorts],
      ...inPlaces({ "alpha-cel": [], "gamma-cel": [], "unapproved-cel": ["us"] }),
      query: { availability: ["any"] },
    },
    impossible({ obstacle: "few-left" }),
  ],
]);

describeAnalysis("product", [
  ["each in turn, also where its trials are several", { cohorts }, kept({ made: 4, total: 4 })],
  [
    "not where each has one trial, without which the same is left",
    { cohorts: trials("a1:95 g1:92 b1:50 d1:55") },
    impossible({ obstacle: "as-trials", total: 4 }),
  ],
]);

describeAnalysis("product-once", [
  [
    "the trials of a drug are one",
    { cohorts: [...trials("a1:95 a2:85 g1:94"), ...trials("b1:50 b2:48 d1:45")] },
    kept(),
  ],
  [
    "one drug on a side",
    { cohorts: trials("a1:95 a2:92 a3:93 b1:50 b2:55 d1:52") },
    impossible({ obstacle: "few-left" }),
  ],
  ["each drug has one trial", { cohorts: trials("a1:95 g1:92 b1:50 d1:55") }, { status: "same" }],
]);

it("each drug counted once sums the trials of a drug before it is fitted", () => {
  const made = [...trials("a1:95 a2:85 g1:94"), ...bsab];
  const { differencePer100 } = analysisOf("product-once", { cohorts: made });
  const sides = ["180/200 94/100", "105/200 97/200"].map((text, index) => ({
    id: `${index}`,
    figures: countsOf(text),
  }));
  const fit = bayesModel.compare(sides, "1")[0]?.contrast;
  expect(differencePer100).toBeCloseTo(100 * (fit?.difference ?? Number.NaN), 3);
});

it("a series of several drugs is no drug that is counted once", () => {
  const series = trials("a3:20", { product: "alpha-cel-or-gamma-cel" });
  const made = [...trials("a1:95 a2:85 g1:94"), ...bsab];
  const [withSeries, without] = [[...made, ...series], made].map((all) =>
    analysisOf("product-once", { cohorts: all }),
  );
  expect(withSeries?.differencePer100).toBe(without?.differencePer100);
});

it("of several trials without which 0 lies within, the one is shown that leaves the smallest difference", () => {
  const { changing, differencePer100, omissions } = analysisOf("trial", {
    cohorts: trials("a1:75 a2:90 g1:80 b1:50 b2:62 d1:45"),
  });
  const [smallest] = (omissions ?? [])
    .filter(({ differenceInterval }) => (differenceInterval?.[0] ?? 0) <= 0)
    .sort((a, b) => Number(a.differencePer100) - Number(b.differencePer100));
  expect(changing).toBeGreaterThan(1);
  expect(differencePer100).toBe(smallest?.differencePer100);
});

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
    impossible({ made: 1, total: 4, assumedPer100: null, obstacle: "not-reported" }),
  ],
  [
    "the others divided by the share infused: 200 of 250, so 100 infused are 125 collected",
    { cohorts: [a1, counting("a2", 92, 140), ...trials("g1:94 g2:93"), ...bsab] },
    kept({ made: 2, total: 4, assumedPer100: 80 }),
    "95/110 92/140 94/125 93/125",
  ],
  [
    "known for fewer than half of the patients it is a scenario",
    { cohorts: [a1, counting("a2", 92, 140), ...trials("a3:95 g1:94 g2:93"), ...bsab] },
    { status: "scenario", made: 2, total: 5 },
  ],
  [
    "the others in whole patients: 100 / (200 / 223) is 111.5",
    { cohorts: [a1, counting("a2", 92, 113), trial("g1", 94), ...bsab] },
    kept(),
    "95/110 92/113 94/112",
  ],
  [
    "what is printed of all with cells collected, and of all randomised, as it is",
    { cohorts: [twice, randomised("g1", 80), ...bsab] },
    kept({ made: 2, total: 2, assumedPer100: null }),
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
    "of maximum likelihood: the default model",
    { cohorts, query: { model: "glmm" } },
    kept({ variant: "bayes" }),
  ],
  [
    "a class in which everybody responded: the likelihood has no maximum",
    { cohorts: [...trials("a1:100 g1:100 g2:100"), ...bsab] },
    impossible({ obstacle: "no-fit" }),
  ],
  [
    "two trials on a side, with which no other model can tell",
    { cohorts: [...trials("a1:95 g1:92"), ...bsab] },
    impossible({ obstacle: "two-trials" }),
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

const addedTo = (cohorts: readonly ComputeCohort[]) => {
  const data = datasetOf([...cohorts], { products: productsIn() });
  const query = widestBut({ outcome: ["orr"], availability: labelRegions });
  const answer = compareClasses(query, data, models);
  const namesOf = ({ outcomes }: typeof answer) =>
    outcomes[0]?.contrasts[0]?.analyses?.map(({ analysis }) => analysis) ?? null;
  return [namesOf(answer), namesOf(addAllAnalyses(answer, data, models))];
};

it("a screen has all where the difference is clear of 0, else two, and the rest when it is asked for", () => {
  const near = [...trials("a1:55 a2:52 g1:54 g2:53"), ...bsab];
  expect(addedTo(near)).toEqual([["trial", "apheresed"], analysisNames]);
  expect(addedTo(cohorts)).toEqual([analysisNames, analysisNames]);
  // Without a difference there is none to repeat.
  expect(addedTo(cohorts.slice(3))).toEqual([null, null]);
});

it("where 0 lies within, the trial is shown without which it does not", () => {
  const made = [...trials("a1:80 a2:78 g1:82 g2:20"), ...bsab];
  expect(analysisOf("trial", { cohorts: made })).toMatchObject(changed(1, { variant: "G2" }));
});

it("two analyses that refit the same figures are one, named by the first", () => {
  const finding = { doses: "escalation" } as const;
  const made = [...trials("a1:95 a2:92 g1:94"), ...trials("g2:90", finding), ...bsab];
  const repeats = { analysis: "trial", variant: "G2" };
  expect(analysisOf("dose", { cohorts: made })).toMatchObject({ status: "made", repeats });
});
