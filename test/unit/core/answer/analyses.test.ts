/** Tests the eight analyses of a difference: how each is made, and what it may say. */
import { describe, expect, it } from "vitest";
import type { Analysis } from "#core/answer/answer.ts";
import { compareClasses } from "#core/answer/compare.ts";
import { bayesModel, models } from "#core/answer/models.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort, ComputeFigure, ComputeProduct } from "#data/compute-set.ts";
import { labelRegions } from "#data/vocabulary.ts";
import {
  approvedIn,
  bispecific,
  cohort,
  datasetOf,
  figure,
  infused,
  product,
  widest,
} from "../../../support/cohorts.ts";
import { countsOf } from "./entries.ts";

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

function contrastOf({ cohorts, products = productsIn(), query }: Made) {
  const question = { ...widest, availability: labelRegions, doses: "given", ...query } as const;
  const made = datasetOf([...cohorts], { products });
  const [row] = compareClasses({ ...question, outcome: ["orr"] }, made, models).outcomes;
  const [contrast] = row?.contrasts ?? [];
  if (!contrast) throw new Error("no contrast");
  return contrast;
}

function analysisOf(name: Analysis["analysis"], made: Made): Analysis {
  const found = contrastOf(made).analyses?.find((candidate) => candidate.analysis === name);
  if (!found) throw new Error(`no analysis ${name}`);
  return found;
}

/** Returns the responders of each cohort as a text, such as "95/100 92/100". */
const of100 = (cohorts: readonly ComputeCohort[]): string =>
  cohorts.map(({ figures: [response] }) => `${response?.events}/100`).join(" ");

