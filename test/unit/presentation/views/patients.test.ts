/** Tests what is shown of patients: figures of such patients, and whom the trials of a question enrolled. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { subgroups } from "#data/generated/collections.ts";
import { trialsText } from "#presentation/views/answer-texts.ts";
import { patientsViewOf } from "#presentation/views/patient.ts";
import { compareWithSources } from "#server/answers/compute/full-answer.ts";
import { queryOf } from "../../../support/queries.ts";

const tables = subgroupsOf(subgroups, {});
const viewOf = (question: string) =>
  patientsViewOf(compareWithSources(queryOf(question, dataset)), dataset, tables);

describe("the tables of a property", () => {
  const { reported } = viewOf("");

  it("have what was reported of such patients, each level once", () => {
    for (const { property, tables: drawn } of reported) {
      const printed = tables
        .filter(({ variable }) => variable === property)
        .flatMap(({ levels }) => levels);
      const levels = drawn.flatMap((table) => table.levels);
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
      const isFound = level.href !== null || level.cohort !== null || level.text.length > 0;
      expect(isFound, level.text).toBe(true);
      if (level.at === undefined) continue;
      expect(table.name).not.toMatch(/median months$/);
      expect(level.rate.number).toBe(String(level.at));
    }
  });
});

it("a question of some drugs has of their class only their levels, and of a series only if all are asked for", () => {
  const levelsOf = (question: string) =>
    viewOf(question).reported.flatMap((by) =>
      by.tables.flatMap(({ levels }) => levels.map(({ group, name }) => `${group} ${name}`)),
    );
  const drugLevels = new Set(levelsOf("product=linvoseltamab,cilta-cel"));
  expect([...drugLevels].sort()).toEqual(["bsab linvoseltamab", "car-t cilta-cel"]);
  expect(levelsOf("")).toContain("car-t ide-cel, cilta-cel");
  expect(levelsOf("target=gprc5d").filter((name) => /cel\b/.test(name))).toEqual([]);
  expect(levelsOf("therapy-class=bsab").filter((name) => /^car-t/.test(name))).toEqual([]);
});

it("a drug of several targets is one of each", () => {
  const products = dataset.products.map((product) => ({
    ...product,
    targets: [...product.targets, "cd19" as const],
  }));
  const answer = compareWithSources(queryOf("", dataset));
  const { reported } = patientsViewOf(answer, { ...dataset, products }, tables);
  expect(reported).toEqual(viewOf("").reported);
});

it.each([
  "",
  "availability=any",
  "evidence=real-world",
  "outcome=infection-3",
  "prior-bcma=selected&target=any",
  "set=yang-2021",
])("as many trials enrolled patients as the screen counts: %j", (question) => {
  const answer = compareWithSources(queryOf(question, dataset));
  const { trials } = patientsViewOf(answer, dataset, []);
  const counted = Number.parseInt(trialsText(answer), 10);
  expect(new Set(trials.map(({ trial }) => trial)).size).toBe(counted);
});
