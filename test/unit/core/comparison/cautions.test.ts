import { describe, expect, it } from "vitest";
import type { AskedSet, Pool } from "#core/comparison/answer.ts";
import { answerCautions, ruleCautions } from "#core/comparison/answer-cautions.ts";
import { type RowEvidence, rowCautions } from "#core/comparison/cautions.ts";
import type { AnswerCaution, CodedRemark } from "#core/comparison/coded-remarks.ts";
import { dataset } from "#core/dataset.ts";
import type { CountedFigure } from "#core/evidence/choose.ts";
import type { Entry } from "#core/evidence/gather.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { sayRemark } from "#presentation/words/codes.ts";
import { codes as english } from "#words/codes.ts";
import { entry, groupsOf, landmarkEntry, noPool, pool } from "../../../support/answers.ts";
import { crs, infection, infused, orr, outcome, pfs } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

type Evidence = Omit<RowEvidence["groups"][number], "id" | "classes">;

interface Row {
  outcome: Outcome;
  groups: Record<TherapyClass, Evidence>;
}

const evidenceOf = ({ outcome, groups }: Row): RowEvidence => ({
  outcome,
  groups: groupsOf(groups),
});

/** A product of 100 patients. What the model makes of it is another number. */
const counted = (product: string, estimate: number): Pool["products"][number] => ({
  product,
  k: 2,
  n: 100,
  observed: null,
  counted: { events: 100 * estimate, n: 100, estimate, interval: null },
  shown: "x of y",
  estimate: 0.5,
  interval: [0.1, 0.9],
});

const cautionsOfRow = (row: Row) => rowCautions(evidenceOf(row));

function cautionsOfAnswer(
  query: Query,
  set: AskedSet | null,
  rows: readonly Row[],
): AnswerCaution[] {
  const evidence = rows.map(evidenceOf);
  return [
    ...answerCautions(query, evidence, {
      products: [],
      compared: { randomised: 0, adjusted: 2 },
    }),
    ...ruleCautions(query, set, evidence),
  ];
}

interface Made {
  outcome?: Outcome;
  pool?: Partial<Pool>;
  entries?: readonly Entry[];
  productsDiffer?: Evidence["productsDiffer"];
  selectedProducts?: readonly string[];
  dropped?: number;
  settled?: boolean;
  because?: string | null;
  bsab?: Partial<Evidence>;
}

function made({ outcome = orr, entries = [entry()], ...carT }: Made = {}): Row {
  const { productsDiffer = null, selectedProducts = [], dropped = 0, because = null } = carT;
  const { settled = true } = carT;
  return {
    outcome,
    groups: {
      "car-t": {
        pool: pool(carT.pool),
        entries,
        productsDiffer,
        selectedProducts,
        dropped,
        settled,
        because,
      },
      bsab: {
        pool: pool(),
        entries: [entry({ id: "b", therapyClass: "bsab", product: "betamab" })],
        productsDiffer: null,
        selectedProducts: [],
        dropped: 0,
        settled: true,
        because: null,
        ...carT.bsab,
      },
    },
  };
}

const defaultQuery = asked("", dataset);
const none = {
  pool: noPool,
  entries: [],
  productsDiffer: null,
  selectedProducts: [],
  dropped: 0,
  settled: true,
  because: null,
};
const codes = (one: Made = {}) => cautionsOfRow(made(one)).map(({ code }) => code);
const withCohort = (over: Partial<ComputeCohort>) => made({ entries: [entry(over)] });
const withFigure = (over: Partial<CountedFigure>, outcome = orr): Made => ({
  outcome,
  entries: [entry({}, over)],
});
const ofAnswer = (...rows: Row[]) =>
  cautionsOfAnswer(defaultQuery, null, rows).map(({ code }) => code);

function caution(one: Made, code: string): CodedRemark {
  const found = cautionsOfRow(made(one)).find((remark) => remark.code === code);
  if (!found) throw new Error(`no caution ${code}`);
  return found;
}

