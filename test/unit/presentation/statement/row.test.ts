import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { axisOf } from "#presentation/statement/axis.ts";
import { leadOf } from "#presentation/statement/notes.ts";
import { missingText, type RowStatement } from "#presentation/statement/row.ts";
import { followUpsOf } from "#presentation/statement/side.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { screen as en } from "#words/screen.ts";
import {
  comparison,
  contrast,
  median,
  noContrast,
  noPool,
  notPooled,
  pool,
  productPool,
  row,
} from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { anyQuestion, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { sides, viewed } from "../../../support/viewed-rows.ts";

const answerTo = (text: string) => compareInWords(asked(text, dataset), dataset);
const trials = asked("", dataset);
const everything = asked("evidence=all", dataset);

const notReported = notPooled({ cohort: "x", label: "X" });
const held = notPooled({ cohort: "y", label: "Y", code: "held", reason: "sources disagree" });

describe("a side of a row", () => {
  it("has its rate, its interval, its evidence and its place on the axis", () => {
    const one = row(sides({ estimate: 0.9214, interval: [0.8211, 0.9706], k: 7, n: 415 }, {}));
    expect(viewed(one).sides["car-t"]).toEqual({
      what: "rate",
      product: null,
      rate: "92",
      range: "(82–97)",
      evidence: "7 trials, 415 patients",
      at: [82.1, 92.1, 97.1],
    });
  });

  it("counts studies when not only trials are asked for", () => {
    const { sides: both } = viewed(row(sides({ k: 7, n: 415 }, { k: 1, n: 9 })), {
      query: everything,
    });
    expect(both["car-t"].evidence).toBe("7 studies, 415 patients");
    expect(both.bsab.evidence).toBe("1 study, 9 patients");
  });

  it("says trials when only trials are asked for", () => {
    const { sides: both } = viewed(row(sides({ k: 1, n: 97 }, {})), { query: trials });
    expect(both["car-t"].evidence).toBe("1 trial, 97 patients");
  });

  it("leaves the number of patients out when it is not known", () => {
    expect(viewed(row(sides({ n: null }, {}))).sides["car-t"].evidence).toBe("3 trials");
  });

  it.each([
    [1, true],
    [2, true],
    [3, false],
  ])("of %d cohorts is thin: %s", (k, thin) => {
    expect(viewed(row(sides({ k }, {}))).sides["car-t"].thin ?? false).toBe(thin);
  });
});

describe("a side without a pool", () => {
  const lacking = (over: Partial<Pool>, more: Partial<OutcomeComparison> = {}) =>
    row({ pools: { "car-t": pool(), bsab: { ...noPool, ...over } }, ...more });
  const missing = (over: Partial<Pool>, more: Partial<OutcomeComparison> = {}) =>
    viewed(lacking(over, more)).missing;

  it("has no number and no place on the axis", () => {
    expect(viewed(lacking({})).sides.bsab).toEqual({
      what: "missing",
      ...{ product: null, rate: null, range: null, evidence: "", medians: undefined, at: null },
    });
  });

  it("has the medians in its place, one for each trial, as they were printed", () => {
    const medians = [
      median({ months: 8.8 }),
      median({ months: 11, cohort: "y", followUpMonths: 33.4 }),
    ];
    const { sides: both } = viewed(lacking({ medians }));
    expect(both.bsab.evidence).toBe(
      "median months, as printed: x-cel 8.8 in X · x-cel 11 in X at 33.4-month follow-up",
    );
  });

  it.each([
    ["monotherapy", "median months, as printed: x-cel 8.8 in X · x-cel 25 in X (with other drugs)"],
    [
      "combination",
      "median months, as printed: x-cel 8.8 in X (with other drugs) · x-cel 25 in X (with other drugs)",
    ],
  ] as const)("says which medians are of products with other drugs: %s", (regimen, text) => {
    const combined = { regimen: "combination", cohort: "y" } as const;
    const medians = [median({ months: 8.8, regimen }), median({ months: 25, ...combined })];
    expect(viewed(lacking({ medians })).sides.bsab.evidence).toBe(text);
  });

  it("keeps the evidence of a number that has medians beside it", () => {
    const one = row(sides({ k: 7, n: 415, medians: [median({ months: 8.8 })] }, {}));
    expect(viewed(one).sides["car-t"]).toMatchObject({
      evidence: "7 trials, 415 patients",
    });
  });

  it("says in how many trials it is not reported", () => {
    expect(missing({ notPooled: [notReported] })).toBe("not found for bispecifics in 5 trials");
  });

  it("says that nothing can be pooled when something is reported", () => {
    expect(missing({ notPooled: [notReported, held] })).toBe(
      "no usable number for bispecifics in 5 trials",
    );
  });

  it("says that no trial is selected", () => {
    const selected = { "car-t": 7, bsab: 0 };
    expect(
      missingText("bsab", lacking({}), { strings: en, query: asked("", dataset), selected }),
    ).toBe("no bispecific trial in this selection");
  });

  it("says of each outcome why a class cannot have it", () => {
    const notFor = "no manufacturing step";
    expect(missing({}, { appliesTo: ["car-t"], notFor })).toBe(notFor);
    const said = (id: string) =>
      statementOf(answerTo(`outcome=${id}`), en).rows.map(({ missing }) => missing);
    expect(said("discontinuation")[0]).toBe("CAR-T is given once");
    expect(said("iec-hs")[0]).toBe("described after CAR-T only");
  });

  it("leaves nothing to subtract", () => {
    expect(viewed(row(sides({}, null))).difference).toBeNull();
  });
});

describe("the difference of a row", () => {
  it("is in words, with its interval and what the patients did", () => {
    const one = row({
      ...sides({ estimate: 0.92 }, { estimate: 0.65 }),
      contrasts: [contrast({ differencePer100: 27, differenceInterval: [14, 36] })],
    });
    expect(viewed(one)).toMatchObject({
      difference: { amount: "27 more", range: "14 to 36 more" },
      phrase: "responded",
    });
  });

  it("is called rounded where whole numbers do not subtract", () => {
    const one = viewed(row(sides({ estimate: 0.926 }, { estimate: 0.664 })));
    expect(one.sides["car-t"].rate).toBe("93");
    expect(one.sides.bsab.rate).toBe("66");
    expect(one.difference).toMatchObject({ amount: "26 more", note: "(rounded)" });
  });
});

describe("the axis", () => {
  const ends = (direction: OutcomeComparison["direction"], carT: number, bsab: number | null) =>
    axisOf(
      row({
        direction,
        ...sides({ interval: [0, carT] }, bsab === null ? null : { interval: [0, bsab] }),
      }),
    );

  it.each([
    ["harm", 0.2, 0.1, 20],
    ["harm", 0.2001, 0.1, 100],
    ["harm", 0.1, 0.5, 100],
    ["harm", 0.1, null, 20],
    ["benefit", 0.1, 0.1, 100],
  ] as const)("of a %s with intervals up to %d and %s ends at %d", (direction, a, b, axis) => {
    expect(ends(direction, a, b)).toBe(axis);
  });

  it("ends at 100 when there is nothing to draw", () => {
    expect(axisOf(row({ direction: "harm", ...sides(null, null) }))).toBe(100);
  });

  it("holds every number drawn on it, for any question", () => {
    fc.assert(
      fc.property(anyQuestion(dataset), (pairs) => {
        const text = new URLSearchParams(pairs).toString();
        const answer = answerTo(text);
        for (const [index, one] of statementOf(answer, en).rows.entries()) {
          const outcome = answer.outcomes[index];
          const axis = outcome ? axisOf(outcome) : 0;
          for (const group of groups) {
            const { at } = one.sides[group];
            if (at === null) continue;
            expect(at.every((value) => value >= 0 && value <= axis)).toBe(true);
            expect(at[0] <= at[1] && at[1] <= at[2]).toBe(true);
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });
});

describe("the certainty of a row", () => {
  const saidOn = ({ certainty, ownCertainty }: RowStatement) => (ownCertainty ? certainty : null);
  const rated = (...levels: OutcomeComparison["certainty"]["level"][]) =>
    statementOf(
      comparison({
        outcomes: levels.map((level) => row({ certainty: { level, reasons: [] } })),
      }),
      en,
    );

  it("is stated once when all rows share it", () => {
    const view = rated("very-low", "very-low", "not-rated");
    expect(view.certainty).toMatch(/^Very low certainty: /);
    expect(view.rows.map(saidOn)).toEqual([null, null, null]);
  });

  it("is printed only where it differs from what most rows have", () => {
    const view = rated("low", "very-low", "low");
    expect(view.certainty).toMatch(/^Low certainty: /);
    expect(view.rows.map(saidOn)).toEqual([null, "very low", null]);
  });

  it("is stated for the row of the headline, so that every other one is told apart from it", () => {
    const view = rated("low", "very-low", "very-low");
    expect(view.certainty).toMatch(/^Low certainty: /);
    expect(view.rows.map(saidOn)).toEqual([null, "very low", "very low"]);
  });

  it("is not stated when no row is rated", () => {
    expect(rated("not-rated").certainty).toBe("");
  });
});

describe("follow-up", () => {
  const months = (carT: Partial<Pool> | null, bsab: Partial<Pool> | null, timeDependent = true) =>
    textOf(followUpsOf(row({ timeDependent, ...sides(carT, bsab) })));
  const textOf = (found: ReturnType<typeof followUpsOf>) =>
    found && english.report.short.followUp(...found);
  const followUp = (value: number | null) => ({ followUp: { months: value, unknownShare: 0 } });

  it("is said for time-dependent rows, CAR-T first", () => {
    expect(months(followUp(12.4), followUp(21.6))).toBe("follow-up 12 and 22 months");
  });

  it("is marked where it is not known", () => {
    expect(months(followUp(null), followUp(9))).toBe("follow-up ? and 9 months");
  });

  it("is not said where time does not matter, or with one class", () => {
    expect(months(followUp(12), followUp(12), false)).toBeNull();
    expect(months(followUp(12), null)).toBeNull();
  });
});

describe("the caution of a row", () => {
  const remark = (code: string, label = `label of ${code}`) => ({ code, label, text: code });
  const cautionOf = (codes: readonly string[], reasons: readonly string[] = []) => {
    const lead = leadOf(
      row({
        cautions: codes.map((code) => remark(code)),
        certainty: { level: "very-low", reasons: reasons.map((code) => remark(code)) },
      }),
    );
    return lead && `${lead.label}${lead.others ? ` +${lead.others}` : ""}`;
  };

  it("is the most important one, with the number of the others", () => {
    expect(cautionOf(["products-differ", "overlap-dropped"], ["imprecise"])).toBe(
      "label of products-differ +2",
    );
  });

  it("is not what the numbers and names of the row say already, while there is another", () => {
    expect(cautionOf(["not-representative", "few-cohorts", "overlap-dropped"])).toBe(
      "label of overlap-dropped +2",
    );
    expect(cautionOf(["one-class"], ["single-cohort", "one-product", "imprecise"])).toBe(
      "label of imprecise +3",
    );
    expect(cautionOf(["one-class"])).toBe("label of one-class");
    // Which products are missing follows from those that are named.
    expect(cautionOf(["not-representative", "products-missing", "older-grading"])).toBe(
      "label of older-grading +2",
    );
    expect(cautionOf(["products-missing", "older-grading"])).toBe("label of products-missing +1");
  });

  it("alone is not counted, and said twice it is one", () => {
    expect(cautionOf(["settings-mixed"], ["settings-mixed"])).toBe("label of settings-mixed");
    expect(cautionOf([])).toBeNull();
  });
});

describe("a row whose class is not there to be compared", () => {
  const ofProducts = (names: readonly string[], share: number): Pool => ({
    ...pool(),
    share,
    representative: false,
    products: names.map((name) => productPool(name)),
  });
  it("says so in a few words, or that nobody reports one class, and why where it is about one", () => {
    const cautions = [{ code: "not-representative", label: "x", text: "x" }];
    const contrasts = [{ ...noContrast, status: "not-representative" } as const];
    expect(viewed(row({ cautions, contrasts })).missing).toBe("known for too few patients");
    const few = row({ ...sides({}, null), cautions, contrasts });
    expect(viewed(few).missing).toBe("not found for bispecifics in 5 trials");
    const notFor = "CAR-T is given once";
    expect(viewed({ ...few, appliesTo: ["bsab"], notFor }).missing).toBe(notFor);
  });

  it("has the numbers of its products, and what is printed of others, but none of its own", () => {
    const one: Pool = {
      ...ofProducts(["a", "b"], 0.3),
      ...{ status: "not-represented", estimate: null, interval: null },
      notPooled: [
        notPooled({ product: "c", code: "no-count", shown: "17 %, count not printed" }),
        notPooled({ product: "d" }),
      ],
    };
    const { product, rate, evidence } = viewed(row({ pools: { "car-t": one, bsab: noPool } }))
      .sides["car-t"];
    expect([product, rate]).toEqual(["a", null]);
    expect(evidence).toBe("x of y; b x of y; c 17 %, count not printed");
  });

  it("says what is printed of its products also where no figure can be pooled, or others are", () => {
    const late = notPooled({ product: "c", code: "other-cut", shown: "28 of 128 at 24 months" });
    const evidenceOf = (one: Pool) =>
      viewed(row({ pools: { "car-t": one, bsab: noPool } })).sides["car-t"].evidence;
    expect(evidenceOf({ ...noPool, notPooled: [late] })).toBe("c 28 of 128 at 24 months");
    expect(evidenceOf({ ...pool(), notPooled: [late] })).toMatch(/; c 28 of 128 at 24 months$/);
  });
});
