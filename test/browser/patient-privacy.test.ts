/** What is said of a patient stays in the widget. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { fill, list, results, show, told } from "./support/own-patient.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import {
  choice,
  framedField,
  live,
  openRow,
  openSheet,
  pressCopy,
  rows,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { listen } from "./support/traffic.ts";

describe("My patient", () => {
  test("leaves no trace outside of the widget: no request, address, link, attribute, event, storage or log", async ({
    openPage,
  }) => {
    // Numbers that do not occur elsewhere on the page.
    const [age, lines] = ["97", "29"];
    const { page, misconduct } = await openPage();
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
    await fill(sheet, { age, lines, yes: "Extramedullary", no: "High-risk" });
    // The wrong way round at first.
    await fill(sheet, { age: lines, lines: age });
    await show(sheet).click();
    await sheet.getByRole("button", { name: `${age} years` }).click();
    await show(sheet).click();
    await told(page);
    for (const summary of await results(page).locator("summary").all()) await summary.click();
    await choice(await openSheet(page, "More"), "With real-world cohorts").click();
    const question = `evidence=all&patient-age=${age}&patient-prior-lines=${lines}`;
    await expectToShow(page, await answerTo(question));
    await openRow(rows(page).first());
    await pressCopy(page, "Copy link");

    expect(sent.length).toBeGreaterThan(before);
    const trait = "bcma|cytogenetic|high-risk|extramedullary|emd";
    const ofPatient = new RegExp(`patient-(?:age|prior)|variable=|${trait}`, "i");
    const addresses = sent.map((text) => new URL(text.split(" ")[0] ?? "").search);
    expect(sent.filter((text) => /patient-(?:age|prior)/.test(text))).toEqual([]);
    expect(addresses.filter((search) => ofPatient.test(search))).toEqual([]);
    const asWord = new RegExp(`(?<![\\w.-])(${age}|${lines})(?![\\w.-])`);
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
    // Hosts get events for the question, never for an answer about a patient.
    const events = await heard();
    expect(events.map(({ name }) => name)).toEqual(["change"]);
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
    const sheet = await openSheet(page, "Patient");
    await framedField(sheet, "Age in years").fill("71");
    await fill(sheet, { yes: "Extramedullary" });
    await show(sheet).click();
    await expectToShow(page, await answerTo("patient-age=71"));
    await list(page, "By extramedullary disease").waitFor();
    expect(sent.filter((search) => search !== "")).toEqual([]);
    expect((await heard()).slice(before)).toEqual([]);
    expectGoodConduct(misconduct);
  });
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
