/**
 * What works in the most restricted frame, in a frame next to a health record, and without scripts.
 */
import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { expectGoodConduct } from "./support/page.ts";
import {
  choose,
  frameOf,
  live,
  oneLine,
  opener,
  openRow,
  openSheet,
  pressCopy,
  question,
  rows,
} from "./support/screen.ts";
import { answerTo, discrepancies, expectToShow } from "./support/shown-answer.ts";
import { watchPolicy } from "./support/traffic.ts";
import { isWhole } from "./support/whole.ts";

describe("Without JavaScript", () => {
  test.for([
    ["in the whole browser", "", false],
    ["in the frame", 'sandbox=""', true],
  ] as const)(
    "%s the numbers are there, and nothing pretends to work",
    async ([_, sandbox, scripts], { openHostPage }) => {
      const search = "?lines=2&utm_source=newsletter";
      const body = bareFrame(`${sandbox} width="390" height="844"`, search);
      const { page, misconduct } = await openHostPage({
        head: "",
        body,
        javaScriptEnabled: scripts,
      });
      const frame = frameOf(page);
      expect(await discrepancies(frame, await answerTo("lines=2"))).toEqual([]);
      const [ignored, note] = (await frame.getByRole("note").allInnerTexts()).map(oneLine);
      expect(ignored).toBe("Not understood and ignored: utm_source.");
      expect(note).toMatch(/^Filters need JavaScript/);
      const links = frame.getByRole("note").getByRole("link");
      for (const [path, target] of await links.evaluateAll((all) =>
        all.map((link) => [link.getAttribute("href"), link.getAttribute("target")]),
      )) {
        expect(target).toBe("_blank");
        expect([path, (await fetch(`${inject("serverUrl")}${path}`)).status]).toEqual([path, 200]);
      }
      for (const name of ["Change", "Patient"]) {
        expect(await frame.getByText(name).first().isVisible(), name).toBe(false);
      }
      // The question is read all the same, above the rows.
      const [said, first] = [question(frame), rows(frame).first()];
      expect(oneLine(await said.innerText())).toMatch(/^US or EU · 2 prior lines /);
      expect((await said.boundingBox())?.y).toBeLessThan((await first.boundingBox())?.y ?? 0);
      const messages = misconduct.consoleMessages.filter((text) => !/Blocked script/.test(text));
      expectGoodConduct({ ...misconduct, consoleMessages: messages });
    },
  );
});

/**
 * Runs in the frame before all other scripts. Records each access to storage or history, without
 * blocking it.
 */
function watchRefused(): void {
  const touched: string[] = [];
  Object.assign(window, { touched });
  const note = (owner: object, name: string) => {
    let holder: object | null = owner;
    while (holder && !Object.hasOwn(holder, name)) holder = Object.getPrototypeOf(holder);
    const before = holder && Object.getOwnPropertyDescriptor(holder, name);
    if (!before) throw new Error(`no ${name}`);
    Object.defineProperty(owner, name, {
      configurable: true,
      get() {
        touched.push(name);
        return before.get ? before.get.call(owner) : before.value;
      },
    });
  };
  for (const name of ["localStorage", "sessionStorage", "caches", "indexedDB"]) {
    // Some of these exist only where a page may store data.
    if (name in window) note(window, name);
  }
  note(document, "cookie");
  for (const name of ["pushState", "replaceState"]) note(history, name);
}

