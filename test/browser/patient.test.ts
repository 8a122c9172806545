import type { Locator, Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import type { Choices } from "#core/choices/choices.ts";
import { shownRate } from "#presentation/view/shown-numbers.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import {
  type ChipName,
  chip,
  choice,
  framedField,
  live,
  oneLine,
  openRow,
  openSheet,
  rowNamed,
  rows,
} from "./support/screen.ts";
import { answerTo, expectDigits, expectToShow } from "./support/shown-answer.ts";
import { textOverlaps } from "./support/text-overlaps.ts";
import { listen } from "./support/traffic.ts";

interface Said {
  age?: string;
  lines?: string;
  yes?: string;
  no?: string;
}

const show = (sheet: Locator) => sheet.getByRole("button", { name: "Show for my patient" });

async function fill(sheet: Locator, { age, lines, yes, no }: Said) {
  if (age !== undefined) await sheet.getByLabel("Age in years").fill(age);
  if (lines !== undefined) await sheet.getByRole("textbox", { name: "Prior lines" }).fill(lines);
  if (yes) await sheet.getByRole("group", { name: yes }).getByLabel("Yes").check();
  if (no) await sheet.getByRole("group", { name: no }).getByLabel("No", { exact: true }).check();
}

async function say(page: Page, said: Said, name: ChipName = "Age") {
  const sheet = await openSheet(page, name);
  await fill(sheet, said);
  await show(sheet).click();
}

const heading = (page: Page) => page.getByRole("heading", { name: /^My patient:/ });
/** What is shown for the patient. */
const results = (page: Page) => page.locator("section").filter({ has: heading(page) });
const list = (page: Page, title: string) => results(page).locator("details", { hasText: title });

/** Waits for the answer, and returns what is shown for the patient. */
async function told(page: Page): Promise<string> {
  await results(page).getByRole("checkbox").waitFor();
  return oneLine(await results(page).innerText());
}

