/** The six checks of a difference: how each is made, what it may say, and when a difference is firm. */
import { describe, expect, it } from "vitest";
import type { Check } from "#core/answer/answer.ts";
import { answerQuestion } from "#core/answer/answer-question.ts";
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
  crs,
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

describe("the checks of a difference", () => {
  it("are asked where its interval excludes 0, in the order in which they are shown", () => {
    const names = checksOf({ cohorts: [...carT, ...bispecifics] }).map((one) => one.check);
    expect(names).toEqual(checkNames);
  });

  it("are none where 0 lies within, or where there is no difference", () => {
    const alike = [trial("a1", 50), trial("a2", 55), trial("g1", 60), trial("g2", 45)];
    expect(contrastOf({ cohorts: [...alike, ...bispecifics] })).toMatchObject({
      status: "ok",
      checks: null,
      firm: false,
    });
    const one = contrastOf({ cohorts: [trial("a1", 99), ...bispecifics] });
    expect(one).toMatchObject({ status: "one-trial", checks: null, firm: false });
  });

  it("are none between groups other than the classes", () => {
    const high = ["a1", "a2", "a3"].map((id) => trial(id, 95));
    const low = ["g1", "g2", "g3"].map((id) => trial(id, 20));
    const made = datasetOf([...high, ...low]);
    const query = { ...widest, outcome: ["orr"], compare: "product" };
    const [one] = answerQuestion(query, made, models).outcomes[0]?.contrasts ?? [];
    expect(one?.status).toBe("ok");
    expect(Math.min(...(one?.differenceInterval ?? []).map(Math.abs))).toBeGreaterThan(0);
    expect(one?.checks).toBeNull();
  });

  it("of a harm ask nothing of cells collected", () => {
    const counted = (events: number) => ({ figures: [figure("crs-3", events, 100)] });
    const cohorts = [
      ...["a1", "a2", "g1", "g2"].map((id) => trial(id, 0, counted(40))),
      ...["b1", "b2", "d1", "d2"].map((id) => trial(id, 0, counted(2))),
    ];
    const names = checksOf({ cohorts, outcome: crs.id }).map((one) => one.check);
    expect(names).toEqual(checkNames.filter((name) => name !== "collected"));
  });

  it("need two trials a side in what is left: parts of one trial are one", () => {
    const parts = [trial("u1", 93, { trial: "NCT1" }), trial("u2", 95, { trial: "NCT1" })];
    const query = { availability: ["any"] } as const;
    // In the US only the two parts are left.
    const products = [
      ...productsIn({ "gamma-cel": [], "alpha-cel": [] }).filter(
        ({ slug }) => slug !== "unapproved-cel",
      ),
      product("unapproved-cel", "car-t", soldIn(["us"])),
    ];
    const place = checkOf("place", {
      cohorts: [...carT, ...parts, ...bispecifics],
      products,
      query,
    });
    expect(place).toMatchObject({ status: "cannot-be-asked", asked: 0, ...noNumbers });
  });
});

