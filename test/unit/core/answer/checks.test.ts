/** The six checks of a difference: how each is made, what it may say, and when a difference is firm. */
import { describe, expect, it } from "vitest";
import type { Check } from "#core/answer/answer.ts";
import { checkNames } from "#core/answer/check-names.ts";
import { isFirm } from "#core/answer/checks.ts";
import { compare } from "#core/answer/compare.ts";
import { bayesModel, models } from "#core/answer/models.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort, ComputeFigure, ComputeProduct } from "#data/compute-set.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { allHold, check, entry } from "../../../support/answers.ts";
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

/** A trial of one of two products of each class, by the first letter of its name. */
function trial(id: string, events: number, over: Partial<ComputeCohort> = {}): ComputeCohort {
  const products: Record<string, string> = {
    ...{ a: "alpha-cel", g: "gamma-cel", u: "unapproved-cel" },
    ...{ b: "betamab", d: "deltamab" },
  };
  const own = { product: products[id.slice(0, 1)] ?? "", figures: [figure("orr", events, 100)] };
  const make = /^[bd]/.test(id) ? bispecific : cohort;
  return make(id, { medianAge: null, ...own, ...over });
}

const bispecifics = [trial("b1", 50), trial("b2", 55), trial("d1", 45), trial("d2", 52)];
/** A difference that every check keeps. */
const carT = [trial("a1", 95), trial("a2", 92), trial("g1", 94), trial("g2", 93)];

type Places = readonly ("us" | "eu")[];
const soldIn = (places: Places) => ({ approvals: places.map((place) => approvedIn(place)) });
const productsIn = (places: Readonly<Record<string, Places>> = {}): ComputeProduct[] => {
  const of = (slug: string) => soldIn(places[slug] ?? ["us", "eu"]);
  return [
    ...["alpha-cel", "gamma-cel"].map((slug) => product(slug, "car-t", of(slug))),
    product("unapproved-cel", "car-t", soldIn([])),
    ...["betamab", "deltamab"].map((slug) => product(slug, "bsab", of(slug))),
  ];
};

interface Made {
  cohorts: readonly ComputeCohort[];
  products?: ComputeProduct[];
  query?: Partial<Query>;
  outcome?: string;
}

function contrastOf({ cohorts, products = productsIn(), query, outcome = "orr" }: Made) {
  const asked: Query = { ...widest, availability: labelRegions, doses: "given", ...query };
  const made = datasetOf([...cohorts], { products });
  const [row] = compare({ ...asked, outcome: [outcome] }, made, models).outcomes;
  const [one] = row?.contrasts ?? [];
  if (!one) throw new Error("no contrast");
  return one;
}

function checksOf(made: Made): readonly Check[] {
  const { checks } = contrastOf(made);
  if (checks === null) throw new Error("the interval does not exclude 0");
  return checks;
}

function checkOf(name: Check["check"], made: Made): Check {
  const found = checksOf(made).find((one) => one.check === name);
  if (!found) throw new Error(`no check ${name}`);
  return found;
}

/** The difference per 100 of these counts, as the model fits it. */
function fitted(a: readonly [number, number][], b: readonly [number, number][]): number {
  const figures = (counted: readonly [number, number][]) =>
    ({
      kind: "count",
      figures: counted.map(([events, n]) => entry({}, { events, n }).figure),
    }) as const;
  const groups = [
    { id: "car-t", figures: figures(a) },
    { id: "bsab", figures: figures(b) },
  ];
  const [compared] = bayesModel.compare(groups, "bsab");
  return 100 * (compared?.contrast?.difference ?? Number.NaN);
}

const of100 = (cohorts: readonly ComputeCohort[]): [number, number][] =>
  cohorts.map(({ figures: [one] }) => [one?.events ?? 0, 100]);

/** What a check that cannot be asked, or changes nothing, has in place of numbers. */
const noNumbers = { differencePer100: null, differenceInterval: null, oddsRatio: null };

