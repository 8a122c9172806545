/** The guides in a browser: accessible, nothing cut off, readable on paper and without scripts. */
import { expect } from "vitest";
import { guides } from "#server/documentation/guides/guides.ts";
import { sampled } from "../support/sample.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

const paths = ["/docs", ...guides.map(({ id }) => `/docs/${id}`)];
const each = paths.map((path, index) => [path, index % 2 === 0 ? "light" : "dark"] as const);

test.for(sampled(each, 1))(
  "%s in %s colours: axe finds nothing, and at 320 pixels nothing scrolls sideways but tables and code",
  async ([path, colorScheme], { openAt }) => {
    const { page, misconduct } = await openAt(path, { colorScheme, width: 320 });
    await expectNoAxeViolations(page);
    const { cutOff, reachable } = await page.evaluate(() => {
      const wide = [...document.querySelectorAll<HTMLElement>(".wide, pre")];
      return {
        cutOff: document.documentElement.scrollWidth > innerWidth,
        reachable: wide.every(({ tabIndex }) => tabIndex === 0),
      };
    });
    expect([cutOff, reachable]).toEqual([false, true]);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation", { name: "Contents" }).isVisible()).toBe(false);
    expect(misconduct).toEqual(goodConduct);
  },
);

test("are reached from the first page, and lead on to each other, without scripts", async ({
  openAt,
}) => {
  const { page } = await openAt("/docs", { javaScriptEnabled: false });
  await page.getByRole("link", { name: "For clinicians" }).click();
  await page.getByRole("heading", { level: 1, name: "For clinicians" }).waitFor();
  await page.getByRole("link", { name: "For operators" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  expect(new URL(page.url()).hash).toBe("#settings");
});
