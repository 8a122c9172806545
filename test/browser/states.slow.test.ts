/** A new answer or a sheet that does not come, and a page that was damaged. */
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { chip, choice, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { holdAnswers } from "./support/traffic.ts";

describe("When a new answer is slow", () => {
  test("a chip opens its sheet while a new answer is on its way, and its choices follow", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    const sheet = await openSheet(page, "Prior lines");
    const release = await holdAnswers(page);
    await choice(sheet, "Earlier").click();
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    release();
    await expectToShow(page, await answerTo("setting=early&age=60-65"));
  });
});

describe("Without a connection", () => {
  test("a sheet that cannot be filled says so inside the sheet, and is filled once it is back", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    // Other requests must have ended, because this test is not about them.
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await chip(page, "Prior lines").click();
    const sheet = page.getByRole("dialog");
    await sheet.waitFor();
    await sheet.getByText("No connection").waitFor({ timeout: 2000 });
    expect(await sheet.getByRole("button", { name: "Try again" }).count()).toBe(1);
    await page.context().setOffline(false);
    await choice(sheet, "Earlier").waitFor();
  });
});

describe("What went wrong before", () => {
  test("in a page damaged on its way is mended by asking the edge", async ({ openPage }) => {
    const { page, misconduct } = await openPage();
    await page.route("**/embed", async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({ response, body: text.replace('json">{', 'json">{"rows":') });
    });
    await page.goto("/embed");
    await expectToShow(page, await answerTo(""));
    await openSheet(page, "Age");
    expect(misconduct.pageErrors).toEqual([]);
  });
});
