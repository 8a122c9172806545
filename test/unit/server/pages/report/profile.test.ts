/**
 * Tests the evidence profile: its numbers are those of the answer, nothing in it is rated, and the file opens with its
 * table.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { queryFromText } from "#core/question/read-question.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { className } from "#presentation/words/class-names.ts";
import { fullAnswer, ofClasses } from "#server/answers/compute/full-answer.ts";
import { profilePage } from "#server/pages/report/profile/profile-page.tsx";
import { askBuilt } from "../../../../support/built-app.ts";
import { textOf } from "../../../../support/html.ts";
import { anyQuery } from "../../../../support/queries.ts";
import { runsOf } from "../../../../support/sample.ts";

type Full = ReturnType<typeof fullAnswer>;

const pageOf = (full: Full) => profilePage({ full, citation: "To be cited." }, null);

/** Returns the lines of a cell as texts. */
const linesOf = (cell: string) =>
  [...cell.matchAll(/<p>(.*?)<\/p>/gs)].map(([, line = ""]) =>
    textOf(line).replaceAll("\u2060", "").replace(/\s+/g, " ").trim(),
  );

/** Returns the cells of each outcome, by its id. */
function cellsOf(page: string): Map<string, string[]> {
  const rows = page.matchAll(/<tr id="([a-z0-9-]+)"[^>]*>(.*?)<\/tr>/gs);
  return new Map(
    [...rows].map(([, id = "", row = ""]) => [
      id,
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>|<td\s*\/>/gs)].map(([, cell = ""]) => cell),
    ]),
  );
}

const columns = ["name", "trials", "car-t", "bsab", "difference"] as const;
const domains = ["design", "inconsistency", "indirectness", "imprecision", "reporting"] as const;

function rowOf(cells: readonly string[]) {
  const names = [...columns, ...domains, "certainty"] as const;
  expect(cells.length).toBe(names.length);
  return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])) as Record<
    (typeof names)[number],
    string
  >;
}

/** Returns the lines about a class in a cell, as one text. */
const ofClass = (cell: string, group: TherapyClass) =>
  linesOf(cell)
    .filter((line) => line.startsWith(`${className[group]}:`))
    .join(" ");

const whole = (share: number) => {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return "<1";
  return percent < 100 && percent.toFixed(0) === "100" ? ">99" : percent.toFixed(0);
};
const ends = ([low, high]: Interval) =>
  low < 0.005 && high >= 0.995
    ? "too wide"
    : `${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)}`;

function expectNumbers(row: Row, cells: readonly string[]) {
  const toldRow = rowOf(cells);
  for (const group of therapyClasses) {
    const {
      k,
      n,
      selectedTrials,
      events,
      estimate,
      interval,
      tau,
      predictionInterval,
      heterogeneity,
    } = row.pools[group];
    if (estimate === null || interval === null) continue;
    const trials = ofClass(toldRow.trials, group);
    expect(trials).toMatch(
      k < selectedTrials
        ? new RegExp(`${k} of ${selectedTrials} (?:trials?|stud)`)
        : /one|\d+ (?:trials|studies)/,
    );
    if (n !== null) expect(trials).toContain(`${n} patients`);
    const count = `${events} of ${n}`;
    const isCount = row.numberForm === "counts" && events !== null;
    const [number, under] = linesOf(toldRow[group]);
    expect(number).toBe(isCount ? count : `${whole(estimate)} (${ends(interval)})`);
    if (!isCount && events !== null) expect(under).toBe(count);
    if (events !== null && n !== null) {
      expect(ofClass(toldRow.imprecision, group)).toMatch(
        new RegExp(`${events} events? in ${n} patients`),
      );
    }
    const spread = ofClass(toldRow.inconsistency, group);
    if (k > 1 && tau !== null && !heterogeneity) expect(spread).toContain(`τ ${tau.toFixed(2)}`);
    if (k > 2 && predictionInterval && !isCount) expect(spread).toContain(ends(predictionInterval));
  }
  const [contrast] = row.contrasts;
  const [difference] = linesOf(toldRow.difference);
  if (contrast?.status !== "ok" || contrast.differenceInterval === null) {
    expect(difference).toMatch(/^not compared/);
    return;
  }
  const { differencePer100, differenceInterval } = contrast;
  const size = Math.abs(differencePer100 ?? 0);
  const rounded = size.toFixed(0) === "0" && size > 0 ? "<1" : size.toFixed(0);
  expect(difference).toMatch(new RegExp(`^${rounded} (?:more|fewer) \\(`));
  for (const end of differenceInterval) {
    const text = Math.abs(end).toFixed(0);
    expect(difference).toContain(text === "0" && end !== 0 ? "<1" : text);
  }
  expect(toldRow.imprecision).toContain(
    differenceInterval[0] <= 0 && differenceInterval[1] >= 0 ? "it includes 0" : "it stays clear",
  );
}

/** Words by which GRADE rates; they stand in no cell. */
const ratings = /\b(?:very )?(?:low|moderate|high|serious|suspected|undetected)\b/i;

