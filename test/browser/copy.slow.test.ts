/** Copying on a page of another site, in a frame without rights, and what cannot be made. */
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { clipboard, heard, permissions } from "./support/clipboard.ts";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choice, frameOf, live, openSheet, pressCopy } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("The link", () => {
  test("leads to our page with the same question, and is copied", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      permissions,
    });
    await expectToShow(page, await answerTo(""));
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    const expected = `${inject("serverUrl")}/embed?setting=early&availability=approved&data=${dataVersion.slice(0, 10)}`;
    const link = page.getByRole("link", { name: "Link", exact: true });
    expect(await link.getAttribute("href")).toBe(expected);
    await pressCopy(page, "Copy link");
    await heard(page);
    expect((await clipboard(page))["text/plain"]).toBe(expected);
    await page.goto(expected);
    await expectToShow(page, await answerTo("setting=early"));
    expectGoodConduct(misconduct);
  });

  test("is shown in a frame without rights, and in a browser without a clipboard; nothing is thrown", async ({
    openHostPage,
  }) => {
    const src = `${inject("serverUrl")}/embed?availability=approved&data=${dataVersion.slice(0, 10)}`;
    const { page, misconduct } = await openHostPage({
      head: "",
      body: bareFrame('sandbox="allow-scripts" width="390" height="900"'),
    });
    const frame = frameOf(page);
    await live(frame);
    const byHand = () => frame.getByLabel("copy it").inputValue();
    // The table first has to be loaded; until then the field is that of the link.
    for (const [name, text] of [
      ["Copy link", src],
      ["Copy table", "\t"],
    ] as const) {
      await pressCopy(frame, name);
      await expect.poll(byHand).toContain(text);
    }
    await frame.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await pressCopy(frame, "Copy link");
    await expect.poll(byHand).toBe(src);
    const { consoleMessages, ...rest } = misconduct;
    // Chromium itself reports that its permissions policy forbids the clipboard.
    expect(consoleMessages.filter((text) => !/permissions policy/i.test(text))).toEqual([]);
    expectGoodConduct({ ...rest, consoleMessages: [] });
  });
});

describe("The table", () => {
  test("that cannot be made says so", async ({ openEdgeWidget }) => {
    const { page, misconduct } = await openEdgeWidget("/embed", {
      permissions,
    });
    await page.route("**/v1/comparison**", (route) => route.fulfill({ status: 500 }));
    await pressCopy(page, "Copy table");
    await page.getByText("could not be loaded").waitFor();
    expect(misconduct.pageErrors).toEqual([]);
    await page.unrouteAll();
    await pressCopy(page, "Copy table");
    await heard(page);
  });
});
