import { describe, expect, it } from "vitest";
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { outcomesOf, survivalOf as survivalIn } from "#presentation/statement/survival.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import {
  comparison,
  contrast,
  median,
  noContrast,
  noPool,
  pool,
  row,
  study,
} from "../../../support/answers.ts";
import { asked } from "../../../support/queries.ts";

const words = { ...english, numbers: english.screen.numbers };

const landmark = (outcome: string, over: Partial<OutcomeComparison> = {}) =>
  row({ outcome, group: "survival", ...over });

function survivalOf(outcomes: readonly OutcomeComparison[], included: readonly string[] = []) {
  const one = comparison({ outcomes });
  const answer = {
    ...one,
    selection: {
      ...one.selection,
      included: included.map((product) => ({
        cohort: product,
        label: product,
        product,
        group: "car-t" as const,
        therapyClass: "car-t" as const,
      })),
    },
  };
  return survivalIn(statementOf(answer, english.screen), answer, words)?.survival;
}

const trial = (over: Parameters<typeof study>[0]) => pool({ studies: [study(over)] });
const months = (...ids: string[]) => ids.map((id) => landmark(id));

describe("survival, trial by trial", () => {
  it("is of an answer with three months of a kind or more; one or two stay rows", () => {
    expect(survivalOf(months("pfs-12", "os-12", "os-24", "death-crs"))).toBeUndefined();
    const found = survivalOf(months("os-12", "pfs-24", "pfs-6", "os-24", "os-6", "pfs-12"));
    expect(found?.families.map(({ family }) => family)).toEqual(["pfs", "os"]);
  });

  it("joins what a trial printed at its months, and tells trials apart", () => {
    const at = (estimate: number, n: number) => trial({ cohort: "a", label: "A", estimate, n });
    const other = trial({
      cohort: "b",
      label: "B",
      product: "beta",
      n: 19,
      regimen: "combination",
    });
    const found = survivalOf([
      landmark("pfs-12", {
        pools: { "car-t": at(0.7, 98), bsab: other },
        contrasts: [noContrast],
      }),
      landmark("pfs-6", { pools: { "car-t": at(0.9, 97), bsab: noPool } }),
      landmark("pfs-24", { pools: { "car-t": noPool, bsab: noPool } }),
    ]);
    const [family] = found?.families ?? [];
    expect(family?.trials).toMatchObject([
      {
        product: "alpha-cel",
        trial: "A",
        group: "car-t" as const,
        points: [
          [6, 0.9, "90", "(40–60)", 97],
          [12, 0.7, "70", "(40–60)", 98],
        ],
      },
      { product: "beta", combined: "(with other drugs)", points: [[12, 0.5, "50", "(40–60)", 19]] },
    ]);
    expect(family?.trials[0]).not.toHaveProperty("combined");
    expect(found?.note).toBe(
      "Lines are trials, not classes. The classes are not compared here. + with other drugs. Hollow: fewer than 20 patients.",
    );
  });

  it("names a line without a median by its trial, and numbers the lines of one product", () => {
    const one = study({ cohort: "a", label: "A" });
    const studies = [one, study({ cohort: "b", label: "B" })];
    const medians = [median({ cohort: "a", label: "A", product: one.product })];
    const pools = { "car-t": { ...pool({ studies }), medians }, bsab: noPool };
    const found = survivalOf(["os-6", "os-9", "os-24"].map((id) => landmark(id, { pools })));
    const [family] = found?.families ?? [];
    expect(family?.noMedian).toBe("alpha-cel · B");
    expect(family?.trials.map(({ product, trial: name }) => [product, name])).toEqual([
      ["alpha-cel 1", "A"],
      ["alpha-cel 2", "B"],
    ]);
  });

  it("draws the row of month 12 and every row with a contrast, and names the other months", () => {
    const pools = { "car-t": trial({}), bsab: noPool };
    const found = survivalOf([
      landmark("os-24", { pools, contrasts: [contrast()] }),
      landmark("os-6", { pools }),
      landmark("os-12", { pools }),
      landmark("os-9", { pools: { "car-t": noPool, bsab: noPool } }),
    ]);
    const [family] = found?.families ?? [];
    expect(family?.drawn).toEqual([12, 24]);
    expect(family?.others).toEqual([6]);
    expect(family?.silent).toEqual([9]);
    expect(found?.note).toBe("Lines are trials, not classes.");
  });

  it("has each median with its trial, and the products without one", () => {
    const medians = [
      median({ months: 8.8, interval: [5.6, null], followUpMonths: 13.3 }),
      median({ months: 18.8, cohort: "y", regimen: "combination" }),
    ];
    const pools = { "car-t": { ...noPool, medians }, bsab: noPool };
    const rows = ["os-6", "os-9", "os-24"].map((id) => landmark(id, { pools }));
    const [family] = survivalOf(rows, ["x-cel", "z-cel", "z-cel"])?.families ?? [];
    expect(family?.medians).toMatchObject([
      { product: "x-cel", trial: "X", months: 8.8, interval: [5.6, null], followUpMonths: 13.3 },
      { months: 18.8, interval: null, combined: "(with other drugs)" },
    ]);
    expect(family?.noMedian).toBe("z-cel");
    const not = { ...median({ cohort: "z", label: "Z", product: "z-cel" }), followUpMonths: 24 };
    const withZ = { ...pools, "car-t": { ...pools["car-t"], notReached: [not] } };
    const [reached] = survivalOf(
      ["os-6", "os-9", "os-24"].map((id) => landmark(id, { pools: withZ })),
      ["x-cel", "z-cel"],
    )?.families ?? [undefined];
    expect(reached?.medians.at(-1)).toMatchObject({ trial: "Z", months: null, followUpMonths: 24 });
    expect(reached?.noMedian).toBe("");
    const [none] = survivalOf(months("os-6", "os-9", "os-24"), ["x-cel"])?.families ?? [];
    expect(none?.noMedian).toBe("");
  });

  it("says a published hazard ratio once for each kind, with what differs", () => {
    const found = (question: string) => {
      const answer = compareWithSources(asked(question, dataset), english);
      return survivalIn(statementOf(answer, english.screen), answer, words)?.survival.published;
    };
    // Vandenboom 2025, source: data/published/vandenboom-2025.json.
    const ratio =
      "hazard ratio of progression or death 0.81 (0.4–1.62), CAR-T against bispecifics, 2025. Other trials, other patients.";
    expect(found("outcome=survival")).toEqual([`Published: ${ratio}`]);
    expect(found("outcome=survival&setting=early")).toEqual([
      `Published, ≥ 3 prior lines: ${ratio}`,
    ]);
    expect(found("outcome=survival&therapy-class=bsab")).toEqual([]);
  });

  it("takes the rows of its months and of deaths, but not those without a number", () => {
    const death = (outcome: string, over: Partial<OutcomeComparison> = {}) =>
      landmark(outcome, { direction: "harm", ...over });
    const silent = { "car-t": noPool, bsab: noPool };
    const found = survivalOf([
      death("nrm"),
      death("death-crs", { pools: silent }),
      row(),
      ...months("os-6", "os-12", "os-24"),
    ]);
    expect(found?.deaths).toEqual(["nrm"]);
    expect(found && outcomesOf(found).sort()).toEqual(["nrm", "os-12", "os-24", "os-6"]);
  });
});
