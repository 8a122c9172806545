/** The element in another language, whose words are longer: what it shows, and whether that has room. */
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { dataset } from "#core/dataset.ts";
import { otherOutcomes } from "#data/collection-vocabulary.ts";
import { comparisons } from "#data/generated/collections.ts";
import { products } from "#data/generated/products.ts";
import { provenance } from "#data/generated/provenance.ts";
import { publishedPools } from "#data/generated/published-pools.ts";
import { timings } from "#data/generated/timing.ts";
import { drawn } from "#words/element.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { pseudoWords } from "./support/pseudo-language.ts";
import { rows, toggle } from "./support/screen.ts";
import { textOverlaps } from "./support/text-overlaps.ts";
import { openTranslated } from "./support/translated.ts";

const words = pseudoWords(drawn);

const sources = [
  ...[dataset, comparisons, otherOutcomes, products],
  ...[provenance, publishedPools, timings],
];

/** What the data say, in English: names of outcomes, trials and products, sources and locators. */
const data = [
  "BCMA",
  "linvosel\u00adtamab",
  "teclis\u00adtamab",
  ...stringsIn(sources).filter((text) => text.length > 4),
]
  .flatMap((text) => [text, `${text.charAt(0).toUpperCase()}${text.slice(1)}`])
  .sort((a, b) => b.length - a.length);

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The lines with a letter of English that is not of the data. */
async function untranslated(area: Locator): Promise<string[]> {
  const lines = (await area.innerText()).split("\n").filter((line) => /[a-z]/i.test(line));
  return lines.filter((line) =>
    /[a-z]/i.test(data.reduce((text, said) => text.replaceAll(said, "·"), line)),
  );
}

test("in a language with longer words every text is translated, and has room at 320 pixels", async ({
  openPage,
}) => {
  const { page } = await openPage({ width: 320 });
  await openTranslated(page);
  const element = page.locator(".root");
  await rows(page).first().waitFor();
  expect(await untranslated(element)).toEqual([]);
  await expectNothingCutOff(page);

  const row = rows(page).first();
  await toggle(row).click();
  const opened = page.getByRole("dialog");
  await opened.getByRole("tab").first().waitFor();
  for (const tab of await opened.getByRole("tab").all()) {
    await tab.click();
    expect(await untranslated(element)).toEqual([]);
    await expectNothingCutOff(page);
  }

  await opened.getByRole("button", { name: words.sheet.close }).click();

  for (const chip of await page.locator("[aria-haspopup=dialog]:not([aria-expanded])").all()) {
    await chip.click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("group").first().waitFor();
    for (const filter of await sheet.locator("summary").all()) await filter.click();
    expect(await untranslated(sheet)).toEqual([]);
    expect(await textOverlaps(sheet)).toEqual([]);
    await sheet.getByRole("button", { name: words.sheet.close }).click();
  }
});