/** A situation, its evidence, what the check says of it, and from which counts its difference is fitted. */
type Situation = [
  situation: string,
  made: Made,
  said: Partial<Check>,
  fittedFrom?: readonly [number, number][],
];

/** In every situation a check has a difference, or no number at all. */
function describeCheck(name: Check["check"], situations: readonly Situation[]): void {
  describe(name, () => {
    it.each(situations)("%s", (_, made, said, fittedFrom) => {
      const found = checkOf(name, made);
      const isAnswered = said.status === "holds" || said.status === "lost";
      expect(found).toMatchObject({ ...said, ...(isAnswered ? {} : noNumbers) });
      if (!fittedFrom) return;
      expect(found.differencePer100).toBeCloseTo(fitted(fittedFrom, of100(bispecifics)), 3);
    });
  });
}

const cohorts = [...carT, ...bispecifics];
const ofAlpha = of100(carT.filter((one) => one.product === "alpha-cel"));
const any = { availability: ["any"] } as const;
/** A difference that rests on alpha-cel: what is left without it is near that of the bispecifics. */
const strong = ["a1", "a2", "a3", "a4", "a5", "a6"].map((id) => trial(id, 97));
const weak = [trial("g1", 60), trial("g2", 50)];
const resting = [...strong, ...weak, trial("g3", 55), ...bispecifics];

const fromLine = (us: number) =>
  ["us", "eu"].map((region, index) =>
    approvedIn(region as "us", { priorLines: { min: index === 0 ? us : 1, max: null } }),
  );
const byLine = {
  cohorts: cohorts.map((one) => ({ ...one, setting: "early" as const })),
  products: [
    product("gamma-cel", "car-t", { approvals: fromLine(3) }),
    product("alpha-cel", "car-t", { approvals: fromLine(1) }),
    ...["betamab", "deltamab"].map((slug) => product(slug, "bsab", { approvals: fromLine(1) })),
  ],
};
const labelled = { labelled: "line", availability: ["us", "eu"] } as const;

describeCheck("place", [
  ["the same trials in each", { cohorts }, { status: "same", of: null, asked: 0 }],
  [
    "other trials in one",
    { cohorts, products: productsIn({ "gamma-cel": ["us"] }) },
    { status: "holds", of: "eu", asked: 1 },
    ofAlpha,
  ],
  [
    "lost in one",
    { cohorts: resting, products: productsIn({ "alpha-cel": ["us"] }) },
    { status: "lost", of: "eu", asked: 1 },
  ],
  [
    "lost in one of two: the nearer to 0 is shown",
    { cohorts: resting, products: productsIn({ "alpha-cel": ["us"], "gamma-cel": ["eu"] }) },
    { status: "lost", of: "eu", asked: 2 },
    of100(resting.filter((one) => one.product === "gamma-cel")),
  ],
  [
    "a label for later lines than those asked",
    { ...byLine, query: { ...labelled, lines: "1" } },
    { status: "holds", of: "us", asked: 1 },
    ofAlpha,
  ],
  [
    "such a label where any number of lines is asked",
    { ...byLine, query: { ...labelled, lines: "any" } },
    { status: "same", asked: 0 },
  ],
  [
    "without what is approved nowhere, where that was asked for",
    { cohorts: [...cohorts, trial("u1", 99)], query: any },
    { status: "holds", asked: 3 },
  ],
  [
    "fewer than two trials left on a side",
    { cohorts, products: productsIn({ "alpha-cel": ["us"], "gamma-cel": ["us"] }) },
    { status: "cannot-be-asked", asked: 0 },
  ],
  [
    "two parts of one trial left on a side",
    {
      cohorts: [
        ...[trial("u1", 93, { trial: "NCT1" }), trial("u2", 95, { trial: "NCT1" })],
        ...cohorts,
      ],
      products: [
        ...productsIn({ "gamma-cel": [], "alpha-cel": [] }).filter(
          ({ slug }) => slug !== "unapproved-cel",
        ),
        product("unapproved-cel", "car-t", soldIn(["us"])),
      ],
      query: any,
    },
    { status: "cannot-be-asked", asked: 0 },
  ],
]);

