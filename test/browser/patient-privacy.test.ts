/** What is said of a patient stays in the widget. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { questionForPatient } from "#core/question/for-patient.ts";
import type { EarlierKinds } from "#core/question/patient.ts";
import { clipboard, permissions } from "./support/clipboard.ts";
import { test } from "./support/fixture.ts";
import { fill, ofBar, results, type Said, show, told } from "./support/own-patient.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import { type Received, startProxy } from "./support/proxy.ts";
import {
  backToAnswer,
  choice,
  framedField,
  live,
  openRow,
  openSheet,
  pressCopy,
  question,
  rows,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { listen } from "./support/traffic.ts";

describe("My patient", () => {
  test("leaves no trace outside of the widget: no request, address, link, attribute, event, storage or log", async ({
    openPage,
  }) => {
    // A number that does not occur elsewhere on the page.
    const age = "97";
    const { page, misconduct } = await openPage({ permissions });
    const sent: string[] = [];
    page.on("request", (request) => {
      const headers = Object.values(request.headers()).join(" ");
      sent.push(`${request.url()} ${request.postData() ?? ""} ${headers}`);
    });
    const heard = await listen(page);
    await page.goto("/embed");
    await live(page);
    const sheet = await openSheet(page, "Patient");
    const before = sent.length;
    await fill(sheet, {
      age,
      lines: "5+",
      also: ["Extramedullary disease", "Kidney: clearance below 45", "Triple-class refractory"],
    });
    await show(sheet).click();
    await told(page);
    for (const summary of await results(page).locator("summary").all()) await summary.click();
    const filters = await openSheet(page, "More");
    // The choices of the next question come after its answer; closed before, their request would fail.
    const choices = page.waitForResponse(/\/v1\/choices\?evidence=all$/);
    await choice(filters, "With real-world cohorts").click();
    await choices;
    await backToAnswer(filters);
    const question = `evidence=all&patient-age=${age}&patient-prior-lines=5`;
    await expectToShow(page, await answerTo(question));
    await openRow(rows(page).first());
    await pressCopy(page, "Copy link");
    await page
      .getByText("Copied. It holds the question only (3 or more lines), nothing of the patient.")
      .waitFor();
    const link = (await clipboard(page))["text/plain"] ?? "";
    expect(new URL(link).search).toMatch(/^\?availability=us,eu&evidence=all&data=[\d-]+$/);

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
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).search),
      );
    const own = searches.filter((search) => asWord.test(search) || ofPatient.test(search));
    expect(own).toEqual([]);
    const report = page.getByRole("link", { name: "Report" });
    expect(await report.getAttribute("href")).toMatch(/\/report\?evidence=all&data=[\d-]+$/);
    expect(page.url()).not.toMatch(asWord);
    expect(await tracesIn(page, asWord.source)).toEqual([]);
    // Nobody around is told of the question for a patient, until there is none.
    expect(await heard()).toEqual([]);
    expect(new URL(page.url()).search).toBe("");
    await ofBar(page, "Close").click();
    await page.waitForURL(/\?evidence=all$/);
    await expectToShow(page, await answerTo("evidence=all"));
    const events = await heard();
    expect(events.map(({ name }) => name)).toEqual(["change", "result"]);
    expect(JSON.stringify(events)).not.toMatch(asWord);
    expect(misconduct).toEqual(goodConduct);
  });

  test("is known to no one on a page of another site", async ({ hostPage }) => {
    const { page, misconduct, open } = await hostPage();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(new URL(request.url()).search));
    const heard = await listen(page);
    await open();
    await live(page);
    const before = (await heard()).length;
    const entries = await page.evaluate(() => history.length);
    const sheet = await openSheet(page, "Patient");
    await framedField(sheet, "Age in years").fill("71");
    await fill(sheet, { also: ["Extramedullary disease"] });
    await show(sheet).click();
    await expectToShow(page, await answerTo("patient-age=71"));
    await results(page).getByText("What studies printed of patients with extramedullary").waitFor();
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(sent.filter((search) => search !== "")).toEqual([]);
    expect((await heard()).slice(before)).toEqual([]);
    expectGoodConduct(misconduct);
  });
});

/** Each as it is typed, and what it means for the question. */
const kinds: readonly { ticked: readonly string[]; priorBcma: EarlierKinds | null }[] = [
  { ticked: [], priorBcma: null },
  { ticked: ["None"], priorBcma: [] },
  { ticked: ["BCMA bispecific", "CAR-T"], priorBcma: ["bispecific", "car-t"] },
  { ticked: ["BCMA, kind unknown"], priorBcma: "some" },
];
const lines = ["", "0", "1", "2", "3", "4", "5+"] as const;

