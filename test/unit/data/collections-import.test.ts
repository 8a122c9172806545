import { describe, expect, it } from "vitest";
import { listedOutcomes, outcomeOf } from "../../../data/tools/collected-outcomes.ts";
import { type CollectedRow, parseCollections } from "../../../data/tools/collected-rows.ts";
import { comparisonStudies, sidesOf } from "../../../data/tools/comparison-studies.ts";
import { comparisonsOf, isComparison } from "../../../data/tools/comparisons.ts";
import {
  effectTypeOf,
  measureOf,
  pValueOf,
  remarksOf,
  versus,
} from "../../../data/tools/reported.ts";
import { isSubgroup, subgroupsOf } from "../../../data/tools/subgroups.ts";
import { evidence, found } from "./files.ts";

const { outcomes } = evidence();
const cite = () => ({ reference: "a-paper", detail: null });
const silent = (): void => {};

const row = (change: Partial<CollectedRow> = {}): CollectedRow => ({
  trialOrCohort: "KarMMa",
  product: "ide-cel",
  therapyClass: "CAR-T",
  subgroupVariable: "age",
  level: "<65",
  outcome: "orr",
  events: 7,
  n: 10,
  pct: 70,
  ci: null,
  source: { citation: "A paper", doi: null, pmid: null, url: null, kind: "abstract" },
  locator: "abstract",
  derived: false,
  derivedRange: null,
  ...change,
});

describe("the words of an effect", () => {
  it.each([
    ["HR", "hazard-ratio", null, null],
    ["OR (IPTW)", "odds-ratio", "IPTW", null],
    ["HR (PSM-weighted multivariable)", "hazard-ratio", "PSM-weighted multivariable", null],
    ["HR EMD vs none, multivariable", "hazard-ratio", "multivariable", ["EMD", "none"]],
    ["HR EMD vs marrow-only", "hazard-ratio", null, ["EMD", "marrow-only"]],
    ["HR CAR-T vs BsAb", "hazard-ratio", null, ["CAR-T", "BsAb"]],
  ])("%s", (type, measure, method, sides) => {
    expect(effectTypeOf(type)).toEqual({ measure, method, sides });
  });

  it("are not guessed", () => {
    expect(() => effectTypeOf("ratio")).toThrow("not understood");
    expect(() => measureOf("XR")).toThrow("unknown");
    expect(() => versus("older")).toThrow("no two sides");
  });
});

describe("P values", () => {
  it.each([
    [0.00058, { p: "0.00058" }],
    ["<0.001", { p: "<0.001" }],
    ["<0.001 (log-rank)", { p: "<0.001", remark: "P from log-rank" }],
    [undefined, { p: null }],
    [null, { p: null }],
  ])("%s", (printed, expected) => {
    expect(pValueOf(printed)).toEqual(expected);
  });
});

describe("remarks", () => {
  it("that something does not fit are the oddity", () => {
    expect(remarksOf(["as printed", "printed % fits no count over n"])).toEqual({
      oddity: "printed % fits no count over n",
      note: "as printed",
    });
    expect(remarksOf([undefined, ""])).toEqual({ oddity: null, note: null });
  });
});

describe("outcomes", () => {
  it("are found by the key of the evidence, or named one by one", () => {
    expect(outcomeOf("crOrBetter", outcomes)).toEqual({ outcome: "cr", definition: null });
    expect(outcomeOf("orr (day 90)", outcomes)).toEqual({
      outcome: "orr",
      definition: "at day 90",
    });
    expect(listedOutcomes(">=CR, OS").map(({ outcome }) => outcome)).toEqual(["cr", "os"]);
  });

  it("are not guessed", () => {
    expect(() => outcomeOf("happiness", outcomes)).toThrow("unknown");
    expect(() => listedOutcomes("happiness")).toThrow("unknown");
  });
});

