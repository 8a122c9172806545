/** What is typed about a patient on a page of another site, heard by everything that listens there. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { framedField, live, opener, openSheet } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { watchPolicy } from "./support/traffic.ts";

/** Records what every event says that a listener of the page can hear, before any other listener. */
async function eavesdrop(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    const handlers = [window, document, HTMLElement.prototype].flatMap((target) => {
      const names: string[] = [];
      for (const name in target) if (name.startsWith("on")) names.push(name.slice(2));
      return names;
    });
    const others = ["compositionstart", "compositionupdate", "compositionend", "textInput"];
    const said = (event: Event) => {
      const facts = ["data", "key", "code", "keyCode", "charCode", "detail"].map((name) =>
        String(Reflect.get(event, name)),
      );
      const values = event.composedPath().map((one) => String(Reflect.get(one, "value")));
      const transfer = event instanceof ClipboardEvent ? event.clipboardData : null;
      return [event.type, ...facts, ...values, transfer?.getData("text") ?? ""].join(" ");
    };
    for (const name of new Set([...handlers, ...others, "beforeinput", "focusin", "focusout"])) {
      for (const target of [window, document]) {
        target.addEventListener(name, (event) => heard.push(said(event)), true);
      }
    }
    Object.assign(window, { heard });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

describe("What is typed about a patient on a page of another site", () => {
  test("reaches no listener of that page, by key, by clipboard or by composition", async ({
    hostPage,
  }) => {
    const ours = inject("serverUrl");
    const policy = `default-src 'none'; script-src ${ours}; connect-src ${ours}; style-src 'none'; frame-src 'none'; img-src data:`;
    const { page, open, misconduct } = await hostPage({
      body: '<label>Search <input id="own"></label><myeloma-compare></myeloma-compare>',
      headers: { "content-security-policy": policy },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const heard = await eavesdrop(page);
    const blocked = await watchPolicy(page);
    await open();
    await expectToShow(page, await answerTo(""));
    // What is typed into a field of the page itself is heard: the listeners work.
    await page.locator("#own").pressSequentially("64");
    await page.locator("#own").press("Tab");
    expect(
      (await heard()).filter((said) => /^(?:keydown|beforeinput|input) .*4/.test(said)),
    ).not.toEqual([]);

    const before = (await heard()).length;
    const sheet = await openSheet(page, "Patient");
    const age = framedField(sheet, "Age in years");
    await sheet.getByText("Age in years", { exact: true }).click();
    await page.keyboard.type("79");
    expect(await age.inputValue()).toBe("79");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("ControlOrMeta+X");
    await page.keyboard.press("ControlOrMeta+V");
    await page.keyboard.press("Backspace");
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", {
      text: "7",
      selectionStart: 1,
      selectionEnd: 1,
    });
    await keyboard.send("Input.insertText", { text: "7" });
    expect(await age.inputValue()).toBe("77");
    await page.keyboard.press("Enter");
    await expectToShow(page, await answerTo("patient-age=77"));

    const said = (await heard()).slice(before);
    expect(said.length).toBeGreaterThan(5);
    // The sheet is closed while the Enter key is still down.
    const others = said.filter((text) => !/^keyup undefined Enter Enter 13 /.test(text));
    const ofTyping = /Digit|\b7|9\b|^(?:key|input|beforeinput|textInput|comp|paste|cut|change)/;
    expect(others.filter((text) => ofTyping.test(text))).toEqual([]);
    expect(await blocked()).toEqual([]);
    expectGoodConduct(misconduct);
  });

  test("is corrected, closed and reached by the keyboard as anywhere else", async ({
    openHostPage,
  }) => {
    const { page } = await openHostPage({
      colorScheme: "dark",
      body: '<myeloma-compare theme="system"></myeloma-compare>',
    });
    await live(page);
    await opener(page, "Patient").focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog", { name: "My patient" });
    await sheet.getByRole("group").first().waitFor();
    for (let stop = 0; stop < 7; stop += 1) await page.keyboard.press("Tab");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    const age = framedField(sheet, "Age in years");
    await sheet.getByRole("alert").filter({ hasText: "whole number from 18" }).waitFor();
    expect(await age.getAttribute("aria-invalid")).toBe("true");
    expect(await age.getAttribute("aria-description")).toContain("whole number from 18");
    expect(await age.evaluate((field) => field.matches(":focus"))).toBe(true);
    expect(await age.evaluate((field) => getComputedStyle(field).color)).toBe("rgb(236, 239, 244)");
    expect(await age.evaluate((field) => getComputedStyle(field).outlineStyle)).not.toBe("none");
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    expect(await opener(page, "Patient").evaluate((button) => button.matches(":focus"))).toBe(true);
  });
});
