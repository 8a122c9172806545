/**
 * The page of a cohort's record: everything that its JSON contains, figure by figure, and nothing
 * else.
 */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import type { CohortRecord } from "#server/answers/whole-dataset.ts";
import { cohortRecords } from "#server/answers/whole-dataset.ts";
import { recordPage } from "#server/pages/record/page.tsx";
import { tagsOf, textOf } from "../../../../support/html.ts";
import { evidence } from "../../../data/files.ts";

/** Without blanks, because tags are between words and inside them. */
function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}

function readable(html: string): string {
  return squeezed(textOf(html).replaceAll("&quot;", '"').replaceAll("&#39;", "'"));
}

/** `0.759` as `75.9`, by moving the decimal point in the text. */
function ofHundred(proportion: number): string {
  const [whole, part = ""] = String(proportion).split(".");
  const digits = part.padEnd(2, "0");
  return String(Number(`${whole}${digits.slice(0, 2)}.${digits.slice(2)}`));
}

const outcomes = [...dataset.outcomes, ...recordOutcomes];
const labels = new Map(outcomes.map(({ id, label }) => [id, label]));
const families = { pfs: "Progression-free", os: "Alive", dor: "Still in response" };
const spans = {
  pfs: "Progression-free survival",
  os: "Overall survival",
  dor: "Duration of response",
};

interface Expected {
  /** Text of the line of numbers. */
  numbers: string;
  /** Texts below that line. */
  below: readonly (string | null)[];
}

interface Measured {
  cut: string;
  followUpMonths: number | null;
  source: number;
  locator: string | null;
  definition?: string | null;
}

function below({ cut, followUpMonths, source, locator, definition = null }: Measured) {
  return [
    cut === "primary" ? null : `definition: ${cut}`,
    followUpMonths === null ? "follow-up not in our sources" : `follow-up ${followUpMonths} months`,
    `Source ${source}`,
    locator ?? "place not recorded",
    definition,
  ];
}

const unknown = "not in our sources";
/** What is seen, and what is heard. */
const none = `– ${unknown}`;

function expectedOf({ figures, landmarks, medians }: CohortRecord): Expected[] {
  return [
    ...figures.map((figure): Expected => {
      const { outcome, events, n, percentPrinted, derivedRange } = figure;
      const detail = outcomes.find(({ id }) => id === outcome)?.detail;
      const count =
        events !== null && n !== null
          ? `${events} of ${n}`
          : n !== null
            ? `count ${unknown}, of ${n}`
            : events !== null
              ? `${events}, of a number ${unknown}`
              : unknown;
      const rate = percentPrinted === null ? none : `${percentPrinted} %`;
      const counts = derivedRange && `from ${derivedRange[0]} to ${derivedRange[1]}`;
      return {
        numbers: `${labels.get(outcome)}${detail ? `, ${detail}` : ""} ${count} ${rate}`,
        below: [...below(figure), counts, figure.hold && "Shown, not pooled"],
      };
    }),
    ...landmarks.map((landmark): Expected => {
      const { family, month, survival, interval, n, atRisk } = landmark;
      const ends = interval ? `${ofHundred(interval[0])} to ${ofHundred(interval[1])}` : none;
      return {
        numbers: `${families[family]} at ${month} months ${ofHundred(survival)} % ${ends}`,
        below: [
          ...below(landmark),
          n === null ? null : `${n} patients`,
          atRisk === null ? null : `${atRisk} at risk`,
        ],
      };
    }),
    ...medians.map((median): Expected => {
      const { family, months, interval } = median;
      const [low, high] = interval ?? [];
      const ends = interval ? `${low ?? "not estimable"} to ${high ?? "not estimable"}` : none;
      const said = months === null ? "not reached" : `${months} months`;
      return { numbers: `${spans[family]} ${said} ${ends}`, below: below(median) };
    }),
  ];
}

const statedWords = {
  consecutive: "Consecutive patients",
  independent: "Independent review of response or progression",
  lossBelow5: "Less than 5 % lost to follow-up",
} as const;

const all = cohortRecords().map((record) => ({ record, page: recordPage(record) }));

