/** A copy without a server, behind the plainest file server there is, and as a file. */
import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { askedIn } from "../../functions/copy/places.ts";
import { type FileServer, serveFiles } from "../support/file-server.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { choice, live, openRow, openSheet, partOf, rowNamed, settled } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { watchPolicy } from "./support/traffic.ts";

const folder = mkdtempSync(join(tmpdir(), "copy-"));
const single = join(folder, "myeloma.html");
const servers: FileServer[] = [];
let files: FileServer;
let installation: FileServer;
let said = { recalledDataVersions: [] as string[], recallReason: null as string | null };

const write = (...args: readonly string[]) =>
  execFileSync(process.execPath, [".dev/export/export.ts", ...args], { encoding: "utf8" });

beforeAll(async () => {
  write(join(folder, "site/deep/copy"));
  write(single);
  const recall = (path: string) => (path === "/recall.json" ? JSON.stringify(said) : null);
  installation = await serveFiles(join(folder, "none"), recall);
  files = await serveFiles(join(folder, "site"));
  servers.push(files, installation);
  write(join(folder, "site/asking"), "--recall-from", installation.origin);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** Filters, opens a row and reads its source, with the network cut after the first answer. */
async function use(page: Page): Promise<void> {
  await expectToShow(page, await answerTo(""));
  // What a part needs that is not here yet would be missed below.
  await live(page);
  await page.context().setOffline(true);
  const sheet = await openSheet(page, "Prior lines");
  await choice(sheet, "Earlier").click();
  await settled(page);
  await expectToShow(page, await answerTo("setting=early"));
  const row = rowNamed(page, "Complete response");
  await openRow(row);
  await expect.poll(() => partOf(row).getByRole("link").count()).toBeGreaterThan(3);
}

describe("behind a file server", () => {
  test("it is used without a network and asks nobody else", async ({ openPage }) => {
    for (const place of ["/deep/copy", ""]) {
      const { origin, asked } = place === "" ? await served("site/deep/copy") : files;
      const { page, misconduct } = await openPage({ baseURL: origin });
      const blocked = await watchPolicy(page);
      await page.goto(`${place}/embed.html`);
      await use(page);
      expect(page.url()).toBe(`${origin}${place}/embed.html?setting=early`);
      expect(misconduct).toEqual(goodConduct);
      expect(await blocked()).toEqual([]);
      expect(asked.map((path) => path.replace(/-[\da-f]{10}\./, "."))).toEqual(
        ["embed.html", "assets/copy.js", "assets/whole.js"].map((path) => `${place}/${path}`),
      );
    }
  });

  test("the question of an address is answered, and a report of it is that of an installation", async ({
    openPage,
  }) => {
    const { page, misconduct } = await openPage({ baseURL: files.origin });
    await page.goto("/deep/copy/embed.html?setting=early");
    await expectToShow(page, await answerTo("setting=early"));
    const link = page.getByRole("link", { name: "Report", exact: true });
    expect(await link.getAttribute("href")).toBe("made.html?/report&setting=early");
    await page.goto("/deep/copy/made.html?/report&setting=early");
    const main = page.locator("main");
    await main.getByRole("heading", { name: "In short" }).waitFor();
    const copied = numbersOf(await main.innerText());
    await page.goto(`${inject("serverUrl")}/report?setting=early`);
    expect(copied).toEqual(numbersOf(await main.innerText()));
    const { foreignRequests, ...others } = misconduct;
    expect({ ...others, foreignRequests: [] }).toEqual(goodConduct);
  });

  test("the form of /explore makes its page, and a file can be saved", async ({ openPage }) => {
    const { page } = await openPage({ baseURL: files.origin });
    await page.goto("/deep/copy/explore.html");
    await page.locator("select[name=outcome]").selectOption("cr");
    await page.getByRole("button", { name: /show/i }).first().click();
    await page.getByRole("heading", { level: 1, name: /Complete response/ }).waitFor();
    await page.goto("/deep/copy/made.html?/v1/comparison.csv&setting=late");
    const api = await fetch(`${inject("serverUrl")}/v1/comparison.csv?setting=late`);
    await expect.poll(() => page.locator("pre").textContent()).toBe(await api.text());
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save comparison.csv" }).click();
    expect((await download).suggestedFilename()).toBe("comparison.csv");
  });
});

test("a single file does the same, opened as a file", async ({ openPage }) => {
  const { page, misconduct } = await openPage({ baseURL: "http://127.0.0.1" });
  const blocked = await watchPolicy(page);
  await page.goto(`file://${single}`);
  await use(page);
  expect(page.url()).toBe(`file://${single}?setting=early`);
  await page.getByRole("link", { name: "Products" }).first().click();
  await page.getByRole("link", { name: "ciltacabtagene" }).first().click();
  await page.getByRole("heading", { level: 1, name: /cilta/i }).waitFor();
  await page.goto(`file://${single}?/explore`);
  await page.locator("select[name=outcome]").selectOption("cr");
  await page.getByRole("button", { name: /show/i }).first().click();
  await page.getByRole("heading", { level: 1, name: /Complete response/ }).waitFor();
  expect(misconduct).toEqual(goodConduct);
  expect(await blocked()).toEqual([]);
});

describe("of old data", () => {
  const places = ["deep/copy/index.html", "deep/copy/report.html", "deep/copy/methods.html"];
  const made = "deep/copy/made.html?/report&setting=late";
  const day = (days: number) => new Date(Date.parse(dataset.review.dataDate) + days * 86_400_000);

  test("it says their age in the headline, and after 180 days shows no number", async ({
    openPage,
  }) => {
    const { page } = await openPage({ baseURL: files.origin });
    const main = page.locator("main").first();
    const age = page.getByText("91 days old").first();
    await page.clock.setFixedTime(day(90));
    await page.goto(`/${places[0]}`);
    await live(page);
    expect(await page.getByText("days old").count()).toBe(0);
    await page.clock.setFixedTime(day(91));
    for (const place of [...places, made]) {
      await page.goto(`/${place}`);
      await age.waitFor();
    }
    await page.goto("/deep/copy/embed.html?compare=product");
    await age.waitFor();
    await page.clock.setFixedTime(day(181));
    for (const place of [...places, made, "deep/copy/embed.html?setting=late"]) {
      await page.goto(`/${place}`);
      await expect.poll(() => main.innerText()).toMatch(/^No numbers are shown.+181 days old/s);
    }
    await page.goto(`file://${single}`);
    await expect.poll(() => main.innerText()).toMatch(/^No numbers are shown/);
  });
});

describe("with an installation to ask", () => {
  test("withdrawn numbers leave every page, with the reason", async ({ openPage }) => {
    const { page, misconduct } = await openPage({ baseURL: files.origin });
    await page.goto("/asking/embed.html");
    await expectToShow(page, await answerTo(""));
    said = { recalledDataVersions: [dataset.dataVersion], recallReason: "A count was wrong." };
    const main = page.locator("main").first();
    for (const place of ["embed.html", "methods.html", "made.html?/report&setting=late"]) {
      await page.goto(`/asking/${place}`);
      await expect.poll(() => main.innerText()).toContain("A count was wrong.");
      expect(await main.innerText()).not.toMatch(/\d/);
    }
    // The device remembers it where nobody can be asked.
    said = { recalledDataVersions: [], recallReason: null };
    await page.goto("/asking/index.html");
    await expect.poll(() => main.innerText()).toContain("A count was wrong.");
    expect(new Set(misconduct.foreignRequests)).toEqual(
      new Set([`${installation.origin}/recall.json`]),
    );
  });
});

describe("no link is dead", () => {
  it("every file and every place in it is there, and what is made on the device is answered", async () => {
    const site = join(folder, "site/deep/copy");
    const pages = globSync("**/*.html", { cwd: site });
    expect(pages.length).toBeGreaterThan(200);
    const texts = new Map(pages.map((path) => [path, readFileSync(join(site, path), "utf8")]));
    const names = new Set(globSync("**/*.*", { cwd: site }));
    const dead: string[] = [];
    const made = new Set<string>();
    for (const [path, text] of texts) {
      for (const [, address = ""] of text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
        if (/^(?:https?|mailto|data):/.test(address)) continue;
        const { pathname, search, hash } = new URL(
          address.replaceAll("&amp;", "&"),
          `http://copy/${path}`,
        );
        const target = posix.normalize(pathname.slice(1));
        const id = decodeURIComponent(hash.slice(1));
        const asked = askedIn(search);
        if (asked !== null) made.add(asked);
        else if (id && texts.has(target) && !texts.get(target)?.includes(` id="${id}"`)) {
          dead.push(`${path}: ${address}`);
        }
        if (!names.has(target)) dead.push(`${path}: ${address}`);
      }
      if (text.includes("installation.invalid")) dead.push(`${path} names no installation`);
    }
    expect(dead).toEqual([]);
    expect(made.size).toBeGreaterThan(50);
    for (const asked of made) {
      const { status, body } = await fetch(inject("serverUrl") + asked);
      await body?.cancel();
      expect(status, asked).toBe(200);
    }
  });
});

async function served(path: string): Promise<FileServer> {
  const server = await serveFiles(join(folder, path));
  servers.push(server);
  return server;
}

const numbersOf = (text: string) => text.replace(/https?:\S+/g, "").match(/\d+(?:\.\d+)?/g);
