/**
 * Indications copied a second time from their sources, and what they say of every regimen, region and
 * number of lines.
 */
import { describe, expect, it } from "vitest";
import { readLabelFromApprovals } from "#core/evidence/labels.ts";
import { products } from "#data/generated/products.ts";
import type { Approval } from "#data/schema.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { cohortNamed, entryWith, evidence, readTable } from "./files.ts";

const all = ["PI", "IMiD", "anti-CD38"];

/** Product, region, status, partners, date, least line, classes, what else is asked for, how sure. */
type Sentinel = [
  product: string,
  region: Approval["region"],
  status: Approval["status"],
  partners: string[],
  date: string | null,
  min: number | null,
  classes: string[],
  asked: Partial<Approval>,
  confidence: Approval["confidence"],
  source: RegExp,
];

const two = ["PI", "IMiD"];
const excluded = { priorBcmaCarT: "excluded" } as const;
const onLast = { progressionOnLast: true } as const;
const afterLen = { refractoryTo: ["lenalidomide"] };
const bothAsked = { ...onLast, ...afterLen };
const conditional = { kind: "conditional", ...onLast } as const;
const dara = ["daratumumab"];
const accelerated = { kind: "accelerated" } as const;

const sentinels: Sentinel[] = [
  ["ide-cel", "ch", "approved", [], "2024-02-09", 2, all, onLast, "high", /SwissPAR, Abecma/],
  ["ide-cel", "ch", "superseded", [], "2021-08-20", 3, all, onLast, "high", /Kurzbericht Abecma/],
  ["ide-cel", "jp", "approved", [], "2023-12-06", 2, all, excluded, "high", /CareNet/],
  ["ide-cel", "eu", "approved", [], "2024-03", 2, all, onLast, "high", /expanded approval in Eu/],
  ["cilta-cel", "us", "approved", [], "2024-04-05", 1, two, afterLen, "medium", /HCPCS Q2056/],
  [
    "cilta-cel",
    "eu",
    "approved",
    [],
    "2024-04-22",
    1,
    two,
    bothAsked,
    "high",
    /from first relapse/,
  ],
  ["cilta-cel", "jp", "approved", [], "2022-09-26", 3, all, excluded, "high", /Mix Online/],
  ["eque-cel", "cn", "approved", [], "2023-06-30", 3, two, conditional, "high", /2023;27:781/],
  [
    "teclistamab",
    "us",
    "approved",
    dara,
    "2026-03",
    1,
    two,
    { kind: "full" },
    "high",
    /revised March 2026/,
  ],
  ["teclistamab", "us", "approved", [], "2026-03", 4, all, {}, "high", /revised March 2026/],
  [
    "teclistamab",
    "eu",
    "pending",
    dara,
    "2026-06-25",
    1,
    [],
    { kind: null, decisionBy: "2026-08-31" },
    "high",
    /CHMP positive opinion/,
  ],
  ["elranatamab", "us", "approved", [], "2023-08-14", 4, all, accelerated, "high", /ELREXFIO/],
  ["elranatamab", "ch", "approved", [], "2023-09-05", null, all, onLast, "high", /SwissPAR, Elr/],
  ["talquetamab", "jp", "approved", [], "2025-06", null, [], {}, "medium", /Medical DOC/],
  ["talquetamab", "us", "approved", [], "2023-08-09", 4, all, accelerated, "high", /TALVEY/],
  ["linvoseltamab", "us", "approved", [], "2025-07-02", 4, all, accelerated, "high", /BLA761400/],
  ["anito-cel", "us", "pending", [], "2026-02", null, [], {}, "medium", /FDA decision date/],
  ["zevor-cel", "us", "not-approved", [], null, null, [], {}, "medium", /clinical hold/],
];

describe("each sentinel is an entry of the data", () => {
  it.each(sentinels)(
    "%s %s %s with %j, %s",
    (slug, region, status, partners, date, min, classes, requirements, confidence, source) => {
      const product = entryWith(products[slug], slug);
      const entry = entryWith(
        product.approvals.find(
          (approval) =>
            approval.region === region &&
            approval.status === status &&
            approval.date === date &&
            approval.partners.join() === partners.join(),
        ),
        `${slug} ${region}`,
      );
      expect(entry).toMatchObject({ confidence, ...requirements });
      expect(entry.priorLines).toEqual({ min, max: null });
      expect(entry.requires.map((requirement) => requirement.class).toSorted()).toEqual(
        classes.toSorted(),
      );
      expect(entry.sources.map((index) => product.sources[index]?.citation).join()).toMatch(source);
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

const cells = readTable<Record<string, string>>("sentinels-labels.csv").flatMap(
  ({ regimen = "", ...row }) =>
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
