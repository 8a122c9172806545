import { describe, expect, it } from "vitest";
import { adjustedComparisonsOf, type ComparisonRow } from "#core/evidence/adjusted-comparisons.ts";
import { comparisons } from "#data/generated/collections.ts";
import { comparedText } from "#presentation/statement/compared.ts";
import { compared } from "#words/compared.ts";

const rows = adjustedComparisonsOf(comparisons, {}).flatMap((table) => table.rows);

const told = (fits: (row: ComparisonRow) => boolean) =>
  rows.filter(fits).map((row) => comparedText(row, compared));

describe("what a study found", () => {
  it("is a rate of its own side, not of a comparison", () => {
    expect(
      told(({ outcome, percentPrinted }) => outcome === "death" && percentPrinted === 20),
    ).toContainEqual(expect.stringMatching(/^Ide-cel or cilta-cel: 20 %/));
    for (const row of rows) {
      const text = comparedText(row, compared);
      const own = row.events ?? row.percentPrinted ?? row.medianMonths;
      if (own !== null) expect(text.startsWith(`${row.of.label}: `), text).toBe(true);
    }
  });

  it("names both sides before what compares them", () => {
    const both = rows.filter(
      ({ against, effect, percentPrinted }) => against && effect && percentPrinted !== null,
    );
    expect(both.length).toBeGreaterThan(0);
    for (const row of both) {
      const sides = compared.against(row.of.label, row.against?.label ?? "");
      expect(comparedText(row, compared)).toContain(`; ${sides}: `);
    }
  });

  it("speaks of events in hazards and rates only: an odds ratio of responses counts responses", () => {
    const said = (of: string) => told(({ effect }) => effect?.measure === of).join("\n");
    expect(said("hazard-ratio")).toContain("more events with");
    for (const measure of ["odds-ratio", "risk-ratio", "risk-difference"]) {
      expect(said(measure)).toMatch(/above \d: more with/);
      expect(said(measure)).not.toContain("events with");
    }
  });
});
