import { describe, expect, it } from "vitest";
import { overlapsOf } from "../../../data/tools/overlaps.ts";

function edges(remarks: Record<string, string[]>) {
  const cohorts = Object.entries(remarks).map(([id, overlapsWith]) => ({ id, overlapsWith }));
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
        { id: "a", overlapsWith: ["b (possible: both include German centers)"] },
        { id: "b", overlapsWith: [] },
      ]).get("a") ?? [];
    expect(edge?.reason).toBe("both include German centers");
  });
});
