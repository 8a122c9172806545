/** Tests which figures of single studies a clinician with one patient sees, and where they lie on the axis. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { subgroups } from "#data/generated/collections.ts";
import { patientsViewOf } from "#presentation/views/patient.ts";
import { compareWithSources } from "#server/answers/compute/full-answer.ts";
import { queryOf } from "../../../support/queries.ts";

const tables = subgroupsOf(subgroups);
const reportedIn = (question: string, over = dataset) =>
  patientsViewOf(compareWithSources(queryOf(question, dataset)), over, tables).reported;
const tablesIn = (question: string) => reportedIn(question).flatMap((by) => by.tables);
const namesIn = (question: string) =>
  tablesIn(question).flatMap(({ levels }) => levels.map(({ group, name }) => `${group} ${name}`));

it("a figure of 100 lies on the axis at its number, and a median of months does not", () => {
  const drawn = tablesIn("").flatMap(({ name, levels }) =>
    levels.flatMap(({ at, rate }) => (at === undefined ? [] : [{ name, at, rate }])),
  );
  expect(drawn.length).toBeGreaterThan(50);
  for (const { name, at, rate } of drawn) {
    expect(name).not.toMatch(/median months$/);
    expect(rate.number).toBe(String(at));
  }
});

it("a question of some drugs has of their class only their levels, and of a series only if all are asked for", () => {
  const ofDrugs = new Set(namesIn("product=linvoseltamab,cilta-cel"));
  expect([...ofDrugs].sort()).toEqual(["bsab linvoseltamab", "car-t cilta-cel"]);
  expect(namesIn("")).toContain("car-t ide-cel, cilta-cel");
  expect(namesIn("target=gprc5d").filter((name) => /cel\b/.test(name))).toEqual([]);
  expect(namesIn("therapy-class=bsab").filter((name) => /^car-t/.test(name))).toEqual([]);
});

it("a drug of several targets is one of each", () => {
  const products = dataset.products.map((product) => ({
    ...product,
    targets: [...product.targets, "cd19" as const],
  }));
  expect(reportedIn("", { ...dataset, products })).toEqual(reportedIn(""));
});
