/** Our own pages without a connection, on a device that was there once: the server is really gone. */
import type { Frame, Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { dataset } from "#core/dataset.ts";
import { type AlteringProxy, type Passed, startProxy } from "../support/proxy.ts";
import { notice } from "./support/engine.ts";
import { test as base } from "./support/fixture.ts";
import { chipNames, choice, choosePart, live, openRow, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

const { dataVersion } = dataset;

/** A site of its own, which can change its answers and be switched off. */
const test = base.extend("site", ({ openPage }, { onCleanup }) => {
  const proxies: AlteringProxy[] = [];
  onCleanup(async () => {
    await Promise.all(proxies.map((proxy) => proxy.close()));
  });
  return async () => {
    let change: (passed: Passed) => Partial<Passed> = () => ({});
    const proxy = await startProxy(inject("serverUrl"), (passed) => change(passed));
    proxies.push(proxy);
    const { page } = await openPage({ baseURL: proxy.origin });
    return {
      page,
      change(next: typeof change) {
        change = next;
      },
      switchOff: () => proxy.close(),
    };
  };
});

/** Waits until this device keeps the site. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Another text of a file. */
function replaced(passed: Passed, from: string, to: string): Pick<Passed, "body"> {
  const text = passed.body.toString();
  if (!text.includes(from)) throw new Error(`${passed.path} does not hold ${from}`);
  return { body: Buffer.from(text.replaceAll(from, to)) };
}

/** The next version of the service worker, by its own number. */
const nextVersion = (passed: Passed) => ({
  body: Buffer.concat([passed.body, Buffer.from("\n// The next version.")]),
});

describe("Without a server, on the second visit", () => {
  test("every question is answered with its digits and sources, and every sheet opens", async ({
    site,
  }) => {
    const { page, switchOff } = await site();
    await page.goto("/embed");
    await kept(page);
    await switchOff();
    await page.goto("/embed?setting=early");
    await expectToShow(page, await answerTo("setting=early"));
    expect(await page.getByRole("note").first().innerText()).toContain("made on this device");
    for (const name of chipNames) {
      const sheet = await openSheet(page, name);
      expect(await sheet.getByRole("alert").filter({ hasText: /\w/ }).count()).toBe(0);
      await sheet.getByRole("button", { name: "Close" }).click();
    }
    await openRow(rows(page).first());
    // The device has the sources, too.
    const row = rows(page).first();
    await choosePart(row, "Sources");
    const cited = row.locator(".sources li a[href]");
    await expect.poll(() => cited.count()).toBeGreaterThan(3);
    expect(await row.getByText("sources are not here").count()).toBe(0);
  });

  test("a filter that is chosen once the connection is lost is answered, and said to be", async ({
    site,
  }) => {
    const { page } = await site();
    await page.goto("/embed");
    await kept(page);
    await page.reload();
    await live(page);
    await page.context().setOffline(true);
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    await notice(page).waitFor();
  });

  test("other pages that ask a question are answered, and the rest says what it needs", async ({
    site,
  }) => {
    const { page, switchOff } = await site();
    await page.goto("/report");
    await kept(page);
    await switchOff();
    const present = `data=${dataVersion.slice(0, 10)}`;
    const pages = [`/report?${present}`, "/report?setting=early", "/explore", "/products", "/"];
    for (const path of pages) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      const note = await page.getByRole("note").first().innerText();
      expect(note).toContain("made on this device, with data of 20 Nov 2026");
    }
    const slug = dataset.products[0]?.slug;
    for (const path of ["/methods", "/docs/clinicians", "/changes", `/products/${slug}`]) {
      expect((await page.goto(path))?.status(), path).toBe(503);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("No connection");
      expect(await page.getByRole("table").count()).toBe(0);
    }
  });
});

test("What is not understood is named without a server, too", async ({ site }) => {
  const { page, switchOff } = await site();
  await page.goto("/embed");
  await kept(page);
  await switchOff();
  await page.goto("/embed?setting=earlyish");
  await page.getByText("“earlyish”: not one of the allowed values").waitFor();
});

test("An address that asked too often is answered by the device", async ({ site }) => {
  const { page, change } = await site();
  await page.goto("/embed");
  await kept(page);
  change(() => ({ status: 429, body: Buffer.from("too often") }));
  expect((await page.goto("/report"))?.status()).toBe(200);
  expect(await page.getByRole("note").first().innerText()).toContain("made on this device");
});

test("A page of a captive portal is no answer", async ({ site }) => {
  const { page, change } = await site();
  await page.goto("/embed");
  await kept(page);
  await page.reload();
  await live(page);
  const portal = {
    headers: new Headers({ "content-type": "text/html" }),
    body: Buffer.from("<p>Please sign in.</p>"),
  };
  change(({ path }) => (path.startsWith("/v1/") ? portal : {}));
  await choice(await openSheet(page, "Prior lines"), "Earlier").click();
  await expectToShow(page, await answerTo("setting=early"));
});

describe("A newer version", () => {
  test("is announced to a page of the earlier one, and shown when the reader asks for it", async ({
    site,
  }) => {
    const { page, change } = await site();
    await page.goto("/embed");
    await kept(page);
    await page.reload();
    const script = await page.locator("script[src]").first().getAttribute("src");
    // The next version has other files.
    change((passed) => (passed.path === "/sw.js" ? replaced(passed, `"${script}",`, "") : {}));
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const line = page.getByRole("status").filter({ hasText: "newer version" });
    await line.waitFor();
    const loaded = page.waitForEvent("load");
    await line.getByRole("button", { name: "Show it" }).click();
    await loaded;
    await expectToShow(page, await answerTo(""));
  });

  test("is not announced to a page that belongs to it", async ({ site }) => {
    const { page, change } = await site();
    await page.goto("/embed");
    await kept(page);
    await page.reload();
    change((passed) => (passed.path === "/sw.js" ? nextVersion(passed) : {}));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await page.waitForTimeout(300);
    expect(await page.getByText("newer version").count()).toBe(0);
  });
});

describe("Data that were withdrawn", () => {
  const withdraw = (passed: Passed): Partial<Passed> => {
    if (passed.path !== "/healthz") return {};
    const health = JSON.parse(passed.body.toString()) as Record<string, unknown>;
    expect(health).toHaveProperty("recalledDataVersions");
    const recalled = {
      recalledDataVersions: [dataVersion],
      recallReason: "Response of one trial.",
    };
    return { body: Buffer.from(JSON.stringify({ ...health, ...recalled })) };
  };

  test("are taken from a page that is open, and from what the device keeps, with the reason", async ({
    site,
  }) => {
    const { page, change, switchOff } = await site();
    await page.goto("/embed");
    await kept(page);
    change(withdraw);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.getByText("These numbers were withdrawn.").waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("Response of one trial.");
    expect(await rows(page).count()).toBe(0);
    expect(await page.getByText(/\d of 100/).count()).toBe(0);

    // The service worker asks by itself when a page is opened.
    await page.goto("/methods");
    await expect
      .poll(() => page.evaluate(async () => (await caches.keys()).join()))
      .toMatch(/^myeloma-compare withdrawn [^,]*$/);
    await switchOff();
    for (const path of ["/embed", "/report", "/"]) {
      await page.goto(path);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(
        "These numbers were withdrawn.",
      );
      expect(await page.getByText("Response of one trial.").count()).toBe(1);
      expect(await page.getByText(/\d of 100/).count()).toBe(0);
    }
  });

  test("are replaced at once by the version that withdraws them, in open pages too", async ({
    site,
  }) => {
    const { page, change } = await site();
    await page.goto("/methods");
    // This page has no script; one that has keeps the site.
    const other = await page.context().newPage();
    await other.goto("/embed");
    await kept(other);
    await page.reload();
    change((passed) => {
      if (passed.path !== "/sw.js") return {};
      const known = `"${passed.body.toString().match(/version:"([0-9a-f]{12})"/)?.[1]}"`;
      const text = replaced(passed, known, '"0123456789ab"').body.toString();
      return {
        body: Buffer.from(
          text.replace(
            /recalledDataVersions:\[[^\]]*\]/,
            `recalledDataVersions:["${dataVersion}"]`,
          ),
        ),
      };
    });
    const loaded = page.waitForEvent("load");
    await other.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await loaded;
    expect(await page.evaluate(async () => (await caches.keys()).join())).toBe(
      `myeloma-compare ${dataVersion} 0123456789ab`,
    );
  });
});

test("a frame and a page of another site keep nothing", async ({ hostPage, script }) => {
  const frame = `<iframe src="${inject("serverUrl")}/embed" title="Evidence" width="390" height="900"></iframe>`;
  const { page, open } = await hostPage({
    head: script.tag,
    body: `<myeloma-compare></myeloma-compare>${frame}`,
  });
  const idle = new Set<Frame>();
  page.on("response", (response) => {
    if (response.url().includes("/assets/product-engine-")) idle.add(response.frame());
  });
  await open();
  await expectToShow(page.locator("main"), await answerTo(""));
  // The last part that is loaded when nothing else is to be done.
  await expect.poll(() => idle.size, { timeout: 30_000 }).toBe(2);
  for (const one of page.frames()) {
    expect(
      await one.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0);
  }
});
