import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, screenshot } from "../support/browser.ts";
import {
  answerTo,
  choice,
  expectToShow,
  goodConduct,
  openBlank,
  openHostPage,
  openRow,
  openSheet,
  openWidget,
  rows,
  withoutEngine,
} from "./screen.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("The answer is drawn without an error", () => {
  test.each([
    ["in dark colours", { colorScheme: "dark" }],
    ["in forced colours", { forcedColors: "active" }],
    ["with reduced motion", { reducedMotion: "reduce" }],
  ] as const)("%s", async (_, options) => {
    const { page, close, misconduct } = await openWidget(browser, "/embed", options);
    await openRow(rows(page).first());
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(misconduct).toEqual(goodConduct);
    await close();
  });

  test("dark and light differ, and both classes keep two colours and two shapes", async () => {
    const { page, close } = await openWidget(browser, "/embed");
    const papers: string[] = [];
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const [carT, bsab] = await page
        .getByRole("heading", { level: 2 })
        .locator("strong")
        .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).color));
      expect(carT).toBeTruthy();
      expect(carT).not.toBe(bsab);
      papers.push(`${carT} ${bsab}`);
    }
    expect(papers[0]).not.toBe(papers[1]);
    const shapes = await page
      .getByRole("heading", { level: 2 })
      .locator("svg")
      .evaluateAll((marks) => marks.map((mark) => mark.innerHTML));
    expect(new Set(shapes).size).toBe(2);
    await close();
  });

  test("with reduced motion nothing moves", async () => {
    const { page, close } = await openWidget(browser, "/embed", { reducedMotion: "reduce" });
    await openSheet(page, "Age");
    const moving = await page.evaluate(() => {
      const root = document.querySelector("myeloma-compare")?.shadowRoot;
      return [...(root?.querySelectorAll("*") ?? [])].filter((node) => {
        const { transitionDuration, animationName } = getComputedStyle(node);
        return transitionDuration !== "0s" || animationName !== "none";
      }).length;
    });
    expect(moving).toBe(0);
    await close();
  });
});

describe("Pictures for people to look at", () => {
  test("the embedded page, on phones and desktops", async () => {
    const { page, close } = await openWidget(browser, "/embed");
    const light = { colorScheme: "light", forcedColors: "none" } as const;
    for (const [name, width, media] of [
      ["phone", 390, light],
      ["phone-dark", 390, { colorScheme: "dark" }],
      ["phone-forced-colours", 390, { ...light, forcedColors: "active" }],
      ["phone-320", 320, light],
      ["desktop", 1280, light],
      ["desktop-dark", 1280, { colorScheme: "dark" }],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia(media);
      await screenshot(page, name);
    }
    await close();
  });

  test("the trials of a row", async () => {
    const { page, close } = await openWidget(browser, "/embed");
    await openRow(rows(page).first());
    await screenshot(page, "phone-forest");
    await page.setViewportSize({ width: 1280, height: 844 });
    await screenshot(page, "desktop-forest");
    await close();
  });

  test.each([
    ["home", "/", { width: 1280 }],
    ["empty", "/embed?prior-lines=90-", {}],
    ["one-class", "/embed?therapy-class=car-t", {}],
  ] as const)("%s", async (name, path, options) => {
    const { page, close } = await openWidget(browser, path, options);
    await screenshot(page, name);
    await close();
  });

  test("sheets", async () => {
    const { page, close } = await openWidget(browser, "/embed");
    for (const name of ["Prior lines", "Product", "More"] as const) {
      const sheet = await openSheet(page, name);
      await screenshot(page, `sheet-${name.toLowerCase().replace(" ", "-")}`);
      await sheet.getByRole("button", { name: "Close" }).click();
    }
    await close();
  });

  test("error", async () => {
    const { page, close } = await openBlank(browser);
    await withoutEngine(page);
    await page.route("**/v1/comparison**", (route) => route.fulfill({ status: 500 }));
    await openHostPage(page);
    await page.getByRole("alert").waitFor();
    await screenshot(page, "error");
    await close();
  });
});