it("place is not asked of a published set, which chose its cohorts by no place", () => {
  const set = { id: "made", name: "Made", used: null, pins: {} };
  const products = productsIn({ "gamma-cel": ["us"] });
  const made = datasetOf(cohorts, {
    products,
    sets: [{ ...set, cohorts: cohorts.map(({ id }) => id) }],
  });
  const query = { ...widest, set: "made", outcome: ["orr"] };
  const checks = compare(query, made, models).outcomes[0]?.contrasts[0]?.checks;
  expect(checks?.[0]).toMatchObject({ check: "place", status: "cannot-be-asked", asked: 0 });
  expect(checks?.[1]).toMatchObject({ check: "product", status: "holds", asked: 4 });
});

const lower = [trial("a1", 5), trial("a2", 8), trial("g1", 6), trial("g2", 7), ...bispecifics];

describeCheck("product", [
  ["all products", { cohorts }, { status: "holds", asked: 4, total: 4 }],
  ["all products, of a lower rate", { cohorts: lower }, { status: "holds", asked: 4, total: 4 }],
  [
    "one without which a single trial is left",
    { cohorts: cohorts.filter(({ id }) => id !== "g2") },
    { status: "holds", asked: 3, total: 4 },
  ],
  [
    "a single trial of each",
    { cohorts: [trial("a1", 95), trial("g1", 94), trial("b1", 20), trial("d1", 21)] },
    { status: "cannot-be-asked", of: null, asked: 0, total: 4 },
  ],
  [
    "lost without one of them",
    { cohorts: [...strong, ...weak, ...bispecifics] },
    { status: "lost", of: "alpha-cel", asked: 4, total: 4 },
    of100(weak),
  ],
  [
    "a product without a figure in the row is none of them",
    { cohorts: [...cohorts, trial("u1", 0, { figures: [] })], query: any },
    { status: "holds", total: 4 },
  ],
]);

const searching = { doses: "escalation" } as const;
const found = ["a3", "a4", "a5", "g3", "g4", "g5"];
const few = [trial("a1", 60), trial("g1", 52), ...bispecifics];

describeCheck("dose", [
  ["no trial that searched for a dose", { cohorts }, { status: "same" }],
  [
    "one beside others",
    { cohorts: [...cohorts, trial("a3", 99, searching)] },
    { status: "holds" },
    of100(carT),
  ],
  [
    "a finding that rests on them",
    { cohorts: [...found.map((id) => trial(id, 98, searching)), ...few] },
    { status: "lost" },
    [
      [60, 100],
      [52, 100],
    ],
  ],
  [
    "one trial left on a side",
    {
      cohorts: [
        ...found.map((id) => trial(id, 98, searching)),
        ...[trial("a1", 95), ...bispecifics],
      ],
    },
    { status: "cannot-be-asked" },
  ],
]);

const told = (events: number, ...more: ComputeFigure[]) => ({
  figures: [figure("orr", events, 100, { tier: 3 }), ...more],
});
const later = figure("orr", 85, 100, { cut: "later", followUpMonths: 30 });
const inAbstracts = found.map((id) => trial(id, 0, told(98)));

describeCheck("papers", [
  ["papers, labels and regulators only", { cohorts }, { status: "same" }],
  [
    "a figure of a lower tier",
    { cohorts: [...cohorts, trial("a3", 0, told(99))] },
    { status: "holds" },
    of100(carT),
  ],
  [
    "such a figure of a trial with a paper, too",
    { cohorts: [...cohorts, trial("a3", 0, told(99, later))] },
    { status: "holds" },
    [...of100(carT), [85, 100]],
  ],
  ["a finding that rests on abstracts", { cohorts: [...inAbstracts, ...few] }, { status: "lost" }],
  ["no paper", { cohorts: [...inAbstracts, ...bispecifics] }, { status: "cannot-be-asked" }],
]);

/** So many infused of so many with cells collected. */
const planned = (of: number, all: number) =>
  figure(infused.id, of, all, { population: "leukapheresed" });
