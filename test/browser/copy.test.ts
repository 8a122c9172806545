/**
 * Copying the link and the table of the comparison, and what happens where copying is not allowed.
 */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import {
  choice,
  frameOf,
  live,
  oneLine,
  openRow,
  openSheet,
  rows,
  rowTexts,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const permissions = ["clipboard-read", "clipboard-write"];

/** The content of the clipboard by media type. */
function clipboard(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const forms = (item?.types ?? []).map(async (type) => [
      type,
      await (await item?.getType(type))?.text(),
    ]);
    return Object.fromEntries(await Promise.all(forms));
  });
}

const press = (page: Page, name: string) => page.getByRole("button", { name }).click();
const heard = (page: Page) => page.getByText("Copied").waitFor();

describe("The link", () => {
  test("leads to our page with the same question, and is copied", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      permissions,
    });
    await expectToShow(page, await answerTo(""));
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    const expected = `${inject("serverUrl")}/embed?setting=early&as-of=${dataVersion}`;
    const link = page.getByRole("link", { name: "Link to this comparison" });
    expect(await link.getAttribute("href")).toBe(expected);
    await press(page, "Copy link");
    await heard(page);
    expect((await clipboard(page))["text/plain"]).toBe(expected);
    await page.goto(expected);
    await expectToShow(page, await answerTo("setting=early"));
    expectGoodConduct(misconduct);
  });

  test("is shown selected where copying is refused", async ({ hostPage }) => {
    const { page, open, misconduct } = await hostPage();
    await page.addInitScript(() => {
      for (const name of ["write", "writeText"]) {
        Object.defineProperty(navigator.clipboard, name, {
          value: () => Promise.reject(new DOMException("no", "NotAllowedError")),
        });
      }
    });
    await open();
    await expectToShow(page, await answerTo(""));
    await press(page, "Copy link");
    const field = page.getByLabel("copy it");
    await field.waitFor();
    const selected = () =>
      field.evaluate((node: HTMLTextAreaElement) =>
        node.value.slice(node.selectionStart, node.selectionEnd),
      );
    // It is selected right after it is shown.
    await expect.poll(selected).toBe(`${inject("serverUrl")}/embed?as-of=${dataVersion}`);
    expectGoodConduct(misconduct);
  });

  test("is shown in a frame without rights, and in a browser without a clipboard; nothing is thrown", async ({
    openHostPage,
  }) => {
    const src = `${inject("serverUrl")}/embed?as-of=${dataVersion}`;
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
      ["Copy as table", "\t"],
    ] as const) {
      await frame.getByRole("button", { name }).click();
      await expect.poll(byHand).toContain(text);
    }
    await frame.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await frame.getByRole("button", { name: "Copy link" }).click();
    await expect.poll(byHand).toBe(src);
    const { consoleMessages, ...rest } = misconduct;
    // Chromium itself reports that its permissions policy forbids the clipboard.
    expect(consoleMessages.filter((text) => !/permissions policy/i.test(text))).toEqual([]);
    expectGoodConduct({ ...rest, consoleMessages: [] });
  });
});

describe("The summary", () => {
  test("is copied whole, and for an opened row, with the digits on screen", async ({
    openSparing,
  }) => {
    const { page, misconduct } = await openSparing("/embed", { permissions });
    await press(page, "Copy summary");
    await heard(page);
    const lines = ((await clipboard(page))["text/plain"] ?? "").split("\r\n");
    expect(lines.length).toBeLessThanOrEqual(5);
    const [first = ""] = await rowTexts(page);
    const rates = /\d+ of 100 \(\d+–\d+\)/g;
    expect(lines[1]?.match(rates)).toEqual(first.match(rates));
    expect(lines.at(-1)).toContain(`${inject("serverUrl")}/embed?as-of=${dataVersion}`);
    const row = rows(page).nth(2);
    await openRow(row);
    await row.getByRole("button", { name: "Copy summary" }).click();
    await row.getByText("Copied").waitFor();
    const ofRow = (await clipboard(page))["text/plain"] ?? "";
    const { outcomes } = await answerTo("");
    expect(ofRow).toContain(`${outcomes[2]?.label}, `);
    expect(ofRow).toContain(`/embed?outcome=${outcomes[2]?.outcome}`);
    expect(misconduct).toEqual(goodConduct);
  });
});

