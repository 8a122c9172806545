/** Places on a page that ask the element how wide it is, or give it no box of its own. */
import { expect } from "vitest";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { rows } from "./support/screen.ts";

const element = (style = "") => `<myeloma-compare style="${style}"></myeloma-compare>`;

const places: Record<string, string> = {
  "in a table cell": `<table><tr><td>${element()}</td></tr></table>`,
  "in a table cell beside another": `<table><tr><td>${element()}</td><td>News of the ward</td></tr></table>`,
  "with width: fit-content": element("width: fit-content"),
  "with width: min-content": element("width: min-content"),
  "with display: contents": `<div style="display: inline-flex">${element("display: contents")}</div>`,
  "with display: inline-block": element("display: inline-block; width: auto"),
  "in a box as wide as its content": `<div style="width: max-content">${element()}</div>`,
  "in a float": `<div style="float: left">${element()}</div>`,
};

test("It can be read in each of them, and the page does not scroll sideways", async ({
  openHostPage,
}) => {
  const body = Object.values(places).map(
    (place) => `<section style="overflow: auto">${place}</section>`,
  );
  const { page, misconduct } = await openHostPage({ body: body.join("") });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const [index, name] of Object.keys(places).entries()) {
      const row = rows(page.locator("body > main > section").nth(index)).first();
      await row.waitFor();
      const box = await row.boundingBox();
      expect([name, (box?.width ?? 0) > 250]).toEqual([name, true]);
      expect([name, (box?.x ?? -1) >= 0]).toEqual([name, true]);
      expect([name, (box?.x ?? 0) + (box?.width ?? 0) <= width]).toEqual([name, true]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  expectGoodConduct(misconduct);
});
