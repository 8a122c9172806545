import { describe, expect, it } from "vitest";
import { computeSetOf } from "../../../data/compute-set.ts";
import { products as generated } from "../../../data/generated/products.ts";
import { productProvenance } from "../../../data/product-facts.ts";
import type { Product } from "../../../data/schema.ts";
import { evidence, found } from "./files.ts";
import manifest from "./fixtures/products-manifest.json" with { type: "json" };

/**
 * The manifest is written from the collected `products.json` by a script that shares nothing with
 * the import. It walks every object that has a `source` and a value and prints one row: our field,
 * `source` and `alsoSources`, confidence, every number in the value, the note and the date of the
 * label, and the value itself where it is words. The "then" of a schedule is a row of maintenance,
 * the date of a boxed warning counts with each of its items, and regions have our names. An
 * approval: region, date, lines, words. A schedule: day and words of each dose.
 */
interface Manifest {
  approvals: [string, string | null, number | null, string][];
  stepUp: [number, string][][];
  facts: [string, number[], string, number[], string | null][];
}
const collected = manifest as unknown as Record<string, Manifest>;

const { products, review } = evidence();
const named = (slug: string): Product =>
  found(
    products.find((product) => product.slug === slug),
    slug,
  );

interface Sourced {
  sources: readonly number[];
  confidence: string;
  value: unknown;
  note: string | null;
  asOf: string | null;
}

function isSourced(value: object): value is Sourced {
  return "sources" in value && "confidence" in value && "value" in value;
}

/** Every fact with the field it stands in, approvals aside: they are compared one by one. */
function factsIn(value: unknown, field = ""): [string, Sourced][] {
  if (Array.isArray(value)) return value.flatMap((item) => factsIn(item, field));
  if (typeof value !== "object" || value === null) return [];
  if (isSourced(value)) return [[field, value]];
  return Object.entries(value).flatMap(([key, item]) =>
    factsIn(item, field === "" ? key : `${field}.${key}`),
  );
}

/** What the import computes from the printed words, which are compared themselves. */
const computed = new Set([
  ...["targetMillion", "rangeMillion", "maxMillion", "phases", "schedule", "daysSince", "measure"],
  ...["dailyDays", "totalDays", "nearCentreDays", "noDrivingDays", "hospital", "observationHours"],
]);
const computedFacts = ["logistics.course", "logistics.inpatientDays"];

function numbersIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, item]) =>
      computed.has(key) ? [] : numbersIn(item),
    );
  }
  if (typeof value !== "string" && typeof value !== "number") return [];
  return (String(value).match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}

/** One collected fact may have become several; together they say the same numbers. */
function grouped(rows: readonly Manifest["facts"][number][]): Record<string, number[]> {
  const groups: Record<string, number[]> = {};
  for (const [field, sources, confidence, numbers] of rows) {
    const key = `${field} [${sources.join(", ")}] ${confidence}`;
    const all = new Set([...(groups[key] ?? []), ...numbers]);
    groups[key] = [...all].sort((a, b) => a - b);
  }
  return groups;
}

describe.each(Object.entries(collected))(
  "%s as collected",
  (slug, { approvals, stepUp, facts }) => {
    const product = named(slug);

    it("has every approval", () => {
      expect(product.approvals.map(({ region, date }) => [region, date])).toEqual(
        approvals.map(([region, date]) => [region, date]),
      );
      product.approvals.forEach(({ minPriorLines }, index) => {
        const [, , lines, words] = found(approvals[index], "an approval");
        if (lines !== null) expect(minPriorLines).toBe(lines);
        else if (minPriorLines !== null) expect(words).toContain(String(minPriorLines));
      });
    });

    it("has every step-up dose", () => {
      const doses = product.dosing.stepUp.map(({ value }) =>
        value.steps.map(({ day, amount, unit, route, infusionHours, firstTreatmentDose }) => {
          const hours = infusionHours === null ? "" : ` over ${infusionHours} h`;
          const remark = firstTreatmentDose ? " (first treatment dose)" : "";
          return [day, `${amount} ${unit} ${route}${hours}${remark}`];
        }),
      );
      expect(doses).toEqual(stepUp);
    });

    it("has every fact with its numbers, sources and confidence, and no other", () => {
      const { approvals: _, sources: __, ...rest } = product;
      const imported = factsIn(rest)
        .filter(([field]) => !computedFacts.includes(field))
        .map(([field, { value, note, asOf, sources, confidence }]): Manifest["facts"][number] => [
          field,
          [...sources],
          confidence,
          numbersIn([value, note, asOf]),
          JSON.stringify(value),
        ]);
      expect(grouped(imported)).toEqual(grouped(facts));
      for (const [field, , , , words] of facts) {
        const there = imported.filter(([other]) => other === field).map(([, , , , said]) => said);
        if (words !== null) expect(there.join()).toContain(JSON.stringify(words));
      }
    });
  },
);

describe("numbers that the import computes", () => {
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
    ["teclistamab", [[1.5, 1, null, null]]],
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
    ]);
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
    ["teclistamab", [6, 6]],
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
      ...Array.from({ length: 5 }, () => true),
    ]);
    expect(ideCel.approvedIn).toEqual(["us", "eu", "jp", "ch", "gb", "il"]);
  });

  it("stay out of what is downloaded to compare", () => {
    for (const product of computeSetOf(evidence()).products) {
      expect(Object.keys(product).sort()).toEqual([
        "approvedIn",
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
