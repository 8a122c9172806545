/** An answer that is slow, and one with a class left. */
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { backToAnswer, choice, openSheet, rows, waysOut } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { holdAnswers } from "./support/traffic.ts";

describe("When a new answer is slow", () => {
  test("the old numbers stay in their place, a notice is shown and announced, and both end with the answer", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "Lines");
    const release = await holdAnswers(page);
    const place = await rows(page).first().boundingBox();
    await choice(sheet, "Any number").click();
    await page.getByText("Still working").waitFor();
    await expectToShow(page, await answerTo(""));
    expect(await page.getByRole("status").innerText()).toContain("Still working");
    expect(await rows(page).first().boundingBox()).toEqual(place);
    release();
    await expectToShow(page, await answerTo("lines=any"));
    expect(await page.getByText("Still working").count()).toBe(0);
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