function expectWellMade(page: string) {
  for (const [id, cells] of cellsOf(page)) {
    const toldRow = rowOf(cells);
    expect([id, toldRow.certainty]).toEqual([id, ""]);
    for (const domain of domains) expect(textOf(toldRow[domain])).not.toMatch(ratings);
    expect(textOf(cells.join(" "))).not.toMatch(/undefined|NaN|null|\[object/);
  }
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  for (const [, place] of page.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(place);
}

describe.each([
  "",
  "lines=2",
  "outcome=toxicity",
  "outcome=survival",
  "target=gprc5d",
  "therapy-class=bsab",
  "outcome=orr&product=eque-cel,linvoseltamab&exclude=fumanba-1-eque-cel",
  "outcome=orr,crs-3&model=reml",
  "outcome=orr,nrm&evidence=real-world",
  "outcome=orr&lines=2&regimen=combination",
])("of %s", (question) => {
  const full = fullAnswer(queryFromText(question, dataset));
  const page = pageOf(full);
  const cells = cellsOf(page);

  it("has the numbers of the answer", () => {
    expect(cells.size).toBeGreaterThan(0);
    for (const row of ofClasses(full).outcomes) {
      const of = cells.get(row.outcome);
      if (of) expectNumbers(row, of);
      else expect(page).toContain("Not reported:");
    }
  });

  it("rates nothing, and each number and letter leads somewhere", () => expectWellMade(page));
});

it("of any question it has the numbers of the answer, and rates nothing", {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(anyQuery(dataset), (query) => {
      const full = fullAnswer({ ...query, compare: "therapy-class" });
      const page = pageOf(full);
      expectWellMade(page);
      const cells = cellsOf(page);
      for (const row of ofClasses(full).outcomes) {
        const of = cells.get(row.outcome);
        if (of) expectNumbers(row, of);
      }
    }),
    { numRuns: runsOf(200) },
  );
});

it("has the ages and prior lines that the trials of a row report", () => {
  const full = fullAnswer(queryFromText("outcome=orr", dataset));
  const [row] = ofClasses(full).outcomes;
  const toldRow = rowOf(cellsOf(pageOf(full)).get("orr") ?? []);
  for (const group of therapyClasses) {
    const ids = row?.pools[group].studies.map(({ cohort }) => cohort) ?? [];
    const cohorts = dataset.cohorts.filter(({ id }) => ids.includes(id));
    const span = (values: readonly (number | null)[]) => {
      const numbers = values.filter((value) => value !== null);
      return [...new Set([Math.min(...numbers), Math.max(...numbers)])].join("–");
    };
    const text = ofClass(toldRow.indirectness, group);
    expect(text).toContain(`median age ${span(cohorts.map(({ medianAge }) => medianAge))}`);
    const lines = span(cohorts.map(({ medianPriorLines }) => medianPriorLines));
    expect(text).toContain(`median prior lines ${lines}`);
  }
});

it("shows few patients as a count, without a rate", () => {
  const question = "outcome=orr&product=eque-cel,linvoseltamab&exclude=fumanba-1-eque-cel";
  const toldRow = rowOf(
    cellsOf(pageOf(fullAnswer(queryFromText(question, dataset)))).get("orr") ?? [],
  );
  expect(linesOf(toldRow["car-t"])[0]).toBe("18 of 18");
  expect(linesOf(toldRow.bsab)[0]).toMatch(/^\d+ of \d+$/);
  expect(toldRow.imprecision).toContain("fewer than 30 patients");
});

it("as a file it has the whole table, whole addresses, and no character that a word processor draws as a box", async () => {
  const answer = await askBuilt("/report.doc?outcome=orr,crs-3");
  const text = await answer.text();
  expect(answer.headers.get("content-disposition")).toBe(
    'attachment; filename="evidence-profile.doc"',
  );
  const page = pageOf(fullAnswer(queryFromText("outcome=orr,crs-3", dataset)));
  const plain = (html: string) =>
    textOf(html).replaceAll("\u2060-\u2060", "-").replaceAll("\u2011", "-").replace(/\s+/g, "");
  const tableOf = (html: string) => /<table.*<\/table>/s.exec(html)?.[0] ?? "";
  expect(plain(tableOf(text))).toBe(plain(tableOf(page)));
  expect(tableOf(text)).toMatch(/<thead>.*<th scope="col".*<\/thead><tbody>.*<th scope="row"/s);
  expect(text).not.toMatch(/ href="\/|\u2060|<script|var\(|display: (?:grid|flex)/);
});

it("says that counts were added by the reader, and then offers no file, which would be without them", () => {
  const full = fullAnswer(queryFromText("", dataset));
  const added = {
    ...full,
    comparison: { ...full.comparison, added: ["Our centre (added by the reader)"] },
  };
  const note = "With counts added by the reader (Our centre): not reviewed, not published.";
  expect(textOf(pageOf(added))).toContain(note);
  expect(pageOf(added)).not.toContain("evidence-profile.doc");
  expect(textOf(pageOf(full))).not.toContain(note);
  expect(pageOf(full)).toContain("evidence-profile.doc");
});
