import { describe, expect, it } from "vitest";
import { adjustedComparisonsOf, type ComparisonRow } from "#core/others/adjusted-comparisons.ts";
import { earlyDeaths } from "#data/collection-vocabulary.ts";
import { comparisons } from "#data/generated/collections.ts";
import { comparedText, earlyDeathsText } from "#presentation/statement/head-to-head.ts";
import { outcomeLabel } from "#presentation/statement/outcome-names.ts";
import { catalogue } from "#words/catalogue.ts";
import { headToHead } from "../../../support/answers.ts";

const rows = adjustedComparisonsOf(comparisons, {}).flatMap((table) => table.rows);

const told = (fits: (row: ComparisonRow) => boolean) =>
  rows.filter(fits).map((row) => comparedText(row, outcomeLabel, catalogue));

describe("what a study found", () => {
  it("is a rate of its own side, not of a comparison", () => {
    expect(
      told(({ outcome, percentPrinted }) => outcome === "death" && percentPrinted === 20),
    ).toContainEqual(expect.stringMatching(/^Ide-cel or cilta-cel: 20 %/));
    for (const row of rows) {
      const text = comparedText(row, outcomeLabel, catalogue);
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
    const open = rows.filter(({ effect }) => {
      const neutral = effect?.measure === "risk-difference" ? 0 : 1;
      return effect?.interval && effect.interval[0] < neutral && effect.interval[1] > neutral;
    });
    expect(open.length).toBeGreaterThan(0);
    for (const row of open) {
      expect(comparedText(row, outcomeLabel, catalogue)).not.toMatch(
        /more often|less often|longer/,
      );
    }
  });
});

describe("early deaths of a randomised trial", () => {
  const tables = adjustedComparisonsOf(comparisons, { kind: "randomised" });
  const texts = tables.map((table) => earlyDeathsText(table, outcomeLabel, catalogue));

  it("are those of both arms, or not reported", () => {
    expect(texts).toHaveLength(tables.length);
    for (const id of earlyDeaths) {
      const name = outcomeLabel(id).toLowerCase();
      for (const text of texts) expect(text.toLowerCase()).toContain(name);
    }
    expect(texts.join("\n")).toMatch(/death within 6 months .+ \d+ of \d+, .+ v .+ \d+ of \d+/);
  });
});

describe("the line of a row", () => {
  const found = (over: Parameters<typeof headToHead>[0] = {}) =>
    catalogue.screen.headToHead(headToHead(over));

  it("says what makes the ratios doubtful in the same sentence, and what is not counted", () => {
    expect(found()).toBe(
      "Matched, practice: death hazard ratio 0.50\u20130.62 with CAR-T in 4 analyses; doubtful: who got CAR-T had lived to infusion, they overlap",
    );
    const uncounted = [
      { study: "e", because: ["no-address"] },
      { study: "f", because: ["no-address", "contradicts-itself"] },
    ] as const;
    expect(found({ uncounted, doubts: ["news-only"], studies: ["a", "b"], clear: 2 })).toBe(
      "Matched, practice: death hazard ratio 0.50 and 0.62 with CAR-T in 2 analyses; doubtful: read in news only; 2 more not counted (2 without an address, 1 in conflict with itself)",
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
    expect(found(one)).toContain("hazard ratio 0.9 (0.7\u20131.2) with CAR-T in 1 analysis;");
  });
});
