import { describe, expect, it } from "vitest";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { tablesByStudy } from "#presentation/statement/subgroups.ts";

describe("tables by study", () => {
  it("lose none and mix none", () => {
    const tables = subgroupsOf(studies, {});
    const byStudy = tablesByStudy(tables);
    expect(byStudy).toHaveLength(studies.length);
    for (const own of byStudy) {
      expect(new Set(own.map(({ study }) => study.id)).size).toBe(1);
    }
    expect(byStudy.flat()).toHaveLength(tables.length);
  });
});
