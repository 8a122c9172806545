/** An answer that is slow or does not come, and one with a class left. */
import { describe, expect } from "vitest";
import { goOffline } from "./support/faults.ts";
import { test } from "./support/fixture.ts";
import { backToAnswer, choice, openSheet, rows, waysOut } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { holdAnswers } from "./support/traffic.ts";

describe("When a new answer is slow", () => {
  test("the old numbers stay in their place, without colour, a notice is shown and announced, and both end with the answer", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "Lines");
    const release = await holdAnswers(page);
    const place = await rows(page).first().boundingBox();
    await choice(sheet, "Any number").click();
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
    await expectToShow(page, await answerTo("lines=any"));
    expect(await page.getByText("Still working").count()).toBe(0);
  });
});

describe("When a new answer does not come", () => {
  test("the reason why the rows are old is in sight wherever one has scrolled to", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "Lines");
    await goOffline(page);
    await choice(sheet, "Any number").click();
    const alert = page.getByRole("alert").filter({ hasText: "No connection" });
    await alert.waitFor();
    await rows(page).nth(6).scrollIntoViewIfNeeded();
    expect((await alert.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });
});

describe("When one class is left", () => {
  test("a filter that empties a class says so before and after, and one tap brings it back", async ({
    openWidget,
  }) => {
    const answer = await answerTo("prior-lines=-4");
    expect(answer.selection.cohorts.bsab).toBe(0);
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "Prior lines");
    expect(await choice(sheet, "Up to 4").innerText()).toContain("no bispecific trial");
    await choice(sheet, "Up to 4").click();
    await page.getByText("No bispecific study").waitFor();
    await expectToShow(page, answer);
    await backToAnswer(sheet);
    await waysOut(page).first().click();
    await expectToShow(page, await answerTo(answer.selection.wider[0]?.query ?? "?"));
  });
});
