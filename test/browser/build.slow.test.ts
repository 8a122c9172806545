/** The page of snippets: what its form asks is previewed, and what is copied works on another page. */
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { clipboard, permissions } from "./support/clipboard.ts";
import { sidewaysOverflow } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import { frameOf, live } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

type SnippetName = "As an element" | "As a frame" | "As a link";

/** The text as a reader has it, with folded parts opened. */
async function textOf(page: Page, name: SnippetName) {
  const snippet = page.getByRole("region", { name, exact: true });
  const code = snippet.locator("pre > code");
  if (!(await code.isVisible())) await snippet.locator("summary").click();
  return await code.innerText();
}

test("What the form asks is previewed, works on a page of another site as an element, a frame and a link, and fits 320 pixels", async ({
  openAt,
  openHostPage,
}) => {
  const { page, misconduct } = await openAt("/build?age=60-65", {
    width: 320,
    reducedMotion: "reduce",
    permissions,
  });
  // A list to choose from has its arrow.
  const lines = page.getByLabel("Prior lines");
  expect(await lines.evaluate((list) => getComputedStyle(list).backgroundImage)).toContain(
    "gradient",
  );
  await lines.selectOption("2");
  await page.getByLabel("Labelled in").selectOption("us");
  await page.getByLabel("Light or dark").selectOption("dark");
  // The snippets do not have these settings yet.
  const elementPart = page.getByRole("region", { name: "As an element" });
  await elementPart.getByRole("button", { name: "Copy" }).click();
  expect(await elementPart.getByRole("status").innerText()).toContain("Press Show first");
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/theme=dark/);
  const question = "lines=2&age=60-65&availability=us";
  const answer = await answerTo(question);
  const preview = frameOf(page);
  await live(preview);
  await expectToShow(preview, answer);
  expect(misconduct).toEqual(goodConduct);
  expect(await sidewaysOverflow(page)).toBe(0);
  await expectNoAxeViolationsInAnyColours(page);
  for (const field of await page.locator("form :is(select, button)").all()) {
    expect((await field.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }

  const element = await openHostPage({ head: "", body: await textOf(page, "As an element") });
  await expectToShow(element.page, answer);
  expectGoodConduct(element.misconduct);
  const framed = await openHostPage({ head: "", body: await textOf(page, "As a frame") });
  const frame = frameOf(framed.page);
  await live(frame);
  await expectToShow(frame, answer);
  expectGoodConduct(framed.misconduct);
  const link = await textOf(page, "As a link");
  expect(link).toBe(`${inject("serverUrl")}/embed?${question}&theme=dark`);
  await page
    .getByRole("region", { name: "As a link" })
    .getByRole("button", { name: "Copy" })
    .click();
  await page.getByText("Copied", { exact: true }).waitFor();
  expect((await clipboard(page))["text/plain"]).toBe(link);
});
