/**
 * Tests the report of any question: it is well formed, every link and source leads somewhere, and nothing is left
 * unsaid or said wrongly.
 */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { comparisons } from "#data/generated/collections.ts";
import { details } from "#data/generated/details.ts";
import { answerInFull } from "#server/answers/compute/full-answer.ts";
import { renderReportPage } from "#server/pages/report/report-page.tsx";
import { makeReportView } from "#server/pages/report/report-view.ts";
import { htmlAsLines } from "../../../../approved/html-as-lines.ts";
import { advice } from "../../../../support/advice.ts";
import { comparison, row } from "../../../../support/answers.ts";
import { forAny } from "../../../../support/for-any.ts";
import { tagsOf } from "../../../../support/html.ts";
import { anyQuery } from "../../../../support/queries.ts";
import { runsOf } from "../../../../support/sample.ts";

type Full = Parameters<typeof makeReportView>[0];

function mainOf(full: Full): string {
  const page = renderReportPage(makeReportView(full, "To be cited.", null), null);
  return page.slice(page.indexOf("<main"), page.indexOf("</main>"));
}

function everyReport(check: (html: string) => void, whole: number): void {
  forAny([anyQuery(dataset)], runsOf(whole), (query) =>
    check(mainOf(answerInFull({ ...query, compare: "therapy-class" }))),
  );
}

/**
 * Returns the sentences of a report without names of cohorts, in which numbers are not counts, and without quoted
 * words.
 */
function sentencesIn(html: string): string[] {
  const quoted =
    /<section id="(?:compared|references)"[\s\S]*?(?=<section id="(?:survival|studies|left-out|take)")/g;
  return htmlAsLines(html.replace(quoted, "")).map((line) =>
    dataset.cohorts.reduce(
      (text, { label }) => text.replaceAll(label, "…"),
      // Addresses are no sentences.
      line.replace(/^[#> -]*|(?<=\])\([^)]*\)/g, ""),
    ),
  );
}

/** Tags that are not closed in the right order. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [tag, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (tag.endsWith("/>") || name === "br") continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}

describe("the report of any question", { timeout: 120_000 }, () => {
  it("is well formed, and every link in it leads somewhere", () => {
    everyReport((html) => {
      expect(unbalanced(html)).toEqual(["main"]);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
      expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
      expect(tagsOf(html).join("")).not.toMatch(/\sstyle=|\son\w+=|<script/);
    }, 20);
  });

  it("uses every source that it lists, in the order of their numbers", () => {
    everyReport((html) => {
      const used = [...html.matchAll(/href="#source-(\d+)"/g)].map(([, number]) => Number(number));
      const listed = [...html.matchAll(/<li id="source-(\d+)"/g)].map(([, number]) =>
        Number(number),
      );
      expect([...new Set(used)]).toEqual(listed);
    }, 20);
  });

  it("holds no value that was never turned into words, and advises nothing", () => {
    everyReport((html) => {
      expect(html).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
      for (const sentence of sentencesIn(html)) {
        expect(sentence).not.toMatch(/ {2}|\(\)|: ?[.;]|, ?[.,;]|\.\.$/);
        expect(sentence).not.toMatch(
          /no (?:significant )?difference(?! is left)|equivalent|similar|as good/i,
        );
        // The doses are those of the labels.
        expect(sentence.replace(/recommended doses/i, "")).not.toMatch(advice);
      }
    }, 40);
  });

  it("counts one thing as one and several as several", () => {
    const of = "(?:(?:selected|CAR-T|bispecific) ){0,2}";
    const singular = new RegExp(`(?<![\\d.–])1 ${of}(?:trials|studies|checks|patients|months)\\b`);
    const several = new RegExp(
      `(?<!phase )\\b(?:0|[2-9]|\\d{2,}) ${of}(?:trial|study|check|patient|month)\\b(?!-years)`,
    );
    everyReport((html) => {
      for (const sentence of sentencesIn(html)) {
        expect(sentence).not.toMatch(singular);
        expect(sentence).not.toMatch(several);
      }
    }, 20);
  });
});

describe("the report of the default question", () => {
  const full = answerInFull(parseQueryTextOrThrow("", dataset));
  const html = mainOf(full);
  const text = htmlAsLines(html).join("\n");

  it("says a count once, and once more in the list of the drugs of its row", () => {
    const { outcomes } = full.comparison;
    const counts = outcomes
      .filter(({ outcome }) => outcome === "orr" || outcome === "cr")
      .flatMap(({ pools }) => Object.values(pools).flatMap(({ studies }) => studies));
    expect(counts.length).toBeGreaterThan(15);
    const ofDrugs = /<section><h4>Drugs<\/h4>.*?<\/section>/gs;
    expect(html.match(ofDrugs)?.length).toBe(outcomes.length);
    const drugs = htmlAsLines((html.match(ofDrugs) ?? []).join("")).join("\n");
    const others = htmlAsLines(html.replaceAll(ofDrugs, "")).join("\n");
    // A locator may repeat the count, and two trials may have the same one.
    const withoutLocators = counts.reduce(
      (rest, { citation }) => rest.replaceAll(citation?.locator || "\0", ""),
      others,
    );
    for (const { events, n } of counts) {
      const printed = new RegExp(`(?<![\\d.])${events} of ${n}(?!\\d)`, "g");
      const equal = counts.filter((count) => count.events === events && count.n === n);
      expect(withoutLocators.match(printed), `${events} of ${n}`).toHaveLength(equal.length);
      expect(drugs.match(printed)?.length ?? 0).toBeLessThanOrEqual(equal.length);
    }
  });

  it("names every cohort of the data, in the answer or left out", () => {
    const plain = text.replaceAll("\u2011", "-");
    for (const { label } of dataset.cohorts) expect(plain, label).toContain(label);
  });

  it("has no note of those who entered the data", () => {
    const notes = Object.values(details).flatMap((detail) => detail.notes ?? []);
    const ofStudies = comparisons.flatMap((study) => study.notes ?? []);
    expect(notes.length + ofStudies.length).toBeGreaterThan(20);
    for (const note of [...notes, ...ofStudies]) expect(text).not.toContain(note);
  });
});

it("what a name says is text and never markup", () => {
  const evil = '<img src=x onerror="alert(1)">&amp;';
  const answer = comparison({ outcomes: [row({ label: evil })] });
  const html = mainOf({ comparison: answer });
  expect(html).not.toContain("<img src=x");
  expect(html).toContain("&lt;img");
  expect(html).toContain("&amp;amp;");
});
