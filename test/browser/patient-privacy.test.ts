/**
 * Entries about a patient stay in the widget: no request, address, event or listener of a page has it.
 * `unit/widget/effects.test.ts` checks that a change of the patient asks nothing.
 */

import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import type { EarlierKinds } from "#core/question/patient.ts";
import { assets } from "#generated/assets.ts";
import { questionOf } from "../support/in-format.ts";
import { inFullRun, isWhole, sampled } from "../support/sample.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { expectGoodConduct, goodConduct, test } from "./support/fixture.ts";
import { type ReceivedRequest, startProxy } from "./support/proxy.ts";
import {
  backToAnswer,
  choice,
  framedField,
  live,
  opener,
  openRow,
  openSheet,
  pressCopy,
  question,
  rows,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { clipboard, permissions, recordBlocked, recordEvents } from "./support/traffic.ts";
import {
  closePatientButton,
  fillForm,
  patientResults,
  resultsText,
  showButton,
  type TypedPatient,
} from "./support/typed-patient.ts";

test("My patient leaves no trace outside of the widget: no request, address, link, attribute, event, storage or log", async ({
  openPage,
}) => {
  // The age is a number that does not occur elsewhere on the page.
  const age = "97";
  const { page, misconduct } = await openPage({ permissions });
  const sent: string[] = [];
  page.on("request", (request) => {
    const headers = Object.values(request.headers()).join(" ");
    sent.push(`${request.url()} ${request.postData() ?? ""} ${headers}`);
  });
  const heard = await recordEvents(page);
  await page.goto("/embed");
  await live(page);
  const sheet = await openSheet(page, "My patient");
  const before = sent.length;
  await fillForm(sheet, {
    age,
    lines: "5+",
    also: [
      "Extramedullary disease",
      "Creatinine clearance below 45",
      "Triple-class refractory disease",
    ],
  });
  await showButton(sheet).click();
  await resultsText(page);
  for (const summary of await patientResults(page).locator("summary").all()) await summary.click();
  const filters = await openSheet(page, "More");
  // The choices of the next question come after its answer; closed before, their request would fail.
  const choices = page.waitForResponse(/\/v1\/choices\?format=\d+&evidence=all$/);
  await choice(filters, "With real-world cohorts").click();
  await choices;
  await backToAnswer(filters);
  const question = `evidence=all&patient-age=${age}&patient-prior-lines=5`;
  await expectToShow(page, await answerTo(question));
  await openRow(rows(page).first());
  const message = (text: string) =>
    page.getByText(
      `Copied. ${text}Its link holds the question only (3 or more lines), nothing of the patient.`,
      { exact: true },
    );
  await pressCopy(page, "Copy text");
  await message("The text names the patient’s values. ").waitFor();
  expect((await clipboard(page))["text/plain"]).toContain(`${age} years`);
  await pressCopy(page, "Copy 3 lines");
  await expect
    .poll(async () => (await clipboard(page))["text/plain"])
    .toMatch(new RegExp(`^[^\\r\\n]+${age} years[^\\r\\n]+\\r\\n[^\\r\\n]+\\r\\n[^\\r\\n]+$`));
  await pressCopy(page, "Copy link");
  await message("").waitFor();
  const link = (await clipboard(page))["text/plain"] ?? "";
  expect(new URL(link).search).toMatch(/^\?availability=us,eu&evidence=all&data=[\da-f-]+$/);

  expect(sent.length).toBeGreaterThan(before);
  const trait = "bcma|cytogenetic|high-risk|extramedullary|emd|renal|kidney|refract|frail";
  const ofPatient = new RegExp(`patient-(?:age|prior)|variable=|${trait}`, "i");
  const addresses = sent.map((text) => new URL(text.split(" ")[0] ?? "").search);
  expect(sent.filter((text) => /patient-(?:age|prior)/.test(text))).toEqual([]);
  expect(addresses.filter((search) => ofPatient.test(search))).toEqual([]);
  const asWord = new RegExp(`(?<![\\w.-])(${age})(?![\\w.-])`);
  expect(addresses.filter((search) => asWord.test(search))).toEqual([]);
  // Neither the report nor any other link has a question but the one on screen.
  const searches = await page
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).search));
  const withPatient = searches.filter((search) => asWord.test(search) || ofPatient.test(search));
  expect(withPatient).toEqual([]);
  const report = page.getByRole("link", { name: "Report" });
  expect(await report.getAttribute("href")).toMatch(/\/report\?evidence=all&data=[\da-f-]+$/);
  expect(page.url()).not.toMatch(asWord);
  expect(await tracesIn(page, asWord.source)).toEqual([]);
  // Nobody around is told of the question for a patient, until there is none.
  expect(await heard()).toEqual([]);
  expect(new URL(page.url()).search).toBe("");
  await closePatientButton(page).click();
  await page.waitForURL(/\?evidence=all$/);
  await expectToShow(page, await answerTo("evidence=all"));
  // What was typed stays in the form, and nowhere else.
  const kept = await openSheet(page, "My patient");
  expect(await kept.getByLabel("Age in years").inputValue()).toBe(age);
  expect(await tracesIn(page, asWord.source)).toEqual([]);
  await page.keyboard.press("Escape");
  const events = await heard();
  expect(events.map(({ name }) => name)).toEqual(["change", "result"]);
  expect(JSON.stringify(events)).not.toMatch(asWord);
  expect(misconduct).toEqual(goodConduct);
});

