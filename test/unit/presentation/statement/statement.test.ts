import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison, Contrast, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import type { LostCheck } from "#core/comparison/checked.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { figureOf } from "#presentation/forest/figure.ts";
import { asText } from "#presentation/report/as-text.ts";
import { depths } from "#presentation/report/document.ts";
import { columnOf } from "#presentation/statement/column.ts";
import { remarksOf } from "#presentation/statement/notes.ts";
import { publishedQuestion } from "#presentation/statement/question.ts";
import { missingText, type RowStatement } from "#presentation/statement/row.ts";
import { scopeOf } from "#presentation/statement/scope.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { comparisonTable } from "#presentation/table/comparison-table.ts";
import { english } from "#presentation/words/catalogue.ts";
import { screen as en } from "#words/screen.ts";
import {
  comparison,
  contrast,
  keptByAll,
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
import { textOfAnswer } from "../../../support/reports.ts";

function viewed(one: OutcomeComparison, over: Partial<Comparison> = {}): RowStatement {
  const [view] = statementOf(comparison({ outcomes: [one], ...over }), en).rows;
  if (!view) throw new Error("no row");
  return view;
}

const answerTo = (text: string) => compareInWords(asked(text, dataset), dataset);
const trials = asked("", dataset);
const everything = asked("evidence=all", dataset);

function sides(carT: Partial<Pool> | null, bsab: Partial<Pool> | null) {
  return {
    pools: {
      "car-t": carT === null ? noPool : pool(carT),
      bsab: bsab === null ? noPool : pool(bsab),
    },
  };
}

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
      evidence: "7 trials · 415",
      at: [82.1, 92.1, 97.1],
    });
  });

  it("counts cohorts when not only trials are asked for", () => {
    const { sides: both } = viewed(row(sides({ k: 7, n: 415 }, { k: 1, n: 9 })), {
      query: everything,
    });
    expect(both["car-t"].evidence).toBe("7 cohorts · 415");
    expect(both.bsab.evidence).toBe("1 cohort · 9");
  });

  it("says trials when only trials are asked for", () => {
    const { sides: both } = viewed(row(sides({ k: 1, n: 97 }, {})), { query: trials });
    expect(both["car-t"].evidence).toBe("1 trial · 97");
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
    const medians = [median({ months: 8.8 }), median({ months: 11, cohort: "y" })];
    const { sides: both } = viewed(lacking({ medians }));
    expect(both.bsab.evidence).toBe("median months, as printed: x-cel 8.8 in X · x-cel 11 in X");
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
      evidence: "7 trials · 415",
      medians: "median months, as printed: x-cel 8.8 in X",
    });
  });

  it("says in how many trials it is not reported", () => {
    expect(missing({ notPooled: [notReported] })).toBe(
      "not reported for bispecifics in our sources (5 trials)",
    );
  });

  it("says that nothing can be pooled when something is reported", () => {
    expect(missing({ notPooled: [notReported, held] })).toBe(
      "no figure for bispecifics that can be pooled (5 trials)",
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
    expect(said("discontinuation")[0]).toMatch(/(^|; )CAR-T is given once$/);
    expect(said("iec-hs")[0]).toMatch(/described after CAR-T only$/);
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
    viewed(
      row({
        direction,
        ...sides({ interval: [0, carT] }, bsab === null ? null : { interval: [0, bsab] }),
      }),
    ).axis;

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
    expect(viewed(row({ direction: "harm", ...sides(null, null) })).axis).toBe(100);
  });

  it("holds every number drawn on it, for any question", () => {
    fc.assert(
      fc.property(anyQuestion(dataset), (pairs) => {
        const text = new URLSearchParams(pairs).toString();
        for (const one of statementOf(answerTo(text), en).rows) {
          for (const group of groups) {
            const { at } = one.sides[group];
            if (at === null) continue;
            expect(at.every((value) => value >= 0 && value <= one.axis)).toBe(true);
            expect(at[0] <= at[1] && at[1] <= at[2]).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
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
    expect(view.headline.doubt).toContain("certainty very low");
    expect(view.rows.map(saidOn)).toEqual([null, null, null]);
  });

  it("is printed only where it differs from what most rows have", () => {
    const view = rated("low", "very-low", "low");
    expect(view.headline.doubt).toMatch(/certainty low/);
    expect(view.rows.map(saidOn)).toEqual([null, "very low", null]);
  });

  it("is stated for the row of the headline, so that every other one is told apart from it", () => {
    const view = rated("low", "very-low", "very-low");
    expect(view.headline.doubt).toMatch(/certainty low/);
    expect(view.rows.map(saidOn)).toEqual([null, "very low", "very low"]);
  });

  it("is not stated when no row is rated", () => {
    expect(rated("not-rated").headline.doubt).not.toContain("certainty");
  });
});

describe("follow-up", () => {
  const months = (carT: Partial<Pool> | null, bsab: Partial<Pool> | null, timeDependent = true) =>
    viewed(row({ timeDependent, ...sides(carT, bsab) })).followUp;
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
  const cautionOf = (codes: readonly string[], reasons: readonly string[] = []) =>
    viewed(
      row({
        cautions: codes.map((code) => remark(code)),
        certainty: { level: "very-low", reasons: reasons.map((code) => remark(code)) },
      }),
    ).caution;

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

  it("is in words, and the only one, for any question", () => {
    fc.assert(
      fc.property(anyQuestion(dataset), (pairs) => {
        const answer = answerTo(new URLSearchParams(pairs).toString());
        for (const [index, { caution }] of statementOf(answer, en).rows.entries()) {
          const outcome = answer.outcomes[index];
          const all = outcome ? remarksOf(outcome) : [];
          const [, lead, others = "0"] = /^(.+?)(?: \+(\d+))?$/.exec(caution ?? "") ?? [];
          expect(lead === undefined).toBe(all.length === 0);
          if (lead === undefined) continue;
          expect(all.map(({ label }) => label)).toContain(lead);
          expect(Number(others)).toBe(all.length - 1);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("a row of one product", () => {
  const of = (product: string) => ({ products: [productPool(product)] });
  const one = row(sides(of("cilta-cel"), of("teclistamab")));

  it("speaks of it, not of its class", () => {
    const { sides: both, difference } = viewed(one);
    expect(both["car-t"].product).toBe("cilta-cel");
    expect(both.bsab.product).toBe("teclistamab");
    expect(difference?.withWhat).toBe("with cilta-cel");
    expect(viewed(row()).difference?.withWhat).toBe("with CAR-T");
  });

  it("gives its name to the column if no other row speaks of the class", () => {
    expect(columnOf([viewed(one), viewed(one)])).toBe("with cilta-cel");
    expect(columnOf([viewed(one), viewed(row())])).toBeNull();
    expect(columnOf([])).toBeNull();
  });

  it("is nowhere called by its class where only it is left", () => {
    const answer = answerTo("product=cilta-cel,teclistamab");
    const { rows, headline } = statementOf(answer, en);
    expect(rows.some(({ difference }) => difference)).toBe(true);
    expect(JSON.stringify([rows, headline])).not.toContain("with CAR-T");
    expect(comparisonTable(answer, "", english).text).not.toContain("with CAR-T");
    const told = depths.map((depth) => asText(textOfAnswer(answer, depth))).join("\n");
    expect(told).not.toMatch(/with (?:CAR-T|bispecific antibodies)[ ,:(]/);
    for (const one of answer.outcomes) {
      const figure = JSON.stringify(figureOf(answer, one, false, english));
      expect(figure).not.toMatch(/with CAR-T/);
    }
  });
});

describe("a row whose class is not there to be compared", () => {
  const ofProducts = (names: readonly string[], share: number): Pool => ({
    ...pool(),
    share,
    representative: false,
    products: names.map((name) => productPool(name)),
  });
  const apart = (carT: Pool, bsab: Pool) =>
    viewed(
      row({
        pools: { "car-t": carT, bsab },
        contrasts: [{ ...noContrast, status: "not-representative" }],
      }),
    );
  const missingOf = (carT: Pool, bsab: Pool) => apart(carT, bsab).missing.replaceAll("\u00a0", " ");

  it("says which products there are and their share, with two names at most", () => {
    expect(missingOf(ofProducts(["eque-cel"], 0.198), pool())).toBe(
      "not compared: eque-cel only, 20 % of CAR-T patients",
    );
    expect(missingOf(pool(), ofProducts(["a", "b", "c", "d"], 0.3))).toBe(
      "not compared: a, b +2 only, 30 % of BsAb patients",
    );
  });

  it("says the shares of both, whose products stand in the line below", () => {
    const both = [ofProducts(["a", "b"], 0.33), ofProducts(["c"], 0.2)] as const;
    expect(missingOf(...both)).toBe("not compared: 33 % of CAR-T, 20 % of BsAb patients");
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

describe("the view", () => {
  it("says whose question it answers, and when that was changed", () => {
    const scope = (text: string) => scopeOf(answerTo(text), english);
    expect(scope("set=roex-2020")).toBe("As Roex 2020: its cohorts, rules and model");
    // Of these the cohorts are not public.
    for (const [id, name] of [
      ["annals-2025", "Annals of Hematology 2025"],
      ["yang-2021", "Yang 2021"],
    ]) {
      expect(scope(`set=${id}`)).toBe(`Our cohorts by the rules of ${name}`);
      expect(publishedQuestion(answerTo(`set=${id}`), english.report.question)).not.toMatch(
        /its cohorts/,
      );
    }
    expect(scope("set=roex-2020&model=reml")).toMatch(/^As Roex 2020, modified · any line/);
    expect(scope("")).toMatch(/^≥ 3 lines .+ · approved$/);
    expect(scope("availability=us")).toMatch(/^≥ 3 lines .+ · approved in: US$/);
  });

  it("prints the data date so that day and month cannot be confused", () => {
    expect(statementOf(comparison({ dataDate: "2026-02-01" }), en).dataDate).toBe("2026-02-01");
  });

  it("carries the text of every caution of the answer", () => {
    const cautions = [{ code: "settings-mixed", label: "x", text: "Settings are mixed." }];
    expect(statementOf(comparison({ cautions }), en).cautions).toEqual(["Settings are mixed."]);
  });

  it("is sure of a direction only where the printed interval leaves no other", () => {
    const sure = (low: number, high: number) => {
      const differenceInterval: [number, number] = [low, high];
      const one = contrast({ differencePer100: 20, differenceInterval, checked: keptByAll });
      return viewed(row({ contrasts: [one] })).difference?.sure;
    };
    expect([sure(1, 40), sure(-40, -1)]).toEqual([true, true]);
    expect([sure(-1, 40), sure(0.3, 40), sure(-40, -0.3)]).toEqual([false, false, false]);
  });

  it("is sure of a direction only if every check keeps it, and says which does not", () => {
    const told = (checked: Contrast["checked"], interval: [number, number] = [14, 36]) => {
      const one = contrast({ differencePer100: 26, differenceInterval: interval, checked });
      const { difference, beneath } = viewed(row({ contrasts: [one] }));
      return [difference?.sure, beneath];
    };
    const lost = {
      kind: "rule",
      value: "availability=us",
      cohort: null,
      differencePer100: 20.2,
      differenceInterval: [-8.1, 33.4],
    } as const;
    const none = { ...lost, differencePer100: null, differenceInterval: null };
    const there = "8 fewer to 33 more";
    expect(told(keptByAll)).toEqual([true, ""]);
    expect(told(null)).toEqual([false, ""]);
    expect(told({ lost })).toEqual([false, `depends on region (US: ${there})`]);
    expect(told({ lost: none })).toEqual([false, "depends on region (US: not compared)"]);
    const named = (kind: LostCheck["kind"], value: string, cohort: string | null = null) =>
      told({ lost: { ...lost, kind, value, cohort } })[1];
    expect(named("leave-product-out", "eque-cel")).toBe(`depends on eque-cel (without: ${there})`);
    expect(named("leave-one-out", "a", "ALPHA-1")).toBe(`depends on ALPHA-1 (without: ${there})`);
    expect(named("rule", "doses=recommended")).toBe(`depends on doses (recommended: ${there})`);
    expect(named("rule", "cut=latest")).toBe(`depends on rule (then: ${there})`);
    expect(named("prior", "tau-2")).toBe(`depends on prior (then: ${there})`);
    expect(named("model", "reml")).toBe(`depends on model (then: ${there})`);
    expect(told({ lost }, [-1, 40])).toEqual([false, ""]);
  });

  it("names products that were not told apart by words", () => {
    const series = { product: "alpha-cel-or-beta-cel", shown: "12 %, count not printed" };
    const one = { ...noPool, notPooled: [notPooled(series)] };
    const { sides: both } = viewed(row({ pools: { "car-t": one, bsab: noPool } }));
    expect(both["car-t"].evidence).toBe("alpha-cel or beta-cel 12 %, count not printed");
    const told = JSON.stringify(statementOf(answerTo("evidence=real-world"), en).rows);
    expect(told).not.toMatch(/[a-z]-or-[a-z]/);
  });

  it("says that a side of a difference is a single product, and whether it was counted in trials", () => {
    const { rows } = statementOf(answerTo("evidence=real-world&outcome=icans"), en);
    expect(rows[0]?.sides.bsab.evidence).toMatch(/in one cohort/);
    expect(rows[0]?.difference?.note).toBe("(one bispecific product)");
  });

  it("names the outcome and the products behind the headline", () => {
    const { products, rows } = statementOf(answerTo(""), en);
    const { pools } = answerTo("").outcomes[0] ?? {};
    expect(products.label).toBe(rows[0]?.label);
    const names = pools?.bsab.products.map(({ product }) => product) ?? [];
    expect(products.bsab).toBe(names.join(", "));
    expect(en.products(["a", "b", "c", "d", "e"])).toBe("a, b, c +2");
  });

  it("tells benefits, harms and reaching treatment apart", () => {
    expect(viewed(row({ direction: "harm" })).section).toBe("harm");
    expect(viewed(row()).section).toBe("benefit");
    expect(viewed(row({ appliesTo: ["car-t"] })).section).toBe("access");
  });

  it("says that no clinician has reviewed the data", () => {
    const answer = answerTo("");
    expect(answer.review.status).toBe("not-reviewed");
    expect(JSON.stringify(statementOf(answer, en))).toMatch(/review/i);
  });

  it("shows finite numbers and plain words only, for any question", () => {
    fc.assert(
      fc.property(anyQuestion(dataset), (pairs) => {
        const view = statementOf(answerTo(new URLSearchParams(pairs).toString()), en);
        const shown = view.rows.map(({ sides: both, difference, followUp, caution }) => {
          const spoken = groups.map((group) => `${both[group].rate} ${both[group].range}`);
          return JSON.stringify([spoken, difference, followUp, caution]);
        });
        const text = [...shown, JSON.stringify(view.headline)].join();
        expect(text).not.toMatch(/NaN|Infinity|undefined|(?<![a-z])-\d/);
      }),
      { numRuns: 60 },
    );
  });

  it("prints whole numbers that subtract or are called rounded in every row, for any question", () => {
    fc.assert(
      fc.property(anyQuestion(dataset), (pairs) => {
        const view = statementOf(answerTo(new URLSearchParams(pairs).toString()), en);
        for (const { sides: both, difference } of view.rows) {
          const rates = groups.map((group) => both[group].rate);
          for (const rate of rates) expect(rate ?? "0").toMatch(/^(?:<1|>99|\d+)$/);
          if (difference === null) continue;
          const [size = "", direction] = difference.amount.replace("<1", "0").split(" ");
          const printed = difference.amount === en.same ? 0 : Number(size);
          const off = Number(rates[0]) - Number(rates[1]);
          if (Number.isNaN(off) || difference.note.includes(en.between.modelled())) continue;
          const way = direction === en.fewer ? -1 : 1;
          const rounded = difference.note.includes(en.rounded);
          expect(Math.abs(off - printed * way)).toBe(rounded ? 1 : 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