describe("the page of every cohort", () => {
  it("has every figure of the record, each with its source and place, and no other", () => {
    for (const { record, page } of all) {
      const rows = page
        .split('<tr id="')
        .slice(1)
        .map((row) => readable(`<tr id="${row}`));
      const expected = expectedOf(record);
      expect(rows.length).toBe(expected.length);
      for (const { numbers, below } of expected) {
        const own = rows.findIndex(
          (row) =>
            row.startsWith(squeezed(numbers)) &&
            below.every((one) => one === null || row.includes(squeezed(one))),
        );
        expect(own, `${numbers} ${below.join(" ")}`).toBeGreaterThanOrEqual(0);
        // Removed, because two figures never share a row.
        rows.splice(own, 1);
      }
    }
  });

  it("says who the patients were and how they were treated", () => {
    for (const { record, page } of all) {
      const text = readable(page);
      const { baseline } = record;
      const shares = Object.entries(baseline).flatMap(([name, value]) =>
        name.endsWith("Percent") && value !== null ? [`${value} %`] : [],
      );
      const ranges = [baseline.ageRange, baseline.priorLinesRange].flatMap((range) =>
        range === null ? [] : [`range ${range[0]} to ${range[1]}`],
      );
      const said = [
        ...shares,
        ...ranges,
        baseline.n === null
          ? null
          : `${record.design === "randomised-arm" ? "randomised" : "treated"} ${baseline.n}`,
        baseline.leukapheresed === null ? null : `Had cells collected ${baseline.leukapheresed}`,
        baseline.medianAge === null ? null : `median ${baseline.medianAge} years`,
        baseline.medianPriorLines === null
          ? null
          : `Prior lines median ${baseline.medianPriorLines}`,
        record.followUpMonths === null ? null : `Median follow-up ${record.followUpMonths} months`,
        record.year === null ? null : `Year of publication ${record.year}`,
        record.phase === null ? null : `Phase ${record.phase}`,
        record.label,
        record.firstAuthor,
        record.dose,
        record.regionDetail,
        record.eligibility,
        record.construct?.detail ?? null,
        ...record.registry,
      ];
      for (const one of said) expect(text).toContain(squeezed(one ?? ""));
    }
  });

  it("cites every source in full, and links to papers, registries and cohorts only", () => {
    for (const { record, page } of all) {
      const text = readable(page);
      for (const [index, source] of record.sources.entries()) {
        expect(page).toContain(`id="source-${index}"`);
        for (const part of [source.citation, source.doi, source.pmid, source.seenAt]) {
          expect(text).toContain(squeezed(part ?? ""));
        }
        if (source.href) expect(page).toContain(`href="${source.href.replaceAll("&", "&amp;")}"`);
      }
      for (const { with: other, reason } of record.overlaps) {
        expect(page).toContain(`href="/v1/cohorts/${other}"`);
        expect(text).toContain(squeezed(reason));
      }
      // Whoever collected wrote remarks among the names of outcomes.
      for (const one of record.missing) {
        const label = labels.get(one);
        if (label === undefined) expect(page).not.toContain(`· ${one} ·`);
        else expect(text).toContain(squeezed(label));
      }
      const links = tagsOf(page).filter((tag) => tag.startsWith("<a "));
      for (const link of links.filter((tag) => /href="https?:/.test(tag))) {
        expect(link).toContain('target="_blank" rel="noopener noreferrer"');
      }
      for (const link of links) expect(link).toMatch(/href="(?:https?:\/\/|\/|#)/);
    }
  });

  it("says how others rated it and what its sources state, each with its place", () => {
    let stated = 0;
    for (const { record, page } of all) {
      const text = readable(page);
      const { ratings, stated: statements } = record.riskOfBias;
      for (const { tool, result, locator, citation } of ratings) {
        for (const part of [`${tool}: ${result}`, locator, citation]) {
          expect(text).toContain(squeezed(part));
        }
      }
      for (const item of ["consecutive", "independent", "lossBelow5"] as const) {
        expect(text).toContain(squeezed(statedWords[item]));
        const statement = statements[item];
        if (statement === null) continue;
        const { answer, citation, locator } = statement;
        stated += 1;
        expect(text).toContain(
          squeezed(`${statedWords[item]} ${answer} (${citation}: ${locator})`),
        );
      }
    }
    expect(stated).toBeGreaterThan(0);
  });

  it("says its own known discrepancies, and those of no other", () => {
    const { knownDiscrepancies } = evidence();
    expect(knownDiscrepancies.some((one) => "cohort" in one)).toBe(true);
    for (const { record, page } of all) {
      const text = readable(page);
      for (const one of knownDiscrepancies) {
        const isOwn = "cohort" in one && one.cohort === record.id;
        expect(text.includes(squeezed(one.reason))).toBe(isOwn);
      }
      const has = knownDiscrepancies.some((one) => "cohort" in one && one.cohort === record.id);
      expect(page.includes('id="discrepancies"')).toBe(has);
    }
  });

  it("leads nowhere that is not there, and has no style or script inline", () => {
    for (const { page } of all) {
      const found = [...page.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one);
      expect(new Set(found).size).toBe(found.length);
      for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(found).toContain(target);
      expect(tagsOf(page).join("")).not.toMatch(/\sstyle=|\son\w+=|<script/);
      expect(readable(page)).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

it("says that nobody reviewed it, and of which day and version it is", () => {
  const [{ page } = { page: "" }] = all;
  const { review, dataVersion } = dataset;
  const said = textOf(page);
  expect(said.includes("Not yet reviewed by a clinician")).toBe(review.status === "not-reviewed");
  expect(said).toContain(review.statement);
  expect(said).toContain("20 Nov 2026");
  expect(said).toContain(dataVersion);
  expect(said).not.toMatch(/\b(?:recommend|prefer|you should)\w*/i);
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.slice(1).entries()) {
    expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1);
  }
});
