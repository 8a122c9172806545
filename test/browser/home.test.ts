/** The builder: the copied snippet matches the preview, and it works on another page. The home page. */
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { sampled } from "../support/sample.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { code, setEarly, snippet, textOf } from "./support/builder.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { live } from "./support/screen.ts";
import { screenshot } from "./support/screenshot.ts";

/** A link says with which data it was made; what is put on a page shows the present ones. */
const asOf = `data=${dataVersion.slice(0, 10)}`;

describe("What the preview shows is what is copied", () => {
  test("a filter of the preview is in every snippet, and in the code", async ({ openSparing }) => {
    const { page, misconduct } = await openSparing("/build");
    expect(await textOf(page, "As an element")).toContain("<myeloma-compare><a ");
    await setEarly(page);
    const ours = inject("serverUrl");
    const element = () => textOf(page, "As an element");
    expect(await element()).toContain('<myeloma-compare setting="early">');
    expect(await textOf(page, "As a frame")).toContain(`src="${ours}/embed?setting=early"`);
    expect(await textOf(page, "As a link")).toBe(`${ours}/embed?setting=early&${asOf}`);
    expect(await code(page).getAttribute("src")).toBe(`${ours}/qr.svg?setting=early`);
    expect(await page.getByLabel("Question").inputValue()).toBe("setting=early");
    // Inside the element is a link to the same page, and the picture if asked for.
    expect(await element()).toMatch(
      new RegExp(`"><a href="${ours}/embed\\?setting=early">[^<]+</a></myeloma-compare>`),
    );
    await page.getByLabel("shown before its script loads").selectOption("picture");
    expect(await element()).toContain(`<img src="${ours}/v1/picture.png?setting=early" alt="" `);
    await page.getByLabel("shown before its script loads").selectOption("link");
    expect(await element()).not.toContain("<img");
    expect(misconduct).toEqual(goodConduct);
  });
});

describe("For everybody", () => {
  test.for(sampled(["/", "/build"], 1))(
    "%s: nothing is wider than the screen at any width, and axe finds nothing",
    async (path, { openSparing }) => {
      const { page } = await openSparing(path, { width: 1280, reducedMotion: "reduce" });
      for (const width of [1280, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
        if (width === 390) await screenshot(page, `home${path.slice(1)}-390-light`);
      }
      await expectNoAxeViolationsInAnyColours(page);
    },
  );

  test("without JavaScript there are numbers, snippets and the code, and nothing that does nothing", async ({
    openAt,
  }) => {
    const { page, misconduct } = await openAt("/build", {
      javaScriptEnabled: false,
    });
    expect(await page.getByText(/\d+ of 100/).count()).toBeGreaterThan(1);
    for (const name of ["As an element", "As a frame", "As a link"] as const) {
      expect(await snippet(page, name).isVisible()).toBe(true);
    }
    expect(await code(page).isVisible()).toBe(true);
    expect(await page.getByRole("combobox").count()).toBe(0);
    expect(await page.getByRole("button", { name: /^Copy as an? / }).count()).toBe(0);
    expect(misconduct).toEqual(goodConduct);
  });

  test("nothing moves while the page comes to life", async ({ openPage }) => {
    const { page } = await openPage({ width: 1280, height: 800 });
    await page.addInitScript(() => {
      Object.assign(window, { moved: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value } = entry as PerformanceEntry & { value: number };
          Object.assign(window, { moved: (window as unknown as { moved: number }).moved + value });
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto("/");
    await live(page);
    await page.waitForTimeout(300);
    const moved = await page.evaluate(() => (window as unknown as { moved: number }).moved);
    expect(moved).toBeLessThan(0.01);
  });
});