describe("a row", () => {
  it("without anything to say has no cautions", () => {
    expect(codes()).toEqual([]);
  });

  it("without any figure has no cautions", () => {
    expect(cautionsOfRow({ outcome: orr, groups: { "car-t": none, bsab: none } })).toEqual([]);
  });

  it("says one-class and names the missing one", () => {
    const [said] = cautionsOfRow(made({ bsab: none }));
    expect(said).toEqual({ code: "one-class", group: "bsab" });
  });

  it("does not say one-class where a bispecific cannot have the outcome", () => {
    expect(codes({ outcome: infused, bsab: none })).toEqual([]);
  });

  it.each([
    [1, ["single-cohort"]],
    [2, ["few-cohorts"]],
    [3, []],
  ])("of %d CAR-T cohorts says %j", (k, said) => {
    expect(codes({ pool: { k } })).toEqual(said);
  });

  it.each([
    [{ status: "all-zero", n: 20 }, "no-events"],
    [{ status: "all-events", n: 14 }, "all-events"],
  ] as const)("whose pool is %j says %s", (over, code) => {
    expect(caution({ outcome: crs, pool: over }, code)).toEqual({
      code,
      group: "car-t",
      n: over.n,
      single: false,
      phrase: "had severe CRS",
    });
  });

  it("says of a single trial that its own count is shown", () => {
    const observed = { events: 14, n: 14, estimate: 1, interval: [0.77, 1] } as const;
    const over = { status: "all-events", k: 1, n: 14, observed } as const;
    expect(caution({ pool: over }, "all-events")).toMatchObject({ single: true });
  });

  it("says that a bispecific had no event in the bispecific's numbers", () => {
    const bsab = { pool: pool({ status: "all-zero", n: 31 }) };
    expect(caution({ outcome: crs, bsab }, "no-events")).toMatchObject({ group: "bsab", n: 31 });
  });

  it("says no-events before products-differ", () => {
    const products = [counted("a", 0)];
    const over = { status: "all-zero", n: 20, products } as const;
    expect(codes({ pool: over, productsDiffer: "products" })).toEqual([
      "no-events",
      "products-differ",
    ]);
  });

  it("says exposure-differs for a time-dependent outcome, with both follow-ups", () => {
    const [said] = cautionsOfRow(
      made({
        outcome: infection,
        pool: { followUp: { months: 12.4, unknownShare: 0 } },
        bsab: { pool: pool({ followUp: { months: null, unknownShare: 1 } }) },
      }),
    );
    expect(said).toEqual({
      code: "exposure-differs",
      classesDiffer: true,
      followUp: [
        { group: "car-t", months: 12.4 },
        { group: "bsab", months: null },
      ],
    });
  });

  it("does not say exposure-differs with one class", () => {
    expect(codes({ outcome: infection, bsab: none })).toEqual(["one-class", "infections-depend"]);
  });

  it("does not claim that products differ where only trials do", () => {
    const products = [counted("a", 0.62), counted("b", 0.66)];
    const [said] = cautionsOfRow(made({ productsDiffer: "spread", pool: { products } }));
    expect(said).toEqual({ code: "products-differ", group: "car-t", range: null });
    const apart = [counted("a", 0.62), counted("b", 0.9)];
    const [range] = cautionsOfRow(made({ productsDiffer: "spread", pool: { products: apart } }));
    expect(range).toMatchObject({ range: { products: 2, lowest: 62, highest: 90 } });
  });

  it("says products-differ with how far they lie apart", () => {
    const products = [counted("alpha-cel", 0.9), counted("gamma-cel", 0.71)];
    const [said] = cautionsOfRow(made({ productsDiffer: "products", pool: { products } }));
    expect(said).toEqual({
      code: "products-differ",
      group: "car-t",
      range: { products: 2, lowest: 71, highest: 90 },
    });
  });

  it("says evaluable-only and names the cohorts", () => {
    const [said] = cautionsOfRow(made(withFigure({ population: "efficacy-evaluable" })));
    expect(said).toEqual({ code: "evaluable-only", cohorts: ["SOME"] });
  });

  it("says intention-to-treat and names the cohorts", () => {
    const [said] = cautionsOfRow(made(withFigure({ population: "randomised" })));
    expect(said).toEqual({ code: "intention-to-treat", wholeAnswer: false, cohorts: ["SOME"] });
  });

  it.each(["lee", "cartox", "ctcae"] as const)("graded by %s says older-grading", (grading) => {
    const one = { ...withFigure({ grading }, crs), bsab: none };
    expect(codes(one)).toEqual(["one-class", "older-grading"]);
  });

  it("graded by ASTCT does not say older-grading", () => {
    expect(codes({ ...withFigure({ grading: "astct" }, crs), bsab: none })).toEqual(["one-class"]);
  });

  it("about something other than CRS or ICANS does not say older-grading", () => {
    expect(codes(withFigure({ grading: "ctcae" }, infection))).not.toContain("older-grading");
  });

  it("says grade-5-not-counted where grades 3 and 4 are counted alone", () => {
    expect(codes(withFigure({ grades: "3-4" }, crs))).toEqual(["grade-5-not-counted"]);
    expect(codes(withFigure({ grades: "3-5" }, crs))).toEqual([]);
  });

  it("says definition-mixed where grades are counted differently", () => {
    const entries = [entry({}, { grades: "3-4" }), entry({ id: "z" }, { grades: "3-5" })];
    expect(caution({ outcome: crs, entries }, "definition-mixed")).toEqual({
      code: "definition-mixed",
      scales: null,
      grades: true,
    });
  });

  it("says definition-mixed where two known scales meet", () => {
    const entries = [entry({}, { grading: "astct" }), entry({ id: "z" }, { grading: "lee" })];
    expect(caution({ outcome: crs, entries, bsab: none }, "definition-mixed")).toEqual({
      code: "definition-mixed",
      scales: { stated: ["astct", "lee"], unstated: 0, figures: 2 },
      grades: false,
    });
  });

  it.each(["crs", "crs-3", "icans", "icans-3"])(
    "about %s says definition-mixed where a scale is stated in some cohorts only",
    (id) => {
      const entries = [entry({}, { grading: "astct" }), entry({ id: "z" })];
      // The bispecific cohort does not state its scale either.
      expect(caution({ outcome: outcome(id), entries }, "definition-mixed")).toMatchObject({
        scales: { stated: ["astct"], unstated: 2, figures: 3 },
      });
    },
  );

  it("does not say definition-mixed where no cohort states its scale", () => {
    expect(codes({ outcome: crs, entries: [entry(), entry({ id: "z" })] })).toEqual([]);
  });

  it("about something other than CRS or ICANS cannot tell an unstated scale from a stated one", () => {
    const entries = [entry({}, { grading: "ctcae" }), entry({ id: "z" })];
    expect(codes({ outcome: orr, entries })).not.toContain("definition-mixed");
    expect(codes({ outcome: outcome("death-crs"), entries })).not.toContain("definition-mixed");
  });

  it("says variance-approximated where only the number of patients gives a width", () => {
    const entries = [landmarkEntry({}, { interval: null, atRisk: null })];
    expect(codes({ outcome: pfs, entries, bsab: none })).toContain("variance-approximated");
  });

  it("does not say variance-approximated with a printed interval or a number at risk", () => {
    const entries = [landmarkEntry(), landmarkEntry({}, { interval: null, atRisk: 40 })];
    expect(codes({ outcome: pfs, entries })).not.toContain("variance-approximated");
  });

  const bispecific = { therapyClass: "bsab", product: "betamab" } as const;

  it("says time-origin-differs where survival starts at different events, and names them", () => {
    const entries = [
      landmarkEntry({}, { timeOrigin: "leukapheresis" }),
      landmarkEntry({ id: "z" }, { timeOrigin: "randomisation" }),
    ];
    const said = caution({ outcome: pfs, entries, bsab: none }, "time-origin-differs");
    expect(said).toMatchObject({
      groups: [{ group: "car-t", origins: ["leukapheresis", "randomisation"] }],
    });
  });

  it("says time-origin-differs between an infusion and a first dose, stated or not", () => {
    const bsab = { entries: [landmarkEntry(bispecific)] };
    const said = caution({ outcome: pfs, entries: [landmarkEntry()], bsab }, "time-origin-differs");
    expect(said).toMatchObject({
      groups: [
        { group: "car-t", origins: ["infusion"] },
        { group: "bsab", origins: ["first-dose"] },
      ],
    });
  });

  it("takes randomisation as the start of all who were randomised", () => {
    const population = "randomised" as const;
    const bsab = { entries: [landmarkEntry(bispecific, { population })] };
    const entries = [landmarkEntry({}, { population })];
    expect(codes({ outcome: pfs, entries, bsab })).not.toContain("time-origin-differs");
  });

  it.each([["infusion"], [null]] as const)(
    "does not say time-origin-differs for CAR-T cohorts from infusion and %s",
    (timeOrigin) => {
      const entries = [
        landmarkEntry({}, { timeOrigin: "infusion" }),
        landmarkEntry({ id: "z" }, { timeOrigin }),
      ];
      expect(codes({ outcome: pfs, entries, bsab: none })).not.toContain("time-origin-differs");
    },
  );

  it("does not say time-origin-differs for what is counted without a start", () => {
    expect(codes()).not.toContain("time-origin-differs");
  });

  it.each([
    [["alpha-cel"], undefined],
    [["alpha-cel", "gamma-cel"], ["gamma-cel"]],
    [
      ["gamma-cel", "alpha-cel", "delta-cel"],
      ["gamma-cel", "delta-cel"],
    ],
    [
      ["a-cel", "b-cel", "c-cel", "alpha-cel"],
      ["a-cel", "b-cel", "c-cel"],
    ],
  ])(
    "of the products %j, with alpha-cel alone in the pool, misses %j",
    (selectedProducts, products) => {
      const said = cautionsOfRow(made({ selectedProducts }));
      expect(said.find(({ code }) => code === "products-missing")).toEqual(
        products && { code: "products-missing", group: "car-t", products },
      );
    },
  );

  it("does not say products-missing of a class without a pool", () => {
    const bsab = { ...none, selectedProducts: ["betamab"] };
    expect(codes({ bsab })).toEqual(["one-class"]);
  });

  it("says products-missing after who was counted, and before what differs in the averages", () => {
    const said = codes({
      ...withFigure({ population: "randomised" }),
      selectedProducts: ["gamma-cel"],
      pool: { marginal: 0.1 },
    });
    expect(said).toEqual(["intention-to-treat", "products-missing", "typical-vs-average"]);
  });

  it.each([
    [{ marginal: 0.48 }, true],
    [{ marginal: 0.481 }, false],
    [{ crude: 0.52 }, true],
    [{ crude: 0.519 }, false],
    [{ crude: null, marginal: 0.5 }, false],
    [{ crude: null, marginal: 0.4 }, true],
    [{ marginal: 0.4, k: 1 }, false],
  ])("with an estimate of 0.5 and %j says typical-vs-average: %s", (over, said) => {
    expect(codes({ pool: over }).includes("typical-vs-average")).toBe(said);
  });

  it("says overlap-dropped with how many were left out", () => {
    const [said] = cautionsOfRow(made({ dropped: 2 }));
    expect(said).toEqual({ code: "overlap-dropped", group: "car-t", cohorts: 2 });
  });

  it("says overlap-unsettled before what was left out by it", () => {
    const said = cautionsOfRow(made({ settled: false, dropped: 2 }));
    expect(said[0]).toEqual({ code: "overlap-unsettled", group: "car-t" });
    expect(said.map(({ code }) => code)).toEqual(["overlap-unsettled", "overlap-dropped"]);
  });

  it("says combination and names the cohorts given with other drugs", () => {
    const entries = [entry({ regimen: "combination", label: "TEC-DARA" }), entry({ id: "mono" })];
    const [said] = cautionsOfRow(made({ entries }));
    expect(said).toEqual({ code: "combination", group: "car-t", cohorts: ["TEC-DARA"] });
  });

  it("says typical-vs-average with the three rates and the counts", () => {
    const over = { marginal: 0.1, crude: 0.4, events: 40, n: 100 };
    expect(caution({ pool: over }, "typical-vs-average")).toEqual({
      code: "typical-vs-average",
      group: "car-t",
      typical: 0.5,
      average: 0.1,
      crude: 0.4,
      events: 40,
      n: 100,
    });
  });

  it("names the class wherever both may be meant", () => {
    const both = { pool: pool({ k: 2, marginal: 0.1, products: [] }), dropped: 1 };
    const nameOf = (group: string) => english.groupName(group, "therapy-class");
    const labels = cautionsOfRow(made({ ...both, bsab: both })).map(
      (remark) => sayRemark(remark, nameOf, english).label,
    );
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toHaveLength(6);
  });

  it("says model-fallback and why", () => {
    const said = caution({ because: "all-zero" }, "model-fallback");
    expect(said).toEqual({ code: "model-fallback", group: "car-t", because: "all-zero" });
  });

  it("says definition-broad where neurotoxicity stands in for ICANS", () => {
    const icans = outcome("icans-3");
    expect(codes(withFigure({ outcome: "neurotoxicity-3" }, icans))).toContain("definition-broad");
    expect(codes(withFigure({ outcome: "icans-3" }, icans))).not.toContain("definition-broad");
  });
});

