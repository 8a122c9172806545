/** The region with ready-made questions, and in the builder. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import presets from "#data/presets.json" with { type: "json" };
import { test } from "./support/fixture.ts";
import { choose, region } from "./support/region.ts";
import { choice, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("The region", () => {
  test("stays when a ready-made question is chosen that names none", async ({ openSparing }) => {
    const { page } = await openSparing("/embed?availability=us");
    await choice(await openSheet(page, "More"), "With real-world cohorts").click();
    await expectToShow(page, await answerTo("availability=us&evidence=all"));
    expect(await region(page).innerText()).toMatch(/^Approved: US\b/);
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
    const { page } = await openSparing("/build");
    const first = page.locator("#builder select").first();
    expect(await first.getAttribute("name")).toBe("availability");
    await page.getByLabel("Products approved in").selectOption("us");
    await expectToShow(page, await answerTo("availability=us"));
    const [element, frame, link] = await texts(page);
    const address = `${inject("serverUrl")}/embed?availability=us`;
    expect(element).toContain('<myeloma-compare availability="us">');
    expect(frame).toContain(`src="${address}"`);
    expect(link).toBe(`${address}&data=${dataVersion.slice(0, 10)}`);
  });

  test("what is chosen above the rows is chosen there, too", async ({ openSparing }) => {
    const { page } = await openSparing("/build");
    await choose(page, "European Union");
    await expectToShow(page, await answerTo("availability=eu"));
    expect(await page.getByLabel("Products approved in").inputValue()).toBe("eu");
    for (const text of await texts(page)) expect(text).toMatch(/availability="?=?"?eu/);
  });

  test("a ready-made question that names no region keeps it", async ({ openSparing }) => {
    const { page } = await openSparing("/build");
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
    expect(Object.fromEntries(searchParams)).toEqual({ ...asked, data: dataVersion.slice(0, 10) });
  });
});
