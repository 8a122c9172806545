/** Our own pages without a connection, on a device that was there once: the server is really gone. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { dataset } from "#core/dataset.ts";
import { assets } from "#generated/assets.ts";
import { bareFrame, test as base } from "./support/fixture.ts";
import {
  type AlteringProxy,
  type ChangeAnswer,
  type ProxiedAnswer,
  startProxy,
} from "./support/proxy.ts";
import {
  backToAnswer,
  choice,
  choose,
  live,
  openRow,
  openSheet,
  panel,
  rows,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { hurry, spareData } from "./support/traffic.ts";
import { resultsText, showPatient } from "./support/typed-patient.ts";

const { answerVersion, dataVersion } = dataset;

/** A site of its own, which can change its answers and be switched off. */
const test = base.extend("site", ({ openPage }, { onCleanup }) => {
  const proxies: AlteringProxy[] = [];
  onCleanup(async () => {
    await Promise.all(proxies.map((proxy) => proxy.close()));
  });
  return async (atFirst: ChangeAnswer = () => ({})) => {
    let change = atFirst;
    const proxy = await startProxy(inject("serverUrl"), (passed) => change(passed));
    proxies.push(proxy);
    const { page } = await openPage({ baseURL: proxy.origin });
    // The page keeps itself after one second instead of ten.
    await hurry(page.context());
    return {
      page,
      change(next: ChangeAnswer) {
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

/** Waits until what this page asks is answered by the device where the network fails. */
async function guarded(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe("activated");
}

/** A page of the site that the device keeps. */
async function openKept(page: Page, path = "/embed"): Promise<void> {
  await page.goto(path);
  await kept(page);
  await page.reload();
  await live(page);
}

/** The notice beside an answer, in sight. */
const notice = (page: Page) => page.locator(".compare").getByText("computed on this device");
/** The note on top of a page. */
const note = (page: Page) => page.getByRole("note").first().innerText();

/** Returns a file with another text. */
function replaced(passed: ProxiedAnswer, from: string, to: string): Pick<ProxiedAnswer, "body"> {
  const text = passed.body.toString();
  if (!text.includes(from)) throw new Error(`${passed.path} does not hold ${from}`);
  return { body: Buffer.from(text.replaceAll(from, to)) };
}

/** The page that a hotel answers in our place. */
const portal = {
  headers: new Headers({ "content-type": "text/html" }),
  body: Buffer.from("<p>Please sign in.</p>"),
};

describe("Without a server, on the second visit", () => {
  test("every question is answered with its digits and sources, the sheet opens, and a patient can be entered", async ({
    site,
  }) => {
    const { page, switchOff } = await site();
    await page.goto("/embed");
    await kept(page);
    await switchOff();
    await page.goto("/embed?lines=any");
    await expectToShow(page, await answerTo("lines=any"));
    expect(await note(page)).toContain("made on this device");
    const sheet = await openSheet(page, "Question");
    expect(await sheet.getByRole("alert").filter({ hasText: /\w/ }).count()).toBe(0);
    // The device has the sources, too.
    await openRow(rows(page).first(), "Sources");
    await expect.poll(() => panel(page).locator(".trials li a[href]").count()).toBeGreaterThan(3);
    await showPatient(page, { age: "71", lines: "5+", also: ["Extramedullary disease"] });
    expect(await resultsText(page)).toContain("71 years");
    await expectToShow(page, await answerTo("lines=any&patient-age=71&patient-prior-lines=5"));
  });

  test("pages that ask a question are answered, and the rest says what it needs", async ({
    site,
  }) => {
    const { page, switchOff } = await site();
    await page.goto("/report");
    await kept(page);
    await switchOff();
    const present = `data=${dataVersion}`;
    const pages = [`/report?${present}`, "/report?lines=any", "/explore", "/products", "/"];
    for (const path of pages) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      expect(await note(page)).toContain("made on this device, with data of 20 Nov 2026");
    }
    const slug = dataset.products[0]?.slug;
    for (const path of ["/methods", "/docs/clinicians", "/changes", `/products/${slug}`]) {
      expect((await page.goto(path))?.status(), path).toBe(503);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("No connection");
      expect(await page.getByRole("table").count()).toBe(0);
    }
    // An unknown parameter is named all the same.
    await page.goto("/embed?lines=earlyish");
    await page.getByText("“earlyish”: not one of the allowed values").waitFor();
  });
});

describe("While a page is open", () => {
  test.for([
    ["the connection is lost", null],
    ["a captive portal answers", portal],
  ] as const)(
    "the device answers on the first page of a visit once %s",
    async ([_, answer], { site }) => {
      const { page, change, switchOff } = await site();
      await page.goto("/embed");
      await live(page);
      await guarded(page);
      if (answer) change(() => answer);
      else {
        await page.context().setOffline(true);
        await switchOff();
      }
      const [place, answered] = await page.evaluate(async () => {
        const { headers, ok } = await fetch("/v1/screen?lines=any");
        return [headers.get("cache-status"), ok];
      });
      expect([place, answered]).toEqual(["myeloma-compare; hit; detail=device", true]);
    },
  );

  test("what is asked once the connection is lost, or of a captive portal, is answered by the device, which says so; so is a page that was asked for too often", async ({
    site,
  }) => {
    const { page, change } = await site();
    await openKept(page);
    change(({ path }) => (path.startsWith("/v1/") ? portal : {}));
    await choose(page, "Age", "60 to 65");
    await expectToShow(page, await answerTo("age=60-65"));
    // Chromium takes the network from the page only: the service worker has none that is of use.
    change(() => portal);
    await page.context().setOffline(true);
    await choose(page, "Lines", "Any");
    await expectToShow(page, await answerTo("lines=any&age=60-65"));
    await notice(page).waitFor();
    expect(await page.getByRole("status").first().innerText()).toContain("computed on this device");
    // The network answers once it is back, as far as a reader is told.
    change(() => ({}));
    await page.context().setOffline(false);
    await expect.poll(() => notice(page).count()).toBe(0);
    await expectToShow(page, await answerTo("lines=any&age=60-65"));
    change(() => ({ status: 429, body: Buffer.from("too often") }));
    expect((await page.goto("/report"))?.status()).toBe(200);
    expect(await note(page)).toContain("made on this device");
  });

  test("a row of other data than those of the table is shown below the device's own table", async ({
    site,
  }) => {
    // The edge has a later release than this device.
    const { page, switchOff } = await site((passed) =>
      /^\/(embed|v1\/screen)/.test(passed.path)
        ? replaced(passed, `"answerVersion":"`, `"answerVersion":"later-`)
        : {},
    );
    await openKept(page);
    await openRow(rows(page).first());
    expect(await notice(page).count()).toBe(0);
    await switchOff();
    const row = rows(page).nth(1);
    await openRow(row);
    await notice(page).waitFor();
    await expectToShow(page, await answerTo(""));
    expect(await page.getByRole("alert").filter({ hasText: /\w/ }).count()).toBe(0);
  });
});

test("A network that swallows every request is waited for 4 s by a page and 1.5 s by a resource, and then no more until it answers", async ({
  openPage,
  onTestFinished,
}) => {
  let isSwallowing = false;
  const hole = await startProxy(inject("serverUrl"), () => (isSwallowing ? null : {}));
  onTestFinished(() => hole.close());
  // The page is not hurried, because the waits are measured.
  const { page } = await openPage({ baseURL: hole.origin });
  await openKept(page);
  isSwallowing = true;
  const choose = async (name: "Lines" | "Age", label: string, question: string) => {
    const sheet = await openSheet(page, name);
    const answer = await answerTo(question);
    const group = name === "Lines" ? "Prior lines of the patient" : undefined;
    await choice(sheet, label, group).click();
    await expectToShow(page, answer);
    await backToAnswer(sheet);
  };
  /** Returns the seconds that a refusal takes at best, which costs the device little where the machine is busy. */
  const askTwice = () =>
    page.evaluate(async () => {
      const seconds: number[] = [];
      for (let time = 0; time < 2; time += 1) {
        const start = performance.now();
        await fetch(`/v1/screen?lines=earlyish&age=${time}`);
        seconds.push((performance.now() - start) / 1000);
      }
      return Math.min(...seconds);
    });
  const start = performance.now();
  await page.goto("/embed?evidence=all");
  const waited = (performance.now() - start) / 1000;
  expect(waited).toBeGreaterThan(3.9);
  expect(await note(page)).toContain("made on this device");
  await live(page);
  // The sheet is the first resource.
  const opening = performance.now();
  await openSheet(page, "More");
  expect((performance.now() - opening) / 1000).toBeGreaterThan(1.4);
  await page.keyboard.press("Escape");
  await choose("Lines", "Any", "evidence=all&lines=any");
  expect(await askTwice()).toBeLessThan(1.4);
  await notice(page).waitFor();
  isSwallowing = false;
  // The network's answer to a request that nobody waited for shows that it is there again.
  await choose("Age", "60 to 65", "evidence=all&lines=any&age=60-65");
  await expect
    .poll(async () => {
      await page.reload();
      await live(page);
      return page.getByText("made on this device").count();
    })
    .toBe(0);
});

test("With a connection a page does not wait for what answers on the device", async ({ site }) => {
  const seconds = 3;
  const { page, switchOff } = await site((passed) =>
    passed.path.startsWith("/assets/device-")
      ? {
          body: Buffer.concat([
            Buffer.from(`const until = Date.now() + ${seconds}e3; while (Date.now() < until);\n`),
            passed.body,
          ]),
        }
      : {},
  );
  await openKept(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("ServiceWorker.enable");
  /** The worker begins anew, as after some time without a page. */
  const opened = async () => {
    await devtools.send("ServiceWorker.stopAllWorkers");
    const start = performance.now();
    await page.goto("/embed");
    await live(page);
    return (performance.now() - start) / 1000;
  };
  expect(await opened()).toBeLessThan(seconds);
  await switchOff();
  expect(await opened()).toBeGreaterThan(seconds);
  expect(await note(page)).toContain("made on this device");
});

describe("A newer version", () => {
  const changes: Readonly<Record<string, (passed: ProxiedAnswer) => Partial<ProxiedAnswer>>> = {
    "of the element": (passed) =>
      passed.path === "/sw.js"
        ? replaced(passed, assets.widget.href, `${assets.widget.href}?`)
        : {},
    "of the data": (passed) =>
      ["/sw.js", "/healthz"].includes(passed.path)
        ? replaced(passed, answerVersion, `next-${answerVersion}`)
        : {},
  };

  test.for(Object.entries(changes))(
    "%s is announced to a page of the earlier one, and shown when the reader asks for it",
    async ([_, next], { site }) => {
      const { page, change } = await site();
      await openKept(page);
      change(next);
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      const line = page.getByRole("status").filter({ hasText: "newer version" });
      await line.waitFor();
      const loaded = page.waitForEvent("load");
      await line.getByRole("button", { name: "Show it" }).click();
      await loaded;
      await expectToShow(page, await answerTo(""));
    },
  );

  test("answers the next page that is loaded, without a connection too, while an earlier page stays open; the page says which version it is of", async ({
    site,
  }) => {
    const { page, change, switchOff } = await site();
    await openKept(page);
    expect(changes["of the data"]).toBeDefined();
    change((passed) => changes["of the data"]?.(passed) ?? {});
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByText("newer version").waitFor();
    await switchOff();
    const next = await page.context().newPage();
    await next.goto("/embed?lines=2");
    expect(await note(next)).toContain(`version next-${answerVersion}`);
    await next.close();
  });

  test("is not announced to a page that belongs to it", async ({ site }) => {
    const { page, change } = await site();
    await openKept(page);
    change((passed) =>
      passed.path === "/sw.js"
        ? { body: Buffer.concat([passed.body, Buffer.from("\n// The next version.")]) }
        : {},
    );
    await page.evaluate(async () => {
      const taken = new Promise((resolve) =>
        navigator.serviceWorker.addEventListener("controllerchange", resolve),
      );
      await (await navigator.serviceWorker.ready).update();
      await taken;
    });
    await page.waitForTimeout(300);
    expect(await page.getByText("newer version").count()).toBe(0);
  });
});

describe("Data that were withdrawn", () => {
  const withdraw = (passed: ProxiedAnswer): Partial<ProxiedAnswer> => {
    if (passed.path !== "/healthz") return {};
    const health = JSON.parse(passed.body.toString()) as Record<string, unknown>;
    expect(health).toHaveProperty("recalledDataVersions");
    const recalled = {
      recalledDataVersions: [dataVersion],
      recallReason: "Response of one trial.",
    };
    return { body: Buffer.from(JSON.stringify({ ...health, ...recalled })) };
  };

  test("leave a page that is open, with what was opened in it, and what the device keeps; the reason is said", async ({
    site,
  }) => {
    const { page, change, switchOff } = await site();
    await page.goto("/embed");
    await kept(page);
    await openRow(rows(page).first());
    change(withdraw);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    const withdrawn = page.getByRole("alert").filter({ hasText: "These numbers were withdrawn." });
    expect(await withdrawn.innerText()).toContain("Response of one trial.");
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
    const embedPage = await page.context().newPage();
    await embedPage.goto("/embed");
    await kept(embedPage);
    await page.reload();
    change((passed) => {
      if (passed.path !== "/sw.js") return {};
      // A minifier may write any mark around a text.
      const version = passed.body.toString().match(/version:["'`]([0-9a-f]{12})["'`]/)?.[1];
      const text = replaced(passed, `${version}`, "0123456789ab").body.toString();
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
    await embedPage.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await loaded;
    expect(await page.evaluate(async () => (await caches.keys()).join())).toBe(
      `myeloma-compare ${dataVersion} 0123456789ab`,
    );
  });
});

const registrations = async () => (await navigator.serviceWorker.getRegistrations()).length;

test("Nothing is kept in a frame, by a page of another site, and where a reader saves data", async ({
  hostPage,
  script,
  openPage,
}) => {
  const { page: sparing } = await openPage();
  await hurry(sparing);
  await spareData(sparing);
  await sparing.goto("/embed");
  await live(sparing);
  const { page, open } = await hostPage({
    head: script.tag,
    body: `<myeloma-compare></myeloma-compare>${bareFrame('width="390" height="900"')}`,
  });
  await hurry(page);
  await open();
  await expectToShow(page.locator("main"), await answerTo(""));
  await page.waitForTimeout(2000);
  expect(page.frames()).toHaveLength(2);
  for (const place of [sparing, ...page.frames()]) {
    expect(await place.evaluate(registrations)).toBe(0);
  }
});
