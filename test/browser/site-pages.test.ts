/** Our pages in a browser, without a script: on phones and desktops, in both schemes. */
import { expect } from "vitest";
import { products } from "#data/generated/products.ts";
import { sampled } from "../support/sample.ts";
import { evidence } from "../unit/data/files.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectToFit } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";

/** The product with most to say. */
const [mostSaid] = Object.values(products).toSorted((a, b) => b.sources.length - a.sources.length);

const { cohorts: all } = evidence();
const [longest] = all.toSorted((a, b) => b.figures.length - a.figures.length);
const network = all.find((one) => one.network !== null);
const onlyInTable = all.find(({ figures }) => {
  const cuts = new Set(figures.map(({ cut }) => cut));
  return cuts.size === 1 && cuts.has("roex-2020");
});

/**
 * The record with most figures, a cohort from a network of records, and one that is known only from a
 * meta-analysis.
 */
const cohorts = [longest, network, onlyInTable].map((one) => one?.id ?? "");

const paths = [
  "/products",
  `/products/${mostSaid?.slug}`,
  "/methods",
  "/about",
  "/report?compare=product",
  "/explore",
  "/changes",
  "/glossary",
  ...cohorts.map((id) => `/v1/cohorts/${id}`),
];

test.for(sampled(paths, 2))(
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
  const product = page.locator("tbody th a").first();
  const name = await product.textContent();
  await product.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: name ?? "" }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/products\/./);
});

test("an outcome is explored without a script: chosen settings stay", async ({ openAt }) => {
  const path = "/explore?set=roex-2020&outcome=neurotoxicity";
  const { page, misconduct } = await openAt(path, { javaScriptEnabled: false, width: 390 });
  await page.getByLabel("Compare by").selectOption("costimulation");
  await page.getByRole("button", { name: "Show" }).first().click();
  await page.waitForURL(/compare=costimulation/);
  expect(new URL(page.url()).searchParams.get("set")).toBe("roex-2020");
  expect(await page.getByLabel("Compare by").inputValue()).toBe("costimulation");
  expect(await page.getByText(/No test for subgroup differences/).count()).toBe(1);
  expect(misconduct).toEqual(goodConduct);
});
