import { describe, expect, it } from "vitest";
import { computeSetOf } from "#data/build/compute-set.ts";
import { productProvenance } from "#data/build/product-facts.ts";
import { products as generated } from "#data/generated/products.ts";
import type { Product } from "#data/schema.ts";
import { evidence, found } from "../files.ts";

const { products, review } = evidence();
const named = (slug: string): Product =>
  found(
    products.find((product) => product.slug === slug),
    slug,
  );

describe("what the labels say, as numbers", () => {
  it("counts cells in millions, per infusion or per kilogram", () => {
    expect(
      named("ide-cel").dosing.cells.map(({ value, region }) => ({ ...value, region })),
    ).toEqual([
      expect.objectContaining({ region: "us", perKg: false, rangeMillion: [300, 510] }),
      expect.objectContaining({ region: "eu", targetMillion: 420, rangeMillion: [260, 500] }),
    ]);
    expect(named("cilta-cel").dosing.cells[0]?.value).toMatchObject({
      perKg: true,
      rangeMillion: [0.5, 1],
      maxMillion: 100,
    });
  });

  it.each([
    [
      // Alone, then with daratumumab.
      "teclistamab",
      [
        [1.5, 1, null, null],
        [1.5, 1, 2, 8],
        [3, 2, 9, 24],
        [3, 4, 25, null],
      ],
    ],
    ["elranatamab", [[76, 1, null, 24]]],
    [
      "linvoseltamab",
      [
        [200, 1, 4, 13],
        [200, 2, 14, null],
      ],
    ],
    [
      "talquetamab",
      [
        [0.4, 1, null, null],
        [0.8, 2, null, null],
      ],
    ],
  ])("gives %s every so many weeks", (slug, expected) => {
    const phases = named(slug).dosing.maintenance.flatMap(({ value }) => value.phases);
    expect(
      phases.map(({ amount, everyWeeks, fromWeek, toWeek }) => [
        amount,
        everyWeeks,
        fromWeek,
        toWeek,
      ]),
    ).toEqual(expected);
  });

  it("counts the days after a late step", () => {
    expect(named("teclistamab").dosing.delayRules.map(({ value }) => value.daysSince)).toEqual([
      [8, null],
      [8, 28],
      [29, null],
      // After a weekly dose, then after one every 2 or 4 weeks.
      [1, 28],
      [29, 56],
      [57, null],
      [1, 63],
      [64, 112],
      [113, null],
    ]);
  });

  it("begins teclistamab on other days with daratumumab than alone", () => {
    const days = named("teclistamab").dosing.stepUp.map(
      ({ value: { schedule, steps } }) => [schedule, steps.map(({ day }) => day)] as const,
    );
    expect(days).toEqual([
      ["monotherapy", [1, 4, 7]],
      ["with daratumumab", [1, 3, 7]],
    ]);
  });

  it("keeps the longer hospital stay of the older teclistamab pages as superseded", () => {
    const us = named("teclistamab").monitoring.filter(({ region }) => region === "us");
    expect(us.map(({ value, status }) => [value.hospital, status])).toEqual([
      [
        [
          { after: "first", hours: 48 },
          { after: "second", hours: 48 },
        ],
        null,
      ],
      [[{ after: "every", hours: 48 }], "superseded"],
    ]);
  });

  it.each([
    ["teclistamab", true, "2026-03"],
    ["talquetamab", true, "2025-10"],
    ["elranatamab", true, "2026-02"],
    ["cilta-cel", false, null],
    ["ide-cel", false, null],
  ])("has the REMS of %s in force: %s, as of %s", (slug, active, asOf) => {
    expect(named(slug).rems).toMatchObject({ value: { active }, asOf });
  });

  it("counts weeks of watching in days", () => {
    const [now, before] = named("ide-cel").monitoring;
    expect(now?.value).toMatchObject({
      dailyDays: 7,
      totalDays: 14,
      nearCentreDays: 14,
      noDrivingDays: 14,
    });
    expect(before).toMatchObject({
      status: "superseded",
      value: { totalDays: 28, noDrivingDays: 56 },
    });
  });

  it.each([
    ["teclistamab", [4, 4]],
    ["elranatamab", [3, 3]],
    ["linvoseltamab", [2, 2]],
    ["talquetamab", [6, 8]],
    ["ide-cel", undefined],
  ])("asks for days in hospital with %s: %s", (slug, days) => {
    expect(named(slug).logistics.inpatientDays?.value).toEqual(days);
  });

  it("is given once or continuously only where that is printed", () => {
    const courses = ["ide-cel", "cilta-cel", "teclistamab", "zevor-cel"].map(
      (slug) => named(slug).logistics.course?.value ?? null,
    );
    expect(courses).toEqual(["once", "once", "continuous", null]);
  });
});

describe("product facts", () => {
  it("travel in a module of their own, which says what is in force", () => {
    expect(generated).toEqual(productProvenance(products, review.dataDate));
    const ideCel = found(generated["ide-cel"], "ide-cel");
    expect(ideCel.approvals.map(({ inForce }) => inForce)).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
      ...Array.from({ length: 4 }, () => true),
    ]);
    expect(ideCel.approvedIn).toEqual(["us", "eu", "jp", "ch", "gb", "il", "canada"]);
  });

  it("stay out of what is downloaded to compare", () => {
    for (const product of computeSetOf(evidence()).products) {
      expect(Object.keys(product).sort()).toEqual([
        "approvals",
        "contains",
        "name",
        "slug",
        "sponsor",
        "targets",
        "therapyClass",
      ]);
    }
  });

  it("speak of nothing that only the collectors had", () => {
    expect(JSON.stringify(products)).not.toMatch(
      /seed page|regulatory\.md|see missing|stored copy/i,
    );
  });
});