/** The difference per 100 of these counts and the bispecifics, as the model fits it. */
function fitted(counts: string): number {
  const groups = [
    { id: "car-t", figures: countsOf(counts) },
    { id: "bsab", figures: countsOf(of100(bsab)) },
  ];
  const [compared] = bayesModel.compare(groups, "bsab");
  return 100 * (compared?.contrast?.difference ?? Number.NaN);
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
const same = (over: Partial<Analysis> = {}) => ({ status: "same", ...over }) as const;

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

const ofAlpha = of100(trials("a1:95 a2:92"));
const any = { availability: ["any"] } as const;
/** A difference that rests on alpha-cel: what is left without it is near that of the bispecifics. */
const strong = trials("a1:97 a2:97 a3:97 a4:97 a5:97 a6:97");
const weak = trials("g1:60 g2:50");
const resting = [...strong, ...weak, trial("g3", 55), ...bsab];
const inPlaces = (places: Readonly<Record<string, Places>>) => ({ products: productsIn(places) });
const alphaInUs = inPlaces({ "alpha-cel": ["us"] });
const gammaInUs = inPlaces({ "gamma-cel": ["us"] });
const alphaInUsGammaInEu = inPlaces({ "alpha-cel": ["us"], "gamma-cel": ["eu"] });
const bothInUs = inPlaces({ "alpha-cel": ["us"], "gamma-cel": ["us"] });

const lines = (min: number) => ({ priorLines: { min, max: null } });
const byLine = (line: "1" | "any"): Made => ({
  cohorts: cohorts.map((trialMade) => ({ ...trialMade, setting: "early" as const })),
  products: productsIn().map((productMade) => {
    const us = approvedIn("us", lines(productMade.slug === "gamma-cel" ? 3 : 1));
    return { ...productMade, approvals: [us, approvedIn("eu", lines(1))] };
  }),
  query: { labelled: "line", availability: ["us", "eu"], lines: line },
});
const oneTrial = inPlaces({ "alpha-cel": [], "gamma-cel": [], "unapproved-cel": ["us"] });

describeAnalysis("place", [
  ["the same trials in each", { cohorts }, same({ variant: null, made: 0 })],
  ["other trials in one", { cohorts, ...gammaInUs }, keeps({ variant: "eu", made: 1 }), ofAlpha],
  ["lost in one", { cohorts: resting, ...alphaInUs }, loses({ variant: "eu", made: 1 })],
  [
    "lost in one of two: the nearer to 0 is shown",
    { cohorts: resting, ...alphaInUsGammaInEu },
    loses({ variant: "eu", made: 2 }),
    of100([...weak, trial("g3", 55)]),
  ],
  [
    "a label for later lines than those asked",
    byLine("1"),
    keeps({ variant: "us", made: 1 }),
    ofAlpha,
  ],
  ["such a label where any number of lines is asked", byLine("any"), same({ made: 0 })],
  [
    "without what is approved nowhere, where that was asked for",
    { cohorts: [...cohorts, trial("u1", 99)], query: any },
    keeps({ made: 3 }),
  ],
  ["fewer than two trials left on a side", { cohorts, ...bothInUs }, impossible({ made: 0 })],
  [
    "two parts of one trial left on a side",
    { cohorts: [...trials("u1:93 u2:95", { trial: "NCT1" }), ...cohorts], ...oneTrial, query: any },
    impossible({ made: 0 }),
  ],
]);

it("place is not computed for a published set, which chose its cohorts by no place", () => {
  const ids = cohorts.map(({ id }) => id);
  const set = { id: "made", name: "Made", cohortsPooled: null, pins: {}, cohorts: ids };
  const made = datasetOf(cohorts, { ...gammaInUs, sets: [set] });
  const query = { ...widest, set: "made", outcome: ["orr"] };
  const analyses = compareClasses(query, made, models).outcomes[0]?.contrasts[0]?.analyses;
  expect(analyses?.[0]).toMatchObject({ analysis: "place", ...impossible({ made: 0 }) });
  expect(analyses?.[1]).toMatchObject({ analysis: "product", ...keeps({ made: 4 }) });
});

const silent = trial("u1", 0, { figures: [] });

describeAnalysis("product", [
  ["all products", { cohorts }, keeps({ made: 4, total: 4 })],
  [
    "all products, of a lower rate",
    { cohorts: [...trials("a1:5 a2:8 g1:6 g2:7"), ...bsab] },
    keeps({ made: 4, total: 4 }),
  ],
  [
    "one without which a single trial is left",
    { cohorts: [...trials("a1:95 a2:92 g1:94"), ...bsab] },
    keeps({ made: 3, total: 4 }),
  ],
  [
    "a single trial of each",
    { cohorts: trials("a1:95 g1:94 b1:20 d1:21") },
    impossible({ variant: null, made: 0, total: 4 }),
  ],
  [
    "lost without one of them",
    { cohorts: [...strong, ...weak, ...bsab] },
    loses({ variant: "alpha-cel", made: 4, total: 4 }),
    of100(weak),
  ],
  [
    "one without a figure in the row",
    { cohorts: [...cohorts, silent], query: any },
    keeps({ total: 4 }),
  ],
]);

describeAnalysis("trial", [
  ["each trial in turn; the worst is shown", { cohorts }, keeps({ made: 8, total: 8, lost: 0 })],
  [
    "two trials on a side: without one of them nothing is left to compare",
    { cohorts: [...trials("a1:95 g1:94"), ...bsab] },
    keeps({ made: 4, total: 6, lost: 0 }),
  ],
  [
    "two trials on each side",
    { cohorts: trials("a1:95 g1:94 b1:20 d1:21") },
    impossible({ variant: null, made: 0, total: 4, lost: 0, omissions: [] }),
  ],
  [
    "lost without one of them",
    { cohorts: [...trials("a1:97 a2:96 g1:72"), ...bsab] },
    loses({ made: 7, total: 7 }),
  ],
]);

describe("without any one trial", () => {
  it("two cohorts of one trial leave together, under the name that comes first", () => {
    const parts = trials("a1:95 a2:92", { trial: "NCT1" });
    const { made, total, omissions } = analysisOf("trial", {
      cohorts: [...parts, ...trials("g1:94 g2:93"), ...bsab],
    });
    expect([made, total]).toEqual([7, 7]);
    const [first] = omissions ?? [];
    expect(first?.trial).toBe("A1");
    expect(first?.differencePer100).toBeCloseTo(fitted("94/100 93/100"), 3);
  });
});

const searching = trials("a3:98 a4:98 a5:98 g3:98 g4:98 g5:98", { doses: "escalation" });
const few = trials("a1:60 g1:52");
const oneOfCarT = [trial("a1", 95), ...bsab];

describeAnalysis("dose", [
  ["no trial that searched for a dose", { cohorts }, same()],
  ["one beside others", { cohorts: [...cohorts, ...searching.slice(5)] }, keeps(), of100(carT)],
  ["all of the finding", { cohorts: [...searching, ...few, ...bsab] }, loses(), of100(few)],
  ["all but one on a side", { cohorts: [...searching, ...oneOfCarT] }, impossible()],
]);

const inAbstract = (id: string, events: number, ...more: ComputeFigure[]) =>
  trial(id, 0, { figures: [figure("orr", events, 100, { tier: 3 }), ...more] });
const later = figure("orr", 85, 100, { cut: "later", followUpMonths: 30 });
const abstracts = searching.map(({ id }) => inAbstract(id, 98));

describeAnalysis("papers", [
  ["papers, labels and regulators only", { cohorts }, same()],
  [
    "a figure of a lower tier",
    { cohorts: [...cohorts, inAbstract("a3", 99)] },
    keeps(),
    of100(carT),
  ],
  [
    "such a figure of a trial with a paper, too",
    { cohorts: [...cohorts, inAbstract("a3", 99, later)] },
    keeps(),
    `${of100(carT)} 85/100`,
  ],
  ["abstracts on which the finding rests", { cohorts: [...abstracts, ...few, ...bsab] }, loses()],
  ["no paper", { cohorts: [...abstracts, ...bsab] }, impossible()],
]);

/** Returns a figure by which `of` patients were infused, of `all` patients with cells collected. */
const planned = (all: number, of = 100) =>
  figure(infused.id, of, all, { population: "leukapheresed" });
const counting = (id: string, events: number, all: number) =>
  trial(id, events, { figures: [figure("orr", events, 100), planned(all)] });
const randomised = (id: string, events: number) =>
  trial(id, 0, { figures: [figure("orr", events, 100, { population: "randomised" })] });
const printed = figure("orr", 95, 120, { population: "leukapheresed", cut: "apheresed" });
const [a1, withoutFirst] = [counting("a1", 95, 110), cohorts.slice(1)];
const infusedOnly = trial("a5", 0, { figures: [planned(90, 50)] });

describeAnalysis("apheresed", [
  [
    "fewer than two trials that print how many were infused",
    { cohorts: [a1, ...withoutFirst] },
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
    "the share also of a trial without the outcome: 150 of 200",
    { cohorts: [a1, ...withoutFirst, infusedOnly] },
    keeps({ made: 1, total: 4, assumedPer100: 75 }),
  ],
  [
    "what is printed of all with cells collected, and of all randomised, as it is",
    {
      cohorts: [
        trial("a1", 0, { figures: [figure("orr", 95, 100), printed] }),
        randomised("g1", 80),
        ...bsab,
      ],
    },
    keeps({ made: 2, total: 2, assumedPer100: null }),
    "95/120 80/100",
  ],
  [
    "all counted anyway",
    { cohorts: [...["a1", "a2", "g1"].map((id) => randomised(id, 90)), ...bsab] },
    same({ made: 3, total: 3 }),
  ],
  [
    "too few of them with a response",
    { cohorts: [counting("a1", 80, 190), counting("g1", 82, 190), trial("g2", 81), ...bsab] },
    loses(),
  ],
]);

const everybody = trials("a1:100 g1:100");

describeAnalysis("model", [
  [
    "the same trials, each class with its own spread: the worse of two models",
    { cohorts },
    keeps({
      ...{ variant: "half-normal-1.5", made: 2, total: 2 },
      oddsRatioInterval: [expect.any(Number), expect.any(Number)],
    }),
  ],
  [
    "few trials that agree: the wider prior is the worse",
    { cohorts: trials("a1:95 g1:94 b1:50 d1:52") },
    keeps({ variant: "half-normal-1.5", made: 2, total: 2 }),
  ],
  [
    "a finding that rests on the prior of the spread",
    { cohorts: [...trials("a1:96 g1:80"), ...bsab] },
    loses({ variant: "glmm", made: 2 }),
  ],
  [
    "a class in which everybody responded: the likelihood has no maximum, the other prior an answer",
    { cohorts: [...everybody, ...bsab] },
    keeps({ variant: "half-normal-1.5", made: 1, total: 2 }),
  ],
]);

describe("another model", () => {
  const [few, many] = [trials("a1:96 g1:80"), carT];

  it.each<[Query["model"], readonly string[]]>([
    ["bayes", ["glmm", "half-normal-1.5"]],
    ["glmm", ["bayes", "half-normal-1.5"]],
    ["reml", ["glmm", "bayes"]],
    ["dl", ["glmm", "bayes"]],
  ])("asked %s: the worse of two", (model, names) => {
    const groups = (of: readonly ComputeCohort[]) => [
      { id: "car-t", figures: countsOf(of100(of)) },
      { id: "bsab", figures: countsOf(of100(bsab)) },
    ];
    const named = (name: string) =>
      name === "half-normal-1.5"
        ? models.ofWiderSpread
        : models.of({ ...widest, model: name as Query["model"], interval: "t" });
    for (const side of [few, many]) {
      const made = { cohorts: [...side, ...bsab], query: { model } };
      if (contrastOf(made).analyses === null) continue;
      const analysis = analysisOf("model", made);
      const contrasts = names.flatMap((name) => {
        const [compared] = named(name).compare(groups(side), "bsab");
        return compared?.contrast ? { name, ...compared.contrast } : [];
      });
      const lowerEnd = ({ differenceInterval }: (typeof contrasts)[number]) =>
        differenceInterval?.[0] ?? Number.NaN;
      const [weaker] = [...contrasts].sort((a, b) => lowerEnd(a) - lowerEnd(b));
      expect(analysis).toMatchObject({ made: 2, total: 2, variant: weaker?.name });
      // Its odds ratio and its difference are those of this model.
      const { differencePer100, differenceInterval, oddsRatio, oddsRatioInterval } = analysis;
      expect(differencePer100).toBeCloseTo(100 * (weaker?.difference ?? 0), 3);
      expect(differenceInterval?.[0]).toBeCloseTo(100 * (weaker?.differenceInterval?.[0] ?? 0), 3);
      expect(oddsRatio).toBeCloseTo(weaker?.ratio ?? 0, 3);
      expect(oddsRatioInterval?.[0]).toBeCloseTo(weaker?.ratioInterval?.[0] ?? 0, 3);
    }
  });
});

const aged = (of: readonly ComputeCohort[], ...ages: (number | null)[]) =>
  of.map((trialOf, index) => ({ ...trialOf, medianAge: ages[index] ?? null }));
const agedBsab = aged(bsab, 62, 64, 66, 68);
const overlapping = (of: readonly ComputeCohort[]) => aged(of, 60, 62, 64, 66);

describeAnalysis("equal-age", [
  [
    "ages of four trials of each class that overlap: the middle of 62 to 66",
    { cohorts: [...overlapping(carT), ...agedBsab] },
    keeps({ variant: "64", made: 8, total: 8, oddsRatio: expect.any(Number) }),
  ],
  [
    "one trial without an age",
    { cohorts: [...overlapping([...carT, trial("a3", 94)]), ...agedBsab] },
    keeps({ made: 8, total: 9 }),
  ],
  [
    "ages apart",
    { cohorts: [...aged(carT, 50, 52, 54, 56), ...agedBsab] },
    impossible({ variant: null, obstacle: "ages-apart" }),
  ],
  [
    "two ages of a class",
    { cohorts: [...aged(carT, 64, 64, 66, 66), ...agedBsab] },
    impossible({ variant: null, obstacle: "few-ages" }),
  ],
  [
    "ages of a class that lie close together",
    { cohorts: [...aged(carT, 64.9, 65, 65.1, 65.2), ...agedBsab] },
    impossible({ variant: null, obstacle: "close-ages" }),
  ],
  [
    "no trial of a class within the ages that both span",
    { cohorts: [...aged(carT, 60, 61, 70, 71), ...agedBsab] },
    impossible({ variant: null, obstacle: "none-within" }),
  ],
  [
    "fewer than four ages",
    { cohorts: [...aged(carT, 60, 62, 64), ...agedBsab] },
    impossible({ variant: null }),
  ],
]);

it("equal age is lost where age explains the difference", () => {
  // The rate falls with age, on one line for both classes.
  const line = (age: number) => Math.round(100 / (1 + Math.exp((age - 66) / 2.5)));
  const ages = {
    ...{ a1: 58, a2: 59, a3: 60, g1: 61, g2: 62, g3: 66 },
    ...{ b1: 65, b2: 68, b3: 69, d1: 70, d2: 71, d3: 72 },
  };
  const falling = Object.entries(ages).map(([id, medianAge]) =>
    trial(id, line(medianAge), { medianAge }),
  );
  expect(analysisOf("equal-age", { cohorts: falling })).toMatchObject(loses({ variant: "65.5" }));
});
