import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contrast } from "#core/comparison/answer.ts";
import type { LostCheck } from "#core/comparison/checked.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { figureOf } from "#presentation/forest/figure.ts";
import { asText } from "#presentation/report/as-text.ts";
import { depths } from "#presentation/report/document.ts";
import { columnOf } from "#presentation/statement/column.ts";
import { publishedQuestion } from "#presentation/statement/question.ts";
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
import { textOfAnswer } from "../../../support/reports.ts";
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
    expect(named("rule", "doses=recommended")).toBe(`depends on doses (no escalation: ${there})`);
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
