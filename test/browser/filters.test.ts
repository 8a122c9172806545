/** What a reader sees after a choice: the verdict, the rows that changed, a slow answer, an empty class. */
import { expect } from "vitest";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import {
  backToAnswer,
  choice,
  choose,
  openSheet,
  rows,
  settled,
  waysOut,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { gate } from "./support/traffic.ts";

test("After a filter is chosen far down the reader is back at the verdict, and changed rows are named; a tab leads to the beginning of its outcomes, with the focus", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  await page.evaluate(() => scrollTo(0, 900));
  await choose(page, "Lines", "2 lines");
  await page.getByRole("heading", { level: 2, name: /not compared/ }).waitFor();
  await settled(page);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(20);
  const said = page.getByRole("status").filter({ hasText: "Updated: " });
  expect(await said.first().innerText()).toMatch(/Changed: .*Complete response/);

  await page.setViewportSize({ width: 390, height: 600 });
  await page.getByRole("link", { name: "Harms" }).click();
  await rows(page).nth(9).waitFor();
  await settled(page);
  await expect.poll(() => focused(page)).toBe("Harms");
  const top = await rows(page)
    .first()
    .evaluate((row) => row.getBoundingClientRect().top);
  expect(top).toBeLessThan(600);
});

test("While a new answer is slow the old numbers stay in their place, which is said, until it comes; a filter that empties a class says so before and after, and one tap brings it back", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const sheet = await openSheet(page, "Prior lines");
  const released = gate();
  const resources = "**/v1/screen**";
  await page.route(resources, async (route) => {
    await released.opened;
    await route.continue();
  });
  const place = await rows(page).first().boundingBox();
  await choice(sheet, "Any number").click();
  await page.getByText("Still working").waitFor();
  await expectToShow(page, await answerTo(""));
  expect(await page.getByRole("status").innerText()).toContain("Still working");
  expect(await rows(page).first().boundingBox()).toEqual(place);
  released.open();
  await expectToShow(page, await answerTo("lines=any"));
  expect(await page.getByText("Still working").count()).toBe(0);

  const answer = await answerTo("lines=any&prior-lines=-4");
  expect(answer.selection.cohorts.bsab).toBe(0);
  await expect.poll(() => choice(sheet, "Up to 4").innerText()).toContain("no bispecific trial");
  await choice(sheet, "Up to 4").click();
  await page.getByText("No bispecific study").waitFor();
  await expectToShow(page, answer);
  await backToAnswer(sheet);
  await waysOut(page).first().click();
  await expectToShow(page, await answerTo(answer.selection.wider[0]?.query ?? "?"));
});
