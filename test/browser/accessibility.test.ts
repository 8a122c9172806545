import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectNoAxeViolations, launchBrowser } from "../support/browser.ts";
import {
  chipNames,
  gate,
  openBlank,
  openHostPage,
  openRow,
  openSheet,
  openWidget,
  rows,
  toggle,
  withoutEngine,
} from "./screen.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Without motion, so that no colour is measured halfway through a transition. */
const calm = { reducedMotion: "reduce" } as const;

describe("axe finds nothing on the embedded page", () => {
  test.each(["light", "dark"] as const)(
    "in %s colours, closed and with the trials of a row open",
    async (colorScheme) => {
      const { page, close } = await openWidget(browser, "/embed", { ...calm, colorScheme });
      await expectNoAxeViolations(page);
      await openRow(rows(page).first());
      await expectNoAxeViolations(page);
      await close();
    },
  );

  test.each(chipNames)("with the sheet %s open, light and dark", async (name) => {
    const { page, close } = await openWidget(browser, "/embed", calm);
    await openSheet(page, name);
    await expectNoAxeViolations(page);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expectNoAxeViolations(page);
    await close();
  });

  test("with a refused range in a sheet", async () => {
    const { page, close } = await openWidget(browser, "/embed", calm);
    const sheet = await openSheet(page, "Prior lines");
    await sheet.getByRole("textbox").first().fill("many");
    await page.keyboard.press("Enter");
    await sheet.getByRole("alert").filter({ hasText: /\w/ }).waitFor();
    await expectNoAxeViolations(page);
    await close();
  });

  test.each([
    ["an empty answer", "/embed?prior-lines=90-"],
    ["one class left", "/embed?therapy-class=car-t"],
    ["a note about ignored parameters", "/embed?utm_source=intranet"],
  ])("with %s", async (_, path) => {
    const { page, close } = await openWidget(browser, path, calm);
    await expectNoAxeViolations(page);
    await close();
  });

  test("when a question is refused", async () => {
    const { page, close } = await openBlank(browser, calm);
    const response = await page.goto("/embed?setting=never");
    expect(response?.status()).toBe(400);
    await expectNoAxeViolations(page);
    await close();
  });

  test("when the server fails after an answer", async () => {
    const { page, close } = await openWidget(browser, "/embed", calm);
    await page.route("**/v1/comparison**", (route) => route.fulfill({ status: 500 }));
    await toggle(rows(page).first()).click();
    await page.getByRole("alert").waitFor();
    await expectNoAxeViolations(page);
    await close();
  });
});

describe("axe finds nothing on the home page, nor on that of a host", () => {
  test("at 1280 pixels, closed and with the trials of a row open", async () => {
    const { page, close } = await openWidget(browser, "/", { ...calm, width: 1280 });
    await expectNoAxeViolations(page);
    await openRow(rows(page).first());
    await expectNoAxeViolations(page);
    await close();
  });

  test("while the first answer of a host’s page is on its way, and when it does not come", async () => {
    const { page, close } = await openBlank(browser, calm);
    const waiting = gate();
    await withoutEngine(page);
    await page.route("**/v1/comparison**", async (route) => {
      await waiting.opened;
      await route.fulfill({ status: 500 });
    });
    await openHostPage(page);
    await page.getByRole("status").waitFor();
    await expectNoAxeViolations(page);
    waiting.open();
    await page.getByRole("alert").waitFor();
    await expectNoAxeViolations(page);
    await close();
  });
});
