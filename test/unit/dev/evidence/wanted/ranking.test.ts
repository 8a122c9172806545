/** Made-up evidence of which the order is known by hand. */
import { describe, expect, it } from "vitest";
import { models } from "#core/comparison/models.ts";
import { ranked, togetherIn } from "../../../../../.dev/evidence/wanted/ranking.ts";
import { rowsOf, tryFigures } from "../../../../../.dev/evidence/wanted/try-figures.ts";
import { bispecific, cohort, datasetOf, figure, orr, widest } from "../../../../support/cohorts.ts";

const unknown = () => null;
const complete = [figure("orr", 90, 100), figure("crs-3", 5, 100)];

describe("the figures that are wanted", () => {
  const percentage = figure("crs-3", null, 50, { percentPrinted: 20 });
  const dataset = datasetOf([
    cohort("complete", { figures: complete }),
    cohort("percentage", { n: 50, figures: [figure("orr", 45, 50), percentage] }),
    cohort("silent", { n: 20, figures: [figure("orr", 18, 20)] }),
    // Its patients are those of another cohort, so it would not count.
    cohort("same-patients", {
      n: 10,
      overlaps: [{ with: "complete", kind: "contained", reason: "made up" }],
    }),
    bispecific("small", { figures: [figure("orr", 60, 100), figure("crs-3", 2, 100)] }),
    // Most patients of its class, so without it the class has no number.
    bispecific("large", { n: 200, product: "deltamab", figures: [figure("crs-3", 4, 200)] }),
  ]);
  const wanted = ranked(tryFigures(widest, dataset, models, unknown));

  it("are those that count, a row that opens first, then by what they change", () => {
    expect(wanted.map(({ cohort: { id }, outcome }) => `${id} ${outcome.id}`)).toEqual([
      "large orr",
      "percentage crs-3",
      "silent crs-3",
    ]);
  });

  it("say what they do to their row", () => {
    const [large, percent, silent] = wanted.map(({ gain }) => gain);
    expect(large).toMatchObject({ compared: true, numbered: true, product: "deltamab" });
    expect(large?.patients).toBe(200);
    expect(percent).toMatchObject({ compared: false, numbered: false, product: null });
    expect(percent?.points).toBeGreaterThan(silent?.points ?? Number.NaN);
  });

  it("are tried with the count of their percentage, or with the share of their class", () => {
    const [large, percent, silent] = wanted.map(({ figure: one }) => one);
    expect(large).toMatchObject({ events: 120, n: 200, basis: "patients of its class added up" });
    expect(percent).toMatchObject({ events: 10, n: 50, basis: "prints the percentage" });
    expect(silent).toMatchObject({ n: 20, basis: "pooled number of its class" });
    expect(dataset.cohorts[1]?.figures).toContain(percentage);
  });
});

describe("figures that only together open a row", () => {
  const orrOf = (rate: number) => ({ figures: [figure("orr", rate, 100)] });
  const dataset = datasetOf(
    [
      cohort("alpha", orrOf(90)),
      cohort("gamma", { n: 200, product: "gamma-cel" }),
      cohort("needless", { n: 60 }),
      bispecific("beta", orrOf(60)),
      bispecific("delta", { n: 200, product: "deltamab" }),
    ],
    { outcomes: [orr] },
  );
  const tried = tryFigures(widest, dataset, models, unknown);

  it("are as few as will do", () => {
    const [row] = rowsOf(tried);
    const together = togetherIn(row ?? [], dataset, models);
    expect(together?.tried.map(({ cohort: { id } }) => id).sort()).toEqual(["delta", "gamma"]);
    expect(together?.after.contrasts[0]?.differencePer100).toBeGreaterThan(0);
  });

  it("are not told where one figure does it", () => {
    const known = dataset.cohorts.map((one) =>
      one.id === "gamma" ? { ...one, figures: [figure("orr", 180, 200)] } : one,
    );
    const withOne = { ...dataset, cohorts: known };
    const [row] = rowsOf(tryFigures(widest, withOne, models, unknown));
    expect(row?.some(({ cohort: { id } }) => id === "delta")).toBe(true);
    expect(togetherIn(row ?? [], withOne, models)).toBeNull();
  });
});
