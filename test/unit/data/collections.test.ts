import { describe, expect, it } from "vitest";
import { collectionsOf } from "#data/build/collections.ts";
import { collections } from "#data/generated/collections.ts";
import type { SubgroupFigure } from "#data/schema.ts";
import { evidence, found, textOf } from "./files.ts";

const { subgroups, comparisons } = evidence();

describe("figures typed from their source", () => {
  const subgroup = (id: string, level: string, outcome: string): SubgroupFigure =>
    found(
      subgroups
        .find((study) => study.id === id)
        ?.figures.find((figure) => figure.level === level && figure.outcome === outcome),
      `${id} ${level} ${outcome}`,
    );

  it("respond less often with extramedullary disease in MajesTEC-1", () => {
    expect(subgroup("majestec-1", "EMD", "orr")).toMatchObject({
      events: 10,
      n: 28,
      interval: [18.6, 55.9],
    });
    expect(subgroup("majestec-1", "no EMD", "orr")).toMatchObject({ events: 94, n: 137 });
  });

  it("respond to linvoseltamab by age, cytogenetics and penta-refractoriness", () => {
    for (const [level, events, n] of [
      ["≥ 75", 22, 31],
      ["high risk", 31, 46],
      ["penta-refractory", 22, 33],
      ["EMD", 10, 19],
    ] as const) {
      expect(subgroup("linker-mm1-200mg", level, "orr"), level).toMatchObject({ events, n });
    }
  });

  it("live without progression after ide-cel and cilta-cel by cytogenetics", () => {
    expect(subgroup("karmma", "high risk", "pfs")).toMatchObject({
      medianMonths: 8.2,
      interval: [4.8, 11.9],
    });
    expect(subgroup("cartitude-1", "high risk", "pfs-24")).toMatchObject({
      percentPrinted: 48.4,
      interval: [25.1, 68.4],
    });
  });

  it("live shorter with extramedullary disease after ide-cel", () => {
    expect(subgroup("us-consortium-ide-cel-emd-2024", "no EMD", "pfs").effect).toEqual({
      measure: "hazard-ratio",
      value: 1.5,
      interval: [1.1, 2.2],
      of: "EMD",
      against: "none",
      adjustment: "multivariable",
    });
  });

  it("say of the matching-adjusted comparison what is more with which side", () => {
    const maic = comparisons.find(({ id }) => id === "maic-cilta-cel-ide-cel-2026");
    expect(maic?.figures.find(({ outcome }) => outcome === "os")).toMatchObject({
      of: "cilta-cel",
      against: "ide-cel",
      p: "0.0452",
      effect: {
        measure: "hazard-ratio",
        value: 0.58,
        interval: [0.34, 0.99],
        moreEventsAbove: "of",
      },
    });
  });

  it("carry a review's direction without inventing a number for it", () => {
    const review = comparisons.find(({ kind }) => kind === "indirect-review");
    expect(review?.figures).toHaveLength(14);
    expect(
      review?.figures.every(({ effect, favours }) => effect === null && favours === "of"),
    ).toBe(true);
  });
});

describe("what does not fit", () => {
  const reported = [...subgroups, ...comparisons].flatMap((study) =>
    study.figures.map((figure) => ({ study: study.id, ...figure })),
  );

  it("is kept as printed and named as odd", () => {
    const odd = reported.filter(({ oddity }) => oddity !== null);
    expect(
      odd.map(({ study, outcome, percentPrinted }) => [study, outcome, percentPrinted]),
    ).toEqual(
      expect.arrayContaining([
        ["us-consortium-teclistamab-age", "orr", 62],
        ["dima-car-t-emd-2024", "orr", 58],
        ["single-institution-emd-toxicity", "cr", 20],
        ["habib-car-t-renal-2026", "icans", 60],
        ["one-centre-t-cell-redirection", "orr", 97.1],
        ["trinetx-car-t-teclistamab", "survival-at-end", 56.7],
      ]),
    );
    expect(odd).toHaveLength(11);
  });

  it("is true of percentages that no count is said to fit", () => {
    for (const { oddity, n, percentPrinted } of reported) {
      if (!oddity?.includes("fits no count") || n === null || percentPrinted === null) continue;
      const counts = Array.from({ length: n + 1 }, (_, events) => Math.round((100 * events) / n));
      expect(counts).not.toContain(percentPrinted);
    }
  });
});

describe("tiers", () => {
  it("follow from the kind of source, but for a review's table", () => {
    const sources = [...subgroups, ...comparisons].flatMap((study) => study.sources);
    for (const source of sources) {
      const { kind, tier } = source;
      if (/^Systematic review|\[Review/.test(textOf(source))) expect(tier).toBe(2);
      else if (kind === "news") expect(tier).toBe(3);
      else expect(tier).toBe(["congress", "press", "review"].includes(kind) ? 2 : 1);
    }
  });
});

describe("the generated module", () => {
  it("holds both collections", () => {
    expect(collections).toEqual(collectionsOf(evidence(), textOf));
  });
});
