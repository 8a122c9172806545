/**
 * Copying the link and the table of the comparison, and what happens where copying is not allowed.
 */
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { clipboard, heard, permissions } from "./support/clipboard.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import { openRow, pressCopy, rowNamed, rowTexts } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

describe("The link", () => {
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
    await pressCopy(page, "Copy link");
    const field = page.getByLabel("copy it");
    await field.waitFor();
    const selected = () =>
      field.evaluate((node: HTMLTextAreaElement) =>
        node.value.slice(node.selectionStart, node.selectionEnd),
      );
    // It is selected right after it is shown.
    await expect
      .poll(selected)
      .toBe(`${inject("serverUrl")}/embed?availability=approved&data=${dataVersion.slice(0, 10)}`);
    expectGoodConduct(misconduct);
  });
});

describe("The summary", () => {
  test("is copied whole, and for an opened row, with the digits on screen", async ({
    openSparing,
  }) => {
    const { page, misconduct } = await openSparing("/embed", { permissions });
    await pressCopy(page, "Copy text");
    await heard(page);
    const lines = ((await clipboard(page))["text/plain"] ?? "").split("\r\n");
    expect(lines.length).toBeLessThanOrEqual(5);
    const [first = ""] = await rowTexts(page);
    const rates = (text = "") =>
      [...text.matchAll(/(\d+) of 100[^(]* \((\d+–\d+)\)/g)].map(([, ...digits]) => digits);
    expect(rates(first)).toHaveLength(2);
    expect(rates(lines[1])).toEqual(rates(first));
    expect(lines.at(-1)).toContain(
      `${inject("serverUrl")}/embed?availability=approved&data=${dataVersion.slice(0, 10)}`,
    );
    const { outcome, label } = (await answerTo("")).outcomes[2] ?? {};
    const row = rowNamed(page, `${label}`);
    await openRow(row, "Sources");
    await row.getByRole("button", { name: "Copy text" }).click();
    await row.getByText("Copied").waitFor();
    const ofRow = (await clipboard(page))["text/plain"] ?? "";
    expect(ofRow).toContain(`${label}, `);
    expect(ofRow).toContain(`/embed?outcome=${outcome}`);
    expect(misconduct).toEqual(goodConduct);
  });
});

describe("The table", () => {
  test("has a line for each outcome, as a table and as text with tabs", async ({ openSparing }) => {
    const { page, misconduct } = await openSparing("/embed", { permissions });
    await pressCopy(page, "Copy table");
    await heard(page);
    const copied = await clipboard(page);
    expect(Object.keys(copied).sort()).toEqual(["text/html", "text/plain"]);
    const { outcomes } = await answerTo("");
    const lines = (copied["text/plain"] ?? "").split("\r\n").map((line) => line.split("\t"));
    const [title, head, ...rest] = lines;
    expect(title).toEqual(["CAR-T or bispecific antibody"]);
    const cells = rest.slice(0, outcomes.length);
    for (const [index, { label }] of outcomes.entries()) expect(cells[index]?.[0]).toContain(label);
    const notes = rest.slice(outcomes.length).flat();
    const version = await page.getByText(/Version/).innerText();
    expect(notes.at(-1)).toContain(`, version ${version.split("Version").at(-1)?.trim()}. `);
    expect(notes.at(-1)).toContain(
      `${inject("serverUrl")}/embed?availability=approved&data=${dataVersion.slice(0, 10)}`,
    );
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
    expect(table.texts).toEqual([head, ...cells]);
    expect(table.notes).toEqual(notes);
    expect(misconduct).toEqual(goodConduct);
  });
});
