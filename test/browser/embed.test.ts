/** Tests the page `/embed`; `frame-sandbox.test.ts` tests it without a script. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { inFullRun } from "../support/sample.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { choose, live, oneLine, openers, openRow, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { openBeforeScripts, recordBlocked } from "./support/traffic.ts";

const answers = [
  ["the default answer", ""],
  ["an answer with one class", "?therapy-class=bsab"],
  ["an empty answer", "?prior-lines=90-"],
  ["survival", "?outcome=survival"],
  ["products side by side", "?compare=product"],
] as const;

test.for(inFullRun(answers))(
  "When the script takes over %s keeps its nodes and its text, and nothing is asked",
  async ([_, search], { openPage }) => {
    const { page, misconduct } = await openPage();
    const { queries, release } = await openBeforeScripts(page, search);
    const before = await visibleText(page);
    const marked = await page.evaluate(() => {
      const all = document.querySelector("myeloma-compare")?.shadowRoot?.querySelectorAll("*");
      const nodes = [...(all ?? [])];
      Object.assign(window, { served: nodes });
      return nodes.length;
    });
    release();
    await live(page);
    await page.waitForTimeout(300);
    const lost = await page.evaluate(() =>
      (window as unknown as { served: Element[] }).served
        .filter((node) => !node.isConnected)
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    );
    expect(marked).toBeGreaterThan(30);
    expect(lost).toEqual([]);
    expect(await visibleText(page)).toBe(before);
    expect(queries).toEqual([]);
    expect(misconduct).toEqual(goodConduct);
  },
);

async function visibleText(page: Page): Promise<string> {
  return oneLine(await page.locator("body").innerText());
}

test("A whole session on the embedded page logs nothing, fails nothing, calls nobody else, violates no policy and leaves no inline style", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage();
  const blocked = await recordBlocked(page);
  await page.goto("/embed");
  await live(page);
  await openRow(rows(page).first());
  for (const name of openers) {
    const sheet = await openSheet(page, name);
    expect(await inlineStyles(page)).toEqual([]);
    await sheet.getByRole("button", { name: "Close" }).click();
  }
  await choose(page, "Lines", "Any");
  await expectToShow(page, await answerTo("lines=any"));
  await openRow(rows(page).last());
  const sheet = await openSheet(page, "Age");
  await sheet.getByRole("button", { name: "Reset all filters" }).click();
  await expectToShow(page, await answerTo(""));
  expect(await inlineStyles(page)).toEqual([]);
  expect(await blocked()).toEqual([]);
  expect(misconduct).toEqual(goodConduct);
});

function inlineStyles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const roots: ParentNode[] = [document];
    for (const element of document.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    return roots.flatMap((root) =>
      [...root.querySelectorAll("[style]")].map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
  });
}
