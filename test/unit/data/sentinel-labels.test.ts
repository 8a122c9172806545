/**
 * Facts of labels copied a second time from their sources, and what they say of every regimen, region and
 * number of lines.
 */
import { describe, expect, it } from "vitest";
import { readLabelFromApprovals } from "#core/evidence/labels.ts";
import { makeDataForAnswers } from "#data/build/compute-set.ts";
import { products } from "#data/generated/products.ts";
import type { Product } from "#data/schema.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { cohortNamed, entryWith, evidence, productNamed, readTable } from "./files.ts";

const all = evidence();

/** Returns what a cell says; `none` stands for what the source does not print. */
const readCell = (cell: string) => (cell === "none" ? null : cell);
const wordsIn = (cell = "") => cell.split(" ").filter(Boolean);

/** Returns what else a line states, which is what stands in the cells that are not empty. */
const statedIn = ({ kind = "", progressionOnLast, refractoryTo, ...line }: Line) => ({
  ...(kind && { kind: readCell(kind) }),
  ...(progressionOnLast && { progressionOnLast: true }),
  ...(refractoryTo && { refractoryTo: [refractoryTo] }),
  ...(line.priorBcmaCarT && { priorBcmaCarT: line.priorBcmaCarT }),
  ...(line.decisionBy && { decisionBy: line.decisionBy }),
});

type Line = Readonly<Record<string, string>>;

describe("each sentinel is an entry of the data", () => {
  it.each(readTable<Line>("sentinels-approvals.csv"))(
    "$product $region $status with “$partners”, $date",
    ({ product: slug = "", region, status, source = "", confidence, ...line }) => {
      const product = entryWith(products[slug], slug);
      const [date, min] = [line.date, line.min].map((cell = "") => readCell(cell));
      const entry = entryWith(
        product.approvals.find(
          (approval) =>
            approval.region === region &&
            approval.status === status &&
            approval.date === date &&
            approval.partners.join(" ") === line.partners,
        ),
        `${slug} ${region}`,
      );
      expect(entry).toMatchObject({ confidence, ...statedIn(line) });
      expect(entry.priorLines).toEqual({ min: min && Number(min), max: null });
      const classes = entry.requires.map((requirement) => requirement.class);
      expect(classes.toSorted()).toEqual(wordsIn(line.classes).toSorted());
      const citations = entry.sources.map((index) => product.sources[index]?.citation);
      expect(citations.join()).toMatch(RegExp(source));
    },
  );

  it("says refractory where that is printed, and exposed elsewhere", () => {
    const states = Object.values(products).flatMap(({ slug, approvals }) =>
      approvals.flatMap(({ region, requires }) =>
        requires.flatMap(({ state }) => (state === "exposed" ? [] : [[slug, region, state]])),
      ),
    );
    expect(states).toEqual(Array(3).fill(["elranatamab", "ch", "refractory"]));
  });
});

const cells = readTable<Line>("sentinels-labels.csv").flatMap(({ regimen = "", ...row }) =>
  labelRegions.map((region) => ({ regimen, region, cell: row[region] ?? "" })),
);

describe("what the labels say", () => {
  it.each(cells)("$regimen in $region: $cell", ({ regimen, region, cell }) => {
    const [product = "", ...partners] = regimen.split(" + ");
    const [, status, number] = /^(\D*?) ?(\d*)$/.exec(cell) ?? [];
    const least = number ? Number(number) : null;
    // Late patients, the last of these, are those of a later line, too.
    for (const lines of [1, 2, 3] as const) {
      const isLabelled = lines >= Math.min(least ?? Number.NaN, 3);
      const { approvals } = entryWith(products[product], product);
      expect(readLabelFromApprovals(approvals, { partners, region, lines })).toMatchObject({
        status: status || (isLabelled ? "labelled" : "labelled-from-line"),
        minPriorLines: least,
      });
    }
  });

  it("holds every region that can be asked for", () => {
    expect(all.approvals.collected.map(({ region }) => region)).toEqual(labelRegions);
  });
});

describe("what was given together", () => {
  it("is that of the trials", () => {
    const combined = all.cohorts.flatMap(({ id, regimen, regimenPartners }) =>
      regimen === "combination" && regimenPartners !== null ? [[id, ...regimenPartners]] : [],
    );
    expect(combined).toEqual([
      ["majestec-3-tec-dara", "daratumumab"],
      ["monumental-3-tal-d", "daratumumab"],
      ["monumental-3-tal-dp", "daratumumab", "pomalidomide"],
    ]);
  });

  it.each([
    ["cartbcma-hcb-01-ari0002h", 2, null],
    ["cartitude-2-cohort-b", 1, 1],
    ["karmma-3-ide-cel", 2, 4],
    ["karmma", 3, null],
    ["majestec-1", 3, null],
    ["monumental-3-tal-d", 1, null],
    ["monumental-3-tal-dp", 1, null],
  ])("%s was given after %i lines or more, to %j, as its protocol prints", (id, min, max) => {
    expect(cohortNamed(id, all).admittedLines).toEqual({ min, max });
  });
});

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
      listed(status, value.dailyDays, value.totalDays, value.nearCentreDays, value.noDriving),
    ),
  REMS: ({ rems }: Product) => [listed(rems?.value.active, rems?.asOf)],
  "hours under observation": ({ monitoring }: Product) =>
    monitoring.map(({ region, value }) =>
      listed(region, ...value.observed.map(({ after, hours }) => `${hours} h ${after}`)),
    ),
  "days in hospital": ({ logistics }: Product) =>
    logistics.stays.map(({ value }) =>
      listed(value.n, value.medianDays, ...(value.rangeDays ?? [])),
    ),
  end: ({ dosing }: Product) => dosing.until.map(({ region, value }) => listed(region, value)),
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
  ["stays", "elranatamab", "– 48 h first 24 h second"],
  ["stays", "linvoseltamab", "– 24 h first 24 h second"],
  ["stays", "talquetamab", "– 48 h every"],
  ["hours under observation", "elranatamab", "us", "eu 48 h first 48 h second"],
  ["hours under observation", "teclistamab", "us 48 h full", "us", "eu 48 h every", "ch"],
  ["days of watching", "ide-cel", "– 7 14 14 for 2 weeks", "superseded 7 28 – for 8 weeks"],
  ["REMS", "teclistamab", "true 2026-03"],
  ["REMS", "talquetamab", "true 2025-10"],
  ["REMS", "elranatamab", "true 2026-02"],
  ["REMS", "cilta-cel", "false –"],
  ["REMS", "ide-cel", "false –"],
  ["days in hospital", "teclistamab", "17 7 6 29", "18 2"],
  ["days in hospital", "cilta-cel", "– 4", "– 11"],
  ["days in hospital", "elranatamab"],
  ["end", "linvoseltamab", "us until disease progression or unacceptable toxicity"],
  ["course", "ide-cel", "once"],
  ["course", "cilta-cel", "once"],
  ["course", "teclistamab", "continuous"],
  ["course", "zevor-cel", "–"],
])("%s of %s are as printed", (fact, slug, ...printed) => {
  expect(readers[fact](productNamed(slug, all))).toEqual(printed);
});

describe("facts of products", () => {
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
