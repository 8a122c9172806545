import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import type { TherapyClass } from "../../data/vocabulary.ts";
import type { Comparison, OutcomeComparison } from "../../functions/comparison/answer.ts";
import { launchBrowser, type OpenedPage } from "../support/browser.ts";
import { answerTo, oneLine, openRow, openWidget, rowNamed, toggle } from "./screen.ts";

const classes: readonly [TherapyClass, string][] = [
  ["car-t", "CAR-T"],
  ["bsab", "Bispecific"],
];

let browser: Browser;
let opened: OpenedPage;
let page: Page;
let answer: Comparison;
let response: OutcomeComparison;
beforeAll(async () => {
  browser = await launchBrowser();
  answer = await answerTo("");
  opened = await openWidget(browser, "/embed", { width: 1280 });
  page = opened.page;
});
afterAll(() => browser.close());
beforeEach(async () => {
  response = outcome("orr");
  const row = rowNamed(page, response.label);
  if ((await toggle(row).getAttribute("aria-expanded")) === "false") await openRow(row);
});

function outcome(id: string): OutcomeComparison {
  const found = answer.outcomes.find((one) => one.outcome === id);
  if (!found) throw new Error(`no outcome ${id}`);
  return found;
}

function table(row: OutcomeComparison, name: string) {
  return rowNamed(page, row.label).getByRole("table", { name });
}

describe("The trials of a row", () => {
  test("are one captioned table per class, every column with a header", async () => {
    for (const [, name] of classes) {
      const headers = await table(response, name).getByRole("columnheader").allInnerTexts();
      const words = oneLine(headers.join(" | "));
      for (const part of [/study/i, /events/i, /of 100/i, /weight/i]) expect(words).toMatch(part);
      expect(oneLine(await table(response, name).locator("caption").innerText())).toBe(name);
    }
  });

  test("show every trial of the API with its count, rate, exact interval and weight", async () => {
    for (const [group, name] of classes) {
      for (const study of response.pools[group].studies) {
        const line = table(response, name).getByRole("row").filter({ hasText: study.label });
        const text = oneLine(await line.innerText());
        const percent = (rate: number) => Math.round(rate * 100);
        const [low, high] = study.interval;
        expect(text).toContain(`${study.events}/${study.n}`);
        expect(text).toContain(
          `${percent(study.estimate)} (${percent(low)}–${percent(high)}) ${Math.round(study.weight)} %`,
        );
        expect(await line.getByRole("rowheader").count(), study.label).toBe(1);
      }
    }
  });

  test("end with the pooled line and what a new trial may show", async () => {
    for (const [group, name] of classes) {
      const { n, estimate, interval, predictionInterval } = response.pools[group];
      const pooled = table(response, name).getByRole("row", { name: /^Typical trial/ });
      const percent = (rate = Number.NaN) => Math.round(rate * 100);
      expect(oneLine(await pooled.innerText())).toContain(
        `n ${n} ${percent(estimate ?? undefined)} (${percent(interval?.[0])}–${percent(interval?.[1])})`,
      );
      const predicted = table(response, name).getByRole("row", { name: /new trial/ });
      expect(oneLine(await predicted.innerText())).toContain(
        `${percent(predictionInterval?.[0])}–${percent(predictionInterval?.[1])}`,
      );
    }
  });

  test("carry weights that add up to 100 in every pool", () => {
    for (const { outcome: id, pools } of answer.outcomes) {
      for (const [group] of classes) {
        const { k, studies } = pools[group];
        if (k === 0) continue;
        const sum = studies.reduce((total, { weight }) => total + weight, 0);
        expect(sum, `${id} ${group}`).toBeCloseTo(100, 6);
        expect(
          studies.every(({ weight }) => weight > 0),
          `${id} ${group}`,
        ).toBe(true);
      }
    }
  });

  test("link every trial by its name to its publication, in a new tab that cannot reach back", async () => {
    const unlinked: string[] = [];
    for (const [group, name] of classes) {
      for (const { cohort, label, citation } of response.pools[group].studies) {
        const link = table(response, name).getByRole("link", { name: label, exact: true });
        if ((await link.count()) === 0) {
          unlinked.push(label);
          continue;
        }
        const href = await link.getAttribute("href");
        // Where no paper can be named, our own record says what was read.
        const record = `${inject("serverUrl")}/v1/cohorts/${cohort}`;
        const paper = citation?.publication;
        expect(href, label).toBe(paper ?? record);
        if (!paper) continue;
        expect(href, label).toMatch(
          /^https:\/\/(doi\.org|pubmed\.ncbi\.nlm\.nih\.gov|(www|pmc)\.ncbi\.nlm\.nih\.gov)\//,
        );
        expect(await link.getAttribute("target")).toBe("_blank");
        expect(await link.getAttribute("rel")).toContain("noopener");
      }
    }
    expect(unlinked, "trials whose name leads nowhere").toEqual([]);
  });

  test("say where each figure was printed", async () => {
    await rowNamed(page, response.label)
      .getByText(/^Sources/)
      .click();
    const text = oneLine(await rowNamed(page, response.label).innerText());
    for (const [group] of classes) {
      for (const { label, citation } of response.pools[group].studies) {
        expect(citation?.text, label).toBeTruthy();
        expect(text).toContain(oneLine(citation?.text ?? "?"));
        expect(citation?.locator, label).toBeTruthy();
        expect(text).toContain(oneLine(citation?.locator ?? "?"));
      }
    }
  });

  test("come with every caution and every reason for the certainty, in words", async () => {
    for (const row of answer.outcomes) {
      const remarks = [...row.cautions, ...row.certainty.reasons];
      await openRowUnlessOpen(row);
      const text = oneLine(await rowNamed(page, row.label).innerText());
      for (const remark of remarks) expect(text).toContain(oneLine(remark.text));
      if (row.certainty.level !== "not-rated") {
        expect(text).toContain(`Certainty ${row.certainty.level.replace("-", " ")}`);
      }
    }
  });

  test("name the cohorts that were not pooled, each with the reason", async () => {
    for (const row of answer.outcomes) {
      await openRowUnlessOpen(row);
      const text = oneLine(await rowNamed(page, row.label).innerText());
      for (const [group] of classes) {
        for (const { label, code, reason, events, n } of row.pools[group].notPooled) {
          expect(text).toContain(label);
          if (code === "not-reported") continue;
          expect(text).toContain(reason);
          if (events !== null && n !== null) expect(text).toContain(`${label}: ${events} of ${n}`);
        }
      }
    }
  });

  test("a record behind a source opens", async () => {
    const link = rowNamed(page, response.label).locator('a[href*="/v1/cohorts/"]').first();
    const record = await fetch((await link.getAttribute("href")) ?? "");
    expect(record.status).toBe(200);
    expect(await link.getAttribute("rel")).toContain("noopener");
  });
});

async function openRowUnlessOpen({ label }: OutcomeComparison): Promise<void> {
  const row = rowNamed(page, label);
  if ((await toggle(row).getAttribute("aria-expanded")) === "false") await toggle(row).click();
}
