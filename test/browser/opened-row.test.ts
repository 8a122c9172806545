/** The parts of an opened row: by keyboard, on a phone, with a trial left out. */
import { describe, expect } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { focused, hasFocus, tabTo } from "./support/keyboard.ts";
import {
  choosePart,
  closePanel,
  opener,
  openRow,
  panel,
  partOf,
  rowOf,
  rows,
  settled,
  toggle,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { isWhole } from "./support/whole.ts";

const question = "exclude=cartitude-1";
const parts = ["Products", "Trials", "How sure", "Sources"];

describe("An opened row", () => {
  test("opens by keyboard with the focus, goes from part to part by arrow keys, with one tab stop, and gives the focus back; unfolded, each part fits 320 pixels", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 320, reducedMotion: "reduce" });
    const button = toggle(rowOf(page));
    await tabTo(page, /^Response/);
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await partOf(page).waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    expect(await focused(page)).toBe("Close");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Products");
    for (const name of [...parts.slice(1), ...parts.slice(0, 1)]) {
      await page.keyboard.press("ArrowRight");
      expect(await focused(page)).toBe(name);
      expect(await panel(page).getByRole("tab", { selected: true }).innerText()).toBe(name);
      await partOf(page).and(panel(page).getByRole("tabpanel", { name })).waitFor();
      await partOf(page)
        .locator("details")
        .evaluateAll((all) => {
          for (const one of all) one.setAttribute("open", "");
        });
      await expectNothingCutOff(page);
    }
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("Sources");
    await page.keyboard.press("Home");
    expect(await focused(page)).toBe("Products");
    await page.keyboard.press("Tab");
    expect(parts).not.toContain(await focused(page));
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
    // As in Safari, where what is pressed gets no focus.
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
      await choosePart(page, "Sources");
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

test("A row beside the answer stays while that is used, lies over it where there is no room, and closes by Escape from within or with an answer without it", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed?outcome=toxicity", { width: 1200 });
  const { tabs } = english.screen;
  const group = page.getByRole("group", { name: tabs.label });
  await group.getByRole("link", { name: tabs.efficacy }).click();
  await expectToShow(page, await answerTo("outcome=efficacy"));
  const button = toggle(rowOf(page));
  expect(await button.getAttribute("aria-controls")).toBe(null);
  await openRow(rowOf(page));
  const id = (await button.getAttribute("aria-controls")) ?? "";
  expect(
    await panel(page)
      .and(page.locator(`#${id}`))
      .count(),
  ).toBe(1);
  const other = opener(page, "Patient");
  await other.focus();
  await page.keyboard.press("Escape");
  expect(await panel(page).count()).toBe(1);
  expect(await hasFocus(other)).toBe(true);
  // Neither holds the focus: from the end of the panel Tab goes on into the table.
  await panel(page).getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("Shift+Tab");
  expect(await panel(page).evaluate((node) => node.matches(":focus-within"))).toBe(false);
  await panel(page).getByRole("tab", { selected: true }).focus();
  await page.keyboard.press("Escape");
  await expect.poll(() => panel(page).count()).toBe(0);

  // A turned tablet leaves no room, nor do larger letters.
  const isOver = () => panel(page).evaluate((node) => node.matches(":modal"));
  const drawn = () => panel(page).evaluate((node) => getComputedStyle(node).position);
  await openRow(rowOf(page), "Sources");
  expect([await isOver(), await drawn()]).toEqual([false, "absolute"]);
  await page.setViewportSize({ width: 820, height: 1180 });
  await expect.poll(isOver).toBe(true);
  expect(await drawn()).toBe("fixed");
  expect(await panel(page).getByRole("tab", { selected: true }).innerText()).toBe("Sources");
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
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "125%";
  });
  await openRow(rows(page).first());
  expect([await isOver(), await drawn()]).toEqual([true, "fixed"]);
});

test("A trial that is unticked leaves the answer; row, part, place, focus and link stay, and it comes back", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const row = rowOf(page);
  await openRow(row);
  const box = panel(page).getByRole("checkbox", { name: "Count CARTITUDE-1", exact: true });
  await box.focus();
  const place = async () => (await box.boundingBox())?.y ?? 0;
  const before = await place();
  await page.keyboard.press("Space");
  await expectToShow(page, await answerTo(question));
  await settled(page);
  expect(await box.isChecked()).toBe(false);
  expect(await box.evaluate((node) => node.matches(":focus"))).toBe(true);
  expect(Math.abs((await place()) - before)).toBeLessThan(2);
  const line = panel(page).getByRole("row").filter({ hasText: "left out" });
  expect(await line.innerText()).toContain("CARTITUDE-1");
  expect(await page.getByRole("status").innerText()).toMatch(/^Updated: /);
  expect(page.url()).toContain(question);
  await page.keyboard.press("Space");
  await expectToShow(page, await answerTo(""));
  await settled(page);
  expect(await box.isChecked()).toBe(true);
  expect(await line.count()).toBe(0);
});

test.runIf(isWhole)(
  "An opened row shows each part within a little more than one screen of a phone, the sources within two",
  async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { width: 390, reducedMotion: "reduce" });
    const { outcomes } = await answerTo("");
    for (const { outcome } of outcomes) {
      const row = rowOf(page, outcome);
      if ((await row.count()) === 0) continue;
      await openRow(row, "Products");
      for (const name of parts) {
        await choosePart(page, name);
        const height = await panel(page)
          .getByRole("tablist")
          .evaluate((list) => list.parentElement?.scrollHeight);
        // Sources are followed by what others found; seven checks each say why they are lost.
        const most: Readonly<Record<string, number>> = { Sources: 1800, "How sure": 1250 };
        expect(height, `${outcome}: ${name}`).toBeLessThan(most[name] ?? 1100);
      }
    }
  },
);