/** Kinds of earlier therapy as they are ticked, and as the question has them. */
const kindChoices: readonly { ticked: readonly string[]; priorBcma: EarlierKinds | null }[] = [
  { ticked: [], priorBcma: null },
  { ticked: ["None"], priorBcma: [] },
  { ticked: ["BCMA bispecific", "CAR\u2060-\u2060T"], priorBcma: ["bispecific", "car-t"] },
  { ticked: ["BCMA, kind unknown"], priorBcma: "some" },
];
const lineTexts = ["", "0", "1", "2", "3", "4", "5+"] as const;

function rowOfTable(line: string, priorBcma: EarlierKinds | null): string {
  const priorLines = line === "" ? null : Number.parseInt(line, 10);
  return choosePatientQuestion("", { priorLines, priorBcma }).question ?? "";
}

/** Rows that are asked for on the way: the first of two kinds that are ticked. */
const rowsOnTheWay = lineTexts.map((line) => rowOfTable(line, ["bispecific"]));

/** Returns the row that an address asks about for a patient; `null` for other addresses. */
function rowAskedBy(url: string): string | null {
  const { pathname, search } = new URL(url);
  return pathname.endsWith("/v1/screen/patients") ? decodeURIComponent(questionOf(search)) : null;
}

/** Lists all rows of the closed table. Age and whatever else is stated change with each row, and choose none. */
const patients = lineTexts.flatMap((line, lineIndex) =>
  kindChoices.map(({ ticked, priorBcma }, kindIndex) => {
    const stated: TypedPatient = {
      age: ["71", "38", "97", ""][(lineIndex + kindIndex) % 4] ?? "",
      ...(line !== "" && { lines: line }),
      kinds: ticked,
      ...(typeof priorBcma === "object" &&
        priorBcma?.includes("car-t") && { products: ["ide\u2060-\u2060cel"] }),
      also: [
        ...(kindIndex % 2 === 0 ? ["Extramedullary disease"] : []),
        ...(lineIndex % 2 === 0
          ? ["High-risk cytogenetics", "Frailty", "Refractory to lenalidomide"]
          : []),
      ],
    };
    return { stated, row: rowOfTable(line, priorBcma) };
  }),
);