describe("subgroups", () => {
  it("collected twice are carried once, with both wordings", () => {
    const remarks: string[] = [];
    const [study] = subgroupsOf(
      [
        row({ subgroupVariable: "prior BCMA therapy", note: "small" }),
        row({ subgroupVariable: "prior BCMA therapy (non-cellular)", note: "small" }),
        row({ subgroupVariable: "prior BCMA therapy" }),
      ],
      outcomes,
      cite,
      (where, what) => remarks.push(`${where}: ${what}`),
    );
    expect(study?.figures).toHaveLength(1);
    expect(study?.figures[0]?.note).toBe('small; also worded "prior BCMA therapy (non-cellular)"');
    expect(remarks).toHaveLength(2);
  });

  it("collected twice with different numbers stop the import", () => {
    expect(() => subgroupsOf([row(), row({ events: 8 })], outcomes, cite, silent)).toThrow(
      "collected twice with different values",
    );
  });

  it("of an unknown study or variable stop the import", () => {
    expect(() => subgroupsOf([row({ trialOrCohort: "new" })], outcomes, cite, silent)).toThrow(
      "subgroup-studies.ts",
    );
    expect(() => subgroupsOf([row({ subgroupVariable: "new" })], outcomes, cite, silent)).toThrow(
      "unknown",
    );
    expect(isSubgroup(row({ subgroupVariable: "sequence" }))).toBe(false);
  });

  it("of several variables and outcomes are one figure each", () => {
    const [study] = subgroupsOf(
      [
        row({
          subgroupVariable: "cytogenetic risk / EMD / ferritin",
          outcome: ">=VGPR and PFS",
          events: null,
          n: null,
          pct: null,
        }),
      ],
      outcomes,
      cite,
      silent,
    );
    expect(study?.figures.map(({ variable, outcome }) => `${variable} ${outcome}`)).toEqual([
      "cytogenetic-risk vgpr",
      "cytogenetic-risk pfs",
      "extramedullary-disease vgpr",
      "extramedullary-disease pfs",
      "ferritin vgpr",
      "ferritin pfs",
    ]);
  });

  it("leave out an address that is none, and say so", () => {
    const remarks: string[] = [];
    const source = { ...row().source, doi: "not a doi" };
    const [study] = subgroupsOf([row({ source })], outcomes, cite, (where, what) =>
      remarks.push(`${where}: ${what}`),
    );
    expect(study?.sources[0]?.doi).toBeNull();
    expect(remarks).toEqual(["karmma: doi left out: not a doi"]);
  });
});

describe("comparisons", () => {
  it("of an unknown study or side stop the import", () => {
    expect(() => comparisonsOf([row()], [], outcomes, cite, silent)).toThrow(
      "comparison-studies.ts",
    );
    const plan = found(comparisonStudies["US consortium (Hansen)"], "Hansen");
    expect(() => sidesOf(plan, "nobody", null)).toThrow("no side");
  });

  it("that pool proportions are somebody else's", () => {
    const [report] = parseCollections({
      subgroups: "[]",
      comparisons: "[]",
      published: JSON.stringify([
        {
          citation: "A meta-analysis",
          model: "random effects",
          doi: null,
          sourceUrl: null,
          locator: "abstract",
          kind: "abstract",
          k: { studies: 5 },
          results: [],
        },
      ]),
    }).reports;
    const pooled = found(report, "a report");
    expect(isComparison(pooled)).toBe(false);
    expect(isComparison({ ...pooled, model: "1:1 propensity score matching" })).toBe(true);
  });

  it("that favour the other side stop the import", () => {
    const citation =
      "Systematic review of indirect treatment comparisons of approved CAR-T and bsAbs in triple-class exposed RRMM (2026 listing)";
    const collected = {
      citation,
      model: "qualitative synthesis",
      doi: null,
      sourceUrl: null,
      locator: "abstract",
      kind: "abstract" as const,
      k: null,
      results: [
        {
          outcome: "significantDirection",
          class: "ide-cel vs teclistamab",
          estimatePct: null,
          comparison: {
            measure: "favours teclistamab",
            value: "OS",
            ci: null,
            p: null,
            versus: null,
          },
        },
      ],
    };
    expect(() => comparisonsOf([], [collected], outcomes, cite, silent)).toThrow(
      "favours teclistamab",
    );
  });
});
