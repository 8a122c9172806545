import { describe, expect, it } from "vitest";
import { overlapsOf } from "../../../data/tools/overlaps.ts";
import { cohortNamed, evidence } from "./files.ts";

const committed = evidence();

function edges(remarks: Record<string, string[]>, sizes: Record<string, number> = {}) {
  const cohorts = Object.entries(remarks).map(([id, overlapsWith]) => ({
    id,
    overlapsWith,
    baseline: { n: sizes[id] ?? null },
  }));
  return Object.fromEntries(
    [...overlapsOf(cohorts)].map(([id, list]) => [
      id,
      list.map(({ with: other, kind }) => `${other} ${kind}`),
    ]),
  );
}

describe("overlap remarks", () => {
  it("become edges on both sides", () => {
    expect(edges({ a: ["b"], b: [] })).toEqual({ a: ["b partial"], b: ["a partial"] });
  });

  it.each([
    ["b", "partial"],
    ["b (possible)", "possible"],
    ["b (possible: both include German centers)", "possible"],
    ["b (unknown)", "possible"],
    ["b (subset)", "contained"],
    ["b (same consortium; treat as contained)", "contained"],
  ])("%s is %s", (remark, kind) => {
    expect(edges({ a: [remark], b: [] })).toEqual({ a: [`b ${kind}`], b: [`a ${kind}`] });
  });

  it("take the stronger word when two files disagree", () => {
    expect(edges({ a: ["b (possible)"], b: ["a (subset)"] })).toEqual({
      a: ["b contained"],
      b: ["a contained"],
    });
  });

  it("to cohorts we do not carry, or to a whole network, are dropped", () => {
    expect(edges({ a: ["z", "unknown (may contain any US cohort)"] })).toEqual({ a: [] });
  });

  it("that name a shared publication but no shared patient are dropped", () => {
    expect(
      edges({
        "sidana-cilta-cel-us-2025": ["hansen-ide-cel-us-comparison (shares the publication)"],
        "hansen-ide-cel-us-comparison": [],
      }),
    ).toEqual({ "sidana-cilta-cel-us-2025": [], "hansen-ide-cel-us-comparison": [] });
  });

  it("are sorted, so the files come out the same", () => {
    expect(edges({ a: ["c", "b"], b: [], c: [] }).a).toEqual(["b partial", "c partial"]);
  });

  it("say why", () => {
    const [edge] =
      overlapsOf([
        {
          id: "a",
          overlapsWith: ["b (possible: both include German centers)"],
          baseline: { n: null },
        },
        { id: "b", overlapsWith: [], baseline: { n: null } },
      ]).get("a") ?? [];
    expect(edge?.reason).toBe("both include German centers");
  });
});

describe("edges of a contained cohort", () => {
  const sizes = { whole: 500, part: 300, piece: 100, other: 50 };

  it("pass on to the cohort that contains it, whichever file says so", () => {
    const expected = ["other possible", "part contained"];
    expect(edges({ whole: ["part (subset)"], part: [], other: ["part"] }, sizes).whole).toEqual(
      expected,
    );
    expect(edges({ whole: [], part: ["whole (subset)"], other: ["part"] }, sizes).whole).toEqual(
      expected,
    );
  });

  it("pass on through a chain, on both sides", () => {
    const { whole, other } = edges(
      { whole: ["part (subset)"], part: ["piece (subset)"], piece: ["other (unknown)"], other: [] },
      sizes,
    );
    expect(whole).toEqual(["other possible", "part contained", "piece possible"]);
    expect(other).toEqual(["part possible", "piece possible", "whole possible"]);
  });

  it("do not pass from the container to the contained", () => {
    expect(edges({ whole: ["part (subset)", "other"], part: [], other: [] }, sizes).part).toEqual([
      "whole contained",
    ]);
  });

  it("leave an edge that is there as it is", () => {
    expect(
      edges({ whole: ["part (subset)", "other"], part: ["other (possible)"], other: [] }, sizes)
        .whole,
    ).toEqual(["other partial", "part contained"]);
  });

  it("stay where they are when the larger cohort cannot be told", () => {
    expect(edges({ whole: ["part (subset)"], part: [], other: ["part"] }).whole).toEqual([
      "part contained",
    ]);
  });

  it("say which way they came", () => {
    expect(edgeOf("tan-mskcc-teclistamab-2025", "razzo-teclistamab-us-2025")).toMatchObject({
      kind: "possible",
      reason: "by way of dima-teclistamab-us-2025, which razzo-teclistamab-us-2025 contains",
    });
  });
});

describe("edges that no file names", () => {
  it.each([
    ["midwest-teclistamab-2025", "dima-teclistamab-us-2025"],
    ["midwest-teclistamab-2025", "razzo-teclistamab-us-2025"],
    ["northwell-teclistamab-2025", "razzo-teclistamab-us-2025"],
    ["mohan-teclistamab-2024", "tan-teclistamab-imwg-2025"],
    ["realitec-teclistamab", "tan-teclistamab-imwg-2025"],
    ["ide-cel-cytopenias-us-2022", "us-consortium-ide-cel-emd-2024"],
    ["ide-cel-cytopenias-us-2022", "ide-cel-age65-us-2024"],
  ])("%s and %s may share centres", (a, b) => {
    const expected = { kind: "possible", reason: expect.stringMatching(/centres may overlap$/) };
    expect(edgeOf(a, b)).toMatchObject(expected);
    expect(edgeOf(b, a)).toMatchObject(expected);
  });
});

function edgeOf(id: string, other: string) {
  return cohortNamed(id, committed).overlaps.find((edge) => edge.with === other);
}
