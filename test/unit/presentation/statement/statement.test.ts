import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contrast } from "#core/comparison/answer.ts";
import type { LostCheck } from "#core/comparison/checked.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { figureOf } from "#presentation/forest/figure.ts";
import { publishedQuestion } from "#presentation/statement/asked.ts";
import { columnOf } from "#presentation/statement/column.ts";
import { headlineOf } from "#presentation/statement/headline.ts";
import { lostText } from "#presentation/statement/lost-check.ts";
import { scopeOf } from "#presentation/statement/scope.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { comparisonTable } from "#presentation/table/comparison-table.ts";
import { english } from "#presentation/words/catalogue.ts";
import { screen as en } from "#words/screen.ts";
import {
  comparison,
  contrast,
  keptByAll,
  noPool,
  notPooled,
  productPool,
  row,
} from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { anyQuestion, asked } from "../../../support/queries.ts";
import { asText } from "../../../support/report-as-text.ts";
import { textOfAnswer } from "../../../support/reports.ts";
import { runs } from "../../../support/sample.ts";
import { sides, viewed } from "../../../support/viewed-rows.ts";

const answerTo = (text: string) => compareInWords(asked(text, dataset), dataset);

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
    const { rows, verdict, names } = statementOf(answer, en);
    expect(rows.some(({ difference }) => difference)).toBe(true);
    expect(names).toEqual({ "car-t": "cilta-cel", bsab: "teclistamab" });
    expect(JSON.stringify([rows, verdict, headlineOf(answer, english)])).not.toContain(
      "with CAR-T",
    );
    expect(comparisonTable(answer, "", english).text).not.toContain("with CAR-T");
    const told = asText(textOfAnswer(answer));
    expect(told).not.toMatch(/with (?:CAR-T|bispecific antibodies)[ ,:(]/);
    for (const one of answer.outcomes) {
      const figure = JSON.stringify(figureOf(answer, one, false, english));
      expect(figure).not.toMatch(/with CAR-T/);
    }
  });
});

describe("the view", () => {
  it("says whose question it answers, and when that was changed", () => {
    const scope = (text: string) => scopeOf(answerTo(text), english);
    expect(scope("set=roex-2020")).toBe("As Roex 2020: its studies, rules and model");
    // Of these the cohorts are not public.
    for (const [id, name] of [
      ["annals-2025", "Annals of Hematology 2025"],
      ["yang-2021", "Yang 2021"],
    ]) {
      expect(scope(`set=${id}`)).toBe(`Our studies by the rules of ${name}`);
      expect(publishedQuestion(answerTo(`set=${id}`), english.report.question)).not.toMatch(
        /its studies/,
      );
    }
    expect(scope("set=roex-2020&model=reml")).toMatch(/^As Roex 2020, modified · any line/);
    expect(scope("")).toMatch(/^≥ 3 lines .+ · approved$/);
    expect(scope("exclude=karmma")).toMatch(/trials · without KarMMa · approved$/);
    expect(scope("exclude=karmma,cartitude-1,majestec-1")).toContain(
      "· without CARTITUDE-1, KarMMa and MajesTEC-1 (cohort A) ·",
    );
    expect(scope("exclude=karmma,cartitude-1,majestec-1,fumanba-1-eque-cel")).toContain(
      "· without 4 trials ·",
    );
    expect(scope("availability=us")).toMatch(/^≥ 3 lines .+ · approved in: US$/);
  });

  it("prints the data date so that day and month cannot be confused", () => {
    expect(statementOf(comparison({ dataDate: "2026-02-01" }), en).dataDate).toBe("2026-02-01");
  });

  it("carries the text of every caution of the answer", () => {
    const cautions = [{ code: "settings-mixed", label: "x", text: "Settings are mixed." }];
    expect(statementOf(comparison({ cautions }), en).cautions).toEqual(["Settings are mixed."]);
  });

  it("says how a difference stood the checks, and which one loses it", () => {
    const told = (over: Partial<Contrast>) => {
      const one = contrast({ differencePer100: 26, differenceInterval: [14, 36], ...over });
      return viewed(row({ contrasts: [one] })).difference?.strength;
    };
    expect(told({ checked: keptByAll, strength: "same-in-every-check" })).toBe(
      "holds in every check",
    );
    expect(told({ checked: null, strength: "either-way" })).toBe("either way possible");
    expect(told({ checked: null, strength: null })).toBe("");
    const open = { checked: null, strength: null, differenceInterval: [-3, 36] } as const;
    expect(told(open)).toBe("either way possible");
    const lost = {
      kind: "rule",
      value: "availability=us",
      cohort: null,
      differencePer100: 20.2,
      differenceInterval: [-8.1, 33.4],
    } as const;
    const named = (kind: LostCheck["kind"], value: string, cohort: string | null = null) => {
      const checked = { lost: { ...lost, kind, value, cohort } };
      const long = lostText({ checked }, en);
      return [told({ checked, strength: "depends" }), long];
    };
    const there = "8 fewer to 33 more";
    expect(named("rule", "availability=us")).toEqual([
      "unclear with US products",
      `depends on region (with US products: ${there})`,
    ]);
    expect(named("rule", "doses=recommended")).toEqual([
      "unclear without dose escalation",
      `depends on dose escalation (without: ${there})`,
    ]);
    expect(named("leave-product-out", "eque-cel")).toEqual([
      "unclear without eque-cel",
      `depends on eque-cel (without: ${there})`,
    ]);
    expect(named("leave-one-out", "a", "ALPHA-1")).toEqual([
      "unclear without ALPHA-1",
      `depends on ALPHA-1 (without: ${there})`,
    ]);
    for (const [kind, value] of [
      ["rule", "cut=latest"],
      ["prior", "tau-2"],
      ["model", "reml"],
    ] as const) {
      const what = { rule: "counting rules", prior: "model assumptions", model: "model" }[kind];
      expect(named(kind, value)).toEqual([
        `depends on ${what}`,
        `depends on ${what} (then: ${there})`,
      ]);
    }
    const none = { ...lost, differencePer100: null, differenceInterval: null };
    expect(lostText({ checked: { lost: none } }, en)).toBe(
      "depends on region (with US products: not compared)",
    );
    expect(lostText({ checked: keptByAll }, en)).toBe("");
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
    expect(rows[0]?.sides.bsab.evidence).toMatch(/in one study/);
    expect(rows[0]?.difference?.note).toBe("(one bispecific product)");
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
        const shown = view.rows.map(({ sides: both, difference }) => {
          const spoken = groups.map((group) => `${both[group].rate} ${both[group].range}`);
          const { at, ...said } = difference ?? { at: [] };
          expect(at.every(Number.isFinite)).toBe(true);
          return JSON.stringify([spoken, said]);
        });
        const { verdict, collected, patients, certainty, counted, names } = view;
        const text = [
          ...shown,
          JSON.stringify({ verdict, collected, patients, certainty, counted, names }),
        ].join();
        expect(text).not.toMatch(/NaN|Infinity|undefined|(?<![a-z])-\d/);
      }),
      { numRuns: runs(60) },
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
      { numRuns: runs(60) },
    );
  });
});
