/** Tests which figures of single studies a clinician with one patient sees, and where they lie on the axis. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { makeSubgroupTables } from "#core/others/subgroups.ts";
import { subgroups } from "#data/generated/collections.ts";
import { makePatientsView } from "#presentation/views/patient.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { queryOf } from "../../../support/queries.ts";

const tables = makeSubgroupTables(subgroups);
const reportedIn = (question: string, over = dataset) =>
  makePatientsView(answerClassesInFull(queryOf(question, dataset)), over, tables).reported;
const tablesIn = (question: string) => reportedIn(question).flatMap((by) => by.tables);
const groupsIn = (question: string) => tablesIn(question).flatMap(({ groups }) => groups);
/** Names the drugs of the groups that the question holds. */
const namesIn = (question: string) =>
  groupsIn(question)
    .filter(({ place }) => place !== "outside")
    .map(({ group, drug }) => `${group} ${drug}`);

it("a figure of 100 lies on the axis at its number, and a median of months does not", () => {
  const drawn = tablesIn("").flatMap(({ name, groups }) =>
    groups.flatMap(({ at, number, under, name: whose }) =>
      at === undefined ? [] : [{ name, at, number, under, whose }],
    ),
  );
  expect(drawn.length).toBeGreaterThan(50);
  expect(drawn.some(({ under }) => under === "no count")).toBe(true);
  for (const { name, at, number, under, whose } of drawn) {
    expect(name).not.toMatch(/median months$/);
    expect(Math.abs(Number(number) - at)).toBeLessThanOrEqual(0.5);
    // A percentage without a count must not be taken for one: its patients stand with whose it is.
    expect(under).toMatch(/^no count$|^\d+ of \d+$/);
    expect(/\bn (?:\d+|not found)/.test(whose)).toBe(under === "no count");
  }
});

it("a figure that its source contradicts is words without a number, and none of another patient stands beside it", () => {
  const contradicted = groupsIn("").filter(({ under }) => under.includes("contradicts"));
  expect(contradicted.length).toBeGreaterThan(0);
  for (const { at, number, others, place } of contradicted) {
    expect([at, number, others, place]).toEqual([undefined, "", [], "contradicted"]);
  }
});

it("a report without design or number of patients stands after all others", () => {
  for (const { groups } of tablesIn("")) {
    const weak = groups.map(({ name, text, under }) =>
      /design not found|n not found/.test(`${name} ${text} ${under}`),
    );
    expect(weak.indexOf(true) === -1 || !weak.slice(weak.indexOf(true)).includes(false)).toBe(true);
  }
});

it("response comes first, then severe CRS and severe infection", () => {
  for (const { tables: byOutcome } of reportedIn("")) {
    const names = byOutcome.map(({ name }) => name);
    const first = ["Response", "Severe CRS", "Severe infection"].filter((name) =>
      names.includes(name),
    );
    expect(names.slice(0, first.length)).toEqual(first);
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

it("groups with a finding say after how many lines, or that this is not found", () => {
  const found = reportedIn("").find(({ property }) => property === "extramedullary-disease");
  const groups = (found?.tables ?? []).flatMap((table) => table.groups);
  expect(groups.length).toBeGreaterThan(10);
  for (const { text, outside } of groups) {
    if (outside === undefined) expect(text.match(/\blines\b/g)).toHaveLength(1);
  }
});
