import { describe, expect, it } from "vitest";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { reportedBy, tablesByStudy } from "#presentation/row/subgroups.ts";

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

describe("what studies report by a property", () => {
  it("is every table of every study once, CAR-T first", () => {
    const tables = subgroupsOf(studies, {});
    for (const { property, title, studies: shown } of reportedBy(tables)) {
      expect(title).toMatch(/^(?:By|In) /);
      const ofProperty = tables.filter(({ variable }) => variable === property);
      expect(new Set(shown.flat())).toEqual(new Set(ofProperty));
      expect(shown.flat()).toHaveLength(ofProperty.length);
      const groups = shown.map(([first]) => first?.study.therapyClass);
      expect(groups).toEqual([...groups].sort((a, b) => (a === b ? 0 : a === "car-t" ? -1 : 1)));
    }
  });
});
