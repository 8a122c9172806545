/** The page `/embed`, and the most restricted frames of it: without scripts, and with nothing but scripts. */
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { inFullRun, isWhole } from "../support/sample.ts";
import { bareFrame, expectGoodConduct, goodConduct, test } from "./support/fixture.ts";
import {
  choose,
  frameOf,
  live,
  oneLine,
  openers,
  openRow,
  openSheet,
  pressCopy,
  question,
  rows,
} from "./support/screen.ts";
import { answerTo, discrepancies, expectToShow } from "./support/shown-answer.ts";
import { openBeforeScripts, recordBlocked } from "./support/traffic.ts";

const answers = [
  ["the default answer", ""],
  ["an answer with one class", "?therapy-class=bsab"],
  ["an empty answer", "?prior-lines=90-"],
  ["survival", "?outcome=survival"],
  ["products side by side", "?compare=product"],
] as const;

test.for(inFullRun(answers))(
  "When the script takes over %s keeps its nodes and its text, and nothing is asked",
  async ([_, search], { openPage }) => {
    const { page, misconduct } = await openPage();
    const { queries, release } = await openBeforeScripts(page, search);
    const before = await visibleText(page);
    const marked = await page.evaluate(() => {
      const all = document.querySelector("myeloma-compare")?.shadowRoot?.querySelectorAll("*");
      const nodes = [...(all ?? [])];
      Object.assign(window, { served: nodes });
      return nodes.length;
    });
    release();
    await live(page);
    await page.waitForTimeout(300);
    const lost = await page.evaluate(() =>
      (window as unknown as { served: Element[] }).served
        .filter((node) => !node.isConnected)
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    );
    expect(marked).toBeGreaterThan(30);
    expect(lost).toEqual([]);
    expect(await visibleText(page)).toBe(before);
    expect(queries).toEqual([]);
    expect(misconduct).toEqual(goodConduct);
  },
);

async function visibleText(page: Page): Promise<string> {
  return oneLine(await page.locator("body").innerText());
}

test("A whole session on the embedded page logs nothing, fails nothing, calls nobody else, violates no policy and leaves no inline style", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage();
  const blocked = await recordBlocked(page);
  await page.goto("/embed");
  await live(page);
  await openRow(rows(page).first());
  for (const name of openers) {
    const sheet = await openSheet(page, name);
    expect(await inlineStyles(page)).toEqual([]);
    await sheet.getByRole("button", { name: "Close" }).click();
  }
  await choose(page, "Lines", "Any");
  await expectToShow(page, await answerTo("lines=any"));
  await openRow(rows(page).last());
  const sheet = await openSheet(page, "Age");
  await sheet.getByRole("button", { name: "Reset all filters" }).click();
  await expectToShow(page, await answerTo(""));
  expect(await inlineStyles(page)).toEqual([]);
  expect(await blocked()).toEqual([]);
  expect(misconduct).toEqual(goodConduct);
});

function inlineStyles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const roots: ParentNode[] = [document];
    for (const element of document.querySelectorAll("*")) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    return roots.flatMap((root) =>
      [...root.querySelectorAll("[style]")].map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
  });
}

test("In a frame without scripts the numbers are there, and nothing pretends to work", async ({
  openHostPage,
}) => {
  const search = "?lines=2&letter=spring";
  const body = bareFrame('sandbox="" width="390" height="844"', search);
  const { page, misconduct } = await openHostPage({ head: "", body });
  const frame = frameOf(page);
  expect(await discrepancies(frame, await answerTo("lines=2"))).toEqual([]);
  const [ignored, note] = (await frame.getByRole("note").allInnerTexts()).map(oneLine);
  expect(ignored).toMatch(/^Not understood and ignored: 1 unknown parameter/);
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

/** Runs in the frame before all other scripts. Records each access to storage or history, without blocking it. */
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
    const touched = () => frame.evaluate<string[]>("touched");
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
