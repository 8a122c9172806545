/** The build treats presets only as text. Here the usual parser of questions reads them. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { countCohortsPerClass } from "#core/evidence/select.ts";
import { listChangedParameterPairs } from "#core/question/query-text.ts";
import presets from "#data/presets.json" with { type: "json" };
import { queryOf } from "../../support/queries.ts";

describe.each(presets)("the preset $id", ({ query }) => {
  const question = () => queryOf(new URLSearchParams(Object.entries(query)).toString(), dataset);

  it("asks for what exists", () => {
    expect(question).not.toThrow();
  });

  it("says nothing that is the default, and everything else in one way", () => {
    expect(Object.fromEntries(listChangedParameterPairs(question(), dataset))).toEqual(query);
  });

  it("leaves a cohort in each class, or in those that a named set pooled", () => {
    const counts = countCohortsPerClass(question(), dataset);
    const set = dataset.sets.find(({ id }) => id === question().set);
    const pooled = dataset.cohorts.filter(({ id }) => set?.cohorts?.includes(id) ?? true);
    for (const { therapyClass } of pooled) expect(counts[therapyClass]).toBeGreaterThan(0);
  });
});
