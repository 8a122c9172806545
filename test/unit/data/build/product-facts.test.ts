import { describe, expect, it } from "vitest";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import type { Product } from "#data/schema.ts";
import { evidence, productNamed } from "../files.ts";

const all = evidence();

/** Writes numbers that belong together: "1 4 7"; what is not printed is "–". */
const listed = (...values: readonly unknown[]) => values.map((value) => value ?? "–").join(" ");

const inUs = ({ monitoring }: Product) => monitoring.filter(({ region }) => region === "us");

/** Reads facts of the label of a product, each as texts. */
const readers = {
  "dose, every so many weeks, from one to another": ({ dosing }: Product) =>
    dosing.maintenance.flatMap(({ value }) =>
      value.phases.map((phase) =>
        listed(phase.amount, phase.everyWeeks, phase.fromWeek, phase.toWeek),
      ),
    ),
  "first days": ({ dosing }: Product) =>
    dosing.stepUp.map(({ value }) => listed(value.schedule, ...value.steps.map(({ day }) => day))),
  // After a late step, after a weekly dose, then after one every 2 or 4 weeks.
  "days after a late dose": ({ dosing }: Product) =>
    dosing.delayRules.map(({ value }) => listed(...value.daysSince)),
  "millions of cells": ({ dosing }: Product) =>
    dosing.cells.map(({ region, value: { perKg, targetMillion, rangeMillion, maxMillion } }) =>
      listed(region, perKg, targetMillion, ...(rangeMillion ?? []), maxMillion),
    ),
  // Of two statements on older pages the longer one is kept, as superseded.
  stays: (product: Product) =>
    inUs(product).map(({ status, value }) =>
      listed(status, ...(value.hospital ?? []).map(({ after, hours }) => `${hours} h ${after}`)),
    ),
  "days of watching": (product: Product) =>
    inUs(product).map(({ status, value }) =>
      listed(status, value.dailyDays, value.totalDays, value.nearCentreDays, value.noDrivingDays),
    ),
  REMS: ({ rems }: Product) => [listed(rems?.value.active, rems?.asOf)],
  "days in hospital": ({ logistics }: Product) => [
    listed(...(logistics.inpatientDays?.value ?? [])),
  ],
  course: ({ logistics }: Product) => [listed(logistics.course?.value)],
};

/** Lists what labels print, typed a second time. */
it.each<[keyof typeof readers, slug: string, ...printed: string[]]>([
  ["dose, every so many weeks, from one to another", "elranatamab", "76 1 – 24"],
  // Alone, then with daratumumab.
  [
    "dose, every so many weeks, from one to another",
    "teclistamab",
    ...["1.5 1 – –", "1.5 1 2 8", "3 2 9 24", "3 4 25 –"],
  ],
  ["dose, every so many weeks, from one to another", "linvoseltamab", "200 1 4 13", "200 2 14 –"],
  ["dose, every so many weeks, from one to another", "talquetamab", "0.4 1 – –", "0.8 2 – –"],
  ["first days", "teclistamab", "monotherapy 1 4 7", "with daratumumab 1 3 7"],
  [
    "days after a late dose",
    "teclistamab",
    ...["8 –", "8 28", "29 –", "1 28", "29 56", "57 –", "1 63", "64 112", "113 –"],
  ],
  ["millions of cells", "ide-cel", "us false – 300 510 –", "eu false 420 260 500 –"],
  ["millions of cells", "cilta-cel", "us true – 0.5 1 100"],
  ["stays", "teclistamab", "– 48 h first 48 h second", "superseded 48 h every"],
  ["days of watching", "ide-cel", "– 7 14 14 14", "superseded 7 28 – 56"],
  ["REMS", "teclistamab", "true 2026-03"],
  ["REMS", "talquetamab", "true 2025-10"],
  ["REMS", "elranatamab", "true 2026-02"],
  ["REMS", "cilta-cel", "false –"],
  ["REMS", "ide-cel", "false –"],
  ["days in hospital", "teclistamab", "4 4"],
  ["days in hospital", "elranatamab", "3 3"],
  ["days in hospital", "linvoseltamab", "2 2"],
  ["days in hospital", "talquetamab", "6 8"],
  ["days in hospital", "ide-cel", ""],
  ["course", "ide-cel", "once"],
  ["course", "cilta-cel", "once"],
  ["course", "teclistamab", "continuous"],
  ["course", "zevor-cel", "–"],
])("%s of %s are as printed", (fact, slug, ...printed) => {
  expect(readers[fact](productNamed(slug, all))).toEqual(printed);
});

describe("product facts", () => {
  it("stay out of what is downloaded to compare", () => {
    const kept = "approvals brandNames contains name slug targets therapyClass".split(" ");
    for (const product of makeDataForAnswers(all).products) {
      expect(Object.keys(product).sort()).toEqual(kept);
    }
  });

  it("speak of nothing that only the collectors had", () => {
    const ofCollectors = /seed page|regulatory\.md|see missing|stored copy/i;
    expect(JSON.stringify(all.products)).not.toMatch(ofCollectors);
  });
});
