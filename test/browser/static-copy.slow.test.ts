/** A copy without a server, opened as a file and behind the plainest file server there is. */
import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { keepNamesUnbroken } from "#presentation/svg/unbroken.ts";
import type { Screen } from "#presentation/views/screen.ts";
import type { MyelomaCompare } from "#widget/element.tsx";
import { listen } from "../support/listen.ts";
import { test as base, goodConduct } from "./support/fixture.ts";
import { choice, live, openedRow, opener, openRow, question, rowNamed } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { recordBlocked } from "./support/traffic.ts";
import { fillForm, resultsText, showButton } from "./support/typed-patient.ts";

/** Serves files and nothing else, as the plainest web server: no index, no redirect, no other spelling. */
function serveFiles(content: (path: string) => string | Buffer | null) {
  const server = createServer(({ url = "" }, response) => {
    const { pathname } = new URL(url, "http://files");
    const body = content(decodeURIComponent(pathname));
    response.writeHead(body === null ? 404 : 200, {
      "content-type": pathname.endsWith(".html") ? "text/html" : "application/json",
      "access-control-allow-origin": "*",
    });
    response.end(body);
  });
  return listen(server);
}

type FileServer = Awaited<ReturnType<typeof serveFiles>>;

const folder = mkdtempSync(join(tmpdir(), "copy-"));
const file = join(folder, "site/deep/my copy.html");
const asking = join(folder, "site/asking.html");
let files: FileServer;
let installation: FileServer;
let recall = { recalledDataVersions: [] as string[], recallReason: null as string | null };

const exportCopy = (...args: readonly string[]) =>
  execFileSync(process.execPath, [".dev/export/export.ts", ...args], { encoding: "utf8" });

beforeAll(async () => {
  exportCopy(file);
  installation = await serveFiles((path) =>
    path === "/recall.json" ? JSON.stringify(recall) : null,
  );
  files = await serveFiles((path) => {
    const at = join(folder, "site", path);
    return existsSync(at) && statSync(at).isFile() ? readFileSync(at) : null;
  });
  exportCopy(asking, "--recall-from", installation.origin);
});
afterAll(async () => {
  await Promise.all([files, installation].map((server) => server.close()));
  rmSync(folder, { recursive: true, force: true });
});

const placesOfCopy = {
  "opened as a file": () => `file://${encodeURI(file)}`,
  "behind a file server, below a path": () => `${files.origin}/deep/my%20copy.html`,
};

/** Opens a page and tests that it asks nobody for anything but itself, and that its policy blocks nothing in it. */
const test = base.extend("copy", ({ openPage }, { onCleanup }) => {
  const checks: (() => Promise<void>)[] = [];
  onCleanup(async () => {
    for (const check of checks) await check();
  });
  return async (address: string): Promise<Page> => {
    const { page, misconduct } = await openPage({ baseURL: files.origin });
    const blocked = await recordBlocked(page);
    const addresses: string[] = [];
    page.context().on("request", (request) => addresses.push(request.url()));
    checks.push(async () => {
      expect(misconduct).toEqual(goodConduct);
      expect(await blocked()).toEqual([]);
      const [copyAddress] = address.split("#");
      const otherAddresses = addresses.filter(
        (requested) => !requested.startsWith("blob:") && requested.split("#")[0] !== copyAddress,
      );
      expect(otherAddresses).toEqual([]);
    });
    await page.goto(address);
    return page;
  };
});

const title = (page: Page) => page.locator("main h1");
const main = (page: Page) => page.locator("main");
const hashOf = (page: Page) => page.evaluate(() => location.hash);

describe.each(Object.entries(placesOfCopy))("A copy %s", (_, place) => {
  test("begins with an answer, and answers a filter; back and reload ask again what was asked; its link leads to it; it compares products, and says what is known for a patient", async ({
    copy,
  }) => {
    const page = await copy(place());
    await expectToShow(page, await answerTo(""));
    await live(page);
    await opener(page, "Question").click();
    await choice(page.getByRole("dialog"), "Any", "Prior lines of the patient").click();
    await expectToShow(page, await answerTo("lines=any"));
    expect(await hashOf(page)).toBe("#/embed?lines=any");
    await page.goBack();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    expect(await hashOf(page)).toBe("#/embed?lines=any");
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    await page.goForward();
    await expectToShow(page, await answerTo("lines=any"));
    await page.reload();
    await expectToShow(page, await answerTo("lines=any"));
    const row = rowNamed(page, "Complete response");
    await openRow(row);
    await expect.poll(() => openedRow(page).getByRole("link").count()).toBeGreaterThan(3);
    const link = await page.evaluate(
      () => document.querySelector<MyelomaCompare>("myeloma-compare")?.permalink,
    );
    // The address is compared without the folders of a reader.
    expect(link).toBe(`${place()}#/embed?lines=any`.replace(/^file:.*\/(?=my)/, ""));
    await page.goto(`${place()}#/embed?compare=product`);
    await page.getByText("cilta\u2060-\u2060cel").first().waitFor();
    await page.goto(place());
    await live(page);
    await opener(page, "My patient").click();
    const sheet = page.getByRole("dialog");
    await fillForm(sheet, { age: "77", lines: "4" });
    await showButton(sheet).click();
    await resultsText(page);
    expect(await question(page).innerText()).toContain("77 years");
    expect(await hashOf(page)).toBe("");
  });
});

