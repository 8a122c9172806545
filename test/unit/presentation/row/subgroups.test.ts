import { expect, it } from "vitest";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { reportedBy, tablesByStudy } from "#presentation/row/subgroups.ts";

const tables = subgroupsOf(studies, {});

it("tables by study lose none and mix none", () => {
  const byStudy = tablesByStudy(tables);
  expect(byStudy).toHaveLength(studies.length);
  expect(byStudy.flat()).toHaveLength(tables.length);
  for (const ofStudy of byStudy) {
    expect(new Set(ofStudy.map(({ study }) => study.id)).size).toBe(1);
  }
});

it.each(reportedBy(tables))("$title: every table of every study once, CAR-T first", (reported) => {
  const shown = reported.studies.flat();
  const ofProperty = tables.filter(({ variable }) => variable === reported.property);
  expect(new Set(shown)).toEqual(new Set(ofProperty));
  expect(shown).toHaveLength(ofProperty.length);
  const order = shown.map(({ study }) => ["car-t", "bsab"].indexOf(study.therapyClass));
  expect(order).toEqual([...order].sort());
});
