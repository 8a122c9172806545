/** Products, methods, about and groups side by side in a browser, without a script: on phones and desktops, in both schemes. */
import { expect } from "vitest";
import { products } from "#data/generated/products.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectToFit } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

/** The product with most to say. */
const [longest] = Object.values(products).toSorted((a, b) => b.sources.length - a.sources.length);

const paths = [
  "/products",
  `/products/${longest?.slug}`,
  "/methods",
  "/about",
  "/report?compare=product",
];

test.for(paths)(
  "%s: nothing is cut off at 1280 and 320 pixels, and axe finds nothing",
  async (path, { openAt }) => {
    const { page, misconduct } = await openAt(path, { width: 1280 });
    await expectToFit(page, 1280);
    await page.setViewportSize({ width: 320, height: 844 });
    await expectToFit(page, 320);
    await expectNoAxeViolationsInAnyColours(page);
    expect(misconduct).toEqual(goodConduct);
  },
);

test("a region is chosen and a product reached with the keyboard alone", async ({ openAt }) => {
  const { page } = await openAt("/products", { width: 390 });
  await page.getByRole("navigation", { name: "Region" }).getByRole("link").nth(1).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/region=us/);
  await page.getByRole("heading", { level: 1, name: "Products: United States" }).waitFor();
  const card = page.getByRole("article").first();
  const name = await card.getByRole("heading", { level: 3 }).textContent();
  await card.getByRole("link", { name: name ?? "", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: name ?? "" }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/products\/./);
});