test.for([
  ["on a phone", 390, sampled(patients, 2)],
  // The answer beside the form follows what is typed.
  ...inFullRun([["on a desktop", 1280, patients.filter((_, index) => index % 4 === 0)]] as const),
] as const)(
  "What is typed into the form on a page of another site reaches the server %s as a row of the closed table, and nobody else",
  async ([_, width, all], { hostPage, script, onTestFinished }) => {
    const proxy = await startProxy(inject("serverUrl"));
    onTestFinished(() => proxy.close());
    const head = script.tag.replace(inject("serverUrl"), proxy.origin);
    const { page, open } = await hostPage({ head, width });
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url()));
    const heard = await recordEvents(page);
    await open();
    await live(page);
    await page.waitForLoadState("networkidle");
    const entries = await page.evaluate(() => history.length);
    /** The different orders in which requests were sent, by row. */
    const orders = new Map<string, Set<string>>();
    const received = new Set<string>();
    for (const { stated, row } of all) {
      const [first, firstReceived] = [sent.length, proxy.received.length];
      const requestsBefore = (await heard()).length;
      const sheet = await openSheet(page, "My patient");
      // The form keeps what was typed about the patient before.
      const clear = sheet.getByRole("button", { name: "Clear", exact: true });
      if ((await clear.count()) > 0) await clear.click();
      const { age = "", ...withoutAge } = stated;
      await framedField(sheet, "Age in years").pressSequentially(age);
      await fillForm(sheet, withoutAge);
      if (width === 390) await showButton(sheet).click();
      await question(page)
        // A colon follows the word only where an age or lines are told.
        .filter({ hasText: age || withoutAge.lines ? `Patient: ${age}` : /Patient(?!:)/ })
        .waitFor();
      await expect
        .poll(() => patientResults(page).getByText("not of your patient").count())
        .toBe(0);
      // A row is asked about once, however many patients are of it.
      const wasAsked = sent.slice(0, first).some((url) => rowAskedBy(url) === row);
      const rowsAskedNow = sent.slice(first).map(rowAskedBy);
      expect(rowsAskedNow.filter((asked) => asked === row)).toHaveLength(wasAsked ? 0 : 1);
      if (width === 390 && wasAsked) expect(sent.length).toBe(first);
      for (const request of proxy.received.slice(firstReceived))
        received.add(JSON.stringify(request));
      // The page around hears of nobody, and the back button is its own.
      expect([(await heard()).length, await page.evaluate(() => history.length)]).toEqual([
        requestsBefore,
        entries,
      ]);
      const order = sent.slice(first).join(" ");
      if (!wasAsked) orders.set(row, (orders.get(row) ?? new Set()).add(order));
      await closePatientButton(page).click();
      await expect.poll(() => patientResults(page).count()).toBe(0);
    }
    expect(received.size).toBeGreaterThan(0);
    // Each row of patients asks for a screen and for the patients that its trials enrolled. Beside the form, rows on
    // the way to it do so, too.
    const table = new Set([...patients.map(({ row }) => row), ...rowsOnTheWay]);
    const rowsAsked = width === 390 ? orders.size : table.size;
    // The script of a patient's view is asked for once, whoever the patients are.
    const ofScript = [...received].filter((request) => request.includes(assets.patientView.href));
    expect(ofScript).toHaveLength(1);
    expect(received.size - ofScript.length).toBeLessThanOrEqual(2 * rowsAsked);
    if (width === 390) for (const ordersOfRow of orders.values()) expect(ordersOfRow.size).toBe(1);
    const typed = patients.map(({ stated }) => stated.age).filter((age) => Number(age) > 9);
    const asWord = new RegExp(`(?<![\\w.-])(${typed.join("|")})(?![\\w.-])`);
    expect([...received].filter((request) => asWord.test(request))).toEqual([]);
    for (const request of received) {
      const { method, body, headers } = JSON.parse(request) as ReceivedRequest;
      expect([method, body]).toEqual(["GET", ""]);
      expect(headers.join(" ")).not.toMatch(/referer|cookie/i);
    }
  },
);

