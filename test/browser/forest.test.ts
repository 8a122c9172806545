import type { Locator } from "playwright-core";
import { describe, expect, inject } from "vitest";
import type { TherapyClass } from "#data/vocabulary.ts";
import { test as base } from "./support/fixture.ts";
import { openPage } from "./support/page.ts";
import { live, oneLine, openRow, rowNamed, toggle } from "./support/screen.ts";
import { answerTo } from "./support/shown-answer.ts";

const classes: readonly [TherapyClass, string][] = [
  ["car-t", "CAR-T"],
  ["bsab", "Bispecific"],
];

/** One page for all tests: nothing here changes the answer, and an open row stays open. */
const test = base
  .extend("answer", { scope: "file" }, () => answerTo(""))
  .extend("page", { scope: "file" }, async ({ browser }, { onCleanup }) => {
    const { page, close } = await openPage(browser, { width: 1280 });
    onCleanup(close);
    await page.goto("/embed");
    await live(page);
    return page;
  })
  /** The answer for one outcome, whose row is open. */
  .extend("response", async ({ answer, page }) => {
    const found = answer.outcomes.find(({ outcome }) => outcome === "orr");
    if (!found) throw new Error("no outcome orr");
    const row = rowNamed(page, found.label);
    if (await isClosed(row)) await openRow(row);
    return found;
  })
  .extend(
    "table",
    ({ page, response }) =>
      (name: string) =>
        rowNamed(page, response.label).getByRole("table", { name }),
  );

async function isClosed(row: Locator): Promise<boolean> {
  return (await toggle(row).getAttribute("aria-expanded")) === "false";
}

describe("The trials of a row", () => {
  test("are one captioned table per class, every column with a header", async ({ table }) => {
    for (const [, name] of classes) {
      const headers = await table(name).getByRole("columnheader").allInnerTexts();
      const words = oneLine(headers.join(" | "));
      for (const part of [/study/i, /events/i, /of 100/i, /weight/i]) expect(words).toMatch(part);
      expect(oneLine(await table(name).locator("caption").innerText())).toBe(name);
    }
  });

  test("show every trial of the API with its count, rate, exact interval and weight", async ({
    response,
    table,
  }) => {
    for (const [group, name] of classes) {
      for (const study of response.pools[group].studies) {
        const line = table(name).getByRole("row").filter({ hasText: study.label });
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

  test("end with the pooled line and what a new trial may show", async ({ response, table }) => {
    for (const [group, name] of classes) {
      const { n, estimate, interval, predictionInterval } = response.pools[group];
      const pooled = table(name).getByRole("row", { name: /^Typical trial/ });
      const percent = (rate = Number.NaN) => Math.round(rate * 100);
      expect(oneLine(await pooled.innerText())).toContain(
        `n ${n} ${percent(estimate ?? undefined)} (${percent(interval?.[0])}–${percent(interval?.[1])})`,
      );
      const predicted = table(name).getByRole("row", { name: /^Another trial may show/ });
      expect(oneLine(await predicted.innerText())).toContain(
        `${percent(predictionInterval?.[0])}–${percent(predictionInterval?.[1])}`,
      );
    }
  });

  test("lie on the axis of their row", async ({ answer, page }) => {
    const ends: string[] = [];
    for (const { outcome: id, label, pools } of answer.outcomes) {
      if (pools["car-t"].studies.length === 0) continue;
      const shown = rowNamed(page, label);
      if (await isClosed(shown)) await openRow(shown);
      // Without a rate of either class, a row has no axis.
      if ((await shown.locator(".chart").count()) === 0) continue;
      const end = await shown.locator(".chart text").last().textContent();
      const axes = shown.locator("section:not(.medians) > .forest .axis, .product-lines .axis");
      const own = await axes.evaluateAll((all) =>
        all.map((axis) => axis.querySelector("text:last-child")?.textContent),
      );
      expect([id, ...new Set(own)]).toEqual([id, end]);
      ends.push(end ?? "");
    }
    expect(new Set(ends)).toEqual(new Set(["20", "100"]));
  });

  test("link every trial by its name to its publication, in a new tab that cannot reach back", async ({
    response,
    table,
  }) => {
    const unlinked: string[] = [];
    for (const [group, name] of classes) {
      for (const { cohort, label, citation } of response.pools[group].studies) {
        const link = table(name).getByRole("link", { name: label, exact: true });
        if ((await link.count()) === 0) {
          unlinked.push(label);
          continue;
        }
        const href = await link.getAttribute("href");
        // If there is no paper to link to, the link goes to our own record.
        const record = `${inject("serverUrl")}/v1/cohorts/${cohort}`;
        const paper = citation?.publication;
        expect(href, label).toBe(paper ?? record);
        if (!paper) continue;
        expect(href, label).toMatch(
          /^https:\/\/(doi\.org|clinicaltrials\.gov|pubmed\.ncbi\.nlm\.nih\.gov|(www|pmc)\.ncbi\.nlm\.nih\.gov)\//,
        );
        expect(await link.getAttribute("target")).toBe("_blank");
        expect(await link.getAttribute("rel")).toContain("noopener");
      }
    }
    expect(unlinked, "trials whose name leads nowhere").toEqual([]);
  });

  test("say where each figure was printed", async ({ page, response }) => {
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

  test("come with every caution and every reason for the certainty, in words", async ({
    answer,
    page,
  }) => {
    for (const row of answer.outcomes) {
      const remarks = [...row.cautions, ...row.certainty.reasons];
      const shown = rowNamed(page, row.label);
      if (await isClosed(shown)) await toggle(shown).click();
      const text = oneLine(await shown.innerText());
      for (const remark of remarks) expect(text).toContain(oneLine(remark.text));
      if (row.certainty.level !== "not-rated") {
        expect(text).toContain(`Certainty ${row.certainty.level.replace("-", " ")}`);
      }
    }
  });

  test("name the cohorts that were not pooled, each with the reason", async ({ answer, page }) => {
    for (const row of answer.outcomes) {
      const shown = rowNamed(page, row.label);
      if (await isClosed(shown)) await toggle(shown).click();
      const text = oneLine(await shown.innerText());
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

  test("a record behind a source opens", async ({ page, response }) => {
    const link = rowNamed(page, response.label).locator('a[href*="/v1/cohorts/"]').first();
    const record = await fetch((await link.getAttribute("href")) ?? "");
    expect(record.status).toBe(200);
    expect(await link.getAttribute("rel")).toContain("noopener");
  });
});
