import { describe, expect, it } from "vitest";
import { cohortNamed, evidence } from "./files.ts";

const committed = evidence();

describe("edges of a contained cohort", () => {
  it("say which way they came", () => {
    expect(edgeOf("tan-mskcc-teclistamab-2025", "razzo-teclistamab-us-2025")).toMatchObject({
      kind: "possible",
      reason: "by way of dima-teclistamab-us-2025, which razzo-teclistamab-us-2025 contains",
    });
  });
});

describe("edges that no publication names", () => {
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