describe("My patient", () => {
  test("is one form with the same values in both sheets, and has the API's digits", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?evidence=all");
    await say(page, { age: "71" });
    await told(page);
    await expectDigits(page, await answerTo("evidence=all&patient-age=71"));
    const sheet = await openSheet(page, "Prior lines");
    expect(await sheet.getByLabel("Age in years").inputValue()).toBe("71");
    await sheet.getByRole("textbox", { name: "Prior lines" }).fill("4");
    await sheet.getByRole("textbox", { name: "Prior lines" }).press("Enter");
    await expectDigits(page, await answerTo("evidence=all&patient-age=71&patient-prior-lines=4"));
    await results(page).getByLabel("Count only cohorts known").check();
    const both = "evidence=all&patient-age=71&patient-prior-lines=4&patient-fit=confirmed";
    await expectDigits(page, await answerTo(both));
    expect(misconduct).toEqual(goodConduct);
  });

  test("says first what our sources know, before any filter by medians", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?setting=early");
    const { rangesKnown: known } = await choicesFor("setting=early");
    const sheet = await openSheet(page, "Age");
    const said = oneLine(await sheet.innerText());
    expect(said).toContain(
      `My patient Ages enrolled are known for ${known["patient-age"]} of ${known.cohorts} cohorts, prior lines for ${known["patient-prior-lines"]}. Age in years`,
    );
    expect(said.indexOf("Show for my patient")).toBeLessThan(said.indexOf("Median age"));
    expect(await sheet.getByRole("textbox").first().getAttribute("id")).toBe("patient-age");
  });

  test("leads to studies, then to cohorts that fit, do not and do not say, then to the pool", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const { patient, outcomes } = await answerTo("patient-age=77&patient-prior-lines=4");
    const whole = await answerTo("");
    await say(page, { age: "77", lines: "4", yes: "Extramedullary disease" });
    const text = await told(page);
    expect(await heading(page).innerText()).toBe(
      "My patient: 77 years, 4 prior lines, extramedullary disease",
    );
    // A reader of the screen is led there, too.
    expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
    const inOrder = [
      "By age",
      "By prior lines",
      "By extramedullary disease",
      `Enrolled such patients: ${patient?.fits.length}`,
      `Enrolled only others: ${patient?.outside.length}, left out`,
      `Our sources do not say: ${patient?.notReported.length}, kept`,
      "The pool of these cohorts",
    ].map((words) => text.indexOf(words));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    expect(text).not.toContain("By cytogenetic risk");

    for (const [title, cohorts] of [
      ["Enrolled such", patient?.fits],
      ["Enrolled only others", patient?.outside],
      ["do not say", patient?.notReported],
    ] as const) {
      await list(page, title).locator("summary").click();
      const links = list(page, title).getByRole("link");
      expect(await links.allInnerTexts()).toEqual(cohorts?.map(({ label }) => label));
      expect(await links.first().getAttribute("href")).toContain(cohorts?.[0]?.cohort);
    }
    // Every reason why a cohort does not fit.
    for (const { reason } of patient?.outside ?? []) {
      expect(await list(page, "Enrolled only others").innerText()).toContain(reason);
    }

    // The differences are those between the two answers.
    const all = patient ? patient.fits.length + patient.notReported.length : Number.NaN;
    expect(text).toContain(`count ${all} of ${all + (patient?.outside.length ?? 0)} cohorts`);
    const [own, before] = [outcomes, whole.outcomes].map((some) => {
      const pool = some.find(({ outcome }) => outcome === "cr")?.pools["car-t"];
      const shown = pool && shownRate(pool);
      return shown && `${rateOf100(shown.estimate)} ${rangeOf100(shown.interval)}`;
    });
    expect(own).not.toBe(before);
    expect(text).toContain(`Complete response: CAR-T ${own} instead of ${before}`);

    await results(page).getByRole("button", { name: "Clear my patient" }).click();
    await results(page).waitFor({ state: "hidden" });
    await expect
      .poll(() => chip(page, "Prior lines").evaluate((one) => one.matches(":focus")))
      .toBe(true);
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => chip(page, "Prior lines").innerText()).not.toContain("patient");
  });

  test("by yes and no shows the results of single studies, and leaves every cohort in", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await say(page, { no: "Earlier BCMA-directed", yes: "Extramedullary" });
    await results(page).getByText("no cohort is left out").waitFor();
    expect(await heading(page).innerText()).toBe(
      "My patient: no earlier BCMA-directed therapy, extramedullary disease",
    );
    const studies = list(page, "By extramedullary disease");
    await studies.locator("summary").click();
    const text = oneLine(await studies.innerText());
    // Theirs first, others beside them, each with how many patients, and the source.
    expect(text).toMatch(
      /Response(?:, [^–]+)? – EMD: \d+ of \d+, [\d.]+ %\. Others: no EMD: \d+ of \d+/,
    );
    const shown = (await studies.locator("h5").count()) - 1;
    expect(text.match(/Source: /g)?.length).toBeGreaterThan(shown);
    const bcma = list(page, "By earlier BCMA-directed therapy");
    await bcma.locator("summary").click();
    expect(oneLine(await bcma.innerText())).toMatch(/Response – no: \d+ of \d+/);
    await expectToShow(page, await answerTo(""));
    // Asked for again, with a number: the same studies, and now fewer cohorts.
    await results(page).getByRole("button", { name: "Change" }).click();
    const sheet = page.getByRole("dialog");
    await fill(sheet, { age: "80" });
    await show(sheet).click();
    await expectToShow(page, await answerTo("patient-age=80"));
    expect(await heading(page).innerText()).toContain("80 years, no earlier BCMA");
  });

  test("whom no cohort is known to have enrolled has an empty pool only if that is asked for", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await say(page, { age: "97" });
    expect(await told(page)).toContain("Enrolled such patients: none known");
    await expectToShow(page, await answerTo("patient-age=97"));
    await results(page).getByRole("checkbox").check();
    await results(page).getByText("nothing can be pooled").waitFor();
    await results(page).getByRole("checkbox").uncheck();
    await expectToShow(page, await answerTo("patient-age=97"));
  });

  test("is forgotten by a reset, and kept while other filters change", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await say(page, { lines: "5" }, "Prior lines");
    await told(page);
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    await expectToShow(page, await answerTo("age=60-65&patient-prior-lines=5"));
    const sheet = await openSheet(page, "Age");
    await sheet.getByRole("button", { name: "Reset all filters" }).click();
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => results(page).count()).toBe(0);
  });

  test("that is no such number is refused at its field, and the answer stays", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "Prior lines");
    const said = (text: string) => sheet.getByRole("alert").filter({ hasText: text });
    await show(sheet).click();
    await said("Give an age").waitFor();
    for (const [age, lines, allowed] of [
      ["17.5", "", "18 to 110"],
      ["111", "4", "18 to 110"],
      ["71", "31", "0 to 30"],
      ["71", "five", "0 to 30"],
    ] as const) {
      await fill(sheet, { age, lines });
      await show(sheet).click();
      await said(`is a whole number from ${allowed}`).waitFor();
      expect(await sheet.getByText("other field").count()).toBe(0);
      const field = sheet.getByRole("textbox", {
        name: allowed.startsWith("18") ? "Age in years" : "Prior lines",
      });
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect(await field.evaluate((node) => node.matches(":focus"))).toBe(true);
    }
    // The two in each other's field: one tap puts them right.
    await fill(sheet, { age: "4", lines: "71" });
    await show(sheet).click();
    expect(await said("is a whole number").count()).toBe(2);
    await sheet.getByRole("button", { name: "71 years, 4 prior lines" }).click();
    expect(await sheet.getByLabel("Age in years").inputValue()).toBe("71");
    expect(await said("is a whole number").count()).toBe(0);
    expect(await results(page).count()).toBe(0);
    await expectToShow(page, await answerTo(""));
    await show(sheet).click();
    await expectToShow(page, await answerTo("patient-age=71&patient-prior-lines=4"));
  });

  test("typed into a filter by medians does not empty the table, and is one tap away", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url()));
    const sheet = await openSheet(page, "Age");
    await sheet.getByLabel("from").fill("78");
    await sheet.getByLabel("from").press("Enter");
    await sheet.getByRole("alert").filter({ hasText: "cohort has such a median" }).waitFor();
    await sheet.getByRole("button", { name: "My patient: 78 years" }).click();
    await expectToShow(page, await answerTo("patient-age=78"));
    expect(sent.filter((url) => url.includes("78"))).toEqual([]);
    // Who means the medians can still have them.
    const again = await openSheet(page, "Age");
    await again.getByLabel("from").fill("78");
    await again.getByLabel("from").press("Enter");
    await again.getByRole("button", { name: "all the same" }).click();
    await page.getByText("No trial answers this question").waitFor();
  });

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
    const sheet = await openSheet(page, "Age");
    const before = sent.length;
    await fill(sheet, { age, lines, yes: "Extramedullary", no: "High-risk" });
    // The wrong way round at first.
    await fill(sheet, { age: lines, lines: age });
    await show(sheet).click();
    await sheet.getByRole("button", { name: `${age} years` }).click();
    await show(sheet).click();
    await told(page);
    for (const summary of await results(page).locator("summary").all()) await summary.click();
    await results(page).getByRole("checkbox").check();
    await results(page).getByRole("checkbox").uncheck();
    await choice(await openSheet(page, "More"), "With real-world cohorts").click();
    const question = `evidence=all&patient-age=${age}&patient-prior-lines=${lines}`;
    await expectToShow(page, await answerTo(question));
    await openRow(rows(page).first());
    await page.getByRole("button", { name: "Copy link" }).click();

    expect(sent.length).toBeGreaterThan(before);
    const trait = "bcma|cytogenetic|high-risk|extramedullary|emd";
    const ofPatient = new RegExp(`patient-(?:age|prior|fit)|variable=|${trait}`, "i");
    const addresses = sent.map((text) => new URL(text.split(" ")[0] ?? "").search);
    expect(sent.filter((text) => /patient-(?:age|prior|fit)/.test(text))).toEqual([]);
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
    const report = page.getByRole("link", { name: "All numbers and sources" });
    expect(await report.getAttribute("href")).toMatch(/\/report\?evidence=all&as-of=[\w-]+$/);
    expect(page.url()).not.toMatch(asWord);
    expect(await tracesIn(page, asWord.source)).toEqual([]);
    // Hosts get events for the question, never for an answer about a patient.
    const events = await heard();
    expect(events.map(({ name }) => name)).toEqual(["change"]);
    expect(JSON.stringify(events)).not.toMatch(asWord);
    expect(misconduct).toEqual(goodConduct);
  });

  test("asks for the same as who says nothing, whatever is said", async ({ openWidget }) => {
    const asked = async (said: Said) => {
      const { page } = await openWidget("/embed");
      const sent: string[] = [];
      page.on("request", (request) => sent.push(new URL(request.url()).pathname + request.url()));
      await say(page, said);
      await results(page).getByText("By ").first().waitFor();
      await page.waitForLoadState("networkidle");
      return sent.filter((url) => url.includes("/v1/"));
    };
    const [first, ...others] = [
      await asked({ yes: "High-risk" }),
      await asked({ age: "72", no: "Extramedullary" }),
    ];
    for (const other of others) expect(other.sort()).toEqual(first?.sort());
    expect(first?.filter((url) => url.endsWith("/v1/subgroups")).length).toBe(1);
  });

  test("is known to no one on a page of another site", async ({ hostPage }) => {
    const { page, misconduct, open } = await hostPage();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(new URL(request.url()).search));
    const heard = await listen(page);
    await open();
    await live(page);
    const before = (await heard()).length;
    const sheet = await openSheet(page, "Age");
    await framedField(sheet, "Age in years").fill("71");
    await fill(sheet, { yes: "Extramedullary" });
    await show(sheet).click();
    await expectToShow(page, await answerTo("patient-age=71"));
    await list(page, "By extramedullary disease").waitFor();
    expect(sent.filter((search) => search !== "")).toEqual([]);
    expect((await heard()).slice(before)).toEqual([]);
    expectGoodConduct(misconduct);
  });

  test("has sources and medians, of which nobody is asked for more than the question", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?evidence=all");
    await say(page, { age: "71" });
    await told(page);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(new URL(request.url()).search));
    const row = rowNamed(page, "Progression-free");
    await openRow(row);
    await row.getByText(/^Sources \(/).click();
    const answer = await answerTo("evidence=all&patient-age=71");
    const own = answer.outcomes.find(({ outcome }) => outcome === "pfs-12");
    const pools = Object.values(own?.pools ?? {});
    const studies = pools.flatMap((pool) => pool.studies);
    const medians = pools.flatMap((pool) => pool.medians);
    expect(studies.length).toBeGreaterThan(1);
    expect(medians.length).toBeGreaterThan(2);
    for (const { citation } of [...studies, ...medians]) {
      await row
        .getByText(citation?.text ?? "no citation")
        .first()
        // Sources are folded.
        .waitFor({ state: "attached" });
    }
    // Studies that compared are asked for by their row.
    expect(sent.filter((search) => search !== "").sort()).toEqual(["?evidence=all", "?row=pfs-12"]);
    expect(misconduct).toEqual(goodConduct);
  });

  test("says so when the browser cannot compute it, and claims nothing", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    const sheet = await openSheet(page, "Age");
    // A file on its way, which a browser with a cache would not ask for again, is not what is lost.
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await fill(sheet, { age: "71", yes: "Extramedullary" });
    await show(sheet).click();
    await page.getByText("do not take your patient into account yet").waitFor();
    await page.getByRole("alert").filter({ hasText: "No connection" }).waitFor();
    // What the studies report came with the sheet.
    await list(page, "By extramedullary disease").waitFor();
    expect(await chip(page, "Age").innerText()).not.toContain("71");
    expect(await results(page).getByText("Enrolled such").count()).toBe(0);
    await expectToShow(page, await answerTo(""));
    await page.unroute("**/assets/engine-*");
    await page.context().setOffline(false);
    await expectDigits(page, await answerTo("patient-age=71"));
  });

  test("is told when the studies cannot be loaded, and has its pool all the same", async ({
    openPage,
  }) => {
    const { page } = await openPage();
    await page.route("**/v1/subgroups**", (route) => route.fulfill({ status: 503, body: "no" }));
    await page.goto("/embed");
    await live(page);
    await say(page, { age: "71" });
    await results(page).getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
    await told(page);
    await expectToShow(page, await answerTo("patient-age=71"));
    await page.unroute("**/v1/subgroups**");
    await results(page).getByRole("button", { name: "Try again" }).click();
    await list(page, "By age").waitFor();
  });

  test("needs no connection once the engine is there", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await say(page, { age: "71" });
    await told(page);
    const sheet = await openSheet(page, "Age");
    await page.context().setOffline(true);
    await fill(sheet, { age: "66" });
    await show(sheet).click();
    await heading(page).filter({ hasText: "66 years" }).waitFor();
    await expectDigits(page, await answerTo("patient-age=66"));
  });

  test("is said by the keyboard alone", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await chip(page, "Age").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").locator('[aria-busy="false"]').waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("72");
    await page.keyboard.press("Tab");
    await page.keyboard.type("3");
    // To the first choice, from "not said" to "yes".
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await told(page);
    expect(await heading(page).innerText()).toBe(
      "My patient: 72 years, 3 prior lines, earlier BCMA-directed therapy",
    );
    expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
  });

  test.for([320, 1280])(
    "at %i pixels nothing is cut off or overlaps",
    async (width, { openWidget }) => {
      const { page } = await openWidget("/embed", { width });
      const sheet = await openSheet(page, "Age");
      await fill(sheet, { age: "4", lines: "71", yes: "Extramedullary", no: "Earlier BCMA" });
      await show(sheet).click();
      expect(await textOverlaps(sheet)).toEqual([]);
      await sheet.getByRole("button", { name: "71 years" }).click();
      await show(sheet).click();
      await told(page);
      for (const summary of await results(page).locator("summary").all()) await summary.click();
      expect(await textOverlaps(results(page))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    },
  );

  test("axe finds nothing", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?theme=system", { reducedMotion: "reduce" });
    const sheet = await openSheet(page, "Age");
    await fill(sheet, { age: "4", lines: "71", yes: "Extramedullary" });
    await show(sheet).click();
    await sheet.getByRole("button", { name: "71 years" }).waitFor();
    await expectNoAxeViolationsInAnyColours(page);
    await sheet.getByRole("button", { name: "71 years" }).click();
    await show(sheet).click();
    await told(page);
    for (const summary of await results(page).locator("summary").all()) await summary.click();
    await expectNoAxeViolationsInAnyColours(page);
  });
});

async function choicesFor(query: string): Promise<Choices> {
  const response = await fetch(`${inject("serverUrl")}/v1/choices?${query}`);
  return (await response.json()) as Choices;
}

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