describe("A frame with scripts and nothing else", () => {
  test.runIf(isWhole)(
    "is read, filtered, opened and copied by hand, and asks for nothing that it is refused",
    async ({ hostPage }) => {
      const body = bareFrame('sandbox="allow-scripts" width="390" height="800"');
      const { page, misconduct, open } = await hostPage({ head: "", body });
      const blocked = await watchPolicy(page);
      await page.addInitScript(watchRefused);
      await open();
      const frame = frameOf(page);
      await live(frame);
      const touched = () =>
        frame.evaluate(() => (window as unknown as { touched: string[] }).touched);
      expect(await frame.evaluate(() => origin)).toBe("null");
      await expectToShow(frame, await answerTo(""));
      await openRow(rows(frame).first());

      await choose(frame, "Lines", "Any number");
      await expectToShow(frame, await answerTo("lines=any"));
      await (await openSheet(frame, "More")).getByRole("button", { name: "Reset" }).click();
      await expectToShow(frame, await answerTo(""));

      // An own range, applied by the Enter key and by the button.
      const age = (await openSheet(frame, "Age")).getByRole("form", { name: /^Median age/ });
      await age.getByLabel("from").fill("60");
      await age.getByLabel("from").press("Enter");
      await expectToShow(frame, await answerTo("age=60-"));
      await page.keyboard.press("Escape");
      const lines = await openSheet(frame, "Prior lines");
      const range = lines.getByRole("form", { name: /^Median prior lines/ });
      await range.getByRole("textbox", { name: "to" }).fill("6");
      await range.getByRole("button", { name: "Apply" }).click();
      await expectToShow(frame, await answerTo("age=60-&prior-lines=-6"));
      await page.keyboard.press("Escape");
      const patient = (await openSheet(frame, "Patient")).getByLabel("Age in years");
      await patient.fill("70");
      await patient.press("Enter");
      await expectToShow(frame, await answerTo("age=60-&prior-lines=-6&patient-age=70"));
      expect(await touched()).toEqual([]);

      await pressCopy(frame, "Copy link");
      await expect
        .poll(() => frame.getByLabel("copy it").inputValue())
        .toBe(
          `${inject("serverUrl")}/embed?prior-lines=-6&age=60-&availability=us,eu&data=${dataVersion.slice(0, 10)}`,
        );
      expect(await blocked()).toEqual([]);
      // Chromium itself reports that the page around does not allow the clipboard.
      const said = misconduct.consoleMessages.filter((text) => !/permissions policy/i.test(text));
      expectGoodConduct({ ...misconduct, consoleMessages: said });

      // Shows that access would have been recorded, and that this frame is denied storage.
      const refused = await frame.evaluate(() =>
        ["localStorage", "sessionStorage", "caches", "cookie"].map((name) => {
          try {
            return String(Reflect.get(name === "cookie" ? document : window, name));
          } catch (error) {
            return (error as Error).name;
          }
        }),
      );
      expect(refused).toEqual(Array(4).fill("SecurityError"));
      expect(await touched()).toEqual(["localStorage", "sessionStorage", "caches", "cookie"]);
    },
  );
});

describe("Beside a health record", () => {
  const chart = Array.from({ length: 60 }, (_, day) => `<p>Day ${day}: haemoglobin 9.8 g/dl</p>`);
  const body = `<div id="record"><section tabindex="0">${chart.join("")}</section>
    <aside>${bareFrame('sandbox="allow-scripts"')}</aside></div>`;
  const head = `<style>body { margin: 0 } main, #record { height: 100vh }
    #record { display: grid; grid-template-columns: 1fr 320px }
    section { overflow: auto } aside { overflow: hidden }
    iframe { border: 0; display: block; height: 100%; width: 100% }</style>`;
  const size = { width: 1024, height: 640 };

  test.runIf(isWhole)(
    "the frame scrolls by itself, with its filters at its upper edge",
    async ({ openHostPage }) => {
      const { page, misconduct } = await openHostPage({ head, body, ...size });
      const frame = frameOf(page);
      await live(frame);
      for (const part of [0, 0.5, 1]) {
        await frame.evaluate((at) => scrollTo(0, at * document.body.scrollHeight), part);
        const box = await opener(frame, "Change").boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(size.width - 320);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect(box?.y).toBeLessThan(size.height * 0.1);
      }
      expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      // At its beginning, where the bar covers nothing.
      await frame.evaluate(() => scrollTo(0, 0));
      await expectNoAxeViolations(frame);
      expectGoodConduct(misconduct);
    },
  );
});