describe("another place", () => {
  const cohorts = [...carT, ...bispecifics];

  it("that counts the same trials changes nothing", () => {
    expect(checkOf("place", { cohorts })).toMatchObject({
      status: "same",
      of: null,
      asked: 0,
      ...noNumbers,
    });
  });

  it("whose trials differ is asked, and is fitted from those trials", () => {
    const products = productsIn({ "gamma-cel": ["us"] });
    const place = checkOf("place", { cohorts, products });
    expect(place).toMatchObject({ status: "holds", of: "eu", asked: 1 });
    const left = carT.filter((one) => one.product === "alpha-cel");
    expect(place.differencePer100).toBeCloseTo(fitted(of100(left), of100(bispecifics)), 3);
  });

  it("is the worst of those that could be asked, and lost if any is", () => {
    const weak = [trial("g1", 60), trial("g2", 50), trial("g3", 55)];
    const strong = ["a1", "a2", "a3", "a4", "a5", "a6"].map((id) => trial(id, 97));
    const made = { cohorts: [...strong, ...weak, ...bispecifics] };
    const lost = checkOf("place", {
      ...made,
      products: productsIn({ "alpha-cel": ["us"], "gamma-cel": ["us", "eu"] }),
    });
    expect(lost).toMatchObject({ status: "lost", of: "eu", asked: 1 });
    // Both are asked; what is shown is the nearer to 0.
    const both = checkOf("place", {
      ...made,
      products: productsIn({ "alpha-cel": ["us"], "gamma-cel": ["eu"] }),
    });
    expect(both).toMatchObject({ status: "lost", of: "eu", asked: 2 });
    expect(both.differenceInterval).toEqual(lost.differenceInterval);
  });

  it("counts only what its own label names for the lines asked", () => {
    const fromLine = (min: number) => ({ priorLines: { min, max: null } });
    const first = { approvals: [approvedIn("us", fromLine(1)), approvedIn("eu", fromLine(1))] };
    const later = { approvals: [approvedIn("us", fromLine(3)), approvedIn("eu", fromLine(1))] };
    const products = [
      product("alpha-cel", "car-t", first),
      product("gamma-cel", "car-t", later),
      ...["betamab", "deltamab"].map((slug) => product(slug, "bsab", first)),
    ];
    const early = cohorts.map((one) => ({ ...one, setting: "early" as const }));
    const query: Partial<Query> = { lines: "1", labelled: "line", availability: ["us", "eu"] };
    const place = checkOf("place", { cohorts: early, products, query });
    expect(place).toMatchObject({ status: "holds", of: "us", asked: 1 });
    const left = carT.filter((one) => one.product === "alpha-cel");
    expect(place.differencePer100).toBeCloseTo(fitted(of100(left), of100(bispecifics)), 3);
    // In any number of lines the later label is one, too.
    const anyLine = checkOf("place", {
      cohorts: early,
      products,
      query: { ...query, lines: "any" },
    });
    expect(anyLine).toMatchObject({ status: "same", asked: 0, ...noNumbers });
  });

  it("is also without what is approved nowhere, where that was asked for", () => {
    const query = { availability: ["any"] } as const;
    const made = { cohorts: [...cohorts, trial("u1", 99)], query };
    expect(checkOf("place", made)).toMatchObject({ status: "holds", asked: 3 });
  });

  it("cannot be asked where a side keeps fewer than two trials", () => {
    const products = productsIn({ "alpha-cel": ["us"], "gamma-cel": ["us"] });
    expect(checkOf("place", { cohorts, products })).toMatchObject({
      status: "cannot-be-asked",
      asked: 0,
      ...noNumbers,
    });
  });

  it("is not asked of a published set, which chose its cohorts by no place", () => {
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
});

describe("without each product in turn", () => {
  it("is one check, asked for all products", () => {
    expect(checkOf("product", { cohorts: [...carT, ...bispecifics] })).toMatchObject({
      status: "holds",
      asked: 4,
      total: 4,
    });
  });

  it("is asked for so many of them as leave two trials on each side", () => {
    const cohorts = [...carT.filter(({ id }) => id !== "g2"), ...bispecifics];
    // Without alpha-cel one trial is left.
    expect(checkOf("product", { cohorts })).toMatchObject({ status: "holds", asked: 3, total: 4 });
    const two = [trial("a1", 95), trial("g1", 94), trial("b1", 20), trial("d1", 21)];
    expect(checkOf("product", { cohorts: two })).toMatchObject({
      status: "cannot-be-asked",
      ...{ of: null, asked: 0, total: 4 },
      ...noNumbers,
    });
  });

  it("is lost if it is without any of them, and shows which", () => {
    const weak = [trial("g1", 60), trial("g2", 50)];
    const strong = ["a1", "a2", "a3", "a4", "a5", "a6"].map((id) => trial(id, 97));
    const made = { cohorts: [...strong, ...weak, ...bispecifics] };
    const found = checkOf("product", made);
    expect(found).toMatchObject({ status: "lost", of: "alpha-cel", asked: 4, total: 4 });
    expect(found.differencePer100).toBeCloseTo(fitted(of100(weak), of100(bispecifics)), 3);
  });

  it("does not ask for a product that has no figure in the row", () => {
    const silent = trial("u1", 0, { figures: [] });
    const query = { availability: ["any"] } as const;
    const made = { cohorts: [...carT, silent, ...bispecifics], query };
    expect(checkOf("product", made).total).toBe(4);
  });
});

describe("without trials that search for a dose", () => {
  const searching = { doses: "escalation" } as const;

  it("changes nothing where there are none", () => {
    expect(checkOf("dose", { cohorts: [...carT, ...bispecifics] })).toMatchObject({
      status: "same",
      ...noNumbers,
    });
  });

  it("is fitted from the others", () => {
    const cohorts = [...carT, trial("a3", 99, searching), ...bispecifics];
    const found = checkOf("dose", { cohorts });
    expect(found.status).toBe("holds");
    expect(found.differencePer100).toBeCloseTo(fitted(of100(carT), of100(bispecifics)), 3);
  });

  it("is lost where the finding rests on them", () => {
    const strong = ["a3", "a4", "a5", "g3", "g4", "g5"].map((id) => trial(id, 98, searching));
    const weak = [trial("a1", 60), trial("g1", 52)];
    const found = checkOf("dose", { cohorts: [...strong, ...weak, ...bispecifics] });
    expect(found.status).toBe("lost");
    expect(found.differenceInterval?.[0]).toBeLessThanOrEqual(0);
  });

  it("cannot be asked where one trial is left on a side", () => {
    const strong = ["a3", "a4", "g3"].map((id) => trial(id, 98, searching));
    const cohorts = [...strong, trial("a1", 95), ...bispecifics];
    expect(checkOf("dose", { cohorts })).toMatchObject({ status: "cannot-be-asked", ...noNumbers });
  });
});

describe("papers only", () => {
  const abstract = { tier: 3 } as const;
  const told = (events: number, ...more: ComputeFigure[]) => ({
    figures: [figure("orr", events, 100, abstract), ...more],
  });

  it("changes nothing where every figure is of a paper, a label or a regulator", () => {
    expect(checkOf("papers", { cohorts: [...carT, ...bispecifics] }).status).toBe("same");
  });

  it("drops a figure of a lower tier", () => {
    const cohorts = [...carT, trial("a3", 0, told(99)), ...bispecifics];
    const found = checkOf("papers", { cohorts });
    expect(found.status).toBe("holds");
    expect(found.differencePer100).toBeCloseTo(fitted(of100(carT), of100(bispecifics)), 3);
  });

  it("takes the figure of a paper of the same trial in its place", () => {
    const later = figure("orr", 85, 100, { cut: "later", followUpMonths: 30 });
    const cohorts = [...carT, trial("a3", 0, told(99, later)), ...bispecifics];
    const found = checkOf("papers", { cohorts });
    const counted: [number, number][] = [...of100(carT), [85, 100]];
    expect(found.differencePer100).toBeCloseTo(fitted(counted, of100(bispecifics)), 3);
  });

  it("is lost where the finding rests on abstracts, and cannot be asked without a paper", () => {
    const ids = ["a3", "a4", "a5", "g3", "g4", "g5"];
    const strong = ids.map((id) => trial(id, 0, told(98)));
    const weak = [trial("a1", 60), trial("g1", 52)];
    expect(checkOf("papers", { cohorts: [...strong, ...weak, ...bispecifics] }).status).toBe(
      "lost",
    );
    expect(checkOf("papers", { cohorts: [...strong, ...bispecifics] }).status).toBe(
      "cannot-be-asked",
    );
  });
});

describe("all with cells collected", () => {
  /** So many infused of so many with cells collected. */
  const planned = (of: number, collected: number) =>
    figure(infused.id, of, collected, { population: "leukapheresed" });
  const counting = (id: string, events: number, ...more: ComputeFigure[]) =>
    trial(id, events, { figures: [figure("orr", events, 100), ...more] });
  const counted = of100(bispecifics);

  it("cannot be asked where fewer than two trials print how many were infused", () => {
    const one = counting("a1", 95, planned(100, 110));
    expect(
      checkOf("collected", { cohorts: [...carT.slice(1), one, ...bispecifics] }),
    ).toMatchObject({
      status: "cannot-be-asked",
      ...{ asked: 1, total: 4, assumedPer100: null },
      ...noNumbers,
    });
  });

  it("divides the others by the share infused, rounded: a scenario", () => {
    const cohorts = [
      counting("a1", 95, planned(100, 110)),
      counting("a2", 92, planned(100, 140)),
      ...[counting("g1", 94), counting("g2", 93)],
      ...bispecifics,
    ];
    const found = checkOf("collected", { cohorts });
    // 200 of 250: 100 infused are 125 collected.
    expect(found).toMatchObject({ status: "holds", asked: 2, total: 4, assumedPer100: 80 });
    const all: [number, number][] = [
      [95, 110],
      [92, 140],
      [94, 125],
      [93, 125],
    ];
    expect(found.differencePer100).toBeCloseTo(fitted(all, counted), 3);
  });

  it("rounds to whole patients", () => {
    const cohorts = [
      counting("a1", 95, planned(100, 110)),
      counting("a2", 92, planned(100, 113)),
      counting("g1", 94),
      ...bispecifics,
    ];
    const found = checkOf("collected", { cohorts });
    // 100 / (200 / 223) is 111.5.
    const all: [number, number][] = [
      [95, 110],
      [92, 113],
      [94, 112],
    ];
    expect(found.differencePer100).toBeCloseTo(fitted(all, counted), 3);
  });

  it("takes the share also of a trial of the selection without the outcome", () => {
    const silent = trial("a5", 0, { figures: [planned(50, 90)] });
    const cohorts = [counting("a1", 95, planned(100, 110)), ...carT.slice(1), silent];
    // 150 of 200.
    expect(checkOf("collected", { cohorts: [...cohorts, ...bispecifics] })).toMatchObject({
      asked: 1,
      total: 4,
      assumedPer100: 75,
    });
  });

  it("takes what is printed of all with cells collected, and of all randomised, as it is", () => {
    const printed = figure("orr", 95, 120, { population: "leukapheresed", cut: "collected" });
    const cohorts = [
      counting("a1", 95, printed),
      trial("g1", 0, { figures: [figure("orr", 80, 100, { population: "randomised" })] }),
      ...bispecifics,
    ];
    const found = checkOf("collected", { cohorts });
    expect(found).toMatchObject({ status: "holds", asked: 2, total: 2, assumedPer100: null });
    const all: [number, number][] = [
      [95, 120],
      [80, 100],
    ];
    expect(found.differencePer100).toBeCloseTo(fitted(all, counted), 3);
  });

  it("changes nothing where all are counted anyway", () => {
    const cohorts = ["a1", "a2", "g1"].map((id) =>
      trial(id, 0, { figures: [figure("orr", 90, 100, { population: "randomised" })] }),
    );
    expect(checkOf("collected", { cohorts: [...cohorts, ...bispecifics] })).toMatchObject({
      status: "same",
      asked: 3,
      total: 3,
    });
  });

  it("is lost where too few of them responded", () => {
    const cohorts = [
      counting("a1", 80, planned(100, 190)),
      counting("g1", 82, planned(100, 190)),
      counting("g2", 81),
      ...bispecifics,
    ];
    expect(checkOf("collected", { cohorts }).status).toBe("lost");
  });
});

describe("equal age", () => {
  const aged = (cohorts: readonly ComputeCohort[], ...ages: (number | null)[]) =>
    cohorts.map((one, index) => ({ ...one, medianAge: ages[index] ?? null }));

  it("is asked where four trials of each class print ages that overlap", () => {
    const cohorts = [...aged(carT, 60, 62, 64, 66), ...aged(bispecifics, 62, 64, 66, 68)];
    const found = checkOf("equal-age", { cohorts });
    // The middle of 62 to 66.
    expect(found).toMatchObject({ status: "holds", of: "64", asked: 8, total: 8 });
    expect(found.oddsRatio).toBeGreaterThan(1);
    expect(found.differencePer100).toBeGreaterThan(0);
  });

  it("says of how many trials the age is known", () => {
    const cohorts = [
      ...aged([...carT, trial("a3", 94)], 60, 62, 64, 66),
      ...aged(bispecifics, 62, 64, 66, 68),
    ];
    expect(checkOf("equal-age", { cohorts })).toMatchObject({ asked: 8, total: 9 });
  });

  it.each<[string, (number | null)[]]>([
    ["the ages lie apart", [50, 52, 54, 56]],
    ["a class has fewer than four that print one", [60, 62, 64, null]],
  ])("cannot be asked where %s", (_, ages) => {
    const cohorts = [...aged(carT, ...ages), ...aged(bispecifics, 62, 64, 66, 68)];
    expect(checkOf("equal-age", { cohorts })).toMatchObject({
      status: "cannot-be-asked",
      of: null,
      ...noNumbers,
    });
  });

  it("is lost where age explains the difference", () => {
    // In both classes the rate falls with age, on one line.
    const line = (age: number) => Math.round(100 / (1 + Math.exp((age - 66) / 2.5)));
    const of = (ids: string[], ages: number[]) =>
      ids.map((id, index) => {
        const medianAge = ages[index] ?? 0;
        return trial(id, line(medianAge), { medianAge });
      });
    const cohorts = [
      ...of(["a1", "a2", "a3", "g1", "g2", "g3"], [58, 59, 60, 61, 62, 66]),
      ...of(["b1", "b2", "b3", "d1", "d2", "d3"], [65, 68, 69, 70, 71, 72]),
    ];
    const found = checkOf("equal-age", { cohorts });
    expect(found).toMatchObject({ status: "lost", of: "65.5" });
    const [lower = 0, upper = 0] = found.differenceInterval ?? [];
    expect(lower).toBeLessThan(0);
    expect(upper).toBeGreaterThan(0);
  });
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
      figure(infused.id, 100, 105, { population: "leukapheresed" }),
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
