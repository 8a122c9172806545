/** Tests the seven checks of a difference: how each is made, what it may say, and when a difference is firm. */
import { describe, expect, it } from "vitest";
import type { Check } from "#core/answer/answer.ts";
import { checkNames } from "#core/answer/check-names.ts";
import { isFirm } from "#core/answer/checks.ts";
import { compare } from "#core/answer/compare.ts";
import { bayesModel, models } from "#core/answer/models.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort, ComputeFigure, ComputeProduct } from "#data/compute-set.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { allHold, check } from "../../../support/answers.ts";
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
/** A difference that every check keeps. */
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
  const [row] = compare({ ...question, outcome: ["orr"] }, made, models).outcomes;
  const [contrast] = row?.contrasts ?? [];
  if (!contrast) throw new Error("no contrast");
  return contrast;
}

function checkOf(name: Check["check"], made: Made): Check {
  const checkNamed = contrastOf(made).checks?.find((candidate) => candidate.check === name);
  if (!checkNamed) throw new Error(`no check ${name}`);
  return checkNamed;
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

/** Holds the fields of a check that cannot be computed, or that changes nothing: all are `null`. */
const noNumbers = {
  ...{ differencePer100: null, differenceInterval: null },
  ...{ oddsRatio: null, oddsRatioInterval: null },
};

/** A situation, its evidence, what the check says of it, and from which counts its difference is fitted. */
type Situation = [situation: string, made: Made, expected: Partial<Check>, fittedFrom?: string];

const holds = (over: Partial<Check> = {}) => ({ status: "holds", ...over }) as const;
const lost = (over: Partial<Check> = {}) => ({ status: "lost", ...over }) as const;
const uncomputed = (over: Partial<Check> = {}) => ({ status: "cannot-be-asked", ...over }) as const;
const same = (over: Partial<Check> = {}) => ({ status: "same", ...over }) as const;

/** Tests one check in situations: a check that was computed has a difference, any other check has no number at all. */
function describeCheck(name: Check["check"], situations: readonly Situation[]): void {
  describe(name, () => {
    it.each(situations)("%s", (_, made, expected, fittedFrom) => {
      const checked = checkOf(name, made);
      const isAnswered = expected.status === "holds" || expected.status === "lost";
      expect(checked).toMatchObject({ ...expected, ...(isAnswered ? {} : noNumbers) });
      if (fittedFrom) expect(checked.differencePer100).toBeCloseTo(fitted(fittedFrom), 3);
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

describeCheck("place", [
  ["the same trials in each", { cohorts }, same({ variant: null, computed: 0 })],
  [
    "other trials in one",
    { cohorts, ...gammaInUs },
    holds({ variant: "eu", computed: 1 }),
    ofAlpha,
  ],
  ["lost in one", { cohorts: resting, ...alphaInUs }, lost({ variant: "eu", computed: 1 })],
  [
    "lost in one of two: the nearer to 0 is shown",
    { cohorts: resting, ...alphaInUsGammaInEu },
    lost({ variant: "eu", computed: 2 }),
    of100([...weak, trial("g3", 55)]),
  ],
  [
    "a label for later lines than those asked",
    byLine("1"),
    holds({ variant: "us", computed: 1 }),
    ofAlpha,
  ],
  ["such a label where any number of lines is asked", byLine("any"), same({ computed: 0 })],
  [
    "without what is approved nowhere, where that was asked for",
    { cohorts: [...cohorts, trial("u1", 99)], query: any },
    holds({ computed: 3 }),
  ],
  ["fewer than two trials left on a side", { cohorts, ...bothInUs }, uncomputed({ computed: 0 })],
  [
    "two parts of one trial left on a side",
    { cohorts: [...trials("u1:93 u2:95", { trial: "NCT1" }), ...cohorts], ...oneTrial, query: any },
    uncomputed({ computed: 0 }),
  ],
]);

it("place is not computed for a published set, which chose its cohorts by no place", () => {
  const ids = cohorts.map(({ id }) => id);
  const set = { id: "made", name: "Made", cohortsPooled: null, pins: {}, cohorts: ids };
  const made = datasetOf(cohorts, { ...gammaInUs, sets: [set] });
  const query = { ...widest, set: "made", outcome: ["orr"] };
  const checks = compare(query, made, models).outcomes[0]?.contrasts[0]?.checks;
  expect(checks?.[0]).toMatchObject({ check: "place", ...uncomputed({ computed: 0 }) });
  expect(checks?.[1]).toMatchObject({ check: "product", ...holds({ computed: 4 }) });
});

const silent = trial("u1", 0, { figures: [] });

describeCheck("product", [
  ["all products", { cohorts }, holds({ computed: 4, total: 4 })],
  [
    "all products, of a lower rate",
    { cohorts: [...trials("a1:5 a2:8 g1:6 g2:7"), ...bsab] },
    holds({ computed: 4, total: 4 }),
  ],
  [
    "one without which a single trial is left",
    { cohorts: [...trials("a1:95 a2:92 g1:94"), ...bsab] },
    holds({ computed: 3, total: 4 }),
  ],
  [
    "a single trial of each",
    { cohorts: trials("a1:95 g1:94 b1:20 d1:21") },
    uncomputed({ variant: null, computed: 0, total: 4 }),
  ],
  [
    "lost without one of them",
    { cohorts: [...strong, ...weak, ...bsab] },
    lost({ variant: "alpha-cel", computed: 4, total: 4 }),
    of100(weak),
  ],
  [
    "one without a figure in the row",
    { cohorts: [...cohorts, silent], query: any },
    holds({ total: 4 }),
  ],
]);

const searching = trials("a3:98 a4:98 a5:98 g3:98 g4:98 g5:98", { doses: "escalation" });
const few = trials("a1:60 g1:52");
const oneOfCarT = [trial("a1", 95), ...bsab];

describeCheck("dose", [
  ["no trial that searched for a dose", { cohorts }, same()],
  ["one beside others", { cohorts: [...cohorts, ...searching.slice(5)] }, holds(), of100(carT)],
  ["all of the finding", { cohorts: [...searching, ...few, ...bsab] }, lost(), of100(few)],
  ["all but one on a side", { cohorts: [...searching, ...oneOfCarT] }, uncomputed()],
]);

const inAbstract = (id: string, events: number, ...more: ComputeFigure[]) =>
  trial(id, 0, { figures: [figure("orr", events, 100, { tier: 3 }), ...more] });
const later = figure("orr", 85, 100, { cut: "later", followUpMonths: 30 });
const abstracts = searching.map(({ id }) => inAbstract(id, 98));

describeCheck("papers", [
  ["papers, labels and regulators only", { cohorts }, same()],
  [
    "a figure of a lower tier",
    { cohorts: [...cohorts, inAbstract("a3", 99)] },
    holds(),
    of100(carT),
  ],
  [
    "such a figure of a trial with a paper, too",
    { cohorts: [...cohorts, inAbstract("a3", 99, later)] },
    holds(),
    `${of100(carT)} 85/100`,
  ],
  ["abstracts on which the finding rests", { cohorts: [...abstracts, ...few, ...bsab] }, lost()],
  ["no paper", { cohorts: [...abstracts, ...bsab] }, uncomputed()],
]);

/** Returns a figure by which `of` patients were infused, of `all` patients with cells collected. */
const planned = (all: number, of = 100) =>
  figure(infused.id, of, all, { population: "leukapheresed" });
const counting = (id: string, events: number, all: number) =>
  trial(id, events, { figures: [figure("orr", events, 100), planned(all)] });
const randomised = (id: string, events: number) =>
  trial(id, 0, { figures: [figure("orr", events, 100, { population: "randomised" })] });
const printed = figure("orr", 95, 120, { population: "leukapheresed", cut: "collected" });
const [a1, withoutFirst] = [counting("a1", 95, 110), cohorts.slice(1)];
const infusedOnly = trial("a5", 0, { figures: [planned(90, 50)] });

describeCheck("collected", [
  [
    "fewer than two trials that print how many were infused",
    { cohorts: [a1, ...withoutFirst] },
    uncomputed({ computed: 1, total: 4, assumedPer100: null }),
  ],
  [
    "the others divided by the share infused: 200 of 250, so 100 infused are 125 collected",
    { cohorts: [a1, counting("a2", 92, 140), ...trials("g1:94 g2:93"), ...bsab] },
    holds({ computed: 2, total: 4, assumedPer100: 80 }),
    "95/110 92/140 94/125 93/125",
  ],
  [
    "the others in whole patients: 100 / (200 / 223) is 111.5",
    { cohorts: [a1, counting("a2", 92, 113), trial("g1", 94), ...bsab] },
    holds(),
    "95/110 92/113 94/112",
  ],
  [
    "the share also of a trial without the outcome: 150 of 200",
    { cohorts: [a1, ...withoutFirst, infusedOnly] },
    holds({ computed: 1, total: 4, assumedPer100: 75 }),
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
    holds({ computed: 2, total: 2, assumedPer100: null }),
    "95/120 80/100",
  ],
  [
    "all counted anyway",
    { cohorts: [...["a1", "a2", "g1"].map((id) => randomised(id, 90)), ...bsab] },
    same({ computed: 3, total: 3 }),
  ],
  [
    "too few of them with a response",
    { cohorts: [counting("a1", 80, 190), counting("g1", 82, 190), trial("g2", 81), ...bsab] },
    lost(),
  ],
]);

const everybody = trials("a1:100 g1:100");

describeCheck("model", [
  [
    "the same trials by binomial–normal, each class with its own spread",
    { cohorts },
    holds({ variant: "glmm", oddsRatioInterval: [expect.any(Number), expect.any(Number)] }),
  ],
  [
    "a finding that rests on the prior of the spread",
    { cohorts: [...trials("a1:96 g1:80"), ...bsab] },
    lost({ variant: "glmm" }),
  ],
  [
    "of a question by that model: the default one",
    { cohorts, query: { model: "glmm" } },
    holds({ variant: "bayes" }),
  ],
  [
    "of a question by REML: binomial–normal",
    { cohorts, query: { model: "reml" } },
    holds({ variant: "glmm" }),
  ],
  [
    "a class in which everybody responded: the likelihood has no maximum",
    { cohorts: [...everybody, ...bsab] },
    uncomputed({ variant: "glmm" }),
  ],
]);

it("another model has its own odds ratio, and a difference with the same degrees of freedom", () => {
  const { differencePer100, differenceInterval, oddsRatio, oddsRatioInterval } = checkOf("model", {
    cohorts,
  });
  const glmm = models.of({ ...widest, model: "glmm", interval: "t" });
  const [compared] = glmm.compare(
    [
      { id: "car-t", figures: countsOf(of100(carT)) },
      { id: "bsab", figures: countsOf(of100(bsab)) },
    ],
    "bsab",
  );
  const { contrast } = compared ?? {};
  expect(differencePer100).toBeCloseTo(100 * (contrast?.difference ?? 0), 3);
  expect(differenceInterval?.[0]).toBeCloseTo(100 * (contrast?.differenceInterval?.[0] ?? 0), 3);
  expect(oddsRatio).toBeCloseTo(contrast?.ratio ?? 0, 3);
  expect(oddsRatioInterval?.[0]).toBeCloseTo(contrast?.ratioInterval?.[0] ?? 0, 3);
});

const aged = (of: readonly ComputeCohort[], ...ages: (number | null)[]) =>
  of.map((trialOf, index) => ({ ...trialOf, medianAge: ages[index] ?? null }));
const agedBsab = aged(bsab, 62, 64, 66, 68);
const overlapping = (of: readonly ComputeCohort[]) => aged(of, 60, 62, 64, 66);

describeCheck("equal-age", [
  [
    "ages of four trials of each class that overlap: the middle of 62 to 66",
    { cohorts: [...overlapping(carT), ...agedBsab] },
    holds({ variant: "64", computed: 8, total: 8, oddsRatio: expect.any(Number) }),
  ],
  [
    "one trial without an age",
    { cohorts: [...overlapping([...carT, trial("a3", 94)]), ...agedBsab] },
    holds({ computed: 8, total: 9 }),
  ],
  [
    "ages apart",
    { cohorts: [...aged(carT, 50, 52, 54, 56), ...agedBsab] },
    uncomputed({ variant: null, obstacle: "ages-apart" }),
  ],
  [
    "two ages of a class",
    { cohorts: [...aged(carT, 64, 64, 66, 66), ...agedBsab] },
    uncomputed({ variant: null, obstacle: "few-ages" }),
  ],
  [
    "ages of a class that lie close together",
    { cohorts: [...aged(carT, 64.9, 65, 65.1, 65.2), ...agedBsab] },
    uncomputed({ variant: null, obstacle: "close-ages" }),
  ],
  [
    "no trial of a class within the ages that both span",
    { cohorts: [...aged(carT, 60, 61, 70, 71), ...agedBsab] },
    uncomputed({ variant: null, obstacle: "none-within" }),
  ],
  [
    "fewer than four ages",
    { cohorts: [...aged(carT, 60, 62, 64), ...agedBsab] },
    uncomputed({ variant: null }),
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
  expect(checkOf("equal-age", { cohorts: falling })).toMatchObject(lost({ variant: "65.5" }));
});

describe("a firm difference", () => {
  const all = [...allHold, check("model"), check("equal-age")];
  const without = (...names: Check["check"][]) =>
    all.filter((checked) => !names.includes(checked.check));
  const changed = (name: Check["check"], over: Partial<Check>) =>
    all.map((checked) => (checked.check === name ? { ...checked, ...over } : checked));

  it.each<[string, readonly Check[], boolean]>([
    ["all hold", all, true],
    ["equal age is lost", changed("equal-age", lost()), false],
    [
      "equal age cannot be computed, though the ages overlap",
      changed("equal-age", uncomputed()),
      true,
    ],
    ["another model is lost", changed("model", lost()), false],
    ["another model cannot be computed", changed("model", uncomputed()), true],
    ["six of a harm hold", without("collected"), true],
    ["four hold", without("collected", "dose", "papers"), true],
    ["three hold", without("collected", "dose", "papers", "equal-age"), false],
    ["one of seven is lost", changed("dose", lost()), false],
    ["six of seven hold, one changes nothing", changed("dose", same()), true],
    ["six of seven hold, one cannot be computed", changed("papers", uncomputed()), true],
    ["place cannot be computed", changed("place", uncomputed()), false],
    ["place changes nothing", changed("place", same()), false],
    ["product cannot be computed", changed("product", uncomputed()), false],
    ["product is computed for some", changed("product", { computed: 1, total: 2 }), false],
    ["collected cannot be computed", changed("collected", uncomputed()), false],
    ["none is computed", [], false],
  ])("%s", (_, checks, expected) => {
    expect(isFirm(checks, true)).toBe(expected);
    expect(isFirm(checks, false)).toBe(false);
  });

  /** Another place, dose finding and an abstract on top, so that all checks but equal age are computed. */
  function full(ages: readonly (number | null)[]): Made {
    const of = (id: string, events: number, tier: 1 | 3 = 1, over: Partial<ComputeCohort> = {}) =>
      trial(id, 0, {
        ...over,
        figures: [figure("orr", events, 100, { tier }), planned(105, 100)],
      });
    const more = [of("a3", 94, 1, { doses: "escalation" }), of("a4", 96, 3)];
    const four = ["a1", "a2", "g1", "g2"].map((id) => of(id, 95));
    return { ...gammaInUs, cohorts: [...aged([...four, ...more], ...ages), ...agedBsab] };
  }

  const six = (...ages: readonly number[]) => [...ages, ...ages, ...ages].slice(0, 6);

  it.each<[string, readonly (number | null)[], Check["status"], boolean]>([
    ["is one of an answer if equal age holds", six(62, 64, 66), "holds", true],
    [
      "is one if ages overlap, though of one class they are all the same",
      six(64),
      "cannot-be-asked",
      true,
    ],
    ["is none if they lie apart", six(48, 50, 52), "cannot-be-asked", false],
    ["is none where no trial of a class prints an age", [], "cannot-be-asked", false],
  ])("%s", (_, age, equalAge, firm) => {
    const contrast = contrastOf(full(age));
    const expected = checkNames.map((name) => [name, name === "equal-age" ? equalAge : "holds"]);
    expect(contrast.checks?.map((checked) => [checked.check, checked.status])).toEqual(expected);
    expect(contrast.firm).toBe(firm);
  });
});
