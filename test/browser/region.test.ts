/** The region of the first screen: chosen at a tap, in the address and in every snippet. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import presets from "#data/presets.json" with { type: "json" };
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import { choice, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const region = (page: Page) => page.getByRole("button", { name: /^Approved in/ });

async function choose(page: Page, label: string): Promise<void> {
  await region(page).click();
  const sheet = page.getByRole("dialog");
  await sheet.locator('[aria-busy="false"]').waitFor();
  await choice(sheet, label).click();
}

describe("The region", () => {
  test("is chosen in a sheet of its own, and lifted there", async ({ openSparing }) => {
    const { page } = await openSparing("/embed", { reducedMotion: "reduce" });
    expect(await region(page).innerText()).toContain("anywhere");
    await page.getByText(/Approved in China only: /).waitFor();
    await region(page).click();
    await page.getByRole("dialog").locator('[aria-busy="false"]').waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await choose(page, "United States");
    await expectToShow(page, await answerTo("availability=us"));
    await expect.poll(() => region(page).innerText()).toMatch(/^Approved in: US\b/);
    expect(new URL(page.url()).search).toBe("?availability=us");
    // With a region nothing is left that only another one has approved.
    expect(await page.getByText(/Approved in China only: /).count()).toBe(0);
    await choose(page, "Anywhere");
    await expectToShow(page, await answerTo(""));
  });

  test("is chosen with the keyboard alone, and the focus returns to it", async ({
    openSparing,
  }) => {
    const { page } = await openSparing("/embed");
    await region(page).focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.locator('[aria-busy="false"]').waitFor();
    await choice(sheet, "European Union").focus();
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo("availability=eu"));
    expect(await focused(page)).toMatch(/^Approved in: EU/);
  });

  test("stays when a ready-made question is chosen that names none", async ({ openSparing }) => {
    const { page } = await openSparing("/embed?availability=us");
    await choice(await openSheet(page, "More"), "With real-world cohorts").click();
    await expectToShow(page, await answerTo("availability=us&evidence=all"));
    expect(await region(page).innerText()).toMatch(/^Approved in: US\b/);
  });
});

describe("In the builder", () => {
  const texts = async (page: Page) =>
    Promise.all(
      ["As an element", "As a frame", "As a link"].map((name) =>
        page.getByRole("region", { name, exact: true }).locator("code").innerText(),
      ),
    );

  test("it is asked first, and is in every snippet and in the preview", async ({ openSparing }) => {
    const { page } = await openSparing("/");
    const first = page.locator("#builder select").first();
    expect(await first.getAttribute("name")).toBe("availability");
    await page.getByLabel("Products approved in").selectOption("us");
    await expectToShow(page, await answerTo("availability=us"));
    const [element, frame, link] = await texts(page);
    const address = `${inject("serverUrl")}/embed?availability=us`;
    expect(element).toContain('<myeloma-compare availability="us">');
    expect(frame).toContain(`src="${address}"`);
    expect(link).toBe(`${address}&as-of=${dataVersion}`);
  });

  test("what is chosen above the rows is chosen there, too", async ({ openSparing }) => {
    const { page } = await openSparing("/");
    await choose(page, "European Union");
    await expectToShow(page, await answerTo("availability=eu"));
    expect(await page.getByLabel("Products approved in").inputValue()).toBe("eu");
    for (const text of await texts(page)) expect(text).toMatch(/availability="?=?"?eu/);
  });

  test("a ready-made question that names no region keeps it", async ({ openSparing }) => {
    const { page } = await openSparing("/");
    await page.getByLabel("Products approved in").selectOption("us");
    await expectToShow(page, await answerTo("availability=us"));
    const without = presets.find(
      ({ query }) => !("availability" in query || "set" in query) && Object.keys(query).length > 0,
    );
    if (!without) throw new Error("every question names a region");
    await page.getByLabel("Question").selectOption({ label: without.label });
    const asked = { ...(without.query as Record<string, string>), availability: "us" };
    await expectToShow(page, await answerTo(new URLSearchParams(asked).toString()));
    const { searchParams } = new URL((await texts(page))[2] ?? "");
    expect(Object.fromEntries(searchParams)).toEqual({ ...asked, "as-of": dataVersion });
  });
});
