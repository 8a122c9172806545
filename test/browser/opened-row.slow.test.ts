/** An opened row: by keyboard, on a phone, beside the answer, with a trial left out. */

import { describe, expect } from "vitest";
import { elementTexts as words } from "#presentation/words/element.ts";
import { expectNothingCutOff, setTextSize, textOverlaps } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { focused, hasFocus, tabTo } from "./support/keyboard.ts";
import {
  closePanel,
  openedRow,
  opener,
  openRow,
  panel,
  rowOf,
  rows,
  settled,
  toggle,
  unfoldAll,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const question = "exclude=cartitude-1";

describe("An opened row", () => {
  test("opens by keyboard with the focus, is one scroll whose lists unfold by keys, and gives the focus back; unfolded, it fits 320 pixels", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 320, reducedMotion: "reduce" });
    const button = toggle(rowOf(page));
    await tabTo(page, /^Response/);
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await openedRow(page).waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    expect(await focused(page)).toBe("Close");
    await expectNothingCutOff(page);
    for (const name of [/^Sources: \d+ trials$/, /^Published pools/, /^How it is computed$/]) {
      await tabTo(page, name);
      await page.keyboard.press("Enter");
    }
    await unfoldAll(panel(page));
    await expectNothingCutOff(page);
    await page.keyboard.press("Escape");
    await expect.poll(() => button.getAttribute("aria-expanded")).toBe("false");
    await expect.poll(() => hasFocus(button)).toBe(true);
  });

  test("gives back the page as it was and its button, however it is left, and forward does not lead to it", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const button = toggle(rows(page).nth(6));
    await button.evaluate((node) => node.scrollIntoView({ block: "center" }));
    const place = () => page.evaluate(() => scrollY);
    const before = await place();
    expect(before).toBeGreaterThan(200);
    // The press leaves the button without focus, as in Safari.
    const press = () =>
      button.evaluate((node: HTMLElement) => {
        node.blur();
        node.click();
      });
    const leaves = [
      () => closePanel(page),
      () => page.keyboard.press("Escape"),
      () => page.goBack(),
    ];
    for (const leave of leaves) {
      await press();
      await openedRow(page).waitFor();
      await panel(page)
        .locator(".sheet-body")
        .evaluate((body) => body.scrollTo(0, body.scrollHeight));
      await leave();
      await expect.poll(() => panel(page).count()).toBe(0);
      await expect.poll(() => page.evaluate(() => history.state)).toBe(null);
      expect(await hasFocus(button)).toBe(true);
      expect(await place()).toBe(before);
      await page.evaluate(() => history.forward());
      await page.waitForTimeout(300);
      expect([await panel(page).count(), await page.evaluate(() => history.state)]).toEqual([
        0,
        null,
      ]);
    }
  });
});

test("A row that stands behind Response opens in its place, leads back to it, and goes with it", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const button = toggle(rowOf(page));
  await button.click();
  const fold = panel(page).locator("summary", { hasText: /^Deeper response: / });
  const behind = panel(page).locator('[data-opens="scr"]');
  await fold.click();
  await behind.click();
  await panel(page)
    .getByRole("heading", { name: /^Stringent complete response/ })
    .waitFor();
  await panel(page)
    .locator("summary", { hasText: /^Sources/ })
    .waitFor();
  await panel(page).getByRole("button", { name: "Back to Response" }).click();
  await fold.click();
  await behind.click();
  await page.keyboard.press("Escape");
  await expect.poll(() => panel(page).count()).toBe(0);
  await expect.poll(() => hasFocus(button)).toBe(true);
});