/** Attributes of all elements and entries of all stores that match the pattern, except for positions in drawings. */
function tracesIn(page: Page, pattern: string): Promise<string[]> {
  return page.evaluate((source) => {
    const wanted = new RegExp(source);
    const traces: string[] = [];
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          const drawn = element instanceof SVGElement || name === "width" || name === "height";
          if (!drawn && wanted.test(value)) traces.push(`${element.tagName} ${name}="${value}"`);
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    for (const store of [localStorage, sessionStorage]) {
      if (store.length > 0) traces.push(JSON.stringify(store));
    }
    if (document.cookie) traces.push(document.cookie);
    if (JSON.stringify(history.state ?? "").match(wanted)) traces.push("history");
    return traces;
  }, pattern);
}

/** Records what every event says that a listener of the page can hear, before any other listener. */
async function eavesdrop(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    const handlers = [window, document, HTMLElement.prototype].flatMap((target) => {
      const names: string[] = [];
      for (const name in target) if (name.startsWith("on")) names.push(name.slice(2));
      return names;
    });
    const otherNames = ["compositionstart", "compositionupdate", "compositionend", "textInput"];
    const eventText = (event: Event) => {
      const facts = ["data", "key", "code", "keyCode", "charCode", "detail"].map((name) =>
        String(Reflect.get(event, name)),
      );
      const values = event.composedPath().map((target) => String(Reflect.get(target, "value")));
      const transfer = event instanceof ClipboardEvent ? event.clipboardData : null;
      return [event.type, ...facts, ...values, transfer?.getData("text") ?? ""].join(" ");
    };
    for (const name of new Set([
      ...handlers,
      ...otherNames,
      "beforeinput",
      "focusin",
      "focusout",
    ])) {
      for (const target of [window, document]) {
        target.addEventListener(name, (event) => heard.push(eventText(event)), true);
      }
    }
    Object.assign(window, { heard });
  });
  return () => page.evaluate<string[]>("heard");
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
    const blocked = await recordBlocked(page);
    await open();
    await expectToShow(page, await answerTo(""));
    // Text that is typed into a field of the page itself is heard: the listeners work.
    await page.locator("#own").pressSequentially("64");
    await page.locator("#own").press("Tab");
    expect(
      (await heard()).filter((text) => /^(?:keydown|beforeinput|input) .*4/.test(text)),
    ).not.toEqual([]);

    const before = (await heard()).length;
    const sheet = await openSheet(page, "My patient");
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

    const events = (await heard()).slice(before);
    expect(events.length).toBeGreaterThan(5);
    // The sheet is closed while the Enter key is still down.
    const otherEvents = events.filter((text) => !/^keyup undefined Enter Enter 13 /.test(text));
    const ofTyping = /Digit|\b7|9\b|^(?:key|input|beforeinput|textInput|comp|paste|cut|change)/;
    expect(otherEvents.filter((text) => ofTyping.test(text))).toEqual([]);
    expect(await blocked()).toEqual([]);
    expectGoodConduct(misconduct);
  });

  test.runIf(isWhole)(
    "is corrected, closed and reached by the keyboard as anywhere else",
    async ({ openHostPage }) => {
      const { page } = await openHostPage({
        colorScheme: "dark",
        body: '<myeloma-compare theme="system"></myeloma-compare>',
      });
      await live(page);
      await opener(page, "My patient").focus();
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
      expect(await age.evaluate((field) => getComputedStyle(field).color)).toBe(
        "rgb(238, 241, 246)",
      );
      expect(await age.evaluate((field) => getComputedStyle(field).outlineStyle)).not.toBe("none");
      await expectNoAxeViolations(page);
      await page.keyboard.press("Escape");
      await sheet.waitFor({ state: "hidden" });
      expect(await opener(page, "My patient").evaluate((button) => button.matches(":focus"))).toBe(
        true,
      );
    },
  );
});
