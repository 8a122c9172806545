/** The integrity in the snippet covers all code that ever runs, including parts loaded later. */
import { createHash } from "node:crypto";
import { describe, expect, inject } from "vitest";
import { sampled } from "../support/sample.ts";
import { altered, hasRun, isPart, test } from "./support/altered-script.ts";
import { expectGoodConduct } from "./support/page.ts";
import { chip, live, openRow, openSheet, rows, toggle } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { watchPolicy } from "./support/traffic.ts";

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
});

describe("A policy of the host", () => {
  const ours = inject("serverUrl");
  const withNonce = (tag: string) => tag.replace("<script", '<script nonce="abc"');

  const policies = [
    ["a nonce", "script-src 'nonce-abc'", withNonce],
    ["a nonce that hands on trust", "script-src 'nonce-abc' 'strict-dynamic'", withNonce],
    [
      "trusted types",
      `script-src ${ours}; require-trusted-types-for 'script'; trusted-types myeloma-compare`,
      (tag: string) => tag,
    ],
  ] as const;

  test.for(sampled(policies, 1))(
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
