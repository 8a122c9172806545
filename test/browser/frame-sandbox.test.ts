/** Checks the most restricted frames: without scripts, and with nothing but scripts. */
import { expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { isWhole } from "../support/sample.ts";
import { test } from "./support/fixture.ts";
import { bareFrame } from "./support/host.ts";
import { expectGoodConduct } from "./support/page.ts";
import {
  choose,
  frameOf,
  live,
  oneLine,
  openRow,
  openSheet,
  pressCopy,
  question,
  rows,
} from "./support/screen.ts";
import { answerTo, discrepancies, expectToShow } from "./support/shown-answer.ts";
import { recordBlocked } from "./support/traffic.ts";

test("In a frame without scripts the numbers are there, and nothing pretends to work", async ({
  openHostPage,
}) => {
  const search = "?lines=2&letter=spring";
  const body = bareFrame('sandbox="" width="390" height="844"', search);
  const { page, misconduct } = await openHostPage({ head: "", body });
  const frame = frameOf(page);
  expect(await discrepancies(frame, await answerTo("lines=2"))).toEqual([]);
  const [ignored, note] = (await frame.getByRole("note").allInnerTexts()).map(oneLine);
  expect(ignored).toBe(
    "Not understood and ignored: 1 unknown parameter. Values of a patient do not belong in an address.",
  );
  expect(note).toMatch(/^Filters need JavaScript/);
  for (const link of await frame.getByRole("note").getByRole("link").all()) {
    expect(await link.getAttribute("target")).toBe("_blank");
  }
  const buttons = await frame.getByRole("button").all();
  expect(buttons.length).toBeGreaterThan(0);
  for (const button of buttons) expect(await button.isDisabled()).toBe(true);
  // The question is read all the same, above the rows.
  const [questionBar, first] = [question(frame), rows(frame).first()];
  expect(oneLine(await questionBar.innerText())).toMatch(/^2 prior lines, US or EU /);
  expect((await questionBar.boundingBox())?.y).toBeLessThan((await first.boundingBox())?.y ?? 0);
  const messages = misconduct.consoleMessages.filter((text) => !/Blocked script/.test(text));
  expectGoodConduct({ ...misconduct, consoleMessages: messages });
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

test.runIf(isWhole)(
  "A frame with scripts and nothing else is read, filtered, opened and copied by hand, and asks for nothing that it is refused",
  async ({ hostPage }) => {
    const body = bareFrame('sandbox="allow-scripts" width="390" height="800"');
    const { page, misconduct, open } = await hostPage({ head: "", body });
    const blocked = await recordBlocked(page);
    await page.addInitScript(watchRefused);
    await open();
    const frame = frameOf(page);
    await live(frame);
    const touched = () =>
      frame.evaluate(() => (window as unknown as { touched: string[] }).touched);
    expect(await frame.evaluate(() => origin)).toBe("null");
    await expectToShow(frame, await answerTo(""));
    await openRow(rows(frame).first());

    await choose(frame, "Lines", "Any");
    await expectToShow(frame, await answerTo("lines=any"));
    await (await openSheet(frame, "More")).getByRole("button", { name: "Reset" }).click();
    await expectToShow(frame, await answerTo(""));
    const age = (await openSheet(frame, "Age")).getByRole("form", { name: /^Median age/ });
    await age.getByLabel("from").fill("60");
    await age.getByLabel("from").press("Enter");
    await expectToShow(frame, await answerTo("age=60-"));
    await page.keyboard.press("Escape");
    const patient = (await openSheet(frame, "My patient")).getByLabel("Age in years");
    await patient.fill("70");
    await patient.press("Enter");
    await expectToShow(frame, await answerTo("age=60-&patient-age=70"));
    expect(await touched()).toEqual([]);

    // A text that cannot be copied is shown selected.
    const byHand = frame.getByLabel("copy it");
    const selected = () =>
      byHand.evaluate((node: HTMLTextAreaElement) =>
        node.value.slice(node.selectionStart, node.selectionEnd),
      );
    const link = `${inject("serverUrl")}/embed?age=60-&availability=us,eu&data=${dataVersion}`;
    await pressCopy(frame, "Copy link");
    await expect.poll(selected).toBe(link);
    // The table first has to be loaded; until then the field is that of the link.
    await pressCopy(frame, "Copy table");
    await expect.poll(() => byHand.inputValue()).toContain("\t");
    // A browser may have no clipboard at all.
    await frame.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await pressCopy(frame, "Copy link");
    await expect.poll(() => byHand.inputValue()).toBe(link);
    expect(await blocked()).toEqual([]);
    // Chromium itself reports that the page around does not allow the clipboard.
    const consoleMessages = misconduct.consoleMessages.filter(
      (text) => !/permissions policy/i.test(text),
    );
    expectGoodConduct({ ...misconduct, consoleMessages });

    // This shows that access to storage would have been recorded, and that this frame is denied storage.
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
