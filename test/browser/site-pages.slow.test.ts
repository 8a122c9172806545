/**
 * `unit/server/pages/every-page.test.ts` checks that no link is dead.
 */
import { expect } from "vitest";
import { products } from "#data/generated/products.ts";
import { guides } from "#server/documentation/guides/guides.ts";
import { pages } from "#server/site.ts";
import { evidence } from "../unit/data/files.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectToFit, sidewaysOverflow } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { unfoldAll } from "./support/screen.ts";

/** The product with most to say. */
const [mostSaid] = Object.values(products).toSorted((a, b) => b.sources.length - a.sources.length);

const { cohorts: all } = evidence();
const [longest] = all.toSorted((a, b) => b.figures.length - a.figures.length);
const network = all.find((cohort) => cohort.network !== null);
const onlyInTable = all.find(({ figures }) => {
  const cuts = new Set(figures.map(({ cut }) => cut));
  return cuts.size === 1 && cuts.has("roex-2020");
});

/**
 * The record with most figures, a cohort from a network of records, and one that is known only from a
 * meta-analysis.
 */
const cohorts = [longest, network, onlyInTable].map((cohort) => cohort?.id ?? "");

/** Names the questions at which a page is read, if not as it is: the whole report is long. */
const asked: Readonly<Record<string, readonly string[]>> = {
  "/report": ["/report?compare=product", "/report?outcome=orr"],
};

/** Lists the pages that axe reads: every page of the site with a name, apart from the comparison itself. */
const paths = [
  ...pages
    .filter(({ title, path }) => title !== undefined && path !== "/")
    .flatMap(({ path }) => asked[path] ?? [path]),
  `/products/${mostSaid?.slug}`,
  ...guides.map((guide) => `/docs/${guide}`),
  ...cohorts.map((id) => `/v1/cohorts/${id}`),
];

test.for(paths)(
  "%s: nothing is cut off at 1280 and 320 pixels, axe finds nothing in it unfolded, and paper has no navigation",
  async (path, { openAt }) => {
    const { page, misconduct } = await openAt(path, { width: 1280 });
    await expectToFit(page, 1280);
    await page.setViewportSize({ width: 320, height: 844 });
    await expectToFit(page, 320);
    await unfoldAll(page);
    expect(await sidewaysOverflow(page)).toBe(0);
    await expectNoAxeViolationsInAnyColours(page);
    // A part that scrolls by itself is reached by keyboard.
    const scrolling = await page.locator("main *").evaluateAll((all) =>
      all
        .filter((element) => {
          const isScrolled = /auto|scroll/.test(getComputedStyle(element).overflowX);
          // A guide is held to it also where its table happens to fit.
          return (
            (isScrolled && element.scrollWidth > element.clientWidth) ||
            element.matches(".guide .wide, pre")
          );
        })
        .map((element) => (element instanceof HTMLElement ? element.tabIndex : -1)),
    );
    expect(scrolling.every((tabIndex) => tabIndex === 0)).toBe(true);
    // Paper shows it dark on white, without parts that only a screen can use.
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.getByRole("navigation").filter({ visible: true }).count()).toBe(0);
    const ink = await page.evaluate(() => getComputedStyle(document.documentElement).color);
    expect(ink).toBe("rgb(21, 24, 30)");
    expect(misconduct).toEqual(goodConduct);
  },
);
