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

  it("has no direction where analyses lie on both sides of 1, or none is clear of it", () => {
    const open = "deaths from any cause not clearly different, hazard ratio";
    expect(found({ highest: 1.2 })).toContain(open);
    expect(found({ clear: 0 })).toContain(open);
  });
});
