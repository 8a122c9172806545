import { describe, expect, it } from "vitest";
import {
  adjustedComparisonsOf,
  type ComparisonRow,
  relevantTables,
} from "#core/others/adjusted-comparisons.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { comparisons } from "#data/generated/collections.ts";
import {
  comparedStatement,
  comparedText,
  headToHeadText,
  resultText,
} from "#presentation/row/head-to-head.ts";
import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { headToHead } from "../../../support/answers.ts";

const all = adjustedComparisonsOf(comparisons, {}).flatMap((table) =>
  table.rows.map((row) => ({ row, text: comparedText(row, table) })),
);

const told = (fits: (row: ComparisonRow) => boolean) =>
  all.filter(({ row }) => fits(row)).map(({ text }) => text);

describe("what a study found", () => {
  it("is a rate of its own side, not of a comparison", () => {
    expect(
      told(({ outcome, percentPrinted }) => outcome === "death" && percentPrinted === 20),
    ).toContainEqual(expect.stringMatching(/^Ide-cel or cilta-cel: 20 %/));
    for (const { row, text } of all) {
      const own = row.events ?? row.percentPrinted ?? row.medianMonths;
      if (own !== null) expect(text.startsWith(`${row.of.label}: `), text).toBe(true);
    }
  });

  it("says a benefit as a benefit, and names the side", () => {
    const said = (outcome: string) => told((row) => row.outcome === outcome).join("\n");
    expect(said("pfs")).toMatch(
      /hazard ratio [\d.]+ \([\d.]+ to [\d.]+\); longer without progression with/,
    );
    expect(said("death")).toContain("; fewer deaths from any cause with BCMA CAR-T");
    expect(said("icans")).toContain("; ICANS more often with BCMA CAR-T");
    expect(told(() => true).join("\n")).not.toContain("more events");
  });

  it("has no direction where the interval holds no difference", () => {
    const open = told(({ effect }) => {
      const neutral = effect?.measure === "risk-difference" ? 0 : 1;
      const interval = effect?.interval;
      return interval != null && interval[0] < neutral && interval[1] > neutral;
    });
    expect(open.length).toBeGreaterThan(0);
    for (const text of open) expect(text).not.toMatch(/more often|less often|longer/);
  });
});

describe("the ratio of deaths of a randomised trial with a reported crossover", () => {
  const tables = adjustedComparisonsOf(comparisons, { kind: "randomised" });
  const crossed = tables.filter(({ crossover }) => crossover.length > 0);
  const ratios = (own: readonly ComparisonRow[]) =>
    own.filter(({ outcome, effect }) => outcome === "os" && effect !== null);

  it("says it in the same sentence, wherever it stands", () => {
    expect(crossed.length).toBeGreaterThan(0);
    for (const table of crossed) {
      const own = ratios(table.rows);
      expect(own.length).toBeGreaterThan(0);
      const texts = own.map((one) => resultText(one, table));
      for (const text of texts) {
        expect(text).toMatch(/\d\.\d+ \([^)]+\) with crossover from [^;]+ in \d+ %/);
      }
    }
  });

  it("says it under every row that has the ratio, for any product, with its source", () => {
    for (const id of ["os-12", "nrm", "pfs-12"]) {
      const under = adjustedComparisonsOf(comparisons, { kind: "randomised", row: id });
      for (const { study, rows, crossover } of crossed) {
        const [product = ""] = rows.flatMap(({ of }) => of.products);
        const asked = { ...defaultQuery, product: [product] };
        const table = relevantTables(under, asked).find((one) => one.study.id === study.id);
        if (!table) throw new Error(`${study.id} is not under ${id}.`);
        const { results, sources } = comparedStatement(table);
        expect(results.filter((text) => text.includes("with crossover from"))).toHaveLength(
          ratios(table.rows).length,
        );
        // It is not said twice.
        expect(results.join()).not.toContain(outcomeLabel("crossover"));
        expect(sources.map(({ citation }) => citation)).toContain(crossover[0]?.source?.citation);
      }
    }
  });

  it("is no other ratio, and no trial without one says it", () => {
    for (const table of tables) {
      const isCrossed = crossed.includes(table);
      for (const one of table.rows) {
        const isOfDeaths = isCrossed && ratios([one]).length > 0;
        const text = resultText(one, table);
        expect(text.includes("with crossover"), text).toBe(isOfDeaths);
      }
    }
  });
});

describe("the line of a row", () => {
  const found = (over: Parameters<typeof headToHead>[0] = {}) => headToHeadText(headToHead(over));

  it("says what makes the ratios doubtful in the same sentence", () => {
    expect(found()).toBe(
      "Matched practice, CAR-T v bispecific: death hazard ratio 0.50\u20130.62 in 4 analyses; who got CAR-T had lived to infusion; they overlap",
    );
    expect(found({ doubts: ["news-only"], studies: ["a", "b"], clear: 2 })).toBe(
      "Matched practice, CAR-T v bispecific: death hazard ratio 0.50 and 0.62 in 2 analyses; news reports only",
    );
  });

  it("never turns a ratio into more or fewer of something, a benefit least of all", () => {
    for (const [event, label] of [
      ["death", "Death from any cause"],
      ["orr", "Response"],
      ["progression or death", "progression or death"],
    ] as const) {
      expect(found({ event, label })).not.toMatch(/more|fewer|often|longer/);
    }
    expect(found({ event: "orr", label: "Response" })).toContain("response hazard ratio");
  });

  it("says how many are clear of 1 if not all are", () => {
    expect(found({ clear: 0 })).toContain("4 analyses, none of them clear of 1");
    expect(found({ clear: 3 })).toContain("4 analyses, 3 of them clear of 1");
    const one = {
      studies: ["a"],
      clear: 0,
      lowest: 0.9,
      highest: 0.9,
      interval: [0.7, 1.2],
    } as const;
    expect(found(one)).toContain("hazard ratio 0.9 (0.7\u20131.2);");
  });
});
