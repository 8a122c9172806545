import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { openWithoutAnswer } from "./support/host.ts";
import { goodConduct } from "./support/page.ts";
import { choice, openRow, openSheet, rows } from "./support/screen.ts";
import { screenshot } from "./support/screenshot.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { withoutEngine } from "./support/traffic.ts";

describe("The answer is drawn without an error", () => {
  test.for([
    ["in dark colours", { colorScheme: "dark" }],
    ["in forced colours", { forcedColors: "active" }],
    ["with reduced motion", { reducedMotion: "reduce" }],
  ] as const)("%s", async ([_, options], { openWidget }) => {
    const { page, misconduct } = await openWidget("/embed", options);
    await openRow(rows(page).first());
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    expect(misconduct).toEqual(goodConduct);
  });

  test("dark and light differ, and both classes keep two colours and two shapes", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed?theme=system");
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
  });

  test("with reduced motion nothing moves", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { reducedMotion: "reduce" });
    await openSheet(page, "Age");
    const moving = await page.evaluate(() => {
      const root = document.querySelector("myeloma-compare")?.shadowRoot;
      return [...(root?.querySelectorAll("*") ?? [])].filter((node) => {
        const { transitionDuration, animationName } = getComputedStyle(node);
        return transitionDuration !== "0s" || animationName !== "none";
      }).length;
    });
    expect(moving).toBe(0);
  });
});

describe("Pictures for people to look at", () => {
  test("the embedded page, on phones and desktops", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?theme=system");
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
  });

  test("the trials of a row", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await openRow(rows(page).first());
    await screenshot(page, "phone-forest");
    await page.setViewportSize({ width: 1280, height: 844 });
    await screenshot(page, "desktop-forest");
  });

  test.for([
    ["home", "/", { width: 1280 }],
    ["empty", "/embed?prior-lines=90-", {}],
    ["one-class", "/embed?therapy-class=car-t", {}],
  ] as const)("%s", async ([name, path, options], { openWidget }) => {
    const { page } = await openWidget(path, options);
    await screenshot(page, name);
  });

  test("sheets", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    for (const name of ["Prior lines", "Product", "More"] as const) {
      const sheet = await openSheet(page, name);
      await screenshot(page, `sheet-${name.toLowerCase().replace(" ", "-")}`);
      await sheet.getByRole("button", { name: "Close" }).click();
    }
  });

  test("error", async ({ openPage }) => {
    const { page } = await openPage();
    await withoutEngine(page);
    await page.route("**/v1/comparison**", (route) => route.fulfill({ status: 500 }));
    await openWithoutAnswer(page);
    await page.getByRole("alert").waitFor();
    await screenshot(page, "error");
  });
});
