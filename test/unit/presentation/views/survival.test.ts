/** Tests what holds for each kind of survival, of any question. */
import { describe, expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { listRequestedOutcomes } from "#core/evidence/dataset.ts";
import { gatherSurvivalMonths } from "#core/evidence/survival-months.ts";
import { medians } from "#data/generated/medians.ts";
import { survivalFamilies } from "#data/survival.ts";
import { listMediansOfRow } from "#presentation/row/medians-view.ts";
import { listSurvivalSentences, makeSurvivalLines } from "#presentation/views/screen-lines.ts";
import { makeSurvivalScreen } from "#presentation/views/survival.ts";
import { queryOf } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const places = [
  "",
  "&lines=1&availability=eu",
  "&lines=2&availability=us",
  "&lines=2&availability=eu",
  "&lines=any",
];
const questions = places.flatMap((place) =>
  survivalFamilies.map((family) => [family, `outcome=${family}${place}`] as const),
);

function answerTo(question: string): Answer {
  return screenAnswer(queryOf(question, dataset), dataset);
}

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
  const answer = answerTo(question);
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
    } else
      expect(lead).toMatch(
        family === "os" ? /^Randomised: .*deaths/ : /^Randomised: .*progression/,
      );
  });

  it("names both ratios of each randomised trial, and of the duration of response none", () => {
    const tables = shown.randomised?.tables ?? [];
    if (family === "dor") expect(tables).toEqual([]);
    for (const { rows } of tables) {
      expect(rows).toHaveLength(1);
      const [row] = rows;
      expect(row?.beside.text).toContain("hazard ratio");
      const other = family === "pfs" ? "ratio of death" : "ratio of progression or death";
      expect(row?.beneath.at(-1)?.text).toContain(other);
    }
    const named = answer.randomised.filter(({ place }) => place !== "opened-row");
    if (family !== "dor") expect(tables.length).toBeGreaterThanOrEqual(named.length);
  });

  it("has a line for each median, with its patients and follow-up", () => {
    const row = answer.outcomes.find(({ outcome }) => outcome === `${family}-12`);
    const lines = shown.ruler?.medians ?? [];
    expect(lines).toHaveLength(row ? listMediansOfRow(row).length : 0);
    for (const { detail, number, under } of lines) {
      expect(detail).toMatch(/^(?:n\u00a0\d+|n not found|\d+ \w+), follow/);
      // A median and one that was not reached never stand in one line.
      expect(number !== "" && under.includes("reached")).toBe(false);
    }
    expect(shown.ruler?.axis.at(-1) ?? 0).toBe(shown.ruler ? (family === "os" ? 60 : 36) : 0);
  });

  it("is copied trial by trial, each in a line of its own", () => {
    const trials = new Set([
      ...(shown.ruler?.medians ?? []).map(({ cohort }) => cohort),
      ...shown.trials.map(({ cohort }) => cohort),
    ]);
    expect(makeSurvivalLines(shown)).toHaveLength(trials.size);
    for (const line of listSurvivalSentences(shown)) {
      expect(line.match(/median months/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });

  it("has matched cohorts only of overall survival, with what makes them doubtful", () => {
    if (family !== "os") expect(shown.matched).toEqual([]);
    for (const text of shown.matched)
      expect(text).toMatch(/^Matched real-world cohorts.*immortal-time bias/);
  });
});
