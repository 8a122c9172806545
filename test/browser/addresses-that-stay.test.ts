/** What pages of other sites load from addresses that do not change with a release. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { answerTo, expectToShow, type Host, live, openBlank, startHost } from "./screen.ts";

let browser: Browser;
let host: Host;
beforeAll(async () => {
  [browser, host] = await Promise.all([launchBrowser(), startHost()]);
});
afterAll(() => Promise.all([browser.close(), host.close()]));

async function open(body: string) {
  const { page, misconduct } = await openBlank(browser, { baseURL: host.origin });
  await page.goto(host.serve({ body }));
  return { page, misconduct };
}

describe("the client", () => {
  it("answers a question and says what is wrong with one", async () => {
    const server = inject("serverUrl");
    const { page } = await open(`<pre id="out"></pre><script type="module">
      import { comparisonClient } from "${server}/v1/client.js";
      const client = comparisonClient("${server}");
      const { canonical, outcomes } = await client.comparison({ outcome: "orr", age: "60-" });
      const failure = await client.comparison("setting=middle").catch((error) => error.failure);
      out.textContent = JSON.stringify({ canonical, rows: outcomes.length, failure });
    </script>`);
    const out = page.locator("#out");
    await expect.poll(() => out.textContent(), { timeout: 20_000 }).toMatch(/\{/);
    expect(JSON.parse((await out.textContent()) ?? "")).toEqual({
      canonical: "outcome=orr&age=60-",
      rows: 1,
      failure: { kind: "refused", details: [expect.stringContaining("setting")] },
    });
  });
});

describe("the element", () => {
  it("is defined and shows the answer", async () => {
    const { page, misconduct } = await open(
      `<script type="module" src="${inject("serverUrl")}/v1/widget.js"></script><myeloma-compare outcome="orr"></myeloma-compare>`,
    );
    await live(page);
    await expectToShow(page, await answerTo("outcome=orr"));
    expect(misconduct.pageErrors).toEqual([]);
  });
});