describe("an answer", () => {
  const always = ["no-randomised-comparison", "as-treated"];

  it("always says that no trial compared the classes and that infused patients are counted", () => {
    expect(ofAnswer(made())).toEqual(always);
  });

  it("without any figure says nothing", () => {
    expect(
      cautionsOfAnswer(defaultQuery, null, [
        { outcome: orr, groups: { "car-t": none, bsab: none } },
      ]),
    ).toEqual([]);
  });

  it.each(["age=60-", "prior-lines=-4"])("filtered by medians says ecological: %s", (text) => {
    const codesOf = cautionsOfAnswer(asked(text, dataset), null, [made()]).map(({ code }) => code);
    expect(codesOf).toContain("ecological");
  });

  it("says which cohorts count all randomised patients beside infused ones", () => {
    const enrolled = made({
      entries: [entry(), entry({ id: "z", label: "ZETA" }, { population: "randomised" })],
    });
    const [, said] = cautionsOfAnswer(defaultQuery, null, [enrolled]);
    expect(said).toEqual({ code: "as-treated", randomised: ["ZETA"] });
  });

  it("does not claim infused patients where all are counted as randomised", () => {
    const counted = made(withFigure({ population: "randomised" }));
    const [, said] = cautionsOfAnswer(defaultQuery, null, [counted]);
    expect(said).toEqual({ code: "intention-to-treat", wholeAnswer: true, cohorts: ["SOME"] });
  });

  it.each(["treated", "safety", "efficacy-evaluable"] as const)(
    "says infused patients of those counted as %s",
    (population) => {
      const [, said] = cautionsOfAnswer(defaultQuery, null, [made(withFigure({ population }))]);
      expect(said).toEqual({ code: "as-treated", randomised: [] });
    },
  );

  it("does not speak of infused patients for an outcome that names its own", () => {
    const over = withFigure({ population: "leukapheresed" }, infused);
    expect(ofAnswer(made({ ...over, bsab: none }))).toEqual(["no-randomised-comparison"]);
  });

  it("does not deny a randomised comparison that there is", () => {
    const said = (randomised: number) =>
      answerCautions(defaultQuery, [evidenceOf(made())], {
        products: [],
        compared: { randomised, adjusted: 3 },
      });
    expect(said(0)[0]).toEqual({ code: "no-randomised-comparison", adjusted: 3 });
    expect(said(1).map(({ code }) => code)).not.toContain("no-randomised-comparison");
  });

  it("without CAR-T does not speak of infused patients", () => {
    const row = made();
    row.groups["car-t"] = none;
    expect(ofAnswer(row)).toEqual(["no-randomised-comparison"]);
  });

  it("says cohorts-differ-between-rows when rows rest on different cohorts", () => {
    const other = made({ outcome: crs, entries: [entry({ id: "other" })] });
    expect(ofAnswer(made(), other)).toEqual([...always, "cohorts-differ-between-rows"]);
  });

  it("does not say cohorts-differ-between-rows for rows without figures", () => {
    const empty = { outcome: crs, groups: { "car-t": none, bsab: none } };
    expect(ofAnswer(made(), empty)).toEqual(always);
  });

  it("says dose-escalation", () => {
    expect(ofAnswer(withCohort({ doses: "escalation" }))).toEqual([...always, "dose-escalation"]);
  });

  it("says settings-mixed", () => {
    expect(ofAnswer(withCohort({ setting: "early" }))).toEqual([...always, "settings-mixed"]);
  });

  it("says prior-bcma-mixed", () => {
    expect(ofAnswer(withCohort({ priorBcma: "some" }))).toEqual([...always, "prior-bcma-mixed"]);
  });

  it("counted over all enrolled says so, and nothing of the infused", () => {
    const said = cautionsOfAnswer(asked("denominator=enrolled", dataset), null, [made()]);
    expect(said.map(({ code }) => code)).toEqual(["no-randomised-comparison", "enrolled"]);
  });

  it("counted over all with cells collected names where, and whether it is derived", () => {
    const query = asked("denominator=collected", dataset);
    const saidOf = (...rows: Parameters<typeof cautionsOfAnswer>[2]) =>
      cautionsOfAnswer(query, null, rows).filter(({ code }) => code === "collected");
    expect(saidOf(made())).toEqual([{ code: "collected", printed: [], derived: [] }]);
    const one = made(withFigure({ population: "leukapheresed" }));
    expect(saidOf(one, one)).toMatchObject([{ printed: [expect.any(String)], derived: [] }]);
    const other = made(withFigure({ population: "leukapheresed", derived: true }));
    expect(saidOf(other)).toMatchObject([{ printed: [], derived: [expect.any(String)] }]);
    // The number infused is over all with cells collected, too, and no response.
    const planned = { ...one, outcome: { ...one.outcome, id: "infused", partOf: null } };
    expect(saidOf(planned)).toEqual([{ code: "collected", printed: [], derived: [] }]);
  });

  it.each([
    ["sources=any", { tier: 4 } as const, [], "unreviewed-sources"],
    ["cut=latest", {}, [], "latest-cut"],
    [
      "overlap=keep",
      {},
      [{ with: "b", kind: "partial", reason: "centres" }] as const,
      "overlap-kept",
    ],
  ])("asked with %s says so where it matters", (text, measured, overlaps, code) => {
    const row = made({
      entries: [entry({ overlaps: [...overlaps] }, measured)],
    });
    const codesOf = (query: string) =>
      cautionsOfAnswer(asked(query, dataset), null, [row]).map((remark) => remark.code);
    expect(codesOf(text)).toContain(code);
    expect(codesOf("")).not.toContain(code);
  });

  it("to a published question names it, how much of it is known, and a change", () => {
    const set = { id: "x", name: "Made 2020", cohorts: 2, used: 3, modified: false };
    const said = (over: Partial<typeof set> | { cohorts: null }) =>
      cautionsOfAnswer(defaultQuery, { ...set, ...over }, [made()]).at(-1);
    const asked = { name: "Made 2020", modified: false };
    expect(said({})).toEqual({ code: "set-asked", ...asked, cohorts: 2, used: 3 });
    expect(said({ modified: true })).toMatchObject({ code: "set-asked", modified: true });
    expect(said({ cohorts: null })).toEqual({ code: "set-not-public", ...asked });
  });

  it("says each of its cautions once, however many rows it has", () => {
    const row = withCohort({ setting: "early", doses: "escalation", regimen: "combination" });
    const said = ofAnswer(row, row, made(), withCohort({ id: "x", priorBcma: "some" }));
    expect(new Set(said).size).toBe(said.length);
  });
});
