import { describe, expect, it } from "vitest";
import { subgroupsOf } from "#core/evidence/subgroups.ts";
import type { LevelForPatient } from "#core/evidence/subgroups-of-patient.ts";
import { subgroups as studies } from "#data/generated/collections.ts";
import { levelsText, notesOf, tablesByStudy } from "#presentation/statement/subgroups.ts";
import { english } from "#presentation/words/catalogue.ts";

const words = english.patient.reported;

const level = (over: Partial<LevelForPatient>): LevelForPatient => ({
  wording: "age",
  level: ">=65",
  events: 65,
  n: 75,
  percentPrinted: 86.7,
  medianMonths: null,
  interval: null,
  derived: true,
  derivedRange: null,
  p: null,
  oddity: null,
  note: null,
  locator: "abstract",
  effect: null,
  source: undefined,
  theirs: null,
  ...over,
});
const nothing = { events: null, n: null, percentPrinted: null };

describe("the levels of a study", () => {
  it("have their own two numbers each, those of such patients first", () => {
    const others = level({ level: "<65", events: 40, n: 50, percentPrinted: 80, theirs: false });
    expect(levelsText([others, level({ theirs: true })], words)).toBe(
      "≥ 65: 65 of 75, 86.7 %. Others: < 65: 40 of 50, 80 %",
    );
  });

  it("of others alone are said to be of others", () => {
    expect(levelsText([level({ theirs: false })], words)).toBe("Others: ≥ 65: 65 of 75, 86.7 %");
  });

  it("without a count say so, with a median its interval", () => {
    expect(levelsText([level({ events: null, n: null, percentPrinted: 35 })], words)).toBe(
      "≥ 65: 35 %, n not printed",
    );
    const median = level({ ...nothing, medianMonths: 8.2, interval: [4.8, null] });
    expect(levelsText([median], words)).toBe(
      "≥ 65: median 8.2 months, interval 4.8 to not reached, n not printed",
    );
    expect(levelsText([level(nothing)], words)).toBe("≥ 65: no number printed");
  });

  it("have each note of the study once", () => {
    expect(notesOf([level({ note: ">=65 only" }), level({ note: ">=65 only" })])).toEqual([
      "≥ 65 only",
    ]);
  });
});

describe("tables by study", () => {
  it("lose none and mix none", () => {
    const tables = subgroupsOf(studies, {}).map((table) => ({
      ...table,
      levels: table.levels.map((one) => ({ ...one, theirs: null })),
    }));
    const byStudy = tablesByStudy(tables);
    expect(byStudy).toHaveLength(studies.length);
    for (const own of byStudy) {
      expect(new Set(own.map(({ study }) => study.id)).size).toBe(1);
    }
    expect(byStudy.flat()).toHaveLength(tables.length);
  });
});
