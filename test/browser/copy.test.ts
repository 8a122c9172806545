/**
 * Copying the link, the summary and the table, and what happens where copying is not allowed or nothing
 * can be made.
 */
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { clipboard, heard, permissions } from "./support/clipboard.ts";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import {
  choose,
  frameOf,
  live,
  openRow,
  panel,
  pressCopy,
  rowNamed,
  rowTexts,
} from "./support/screen.ts";
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
      .toBe(`${inject("serverUrl")}/embed?availability=us,eu&data=${dataVersion.slice(0, 10)}`);
    expectGoodConduct(misconduct);
  });

  test("leads to our page with the same question, and is copied", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      permissions,
    });
    await expectToShow(page, await answerTo(""));
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    const expected = `${inject("serverUrl")}/embed?lines=any&availability=us,eu&data=${dataVersion.slice(0, 10)}`;
    const link = page.getByRole("link", { name: "Link", exact: true });
    expect(await link.getAttribute("href")).toBe(expected);
    await pressCopy(page, "Copy link");
    await heard(page);
    expect((await clipboard(page))["text/plain"]).toBe(expected);
    await page.goto(expected);
    await expectToShow(page, await answerTo("lines=any"));
    expectGoodConduct(misconduct);
  });

  test("is shown in a frame without rights, and in a browser without a clipboard; nothing is thrown", async ({
    openHostPage,
  }) => {
    const src = `${inject("serverUrl")}/embed?availability=us,eu&data=${dataVersion.slice(0, 10)}`;
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

describe("The summary", () => {
  test("is copied whole, and for an opened row, with the digits on screen", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed", { permissions });
    await pressCopy(page, "Copy text");
    await heard(page);
    const lines = ((await clipboard(page))["text/plain"] ?? "").split("\r\n");
    expect(lines.length).toBeLessThanOrEqual(5);
    const [first = ""] = await rowTexts(page);
    const rates = (text = "") =>
      [...text.matchAll(/(\d+) of 100[^()]*?(?: \(|95 % interval )(\d+–\d+)/g)].map(
        ([, ...digits]) => digits,
      );
    expect(rates(first)).toHaveLength(2);
    expect(rates(lines[1])).toEqual(rates(first));
    expect(lines.at(-1)).toContain(
      `${inject("serverUrl")}/embed?availability=us,eu&data=${dataVersion.slice(0, 10)}`,
    );
    const { outcome, label } = (await answerTo("")).outcomes[2] ?? {};
    const row = rowNamed(page, `${label}`);
    await openRow(row, "Sources");
    await panel(page).getByRole("button", { name: "Copy text" }).click();
    await panel(page).getByText("Copied").waitFor();
    const ofRow = (await clipboard(page))["text/plain"] ?? "";
    expect(ofRow).toContain(`${label}, `);
    expect(ofRow).toContain(`/embed?outcome=${outcome}`);
    expect(misconduct).toEqual(goodConduct);
  });
});

describe("Sending", () => {
  test("is offered where the device has a way of its own, with the verdict and the link; refused, the link is shown", async ({
    openPage,
  }) => {
    const { page, misconduct } = await openPage();
    await page.addInitScript(() => {
      const sent: ShareData[] = [];
      const share = async (data: ShareData) => {
        if (sent.push(data) > 1) throw new DOMException("no", "NotAllowedError");
      };
      Object.assign(window, { sent });
      Object.defineProperty(navigator, "share", { value: share });
    });
    await page.goto("/embed?age=60-65");
    await live(page);
    await pressCopy(page, "Share");
    const [sent] = await page.evaluate(() => (window as unknown as { sent: ShareData[] }).sent);
    const verdict = await page.getByRole("heading", { level: 2 }).first().innerText();
    expect(sent?.text).toContain(verdict);
    expect(sent?.text).toContain("Very low certainty");
    expect(sent?.url).toContain("/embed?age=60-65&availability=us,eu&data=");
    await pressCopy(page, "Share");
    expect(await page.getByLabel("copy it").inputValue()).toBe(sent?.url);
    await page.goto("/embed?compare=product");
    await live(page);
    await pressCopy(page, "Share");
    const [products] = await page.evaluate(() => (window as unknown as { sent: ShareData[] }).sent);
    expect(products?.text).toBe("");
    expect(products?.url).toContain("compare=product");
    expect(misconduct).toEqual(goodConduct);
  });
});

describe("The table", () => {
  test("has a line for each outcome, as a table and as text with tabs", async ({ openWidget }) => {
    const { page, misconduct } = await openWidget("/embed", { permissions });
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
      `${inject("serverUrl")}/embed?availability=us,eu&data=${dataVersion.slice(0, 10)}`,
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

  test("that cannot be made says so", async ({ openWidget }) => {
    const { page, misconduct } = await openWidget("/embed", {
      permissions,
    });
    await page.route("**/v1/screen/copy**", (route) => route.fulfill({ status: 500 }));
    await pressCopy(page, "Copy table");
    await page.getByText("could not be loaded").waitFor();
    expect(misconduct.pageErrors).toEqual([]);
    await page.unrouteAll();
    await pressCopy(page, "Copy table");
    await heard(page);
  });
});