describe("A copy", () => {
  const place = placesOfCopy["opened as a file"];

  test("has the report of an installation, with its pictures and tables", async ({
    copy,
    openAt,
  }) => {
    const page = await copy(place());
    await live(page);
    const opened = page.waitForEvent("popup");
    await main(page).getByRole("link", { name: "Report", exact: true }).click();
    const report = await opened;
    await title(report).waitFor();
    await page.goto(report.url());
    await page.getByRole("heading", { name: "Who was in these trials" }).waitFor();
    const copied = numbersOf(await wholeText(page));
    expect(copied.length).toBeGreaterThan(300);
    const { page: there } = await openAt("/report");
    expect(copied).toEqual(numbersOf(await wholeText(there)));
    expect(await page.title()).toBe(await there.title());

    // A number leads to its source within the page.
    const citing = page.locator("details:has(.cited)").first();
    await citing.locator("> summary").click();
    const citation = citing.locator(".cited a").first();
    const reference = page.locator(`#source-${await citation.textContent()}`);
    await citation.click();
    await expect
      .poll(() =>
        reference.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight),
      )
      .toBe(true);
    await page.locator("a.plot").first().click();
    await expect.poll(() => focused(page)).toMatch(/\.svg$/);
    const picture = page.locator("main img");
    await expect
      .poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(500);
    await page.goBack();
    await expect.poll(() => focused(page)).toBe(await reference.textContent());

    await page.getByRole("link", { name: "All numbers as a table (CSV)" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save myeloma-compare.csv" }).click();
    const saved = readFileSync(await (await download).path());
    const api = await fetch(`${inject("serverUrl")}/v1/comparison.csv`);
    expect(saved).toEqual(Buffer.from(await api.arrayBuffer()));
  });

  test("makes other pages, and says which need an installation", async ({ copy }) => {
    const page = await copy(`${place()}#/explore`);
    await main(page).locator("select[name=outcome]").selectOption("cr");
    await main(page).getByRole("button", { name: "Show" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Complete response" }).waitFor();
    expect(await hashOf(page)).toContain("#/explore?");
    const site = page.getByRole("navigation", { name: "Site" });
    await site.getByRole("link", { name: "Drugs" }).click();
    await page.getByRole("heading", { level: 1, name: "Drugs" }).waitFor();
    const current = site.locator("[aria-current=page]");
    expect(await current.innerText()).toBe("Drugs");
    await main(page)
      .getByRole("link", { name: /^cilta/ })
      .first()
      .click();
    for (const missing of [
      "",
      "#/about",
      "#/methods#model",
      "#/docs/copy",
      "#/v1/cohorts/karmma",
    ]) {
      if (missing) await page.goto(place() + missing);
      await page.getByRole("heading", { name: "Not in this copy" }).waitFor();
      expect(await main(page).innerText()).not.toMatch(/\d/);
    }
    await page.goto(`${place()}#/embed?lines=never`);
    await page.getByRole("heading", { name: "This question was not understood." }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Not in this copy" }).waitFor();
    await page.getByRole("link", { name: "Myeloma Compare" }).click();
    await expectToShow(page, await answerTo(""));
  });
});

describe("of old data", () => {
  const pages = [
    "",
    "#/report?lines=3%2B",
    "#/explore",
    "#/v1/comparison.csv",
    "#/embed?compare=product",
  ];
  const day = (days: number) => new Date(Date.parse(dataset.review.dataDate) + days * 86_400_000);

  test("it says their age, and after 180 days shows no number", async ({ openPage }) => {
    const { page } = await openPage({ baseURL: files.origin });
    const open = async (fragment: string) => {
      // This is another page, and not another place on the same one.
      await page.goto("about:blank");
      await page.goto(`/deep/my%20copy.html${fragment}`);
    };
    await page.clock.setFixedTime(day(90));
    await open("");
    await live(page);
    expect(await page.getByText("days old").count()).toBe(0);
    for (const [days, text] of [
      [91, "91 days old"],
      [180, "180 days old"],
      [-2, "their age is not known"],
    ] as const) {
      await page.clock.setFixedTime(day(days));
      for (const fragment of pages) {
        await open(fragment);
        await main(page).getByText(text).first().waitFor();
        expect(await page.getByRole("alert").count()).toBe(0);
      }
    }
    await page.clock.setFixedTime(day(181));
    for (const fragment of pages) {
      await open(fragment);
      await page.getByRole("alert").waitFor();
      expect(await main(page).innerText()).toMatch(
        /^No numbers are shown.+181 days old.+newer one\.$/,
      );
    }
    await page.goto(`file://${encodeURI(file)}`);
    await page.getByRole("alert").getByText("No numbers are shown").waitFor();
  });

  test("a page that stays open shows none either, once they are too old", async ({ openPage }) => {
    const { page } = await openPage({ baseURL: files.origin });
    await page.clock.install({ time: day(180) });
    await page.goto("/deep/my%20copy.html#/report");
    await title(page).waitFor();
    await page.clock.fastForward("25:00:00");
    await page.getByRole("alert").getByText("181 days old").waitFor();
    await page.getByRole("link", { name: "Explore" }).click();
    expect(await main(page).innerText()).toContain("No numbers are shown");
  });
});

test("with an installation to ask withdrawn numbers leave every page, with the reason", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage({ baseURL: files.origin });
  const blocked = await recordBlocked(page);
  await page.goto("/asking.html");
  await expectToShow(page, await answerTo(""));
  await page.goto("/asking.html#/methods");
  const there = page.getByRole("link", { name: `${installation.origin}/methods` });
  expect(await there.getAttribute("href")).toBe(`${installation.origin}/methods`);
  recall = { recalledDataVersions: [dataset.dataVersion], recallReason: "A count was wrong." };
  const isGone = async () => {
    await page.getByRole("alert").getByText("A count was wrong.").waitFor();
    expect(await main(page).innerText()).not.toMatch(/\d/);
  };
  for (const fragment of ["", "#/report?lines=3%2B", "#/products"]) {
    await page.goto("about:blank");
    await page.goto(`/asking.html${fragment}`);
    await isGone();
  }
  // The device remembers the recall where nobody can be asked.
  recall = { recalledDataVersions: [], recallReason: null };
  await page.reload();
  await isGone();
  expect(new Set(misconduct.foreignRequests)).toEqual(
    new Set([`${installation.origin}/recall.json`]),
  );
  expect({ ...misconduct, foreignRequests: [] }).toEqual(goodConduct);
  expect(await blocked()).toEqual([]);
});

describe("the file", () => {
  const html = () => readFileSync(file, "utf8");

  it("has the app that a device is given by an installation", () => {
    const apps = globSync("dist/assets/device-*.js").map((path) => readFileSync(path, "utf8"));
    const inCopy = html().replaceAll("\\x3C!--", "<!--");
    expect(apps.some((app) => inCopy.includes(app.trim()))).toBe(true);
  });

  it("asks for nothing outside of itself, and without a script still has the first answer", async () => {
    const [document = ""] = html().split('<script type="application/json" id="files">');
    const markup = document.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "");
    const addresses = [...markup.matchAll(/ (?:href|src|action|srcset)="([^"]*)"/g)];
    const outside = addresses.filter(
      ([, address = ""]) => !/^(?:#\/|data:|https:\/\/)/.test(address),
    );
    expect(outside.map(([attribute]) => attribute)).toEqual([]);
    expect(markup).toMatch(/<noscript>.*Scripts are switched off here/);
    const response = await fetch(`${inject("serverUrl")}/v1/screen`);
    const { verdict } = (await response.json()) as Screen;
    expect(markup).toContain(keepNamesUnbroken(verdict.lead));
  });
});

/** Returns the heading of the focused part of a page, or the focused text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return (activeElement?.querySelector("h2") ?? activeElement)?.textContent ?? "";
  });
/** Returns the text of a page, with that of folded parts. */
const wholeText = async (page: Page) => (await main(page).textContent()) ?? "";

const numbersOf = (text: string) => text.replace(/\S*\/\S+/g, "").match(/\d+(?:\.\d+)?/g) ?? [];
