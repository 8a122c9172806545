/** What is known of patients, the same for every patient. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { subgroups } from "#data/generated/collections.ts";
import { trialsText } from "#presentation/views/answer-texts.ts";
import { enrolledTrials, patientsViewOf } from "#presentation/views/patient.ts";
import { compareWithSources } from "#server/answers/compute/full-answer.ts";
import { cohort } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

const tables = subgroupsOf(subgroups, {});
const viewOf = (question: string) =>
  patientsViewOf(compareWithSources(asked(question, dataset)), dataset, tables);

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

  it("are of the lines and the earlier therapy of the question", () => {
    const namesOf = (question: string) => viewOf(question).reported.map(({ property }) => property);
    expect(namesOf("")).toContain("age");
    expect(namesOf("")).not.toContain("prior-bcma");
    expect(namesOf("prior-bcma=car-t")).toContain("prior-bcma");
    expect(namesOf("lines=1")).not.toContain("prior-lines");
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

describe("whom the trials enrolled, for a picture", () => {
  const made = [
    cohort("a", {
      label: "ONE, low dose",
      trial: "one",
      ageRange: [40, 60],
      priorLinesRange: [3, 9],
    }),
    cohort("b", {
      label: "ONE, high dose",
      trial: "one",
      ageRange: [55, 78],
      priorLinesRange: [12, 14],
    }),
    cohort("c", { label: "TWO", trial: "two", ageRange: null, priorLinesRange: null }),
    cohort("d", { label: "THREE", trial: "three", ageRange: [30, 70], priorLinesRange: null }),
  ];

  it("is a line a trial: ranges of its parts that meet are one, and trials without ages stand last", () => {
    expect(enrolledTrials(made)).toEqual([
      {
        name: "ONE",
        group: "car-t",
        age: [[40, 78]],
        priorLines: [
          [3, 9],
          [12, 14],
        ],
      },
      { name: "THREE", group: "car-t", age: [[30, 70]], priorLines: [] },
      { name: "TWO", group: "car-t", age: [], priorLines: [] },
    ]);
  });
});

describe("disease refractory to lenalidomide", () => {
  it.each([
    [
      "availability=eu&lines=1",
      /^Refractory to lenalidomide: CARTITUDE-4 required it; the EU label of cilta-cel asks for it\.$/,
    ],
    ["availability=us,eu&lines=1", /the US and EU label of cilta-cel asks for it\.$/],
    ["availability=ch", /^$/],
  ])("is asked for, as the data say, of %s", (question, expected) => {
    expect(viewOf(question).refractory).toMatch(expected);
  });
});

describe("a question without a trial", () => {
  it.each([
    ["", ""],
    [
      "prior-bcma=bispecific",
      "No trial is counted for 3+ prior lines, US or EU, after a bispecific. Single results stand below.",
    ],
    // What stands below is of other therapy.
    [
      "prior-bcma=gprc5d",
      "No trial is counted for 3+ prior lines, US or EU, after GPRC5D-directed therapy.",
    ],
    [
      "lines=2&prior-bcma=car-t&product=talquetamab",
      "No trial is counted for 2 prior lines, US or EU, after CAR-T, of bispecifics only talquetamab. Label of talquetamab: US only from 4 lines, EU only from 3 lines.",
    ],
  ])("%j says: %s", (question, expected) => {
    expect(viewOf(question).none).toBe(expected);
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
  it("is of each trial that is counted, and says what is not stated", () => {
    const { trials, noun } = viewOf("availability=any");
    expect(noun).toBe("trial");
    expect(trials.length).toBeGreaterThan(20);
    expect(trials.some(({ ageRange }) => ageRange === null)).toBe(true);
    for (const { cohort, text, ...known } of trials) {
      expect(text).toMatch(/^ages .+, prior lines .+, /);
      expect(dataset.cohorts.find(({ id }) => id === cohort)).toMatchObject(known);
    }
  });

  it.each([
    "",
    "lines=1",
    "availability=any",
    "evidence=all",
    "evidence=real-world",
    "outcome=orr",
    "outcome=survival",
    "outcome=infection-3",
    "prior-bcma=car-t",
    "prior-bcma=selected&target=any",
    "set=yang-2021",
  ])("are as many as the screen counts: %j", (question) => {
    const answer = compareWithSources(asked(question, dataset));
    const { trials } = patientsViewOf(answer, dataset, []);
    const counted = Number.parseInt(trialsText(answer), 10);
    expect(new Set(trials.map(({ trial }) => trial)).size).toBe(counted);
  });
});