/** All rows of the closed table; age and what else was said change with each, and choose none. */
const patients = lines.flatMap((line, one) =>
  kinds.map(({ ticked, priorBcma }, other) => {
    const priorLines = line === "" ? null : Number.parseInt(line, 10);
    const said: Said = {
      age: ["71", "38", "97", ""][(one + other) % 4] ?? "",
      ...(line !== "" && { lines: line }),
      kinds: ticked,
      also: [
        ...(other % 2 === 0 ? ["Extramedullary disease"] : []),
        ...(one % 2 === 0 ? ["High-risk cytogenetics", "Frail"] : []),
      ],
    };
    return { said, row: questionForPatient("", { priorLines, priorBcma }).held ?? "" };
  }),
);

describe("What reaches the server of patients who are typed into the form on a page of another site", () => {
  test.for([
    ["on a phone", 390, patients],
    // Beside the form the answer follows what is typed.
    ["on a desktop", 1280, patients.filter((_, index) => index % 4 === 0)],
  ] as const)(
    "%s is a row of the closed table: no more different requests than rows, and nothing of them anywhere in them",
    async ([_, width, all], { hostPage, script, onTestFinished }) => {
      const proxy = await startProxy(inject("serverUrl"));
      onTestFinished(() => proxy.close());
      const head = script.tag.replace(inject("serverUrl"), proxy.origin);
      const { page, open } = await hostPage({ head, width });
      const sent: string[] = [];
      page.on("request", (request) => sent.push(request.url()));
      await open();
      await live(page);
      await page.waitForLoadState("networkidle");
      /** By row, the different orders in which requests were sent. */
      const orders = new Map<string, Set<string>>();
      const received = new Set<string>();
      for (const { said, row } of all) {
        const [first, firstReceived] = [sent.length, proxy.received.length];
        const sheet = await openSheet(page, "Patient");
        const { age = "", ...rest } = said;
        await framedField(sheet, "Age in years").pressSequentially(age);
        await fill(sheet, rest);
        if (width === 390) await show(sheet).click();
        await question(page)
          .filter({ hasText: `Patient: ${age}` })
          .waitFor();
        await expect.poll(() => sent.length).toBeGreaterThan(first);
        await expect.poll(() => results(page).getByText("do not take your").count()).toBe(0);
        for (const one of proxy.received.slice(firstReceived)) received.add(JSON.stringify(one));
        const order = sent.slice(first).join(" ");
        orders.set(row, (orders.get(row) ?? new Set()).add(order));
        await ofBar(page, "Close").click();
        await expect.poll(() => results(page).count()).toBe(0);
      }
      // Of each row the screen, and whom its trials enrolled.
      expect(received.size).toBeGreaterThan(2);
      expect(received.size).toBeLessThanOrEqual(2 * orders.size);
      if (width === 390) for (const found of orders.values()) expect(found.size).toBe(1);
      const typed = all.map(({ said }) => said.age).filter((one) => Number(one) > 9);
      const asWord = new RegExp(`(?<![\\w.-])(${typed.join("|")})(?![\\w.-])`);
      expect([...received].filter((one) => asWord.test(one))).toEqual([]);
      for (const one of received) {
        const { method, body, headers } = JSON.parse(one) as Received;
        expect([method, body]).toEqual(["GET", ""]);
        expect(headers.join(" ")).not.toMatch(/referer|cookie/i);
      }
    },
  );
});

/**
 * Attributes of all elements and entries of all stores that match the pattern, except for positions
 * in drawings.
 */
function tracesIn(page: Page, pattern: string): Promise<string[]> {
  return page.evaluate((source) => {
    const wanted = new RegExp(source);
    const found: string[] = [];
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          const drawn = element instanceof SVGElement || name === "width" || name === "height";
          if (!drawn && wanted.test(value)) found.push(`${element.tagName} ${name}="${value}"`);
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    for (const store of [localStorage, sessionStorage]) {
      if (store.length > 0) found.push(JSON.stringify(store));
    }
    if (document.cookie) found.push(document.cookie);
    if (JSON.stringify(history.state ?? "").match(wanted)) found.push("history");
    return found;
  }, pattern);
}
