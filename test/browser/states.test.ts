import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { openWithoutAnswer } from "./support/host.ts";
import {
  chip,
  choice,
  live,
  openSheet,
  rows,
  rowTexts,
  toggle,
  waysOut,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { holdAnswers, withoutEngine } from "./support/traffic.ts";

describe("Before the first answer", () => {
  test("a message and a retry are shown when the server fails, and the retry works", async ({
    openPage,
  }) => {
    const { page, misconduct } = await openPage();
    await withoutEngine(page);
    await page.route("**/v1/comparison**", (route) => route.fulfill({ status: 503, body: "no" }));
    await openWithoutAnswer(page);
    await page.getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
    expect(misconduct.pageErrors).toEqual([]);
    await page.unroute("**/v1/comparison**");
    await page.getByRole("button", { name: "Try again" }).click();
    await expectToShow(page, await answerTo(""));
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});

describe("When a new answer is slow", () => {
  test("the old numbers stay in their place, without colour, a notice is shown and announced, and both end with the answer", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    const sheet = await openSheet(page, "Prior lines");
    const release = await holdAnswers(page);
    const place = await rows(page).first().boundingBox();
    await choice(sheet, "Earlier").click();
    await page.getByText("Still working").waitFor();
    await expectToShow(page, await answerTo(""));
    const spread = await rows(page)
      .first()
      .evaluate((row) => {
        const colours = [...row.querySelectorAll("*")].map((node) => getComputedStyle(node).color);
        const channels = colours.map((colour) =>
          (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number),
        );
        return Math.max(...channels.map((of) => Math.max(...of) - Math.min(...of)));
      });
    expect(spread, "all text is grey").toBeLessThan(40);
    expect(await page.getByRole("status").innerText()).toContain("Still working");
    expect(await rows(page).first().boundingBox()).toEqual(place);
    release();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await page.getByText("Still working").count()).toBe(0);
  });
});

describe("Without a connection", () => {
  test("the last numbers stay, it says so, and the new ones come once it is back", async ({
    openEdgeWidget,
  }) => {
    const { page, misconduct } = await openEdgeWidget("/embed");
    const sheet = await openSheet(page, "Prior lines");
    const before = await rowTexts(page);
    await page.context().setOffline(true);
    await choice(sheet, "Earlier").click();
    const alert = page.getByRole("alert").filter({ hasText: "No connection" });
    await alert.waitFor();
    expect(await alert.innerText()).toContain("last ones received");
    expect(await rowTexts(page)).toEqual(before);
    // The reason why the rows are old is visible at every scroll position.
    await rows(page).nth(6).scrollIntoViewIfNeeded();
    expect((await alert.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.context().setOffline(false);
    await expectToShow(page, await answerTo("setting=early"));
    expect(await alert.count()).toBe(0);
    expect(misconduct.pageErrors).toEqual([]);
  });
});

describe("A part of the script that cannot be had at first", () => {
  test.for([
    ["of an opened row", "rest", (page: Page) => toggle(rows(page).first()).click()],
    ["of a sheet", "sheet-content", (page: Page) => chip(page, "More").click()],
  ] as const)("%s comes when it is asked for again", async ([_, name, wantIt], { openPage }) => {
    const { page } = await openPage();
    await page.route(`**/assets/${name}-*`, (route) => route.abort("connectionfailed"));
    await page.goto("/embed");
    await live(page);
    await wantIt(page);
    await page.getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
    await page.unroute(`**/assets/${name}-*`);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    await page
      .getByRole(name === "rest" ? "tabpanel" : "group")
      .first()
      .waitFor();
  });
});

describe("When one class is left", () => {
  test("a filter that empties a class says so before and after, and one tap brings it back", async ({
    openSparing,
  }) => {
    const answer = await answerTo("prior-lines=-4");
    expect(answer.selection.cohorts.bsab).toBe(0);
    const { page } = await openSparing("/embed");
    const sheet = await openSheet(page, "Prior lines");
    expect(await choice(sheet, "Up to 4").innerText()).toContain("only CAR-T");
    await choice(sheet, "Up to 4").click();
    await page.getByText("No bispecific study").waitFor();
    await expectToShow(page, answer);
    await waysOut(page).first().click();
    await expectToShow(page, await answerTo(answer.selection.relax[0]?.query ?? "?"));
  });
});