test("A row beside the answer stays while that is used, lies over it where there is no room, and closes by Escape from within or with an answer without it", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed?outcome=toxicity", { width: 1200 });
  const { tabs } = words;
  const group = page.getByRole("group", { name: "Results" });
  await group.getByRole("link", { name: tabs.summary }).click();
  await expectToShow(page, await answerTo(""));
  const button = toggle(rowOf(page));
  expect(await button.getAttribute("aria-controls")).toBe(null);
  await openRow(rowOf(page));
  const id = (await button.getAttribute("aria-controls")) ?? "";
  expect(
    await panel(page)
      .and(page.locator(`#${id}`))
      .count(),
  ).toBe(1);
  const patientButton = opener(page, "My patient");
  await patientButton.focus();
  await page.keyboard.press("Escape");
  expect(await panel(page).count()).toBe(1);
  expect(await hasFocus(patientButton)).toBe(true);
  // The panel does not hold the focus: Tab leads out of it.
  await panel(page).getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Shift+Tab");
  expect(await panel(page).evaluate((node) => node.matches(":focus-within"))).toBe(false);
  await panel(page).getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Escape");
  await expect.poll(() => panel(page).count()).toBe(0);

  // A tablet that is turned upright has no room for a panel.
  const isOver = () => panel(page).evaluate((node) => node.matches(":modal"));
  const drawn = () => panel(page).evaluate((node) => getComputedStyle(node).position);
  await openRow(rowOf(page), "Sources");
  expect([await isOver(), await drawn()]).toEqual([false, "absolute"]);
  await page.setViewportSize({ width: 820, height: 1180 });
  await expect.poll(isOver).toBe(true);
  expect(await drawn()).toBe("fixed");
  expect(await panel(page).getByRole("list", { name: "CAR-T" }).isVisible()).toBe(true);
  await page.setViewportSize({ width: 1200, height: 820 });
  await expect.poll(isOver).toBe(false);
  await closePanel(page);
  await expect.poll(() => panel(page).count()).toBe(0);
  expect(await hasFocus(button)).toBe(true);

  await openRow(rowOf(page));
  await page.goBack();
  await expectToShow(page, await answerTo("outcome=toxicity"));
  expect(await panel(page).count()).toBe(0);
  expect(await hasFocus(page.getByRole("heading", { level: 2 }).first())).toBe(true);
});

test.for([1000, 1100, 1400])(
  "Beside a row of any length, at %i pixels, the page ends with the answer, and no word of it overlaps another",
  async (width, { openWidget }) => {
    const { page } = await openWidget("/embed?availability=eu", { width });
    for (const row of await rows(page).all()) {
      await openRow(row);
      await panel(page).locator("summary").first().waitFor();
      const [pageEnd, answerEnd] = await page.evaluate(() => {
        const answer = document.querySelector("myeloma-compare")?.getBoundingClientRect();
        return [document.documentElement.scrollHeight, Math.ceil((answer?.bottom ?? 0) + scrollY)];
      });
      expect(pageEnd).toBe(answerEnd);
      expect(await textOverlaps(page.locator("myeloma-compare"))).toEqual([]);
      await closePanel(page);
    }
  },
);

test("With larger letters a row lies over the answer", async ({ openWidget }) => {
  const { page } = await openWidget("/embed?outcome=toxicity", { width: 1200 });
  await setTextSize(page, "125%");
  await openRow(rows(page).first());
  const isOver = await panel(page).evaluate((node) => node.matches(":modal"));
  const drawn = await panel(page).evaluate((node) => getComputedStyle(node).position);
  expect([isOver, drawn]).toEqual([true, "fixed"]);
});

test("A trial that is unticked leaves the answer; row, list, place, focus and link stay, and it comes back", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const row = rowOf(page);
  await openRow(row, /^Sources/);
  const box = panel(page).getByRole("checkbox", { name: "Count CARTITUDE-1", exact: true });
  await box.focus();
  const place = async () => (await box.boundingBox())?.y ?? 0;
  const before = await place();
  await page.keyboard.press("Space");
  await expectToShow(page, await answerTo(question));
  await settled(page);
  expect(await box.isChecked()).toBe(false);
  expect(await box.evaluate((node) => node.matches(":focus"))).toBe(true);
  // The texts above the row may have changed; the row stays under the finger.
  expect(Math.abs((await place()) - before)).toBeLessThan(20);
  const line = panel(page)
    .getByRole("listitem")
    .filter({ has: page.getByText("left out", { exact: true }) });
  expect(await line.innerText()).toContain("CARTITUDE-1");
  expect(await page.getByRole("status").innerText()).toMatch(/^Updated: /);
  expect(page.url()).toContain(question);
  await page.keyboard.press("Space");
  await expectToShow(page, await answerTo(""));
  await settled(page);
  expect(await box.isChecked()).toBe(true);
  expect(await line.count()).toBe(0);
});

/** Pixels of an opened row with everything long folded: the longest name seven analyses that lose it. */
const mostHeight = 2200;

test("An opened row is not higher than two and a half screens of a phone before anything is unfolded", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed", { width: 390, reducedMotion: "reduce" });
  const { outcomes } = await answerTo("");
  for (const { outcome } of outcomes) {
    const row = rowOf(page, outcome);
    if ((await row.count()) === 0) continue;
    await openRow(row);
    const height = await panel(page)
      .locator(".sheet-body")
      .evaluate((body) => body.scrollHeight);
    expect(height, outcome).toBeLessThan(mostHeight);
  }
});
