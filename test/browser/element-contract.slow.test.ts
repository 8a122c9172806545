/** The element: properties and loading that change later, and what stays on the page around. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { test } from "./support/fixture.ts";
import { setProperty } from "./support/host.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose, live } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { gate, listen, questions } from "./support/traffic.ts";

describe("A property", () => {
  test("asks as its attribute does; the reader's other choices stay", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      body: '<myeloma-compare id="a"></myeloma-compare>',
    });
    await expectToShow(page, await answerTo(""));
    await choose(page, "Age", "60 to 65");
    await expectToShow(page, await answerTo("age=60-65"));
    await setProperty(page, "lines", "2");
    await expectToShow(page, await answerTo("lines=2&age=60-65"));
    expect(await page.locator("#a").getAttribute("lines")).toBe("2");
    await setProperty(page, "product", ["cilta-cel", "teclistamab"]);
    await expectToShow(page, await answerTo("lines=2&age=60-65&product=cilta-cel,teclistamab"));
    await setProperty(page, "lines", undefined);
    await expectToShow(page, await answerTo("age=60-65&product=cilta-cel,teclistamab"));
    expectGoodConduct(misconduct);
  });

  test("`query` asks a whole question, says the present one, and leaves a patient's values out", async ({
    hostPage,
  }) => {
    const { page, open, misconduct } = await hostPage({
      body: '<myeloma-compare id="a" age="60-65"></myeloma-compare>',
    });
    const asked = questions(page);
    const heard = await listen(page);
    await open();
    await expectToShow(page, await answerTo("age=60-65"));
    await setProperty(page, "query", "patient-age=71&evidence=all&lines=2");
    await expectToShow(page, await answerTo("lines=2&evidence=all"));
    const state = await page.evaluate(() => {
      const element = document.querySelector("myeloma-compare");
      const { query, permalink, result } = Object(element);
      return { query, permalink, answered: result.query };
    });
    const query = "lines=2&evidence=all";
    expect(state).toEqual({
      query,
      permalink: `${inject("serverUrl")}/embed?${query}`,
      answered: query,
    });
    expect(asked).toEqual(["age=60-65", query]);
    expect((await heard()).map(({ name }) => name)).toEqual(["result", "result"]);
    expectGoodConduct(misconduct);
  });
});

describe("Lazy loading", () => {
  const far = '<p style="height: 5000px">Much else</p>';

  test("starts when the host no longer wants it, and goes on after being moved", async ({
    hostPage,
  }) => {
    const { page, open, misconduct } = await hostPage({
      body: `${far}<myeloma-compare id="a" loading="lazy"></myeloma-compare>`,
    });
    const asked = questions(page);
    await open();
    await page.waitForTimeout(200);
    expect(asked).toEqual([]);
    await setProperty(page, "loading", "eager");
    await expectToShow(page, await answerTo(""));
    await setProperty(page, "loading", "lazy");
    await page.locator("#a").evaluate((element) => document.body.appendChild(element));
    await expectToShow(page, await answerTo(""));
    expect(asked).toEqual([""]);
    expectGoodConduct(misconduct);
  });

  test("of an element that is taken away again asks nothing", async ({ hostPage }) => {
    const { page, open } = await hostPage({
      body: `${far}<myeloma-compare id="a" loading="lazy"></myeloma-compare>`,
    });
    const asked = questions(page);
    await open();
    await page.waitForTimeout(100);
    await page.locator("#a").evaluate((element) => element.remove());
    await page.evaluate(() => scrollTo(0, 5000));
    await page.waitForTimeout(200);
    expect(asked).toEqual([]);
  });
});

describe("The host's own look and words", () => {
  test("its line stands in the footer", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      body: '<myeloma-compare><p slot="footer">Questions: <a href="tel:4711">Ward 5</a></p></myeloma-compare>',
    });
    await expectToShow(page, await answerTo(""));
    const line = page.getByText("Questions:");
    expect(await line.isVisible()).toBe(true);
    const within = await line.evaluate(
      (node) => node.assignedSlot?.closest("[part=footer]") !== null,
    );
    expect(within).toBe(true);
  });
});

describe("On the page around", () => {
  /** Counts the listeners on window and document that were added but not removed. */
  async function watchListeners(page: Page): Promise<() => Promise<number>> {
    await page.addInitScript(() => {
      let held = 0;
      for (const target of [window, document]) {
        const { addEventListener, removeEventListener } = target;
        target.addEventListener = (...given: Parameters<typeof addEventListener>) => {
          held += 1;
          addEventListener.apply(target, given);
        };
        target.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
          held -= 1;
          removeEventListener.apply(target, given);
        };
      }
      Object.assign(window, { listenersHeld: () => held });
    });
    return () => page.evaluate(() => Reflect.get(window, "listenersHeld")());
  }

  test("taken away and put back, the element leaves no listener behind", async ({ hostPage }) => {
    const { page, open } = await hostPage({
      body: '<myeloma-compare id="a"></myeloma-compare>',
    });
    const held = await watchListeners(page);
    await open();
    // Do not read texts first: that would make Playwright add listeners to the page.
    await live(page);
    await page.waitForLoadState("networkidle");
    const before = await held();
    await page.evaluate(() => {
      const element = document.querySelector("myeloma-compare");
      for (let times = 0; times < 5; times += 1) {
        element?.remove();
        if (element) document.body.appendChild(element);
      }
    });
    await live(page);
    await expect.poll(held).toBe(before);
    await page.evaluate(() => document.querySelector("myeloma-compare")?.remove());
    await expect.poll(held).toBe(0);
  });

  test("the same on our own page, whose own script goes on listening", async ({ hostPage }) => {
    const { page } = await hostPage({ body: "" });
    const held = await watchListeners(page);
    await page.goto(`${inject("serverUrl")}/embed`);
    await live(page);
    await page.waitForLoadState("networkidle");
    const before = await held();
    await page.evaluate(() => {
      const element = document.querySelector("myeloma-compare");
      for (let times = 0; times < 5; times += 1) {
        element?.remove();
        if (element) document.body.appendChild(element);
      }
    });
    await expect.poll(held).toBe(before);
    await page.evaluate(() => document.querySelector("myeloma-compare")?.remove());
    // For the back button, and for the network and the reader to be back.
    await expect.poll(held).toBe(3);
  });

  test("two of them wait, fail and answer apart from each other", async ({ hostPage }) => {
    const { page, open } = await hostPage({
      body: `<myeloma-compare id="a" lines="never"></myeloma-compare>
        <myeloma-compare id="b" outcome="orr"></myeloma-compare>
        <myeloma-compare id="c" lines="2"></myeloma-compare>`,
    });
    const released = gate();
    await page.route("**/v1/screen?lines=2", async (route) => {
      await released.opened;
      await route.continue();
    });
    await open();
    await page.locator("#a").getByRole("alert").waitFor();
    await expectToShow(page.locator("#b"), await answerTo("outcome=orr"));
    expect(await page.locator("#c").getByRole("heading").count()).toBe(0);
    released.open();
    await expectToShow(page.locator("#c"), await answerTo("lines=2"));
  });
});