const counting = (id: string, events: number, ...more: ComputeFigure[]) =>
  trial(id, events, { figures: [figure("orr", events, 100), ...more] });
const randomised = (id: string, events: number) =>
  trial(id, 0, { figures: [figure("orr", events, 100, { population: "randomised" })] });
const printed = figure("orr", 95, 120, { population: "leukapheresed", cut: "collected" });

describeCheck("collected", [
  [
    "fewer than two trials that print how many were infused",
    { cohorts: [counting("a1", 95, planned(100, 110)), ...cohorts.slice(1)] },
    { status: "cannot-be-asked", asked: 1, total: 4, assumedPer100: null },
  ],
  [
    "the others divided by the share infused: 200 of 250, so 100 infused are 125 collected",
    {
      cohorts: [
        ...[counting("a1", 95, planned(100, 110)), counting("a2", 92, planned(100, 140))],
        ...[counting("g1", 94), counting("g2", 93), ...bispecifics],
      ],
    },
    { status: "holds", asked: 2, total: 4, assumedPer100: 80 },
    [
      [95, 110],
      [92, 140],
      [94, 125],
      [93, 125],
    ],
  ],
  [
    "the others in whole patients: 100 / (200 / 223) is 111.5",
    {
      cohorts: [
        ...[counting("a1", 95, planned(100, 110)), counting("a2", 92, planned(100, 113))],
        ...[counting("g1", 94), ...bispecifics],
      ],
    },
    { status: "holds" },
    [
      [95, 110],
      [92, 113],
      [94, 112],
    ],
  ],
  [
    "the share also of a trial without the outcome: 150 of 200",
    {
      cohorts: [
        ...[counting("a1", 95, planned(100, 110)), ...cohorts.slice(1)],
        trial("a5", 0, { figures: [planned(50, 90)] }),
      ],
    },
    { status: "holds", asked: 1, total: 4, assumedPer100: 75 },
  ],
  [
    "what is printed of all with cells collected, and of all randomised, as it is",
    { cohorts: [counting("a1", 95, printed), randomised("g1", 80), ...bispecifics] },
    { status: "holds", asked: 2, total: 2, assumedPer100: null },
    [
      [95, 120],
      [80, 100],
    ],
  ],
  [
    "all counted anyway",
    { cohorts: [...["a1", "a2", "g1"].map((id) => randomised(id, 90)), ...bispecifics] },
    { status: "same", asked: 3, total: 3 },
  ],
  [
    "too few of them with a response",
    {
      cohorts: [
        ...[counting("a1", 80, planned(100, 190)), counting("g1", 82, planned(100, 190))],
        ...[counting("g2", 81), ...bispecifics],
      ],
    },
    { status: "lost" },
  ],
]);

const aged = (of: readonly ComputeCohort[], ...ages: (number | null)[]) =>
  of.map((one, index) => ({ ...one, medianAge: ages[index] ?? null }));
const agedBispecifics = aged(bispecifics, 62, 64, 66, 68);

describeCheck("equal-age", [
  [
    "ages of four trials of each class that overlap: the middle of 62 to 66",
    { cohorts: [...aged(carT, 60, 62, 64, 66), ...agedBispecifics] },
    { status: "holds", of: "64", asked: 8, total: 8, oddsRatio: expect.any(Number) },
  ],
  [
    "one trial without an age",
    { cohorts: [...aged([...carT, trial("a3", 94)], 60, 62, 64, 66), ...agedBispecifics] },
    { status: "holds", asked: 8, total: 9 },
  ],
  [
    "ages apart",
    { cohorts: [...aged(carT, 50, 52, 54, 56), ...agedBispecifics] },
    { status: "cannot-be-asked", of: null },
  ],
  [
    "a class with fewer than four ages",
    { cohorts: [...aged(carT, 60, 62, 64, null), ...agedBispecifics] },
    { status: "cannot-be-asked", of: null },
  ],
]);

