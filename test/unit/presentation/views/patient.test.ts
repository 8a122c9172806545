/** What is known of patients, the same for every patient. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { subgroups } from "#data/generated/collections.ts";
import { trialsText } from "#presentation/views/answer-texts.ts";
import { enrolledTrials, patientsViewOf } from "#presentation/views/patient.ts";
import { compareWithSources } from "#server/answers/compute/full-answer.ts";
import { cohort } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

const tables = subgroupsOf(subgroups, {});
const viewOf = (question: string) =>
  patientsViewOf(compareWithSources(queryOf(question, dataset)), dataset, tables);

describe("the tables of a property", () => {
  const { reported } = viewOf("");

  it("have what was reported of such patients, each level once", () => {
    for (const { property, tables: shown } of reported) {
      const printed = tables
        .filter(({ variable }) => variable === property)
        .flatMap(({ levels }) => levels);
      const levels = shown.flatMap((table) => table.levels);
      const values = printed.map(
        ({ medianMonths, percentPrinted }) => `${medianMonths ?? percentPrinted ?? ""}`,
      );
      const counts = printed.map(({ medianMonths, percentPrinted, events, n }) => {
        if (medianMonths !== null || percentPrinted === null) return `${medianMonths ?? ""}`;
        return events === null || n === null ? `${percentPrinted} %` : `${events} of ${n}`;
      });
      for (const { rate, count } of levels) {
        expect(values).toContain(rate.number);
        expect(counts).toContain(count.number);
      }
      expect(levels.length).toBeLessThanOrEqual(printed.length);
    }
  });

  it("lead from each figure to where it was read, else to our record, and lie on the axis if they are of 100", () => {
    const levels = reported.flatMap((by) =>
      by.tables.flatMap((table) => table.levels.map((level) => ({ table, level }))),
    );
    expect(levels.length).toBeGreaterThan(50);
    for (const { table, level } of levels) {
      const hasAddress = level.href !== null || level.cohort !== null;
      expect([level.text, hasAddress || level.text.length > 0]).toEqual([level.text, true]);
      if (level.at === undefined) continue;
      expect(table.name).not.toMatch(/median months$/);
      expect(level.rate.number).toBe(String(level.at));
    }
  });

  it("have of others only what the same study and outcome reports", () => {
    const beside = reported.flatMap((by) =>
      by.tables.flatMap(({ levels }) =>
        levels.flatMap(({ rate: { under, about } }) => {
          const [, others] = / ?others (.*)$/.exec(about) ?? [];
          return [under, others ?? ""].filter((text) => text !== "");
        }),
      ),
    );
    const pairs = beside.flatMap((text) => text.split(", "));
    expect(pairs.length).toBeGreaterThan(20);
    for (const pair of pairs) expect(pair).toMatch(/: [\d.]+$/);
  });
});

it("trials are drawn a line each: ranges of parts that meet are one, and those without ages stand last", () => {
  const part = (id: string, label: string, trial: string, ...ranges: ([number, number] | null)[]) =>
    cohort(id, { label, trial, ageRange: ranges[0] ?? null, priorLinesRange: ranges[1] ?? null });
  const made = [
    part("a", "ONE, low dose", "one", [40, 60], [3, 9]),
    part("b", "ONE, high dose", "one", [55, 78], [12, 14]),
    part("c", "TWO", "two", [30, 50], [2, 3]),
    part("d", "TWO, later", "two", [51, 70], [5, 6]),
    part("e", "THREE", "three"),
  ];
  expect(enrolledTrials(made).map(({ name, age, priorLines }) => [name, age, priorLines])).toEqual([
    [
      "ONE",
      [[40, 78]],
      [
        [3, 9],
        [12, 14],
      ],
    ],
    [
      "TWO",
      [[30, 70]],
      [
        [2, 3],
        [5, 6],
      ],
    ],
    ["THREE", [], []],
  ]);
});

describe("a question without a trial", () => {
  it.each([
    // Single results stand below only of the therapy that was asked for.
    ["prior-bcma=bispecific", / after a bispecific\. Single results stand below\.$/],
    ["prior-bcma=gprc5d", / after GPRC5D-directed therapy\.$/],
  ])("%j says so", (question, expected) => {
    expect(viewOf(question).none).toMatch(expected);
  });

  it("judges by the trials that report such patients apart, and draws no ages where none has any", () => {
    const { trials, enrolled } = viewOf("prior-bcma=bispecific");
    expect(trials.map(({ cohort }) => cohort)).toContain("monumental-1-prior-tcr");
    expect(trials.every(({ ageRange }) => ageRange === null)).toBe(true);
    expect(enrolled).toEqual([]);
  });
});

describe("a question of some drugs", () => {
  it("has of their class only their levels, and of a series only if all of its drugs are asked for", () => {
    const levelsOf = (question: string) =>
      viewOf(question).reported.flatMap(({ tables: shown }) =>
        shown.flatMap(({ levels }) => levels.map(({ group, name }) => `${group} ${name}`)),
      );
    const all = new Set(levelsOf(""));
    const asked = new Set(levelsOf("product=linvoseltamab,cilta-cel"));
    expect([...asked].filter((name) => /^bsab/.test(name))).toEqual(["bsab linvoseltamab"]);
    expect([...asked].filter((name) => /^car-t/.test(name))).toEqual(["car-t cilta-cel"]);
    expect(all).toContain("car-t ide-cel, cilta-cel");
    expect(levelsOf("target=gprc5d").filter((name) => /cel\b/.test(name))).toEqual([]);
    expect(levelsOf("therapy-class=bsab").filter((name) => /^car-t/.test(name))).toEqual([]);
  });
});

describe("whom the trials of a question enrolled", () => {
  it.each([
    "",
    "availability=any",
    "evidence=real-world",
    "outcome=infection-3",
    "prior-bcma=selected&target=any",
    "set=yang-2021",
  ])("are as many as the screen counts: %j", (question) => {
    const answer = compareWithSources(queryOf(question, dataset));
    const { trials } = patientsViewOf(answer, dataset, []);
    const counted = Number.parseInt(trialsText(answer), 10);
    expect(new Set(trials.map(({ trial }) => trial)).size).toBe(counted);
  });
});
