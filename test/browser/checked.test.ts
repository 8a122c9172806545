/** Whether every check keeps a difference. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import type { Comparison, Contrast, Interval } from "#core/comparison/answer.ts";
import { isKept } from "#core/comparison/verdict.ts";
import { lostText } from "#presentation/statement/lost-check.ts";
import { screen as en } from "#words/screen.ts";
import { ask } from "./support/engine.ts";
import { test } from "./support/fixture.ts";
import { oneLine, openRow, rowNamed, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

const isOneSided = (interval: Interval | null | undefined) =>
  interval != null && (Math.round(interval[0]) > 0 || Math.round(interval[1]) < 0);

/** The contrasts whose printed interval excludes 0, with the label of their row. */
function findings({ outcomes }: Comparison): { label: string; contrast: Contrast }[] {
  return outcomes.flatMap(({ label, contrasts: [contrast] }) =>
    contrast &&
    isOneSided(contrast.differenceInterval) &&
    (contrast.observed === null || isOneSided(contrast.observed.differenceInterval))
      ? [{ label, contrast }]
      : [],
  );
}

async function boldRows(page: Page): Promise<string[]> {
  const bold: string[] = [];
  for (const row of await rows(page).all()) {
    const difference = row.getByRole("strong").filter({ hasText: /more|fewer/ });
    if ((await difference.count()) === 0) continue;
    const weight = await difference.evaluate((node) => getComputedStyle(node).fontWeight);
    if (Number(weight) >= 600) bold.push(oneLine(await row.getByRole("heading").innerText()));
  }
  return bold;
}

describe("A difference", () => {
  test("is bold only if every check keeps it; else the row says which does not", async ({
    openWithEngine,
  }) => {
    const question = "setting=any";
    const { page } = await openWithEngine("/embed?age=61.5-");
    const asked = questions(page);
    const answer = await answerTo(question);
    await ask(page, Object.fromEntries(new URLSearchParams(question)));
    await expectToShow(page, answer);
    expect(asked, "computed on the device").toEqual([]);
    const found = findings(answer);
    const kept = found.filter(({ contrast }) => isKept(contrast));
    const lost = found.filter(({ contrast }) => !isKept(contrast));
    expect(kept.length).toBeGreaterThan(0);
    expect(lost.length).toBeGreaterThan(0);
    const bold = await boldRows(page);
    expect(bold.length).toBe(kept.length);
    kept.forEach(({ label }, index) => {
      expect(bold[index]).toMatch(new RegExp(`^${label}`));
    });
    for (const { label, contrast } of lost) {
      const text = oneLine(await rowNamed(page, label).first().innerText());
      const said = oneLine(lostText(contrast, en));
      expect(said).toMatch(/: .*(?:more|fewer|not compared)/);
      expect(text).toContain(said);
    }
  });
});

describe("An opened row", () => {
  test("names the checks that are lost, and the range without single cohorts", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed?setting=any");
    const [first] = findings(await answerTo("setting=any"));
    const outcome = (await answerTo("setting=any")).outcomes.find(
      ({ label }) => label === first?.label,
    )?.outcome;
    const url = `${inject("serverUrl")}/v1/sensitivity?setting=any&outcome=${outcome}`;
    const { held } = (await (await fetch(url)).json()) as { held: { text: string } };
    const row = rowNamed(page, first?.label ?? "").first();
    await openRow(row);
    await row.getByText(held.text).waitFor();
    expect(held.text).toMatch(/Leaving one cohort out: /);
  });

  test("says nothing of it without a connection", async ({ openWithEngine }) => {
    const { page } = await openWithEngine("/embed");
    const [first] = findings(await answerTo("setting=any"));
    await page.context().setOffline(true);
    await ask(page, { setting: "any" });
    const row = rowNamed(page, first?.label ?? "").first();
    await expectToShow(page, await answerTo("setting=any"));
    await openRow(row);
    await row.getByText("sources are not here").waitFor();
    expect(await row.getByText("Does it hold?").count()).toBe(0);
    await page.context().setOffline(false);
    // It tries again by itself.
    await row.getByText("Does it hold?").waitFor();
  });
});
