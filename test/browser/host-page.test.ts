import { describe, expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose, openRow, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

describe("On a page of another site", () => {
  test("the script of the release works, integrity and all", async ({ host, openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      body: '<myeloma-compare lines="3+"></myeloma-compare>',
    });
    await expectToShow(page, await answerTo(""));
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    await openRow(rows(page).first());
    const links = await page
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.filter((href) => href.startsWith(host.origin))).toEqual([]);
    expect(links).toContain(
      `${inject("serverUrl")}/report?lines=any&data=${dataVersion.slice(0, 10)}`,
    );
    expectGoodConduct(misconduct);
  });

  test("a parameter that nobody knows is ignored, and the console says so", async ({
    openHostPage,
  }) => {
    const { page, misconduct } = await openHostPage({
      body: '<myeloma-compare lines="any"></myeloma-compare>',
    });
    await expectToShow(page, await answerTo("lines=any"));
    await page.evaluate(() => {
      const element = document.querySelector("myeloma-compare");
      if (element) Object.assign(element, { query: "phase=1&age=65-" });
    });
    await expectToShow(page, await answerTo("age=65-"));
    const said = expect.stringMatching(/phase: not understood and ignored/);
    await expect.poll(() => misconduct.consoleMessages).toEqual([said]);
    expect(misconduct.pageErrors).toEqual([]);
  });

  test("nobody learns the address of the page, whatever policy it has", async ({
    hostPage,
    script,
  }) => {
    const { page, open } = await hostPage({
      head: script.tag.replace("<script", '<script referrerpolicy="no-referrer"'),
      headers: { "referrer-policy": "unsafe-url" },
    });
    const ours = inject("serverUrl");
    const told: Promise<Record<string, string>>[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(ours)) return;
      const headers = request.allHeaders();
      // Of a request that the end of the test cuts off.
      headers.catch(() => undefined);
      told.push(headers);
    });
    await page.context().addCookies([{ name: "session", value: "of-somebody", url: ours }]);
    await open();
    await expectToShow(page, await answerTo(""));
    await openRow(rows(page).first());
    await choose(page, "Age", "60 to 65");
    await expectToShow(page, await answerTo("age=60-65"));
    const headers = await Promise.all(told);
    expect(headers.length).toBeGreaterThan(4);
    for (const { referer = "", cookie = "" } of headers) expect(referer + cookie).toBe("");
  });

  test("loading the script twice, from two addresses, is harmless", async ({
    script,
    hostPage,
  }) => {
    const again = script.tag.replace(script.href, `${script.href}?again`);
    const { page, open, misconduct } = await hostPage({
      head: script.tag + script.tag + again,
    });
    const asked = questions(page);
    await open();
    await expectToShow(page, await answerTo(""));
    expect(asked).toEqual([""]);
    expectGoodConduct(misconduct);
  });

  test("an altered script is refused by its integrity", async ({ hostPage }) => {
    const { page, open } = await hostPage();
    await page.route("**/assets/**", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n;altered=1` });
    });
    const refused = page.waitForEvent("console", (message) => /integrity/.test(message.text()));
    await open();
    await refused;
    expect(await rows(page).count()).toBe(0);
  });
});

describe("In a frame", () => {
  test("our home page itself cannot be framed", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      head: "",
      body: `<iframe src="${inject("serverUrl")}/" title="Home" width="390" height="900"></iframe>`,
    });
    await page.waitForTimeout(200);
    expect(await page.frames()[1]?.locator("h1").count()).toBe(0);
  });
});
