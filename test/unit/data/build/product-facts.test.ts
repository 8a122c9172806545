import { describe, expect, it } from "vitest";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import { makeProductFactsBySlug } from "#data/build/provenance.ts";
import { products as generated } from "#data/generated/products.ts";
import type { Product } from "#data/schema.ts";
import { entryWith, evidence } from "../files.ts";

const { products, review } = evidence();
const named = (slug: string): Product =>
  entryWith(
    products.find((product) => product.slug === slug),
    slug,
  );

const phases = ({ dosing }: Product) =>
  dosing.maintenance.flatMap(({ value }) =>
    value.phases.map((phase) => [phase.amount, phase.everyWeeks, phase.fromWeek, phase.toWeek]),
  );
const cells = ({ dosing }: Product) =>
  dosing.cells.map(({ region, value }) => {
    const { perKg, targetMillion, rangeMillion, maxMillion } = value;
    return [region, perKg, targetMillion, rangeMillion, maxMillion];
  });
const watched = ({ monitoring }: Product) =>
  monitoring
    .filter(({ region }) => region === "us")
    .map(({ status, value }) => {
      const { dailyDays, totalDays, nearCentreDays, noDrivingDays } = value;
      return [status, dailyDays, totalDays, nearCentreDays, noDrivingDays];
    });
const stays = ({ monitoring }: Product) =>
  monitoring
    .filter(({ region }) => region === "us")
    .map(({ status, value }) => [
      status,
      ...(value.hospital ?? []).map(({ after, hours }) => `${hours} h after ${after}`),
    ]);
const remsOf = ({ rems }: Product) => [rems?.value.active, rems?.asOf];
const days = ({ logistics }: Product) => logistics.inpatientDays?.value;
const course = ({ logistics }: Product) => logistics.course?.value ?? null;
const delays = ({ dosing }: Product) => dosing.delayRules.map(({ value }) => value.daysSince);
const steps = ({ dosing }: Product) =>
  dosing.stepUp.map(({ value }) => [value.schedule, ...value.steps.map(({ day }) => day)]);

type Fact = (product: Product) => unknown;

/** Lists facts of the labels of products, each with the function that reads it and the printed value. */
const facts: readonly (readonly [name: string, slug: string, of: Fact, printed: unknown])[] = [
  ["weeks", "elranatamab", phases, [[76, 1, null, 24]]],
  // biome-ignore format: one line a regimen
  ["weeks, alone and with daratumumab", "teclistamab", phases,
    [[1.5, 1, null, null], [1.5, 1, 2, 8], [3, 2, 9, 24], [3, 4, 25, null]]],
  [
    "weeks",
    "linvoseltamab",
    phases,
    [
      [200, 1, 4, 13],
      [200, 2, 14, null],
    ],
  ],
  [
    "weeks",
    "talquetamab",
    phases,
    [
      [0.4, 1, null, null],
      [0.8, 2, null, null],
    ],
  ],
  [
    "first days",
    "teclistamab",
    steps,
    [
      ["monotherapy", 1, 4, 7],
      ["with daratumumab", 1, 3, 7],
    ],
  ],
  // After a late step, after a weekly dose, then after one every 2 or 4 weeks.
  // biome-ignore format: one line a schedule
  ["days after a late dose", "teclistamab", delays, [
    [8, null], [8, 28], [29, null],
    [1, 28], [29, 56], [57, null],
    [1, 63], [64, 112], [113, null],
  ]],
  // biome-ignore format: one line a region
  ["millions of cells", "ide-cel", cells, [
    ["us", false, null, [300, 510], null],
    ["eu", false, 420, [260, 500], null],
  ]],
  ["millions of cells", "cilta-cel", cells, [["us", true, null, [0.5, 1], 100]]],
  // Of two statements on older pages the longer one is kept, as superseded.
  [
    "stays",
    "teclistamab",
    stays,
    [
      [null, "48 h after first", "48 h after second"],
      ["superseded", "48 h after every"],
    ],
  ],
  [
    "days of watching",
    "ide-cel",
    watched,
    [
      [null, 7, 14, 14, 14],
      ["superseded", 7, 28, null, 56],
    ],
  ],
  ["REMS", "teclistamab", remsOf, [true, "2026-03"]],
  ["REMS", "talquetamab", remsOf, [true, "2025-10"]],
  ["REMS", "elranatamab", remsOf, [true, "2026-02"]],
  ["REMS", "cilta-cel", remsOf, [false, null]],
  ["REMS", "ide-cel", remsOf, [false, null]],
  ["days in hospital", "teclistamab", days, [4, 4]],
  ["days in hospital", "elranatamab", days, [3, 3]],
  ["days in hospital", "linvoseltamab", days, [2, 2]],
  ["days in hospital", "talquetamab", days, [6, 8]],
  ["days in hospital", "ide-cel", days, undefined],
  ["course", "ide-cel", course, "once"],
  ["course", "cilta-cel", course, "once"],
  ["course", "teclistamab", course, "continuous"],
  ["course", "zevor-cel", course, null],
];

it.each(facts)("%s of %s are as printed", (_, slug, of, printed) => {
  expect(of(named(slug))).toEqual(printed);
});

describe("product facts", () => {
  it("travel in a module of their own", () => {
    expect(generated).toEqual(makeProductFactsBySlug(products, review.dataDate));
  });

  it("stay out of what is downloaded to compare", () => {
    for (const product of makeDataForAnswers(evidence()).products) {
      expect(Object.keys(product).sort()).toEqual([
        "approvals",
        "brandNames",
        "contains",
        "name",
        "slug",
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
