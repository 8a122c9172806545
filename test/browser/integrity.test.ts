/** The integrity in the snippet covers all code that ever runs, including parts loaded later. */
import { createHash } from "node:crypto";
import { describe, expect, inject } from "vitest";
import { type AlteringProxy, type Passed, startProxy } from "../support/proxy.ts";
import { test as base } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { chip, live, openRow, openSheet, rows, toggle } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { watchPolicy } from "./support/traffic.ts";

const isPart = (path: string) => /^\/assets\/(?!widget-)[^?]+\.js(?:\?|$)/.test(path);

/** A page of another site whose script is served through a proxy. */
const test = base.extend("openByProxy", ({ openHostPage, script }, { onCleanup }) => {
  const proxies: AlteringProxy[] = [];
  onCleanup(async () => {
    await Promise.all(proxies.map((proxy) => proxy.close()));
  });
  return async (change: (passed: Passed) => Partial<Passed>) => {
    const proxy = await startProxy(inject("serverUrl"), change);
    proxies.push(proxy);
    const head = script.tag.replace(inject("serverUrl"), proxy.origin);
    const opened = await openHostPage({ head });
    await live(opened.page);
    return { ...opened, origin: proxy.origin, asked: proxy.asked };
  };
});

/** Adds code to a script that leaves a mark on the page when it runs. */
function altered({ body }: Passed): Pick<Passed, "body"> {
  return { body: Buffer.concat([body, Buffer.from("\nwindow.altered = true;")]) };
}

const hasRun = () => "altered" in window;

describe("A part of the script that comes later", () => {
  test("is named with the hash of what is served", async ({ script }) => {
    const text = await (await fetch(script.href)).text();
    const named = [...text.matchAll(/"\.\/([\w-]+\.js)","(sha256-[^"]+)"/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, name, integrity] of named) {
      const part = await fetch(new URL(name ?? "", script.href));
      const hash = createHash("sha256").update(Buffer.from(await part.arrayBuffer()));
      expect(integrity, name).toBe(`sha256-${hash.digest("base64")}`);
    }
    const unnamed = [...text.matchAll(/\bimport\s*\(\s*["'`]|\bfrom\s*["'`]\.|\bimport\s*["'`]/g)];
    expect(unnamed, "imports without a hash").toEqual([]);
  });

  test("loads once, from its address, and leaves nothing in the host's page", async ({
    openByProxy,
  }) => {
    const { page, asked } = await openByProxy(() => ({}));
    await openRow(rows(page).first());
    await openRow(rows(page).nth(1));
    const parts = asked.filter(isPart);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.length).toBe(new Set(parts).size);
    expect(await page.locator("head script").count()).toBe(1);
  });

  test("does not run when it was altered; the edge goes on answering, and it says what is missing", async ({
    openByProxy,
  }) => {
    const { page, origin, asked, misconduct } = await openByProxy((passed) =>
      isPart(passed.path) ? altered(passed) : {},
    );
    await toggle(rows(page).first()).click();
    await page.getByText(/could not be loaded/).waitFor();
    await chip(page, "Age").click();
    // The frame of the sheet is of the same part, so the page says it, beside the row.
    await page
      .getByText(/could not be loaded/)
      .nth(1)
      .waitFor();
    expect(asked.filter(isPart).length).toBeGreaterThan(0);
    await page.locator("myeloma-compare").evaluate((node) => node.setAttribute("age", "60-65"));
    await expectToShow(page, await answerTo("age=60-65"));
    expect(asked.some((path) => path.startsWith("/v1/comparison?age=60-65"))).toBe(true);
    expect(await page.evaluate(hasRun)).toBe(false);
    expect(misconduct.foreignRequests.filter((url) => !url.startsWith(origin))).toEqual([]);
  });

  test.for([
    ["once", 1],
    ["twice", 2],
  ] as const)(
    "does not run either when a server shows its true bytes %s and others then",
    async ([_, times], { openByProxy }) => {
      let shown = 0;
      const { page } = await openByProxy((passed) => {
        // Changes only the part that is loaded for an opened row.
        if (!isPart(passed.path) || !passed.path.includes("/rest-")) return {};
        passed.headers.set("cache-control", "no-store");
        shown += 1;
        return shown <= times ? {} : altered(passed);
      });
      const row = rows(page).first();
      await toggle(row).click();
      // The part is requested twice: first its bytes, then as a module.
      const said =
        times === 1 ? row.getByText(/could not be loaded/) : row.getByRole("table").first();
      await said.waitFor();
      expect(shown).toBeGreaterThanOrEqual(2);
      expect(await page.evaluate(hasRun)).toBe(false);
    },
  );
});

describe("A policy of the host", () => {
  const ours = inject("serverUrl");
  const withNonce = (tag: string) => tag.replace("<script", '<script nonce="abc"');

  test.for([
    ["a nonce", "script-src 'nonce-abc'", withNonce],
    ["a nonce that hands on trust", "script-src 'nonce-abc' 'strict-dynamic'", withNonce],
    [
      "trusted types",
      `script-src ${ours}; require-trusted-types-for 'script'; trusted-types myeloma-compare`,
      (tag: string) => tag,
    ],
  ] as const)(
    "that allows our script by %s allows its parts",
    async ([_, scripts, changed], { hostPage, script }) => {
      const policy = `default-src 'none'; style-src 'none'; connect-src ${ours}; img-src data:; ${scripts}`;
      const { page, open, misconduct } = await hostPage({
        body: `<myeloma-compare></myeloma-compare><myeloma-compare id="b"></myeloma-compare>`,
        head: changed(script.tag),
        headers: { "content-security-policy": policy },
      });
      const blocked = await watchPolicy(page);
      await open();
      const first = page.locator("myeloma-compare").first();
      await live(first);
      await openRow(rows(first).first());
      await openSheet(first, "Age");
      expect(await blocked()).toEqual([]);
      expectGoodConduct(misconduct);
    },
  );

  test("that names other trusted types and requires none allows its parts by plain addresses", async ({
    openHostPage,
  }) => {
    const policy = `default-src 'none'; style-src 'none'; connect-src ${ours}; img-src data:; script-src ${ours}; trusted-types foo`;
    const { page, misconduct } = await openHostPage({
      headers: { "content-security-policy": policy },
    });
    await live(page);
    await openRow(rows(page).first());
    await openSheet(page, "Age");
    // Chromium itself reports once that the policy was not created.
    const said = misconduct.consoleMessages.filter((text) => !/TrustedTypePolicy/.test(text));
    expect(misconduct.consoleMessages.length - said.length).toBe(1);
    expectGoodConduct({ ...misconduct, consoleMessages: said });
  });

  test("that requires trusted types and allows none of ours gets no part, and is told so", async ({
    openHostPage,
  }) => {
    const policy = `default-src 'none'; style-src 'none'; connect-src ${ours}; img-src data:; script-src ${ours}; require-trusted-types-for 'script'; trusted-types foo`;
    const { page } = await openHostPage({
      headers: { "content-security-policy": policy },
    });
    await live(page);
    await toggle(rows(page).first()).click();
    await page.getByText(/could not be loaded/).waitFor();
  });
});
