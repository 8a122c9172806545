/**
 * Indications copied a second time from their sources, and what they say of every regimen, region and
 * number of lines.
 */
import { describe, expect, it } from "vitest";
import { readLabelFromApprovals } from "#core/evidence/labels.ts";
import { products } from "#data/generated/products.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { cohortNamed, entryWith, evidence, readTable } from "./files.ts";

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
    expect(evidence().approvals.collected.map(({ region }) => region)).toEqual(labelRegions);
  });
});

describe("what was given together", () => {
  it("is that of the trials", () => {
    const combined = evidence().cohorts.flatMap(({ id, regimen, regimenPartners }) =>
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
    expect(cohortNamed(id, evidence()).admittedLines).toEqual({ min, max });
  });
});