it("equal age is lost where age explains the difference", () => {
  // In both classes the rate falls with age, on one line.
  const line = (age: number) => Math.round(100 / (1 + Math.exp((age - 66) / 2.5)));
  const of = (ids: string[], ages: number[]) =>
    ids.map((id, index) => {
      const medianAge = ages[index] ?? 0;
      return trial(id, line(medianAge), { medianAge });
    });
  const falling = [
    ...of(["a1", "a2", "a3", "g1", "g2", "g3"], [58, 59, 60, 61, 62, 66]),
    ...of(["b1", "b2", "b3", "d1", "d2", "d3"], [65, 68, 69, 70, 71, 72]),
  ];
  expect(checkOf("equal-age", { cohorts: falling })).toMatchObject({ status: "lost", of: "65.5" });
});

describe("a firm difference", () => {
  const all = [...allHold, check("equal-age")];
  const without = (name: Check["check"]) => all.filter((one) => one.check !== name);
  const changed = (name: Check["check"], over: Partial<Check>) =>
    all.map((one) => (one.check === name ? { ...one, ...over } : one));
  const harm = without("collected");
  const unasked = { status: "cannot-be-asked" } as const;
  const same = { status: "same" } as const;

  it.each<[string, readonly Check[], boolean]>([
    ["all hold", all, true],
    ["equal age is lost", changed("equal-age", { status: "lost" }), false],
    ["equal age cannot be asked", changed("equal-age", unasked), false],
    ["five of a harm hold", harm, true],
    ["four hold", harm.filter(({ check }) => check !== "dose"), true],
    ["three hold", harm.filter(({ check }) => check !== "dose" && check !== "papers"), false],
    ["one of six is lost", changed("dose", { status: "lost" }), false],
    ["five of six hold, one changes nothing", changed("dose", same), true],
    ["five of six hold, one cannot be asked", changed("papers", unasked), true],
    ["place cannot be asked", changed("place", unasked), false],
    ["place changes nothing", changed("place", same), false],
    ["product cannot be asked", changed("product", unasked), false],
    ["product is asked for some", changed("product", { asked: 1, total: 2 }), false],
    ["collected cannot be asked", changed("collected", unasked), false],
    ["none is asked", [], false],
  ])("%s", (_, checks, expected) => {
    expect(isFirm(checks)).toBe(expected);
  });

  /** Another place, dose finding and an abstract on top, so that all checks but equal age are asked. */
  const full = (agesOfCarT: number) => {
    const printed = (events: number, over: Partial<ComputeFigure> = {}) => [
      figure("orr", events, 100, over),
      planned(100, 105),
    ];
    const age = { medianAge: agesOfCarT };
    return {
      products: productsIn({ "gamma-cel": ["us"] }),
      cohorts: [
        ...["a1", "a2", "g1", "g2"].map((id) => trial(id, 0, { ...age, figures: printed(95) })),
        trial("a3", 0, { ...age, doses: "escalation", figures: printed(94) }),
        trial("a4", 0, { ...age, figures: printed(96, { tier: 3 }) }),
        ...bispecifics.map((one, index) => ({ ...one, medianAge: 62 + 2 * index })),
      ],
    };
  };

  it("is one of an answer only if the ages of its trials overlap", () => {
    const statuses = checksOf(full(64)).map((one) => [one.check, one.status]);
    expect(statuses).toEqual(checkNames.map((name) => [name, "holds"]));
    expect(contrastOf(full(64)).firm).toBe(true);
    const apart = checksOf(full(50));
    expect(apart.at(-1)?.status).toBe("cannot-be-asked");
    expect(apart.slice(0, -1).every(({ status }) => status === "holds")).toBe(true);
    expect(contrastOf(full(50)).firm).toBe(false);
  });

  it("is none where no trial of a class prints an age and equal age cannot be asked", () => {
    const { cohorts, ...made } = full(64);
    const silent = cohorts.map((one) =>
      one.therapyClass === "car-t" ? { ...one, medianAge: null } : one,
    );
    expect(contrastOf({ ...made, cohorts: silent }).firm).toBe(false);
  });
});