describe("The table", () => {
  test("holds what is on the screen, as a table and as text with tabs", async ({ openSparing }) => {
    const { page, misconduct } = await openSparing("/embed", { permissions });
    await press(page, "Copy as table");
    await heard(page);
    const copied = await clipboard(page);
    expect(Object.keys(copied).sort()).toEqual(["text/html", "text/plain"]);
    const answer = await answerTo("");
    const lines = (copied["text/plain"] ?? "").split("\r\n").map((line) => line.split("\t"));
    const [title, head = [], ...rest] = lines;
    expect(title).toEqual(["CAR-T or bispecific antibody"]);
    expect(head).toHaveLength(5);
    const shown = await rowTexts(page);
    answer.outcomes.forEach((outcome, index) => {
      const cells = rest[index] ?? [];
      expect(cells).toHaveLength(5);
      expect(cells[0]).toContain(outcome.label);
      // Every rate, range and difference has the same digits as on the screen.
      for (const cell of [cells[1], cells[2]]) {
        if (cell === "–") continue;
        const [, rate, range] = /^(\S+) (\([^)]+\)), \d+ trials/.exec(cell ?? "") ?? [];
        // Without a rate of the class, its products are named with their counts, as in the row.
        if (rate === undefined) expect(cell).toMatch(/^\S+: \d+ of \d+/);
        expect(shown[index]).toContain(rate === undefined ? cell : `${rate} of 100`);
        expect(shown[index]).toContain(range ?? "");
      }
      if (outcome.contrasts[0]?.status === "ok") {
        expect(shown[index]).toContain(cells[3]?.split(" ").slice(0, 2).join(" "));
        expect(shown[index]).toContain(/\(([^()]+)\)$/.exec(cells[3] ?? "")?.[1]);
      }
      expect(["low", "very low", "not rated"]).toContain(cells[4]);
    });
    const notes = rest.slice(answer.outcomes.length).flat();
    const footer = oneLine(await page.getByText("Version").innerText());
    expect(notes).toEqual([
      expect.stringContaining("monotherapy"),
      expect.stringMatching(/typical cohort.*Single-arm trials/),
      expect.stringContaining("Evidence, not advice."),
      expect.stringMatching(
        new RegExp(
          `^Cite as: .*20 Nov 2026, v${footer.slice(1)}\\. ${inject("serverUrl")}/embed\\?as-of=${dataVersion}$`,
        ),
      ),
    ]);
    // Our own pages let no text become markup.
    const blank = await page.context().newPage();
    const table = await blank.evaluate((html) => {
      const parsed = new DOMParser().parseFromString(html, "text/html");
      const texts = [...parsed.querySelectorAll("tr")].map((row) =>
        [...row.cells].map(({ textContent }) => textContent),
      );
      return {
        texts,
        notes: [...parsed.querySelectorAll("p")].map(({ textContent }) => textContent),
      };
    }, copied["text/html"] ?? "");
    expect(table.texts).toEqual([head, ...rest.slice(0, answer.outcomes.length)]);
    expect(table.notes).toEqual(notes);
    expect(misconduct).toEqual(goodConduct);
  });

  test("that cannot be made says so", async ({ openEdgeWidget }) => {
    const { page, misconduct } = await openEdgeWidget("/embed", {
      permissions,
    });
    await page.route("**/v1/comparison**", (route) => route.fulfill({ status: 500 }));
    await press(page, "Copy as table");
    await page.getByText("could not be loaded").waitFor();
    expect(misconduct.pageErrors).toEqual([]);
    await page.unrouteAll();
    await press(page, "Copy as table");
    await heard(page);
  });
});
