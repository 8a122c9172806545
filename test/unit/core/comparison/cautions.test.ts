import { describe, expect, it } from "vitest";
import type { Pool } from "#core/comparison/answer.ts";
import { rowCautions } from "#core/comparison/cautions.ts";
import type { CodedRemark } from "#core/comparison/coded-remarks.ts";
import { sayRemark } from "#presentation/words/codes.ts";
import { codes as english } from "#words/codes.ts";
import { entry, landmarkEntry, pool } from "../../../support/answers.ts";
import {
  evidenceOf,
  type Made,
  made,
  none,
  type Row,
  withFigure,
} from "../../../support/caution-rows.ts";
import { crs, infection, infused, orr, outcome, pfs } from "../../../support/cohorts.ts";

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

const codes = (one: Made = {}) => cautionsOfRow(made(one)).map(({ code }) => code);
function caution(one: Made, code: string): CodedRemark {
  const found = cautionsOfRow(made(one)).find((remark) => remark.code === code);
  if (!found) throw new Error(`no caution ${code}`);
  return found;
}

describe("a row", () => {
  it.each<[string, Made, CodedRemark]>([
    ["which class is missing", { bsab: none }, { code: "one-class", group: "bsab" }],
    [
      "that exposure differs, with both follow-ups",
      {
        outcome: infection,
        pool: { followUp: { months: 12.4, unknownShare: 0 } },
        bsab: { pool: pool({ followUp: { months: null, unknownShare: 1 } }) },
      },
      {
        code: "exposure-differs",
        classesDiffer: true,
        followUp: [
          { group: "car-t", months: 12.4 },
          { group: "bsab", months: null },
        ],
      },
    ],
    [
      "how far products lie apart",
      {
        productsDiffer: "products",
        pool: { products: [counted("alpha-cel", 0.9), counted("gamma-cel", 0.71)] },
      },
      {
        code: "products-differ",
        group: "car-t",
        range: { products: 2, lowest: 71, highest: 90 },
      },
    ],
    [
      "who counted the evaluable only",
      withFigure({ population: "efficacy-evaluable" }),
      { code: "evaluable-only", cohorts: ["SOME"] },
    ],
    [
      "who counted all who were to be treated",
      withFigure({ population: "randomised" }),
      { code: "intention-to-treat", wholeAnswer: false, cohorts: ["SOME"] },
    ],
    [
      "that grades are counted differently",
      {
        outcome: crs,
        entries: [entry({}, { grades: "3-4" }), entry({ id: "z" }, { grades: "3-5" })],
      },
      { code: "definition-mixed", scales: null, grades: true },
    ],
    [
      "which known scales meet",
      {
        outcome: crs,
        entries: [entry({}, { grading: "astct" }), entry({ id: "z" }, { grading: "lee" })],
        bsab: none,
      },
      {
        code: "definition-mixed",
        scales: { stated: ["astct", "lee"], unstated: 0, figures: 2 },
        grades: false,
      },
    ],
    [
      "how many were left out",
      { dropped: 2 },
      { code: "overlap-dropped", group: "car-t", cohorts: 2 },
    ],
    [
      "which cohorts were given with other drugs",
      { entries: [entry({ regimen: "combination", label: "TEC-DARA" }), entry({ id: "mono" })] },
      { code: "combination", group: "car-t", cohorts: ["TEC-DARA"] },
    ],
    [
      "how the typical rate differs from the average, with the counts",
      { pool: { marginal: 0.1, crude: 0.4, events: 40, n: 100 } },
      {
        ...{ code: "typical-vs-average", group: "car-t" },
        ...{ typical: 0.5, average: 0.1, crude: 0.4, events: 40, n: 100 },
      },
    ],
    [
      "why another model answered",
      { because: "all-zero" },
      { code: "model-fallback", group: "car-t", because: "all-zero" },
    ],
  ])("says %s", (_, one, expected) => {
    expect(caution(one, expected.code)).toEqual(expected);
  });

  it("without anything to say has no cautions", () => {
    expect(codes()).toEqual([]);
  });

  it("without any figure has no cautions", () => {
    expect(cautionsOfRow({ outcome: orr, groups: { "car-t": none, bsab: none } })).toEqual([]);
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

  it("says overlap-unsettled before what was left out by it", () => {
    const said = cautionsOfRow(made({ settled: false, dropped: 2 }));
    expect(said[0]).toEqual({ code: "overlap-unsettled", group: "car-t" });
    expect(said.map(({ code }) => code)).toEqual(["overlap-unsettled", "overlap-dropped"]);
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

  it("says definition-broad where neurotoxicity stands in for ICANS", () => {
    const icans = outcome("icans-3");
    expect(codes(withFigure({ outcome: "neurotoxicity-3" }, icans))).toContain("definition-broad");
    expect(codes(withFigure({ outcome: "icans-3" }, icans))).not.toContain("definition-broad");
  });
});
