/** The page of snippets: what its form asks is previewed, and what is copied works on another page. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { sidewaysOverflow } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import { frameOf, live } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

type SnippetName = "As an element" | "As a frame" | "As a link";

/** As it is read: folded ones are opened. */
async function textOf(page: Page, name: SnippetName) {
  const snippet = page.getByRole("region", { name, exact: true });
  const code = snippet.locator("code");
  if (!(await code.isVisible())) await snippet.locator("summary").click();
  return await code.innerText();
}

describe("What the form asks", () => {
  test("is in every snippet and in the preview, and needs no script of the page", async ({
    openAt,
  }) => {
    const { page, misconduct } = await openAt("/build?age=60-65");
    await page.getByLabel("Prior lines").selectOption("2");
    await page.getByLabel("Approved in").selectOption("us");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(/lines=2/);
    const question = "lines=2&age=60-65&availability=us";
    expect(await textOf(page, "As an element")).toContain(
      '<myeloma-compare lines="2" age="60-65" availability="us">',
    );
    expect(await textOf(page, "As a link")).toBe(`${inject("serverUrl")}/embed?${question}`);
    const preview = frameOf(page);
    await live(preview);
    await expectToShow(preview, await answerTo(question));
    expect(misconduct).toEqual(goodConduct);
  });

  test("fits 320 pixels with controls for a finger, and axe finds nothing", async ({ openAt }) => {
    const { page } = await openAt("/build", { width: 320, reducedMotion: "reduce" });
    await live(frameOf(page));
    expect(await sidewaysOverflow(page)).toBe(0);
    await expectNoAxeViolationsInAnyColours(page);
    for (const one of await page.locator("form :is(select, button)").all()) {
      expect((await one.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
  });
});

describe("What is copied works on a page of another site", () => {
  test("as an element, as a frame and as a link", async ({ openHostPage, openAt }) => {
    const { page } = await openAt("/build?lines=2");
    const early = await answerTo("lines=2");
    const element = await openHostPage({ head: "", body: await textOf(page, "As an element") });
    await expectToShow(element.page, early);
    expectGoodConduct(element.misconduct);

    const framed = await openHostPage({ head: "", body: await textOf(page, "As a frame") });
    const frame = frameOf(framed.page);
    await live(frame);
    await expectToShow(frame, early);
    expectGoodConduct(framed.misconduct);

    const linked = await openAt(await textOf(page, "As a link"));
    await expectToShow(linked.page, early);
  });
});
