import { describe, expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { listRequestedOutcomes } from "#core/evidence/dataset.ts";
import { gatherSurvivalMonths } from "#core/evidence/survival-months.ts";
import { makeSubgroupTables } from "#core/others/subgroups.ts";
import { subgroups } from "#data/generated/collections.ts";
import { medians } from "#data/generated/medians.ts";
import { survivalFamilies } from "#data/survival.ts";
import { listMediansOfRow } from "#presentation/row/medians-view.ts";
import { makePatientsView } from "#presentation/views/patient.ts";
import { makeSurvivalScreen } from "#presentation/views/survival.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { queryOf } from "../../../support/queries.ts";

/** Tests which figures of single studies a clinician with one patient sees, and where they lie on the axis. */

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
    expect(/\bn (?:\d+|not reported)/.test(whose)).toBe(under === "no count");
  }
});

it("response comes first, then severe CRS and severe infection", () => {
  for (const { tables: byOutcome } of reportedIn("")) {
    const names = byOutcome.map(({ name }) => name);
    const first = ["Response", "Severe CRS", "Severe infection"];
    const expected = first.filter((name) => names.includes(name));
    expect(names.slice(0, expected.length)).toEqual(expected);
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

/** What holds for each kind of survival, of any question. */
const places = [
  ...["", "&lines=any", "&lines=1&availability=eu"],
  ...["&lines=2&availability=us", "&lines=2&availability=eu"],
];
const questions = places.flatMap((place) =>
  survivalFamilies.map((family) => [family, `outcome=${family}${place}`] as const),
);

function showSurvival(answer: Answer) {
  const included = new Set(answer.selection.included.map(({ cohort }) => cohort));
  const cohorts = dataset.cohorts.filter(({ id }) => included.has(id));
  const screen = makeSurvivalScreen(answer, {
    monthsOf: (family) => gatherSurvivalMonths(cohorts, medians, family, answer.query),
  });
  if (screen === null) throw new Error("not of survival");
  return screen;
}

describe("a question about one kind of survival", () => {
  const asked = (text: string) =>
    listRequestedOutcomes(queryOf(text, dataset), dataset).map(({ id }) => id);

  it("has the months of this kind; overall survival has the causes of death, too", () => {
    const [pfs, os, dor] = ["outcome=pfs", "outcome=os", "outcome=dor"].map(asked);
    expect(pfs?.every((id) => id.startsWith("pfs-"))).toBe(true);
    expect(dor?.every((id) => id.startsWith("dor-"))).toBe(true);
    expect(os).toEqual(expect.arrayContaining(["os-12", "nrm", "death-infection"]));
    expect(os?.some((id) => /^(?:pfs|dor)-/.test(id))).toBe(false);
  });

  it("is part of the question about survival, and holds its months", () => {
    expect(queryOf("outcome=os,survival", dataset).outcome).toEqual(["survival"]);
    expect(queryOf("outcome=os-12,os,nrm", dataset).outcome).toEqual(["os"]);
    expect(queryOf("outcome=os-12,pfs", dataset).outcome).toEqual(["pfs", "os-12"]);
    const all = new Set(asked("outcome=survival"));
    for (const id of asked("outcome=pfs,os,dor")) expect(all).toContain(id);
  });
});

describe.each(questions)("%s of %s", (family, question) => {
  const answer = answerClassesInFull(queryOf(question, dataset));
  const { survival, lead } = showSurvival(answer);
  const { shown } = survival;

  it("has a short headline of its own, without a number", () => {
    expect(shown.family).toBe(family);
    expect(lead?.split(" ").length).toBeLessThanOrEqual(20);
    expect(lead).not.toMatch(/(?<![\w-])\d+(?![\w-])/);
    const isLed = answer.randomised.some(({ place }) => place === "leads");
    if (!isLed || family === "dor") {
      const name = { pfs: "Progression-free", os: "Overall survival", dor: "Response duration" };
      expect(lead?.startsWith(name[family])).toBe(true);
    } else {
      const randomised = family === "os" ? /^Randomised: .*deaths/ : /^Randomised: .*progression/;
      expect(lead).toMatch(randomised);
    }
  });

  it("has a line for each median, with its patients and follow-up", () => {
    const row = answer.outcomes.find(({ outcome }) => outcome === `${family}-12`);
    const lines = shown.ruler?.medians ?? [];
    expect(lines).toHaveLength(row ? listMediansOfRow(row).length : 0);
    for (const { detail, number, under } of lines) {
      expect(detail).toMatch(/^(?:n\u00a0\d+|n not reported|\d+ \w+), follow/);
      // A median and one that was not reached never stand in one line.
      expect(number !== "" && under.includes("reached")).toBe(false);
    }
    expect(shown.ruler?.axis.at(-1) ?? 0).toBe(shown.ruler ? (family === "os" ? 60 : 36) : 0);
  });
});
