/** What a host may set and rely on, in addition to the attributes of the question. */
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { parameterNames, propertyName } from "#core/question/parameter-names.ts";
import { customProperties, events, parts } from "#server/documentation/element/contract.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choice, live, openSheet, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { gate, listen, questions } from "./support/traffic.ts";

/** Sets a property of the element `#a` as a script of the host does. */
function setProperty(page: Page, name: string, value: unknown): Promise<unknown> {
  return page
    .locator("#a")
    .evaluate((element, [key, given]) => Reflect.set(element, String(key), given), [name, value]);
}

describe("A property", () => {
  test("stands for every parameter, in both directions, with null for what is not said", async ({
    openHostPage,
  }) => {
    const { page } = await openHostPage({ body: "" });
    const names = [...parameterNames, "theme", "loading"].map((name) => [name, propertyName(name)]);
    const wrong = await page.evaluate((pairs) => {
      const element = document.createElement("myeloma-compare");
      return pairs.filter(([attribute = "", property = ""]) => {
        const before = Reflect.get(element, property);
        Reflect.set(element, property, "x");
        const written = element.getAttribute(attribute);
        element.setAttribute(attribute, "y");
        const read = Reflect.get(element, property);
        Reflect.set(element, property, null);
        const gone = !element.hasAttribute(attribute);
        return !(before === null && written === "x" && read === "y" && gone);
      });
    }, names);
    expect(wrong).toEqual([]);
  });

  test("asks as its attribute does; the reader's other choices stay", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      body: '<myeloma-compare id="a"></myeloma-compare>',
    });
    await expectToShow(page, await answerTo(""));
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    await expectToShow(page, await answerTo("age=60-65"));
    await setProperty(page, "setting", "early");
    await expectToShow(page, await answerTo("setting=early&age=60-65"));
    expect(await page.locator("#a").getAttribute("setting")).toBe("early");
    await setProperty(page, "product", ["cilta-cel", "teclistamab"]);
    await expectToShow(
      page,
      await answerTo("setting=early&age=60-65&product=cilta-cel,teclistamab"),
    );
    await setProperty(page, "setting", undefined);
    await expectToShow(page, await answerTo("age=60-65&product=cilta-cel,teclistamab"));
    expectGoodConduct(misconduct);
  });

  test("that was set before the script came is honoured", async ({ script, openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      head: "",
      body: '<myeloma-compare id="a" setting="late"></myeloma-compare>',
    });
    await setProperty(page, "setting", "early");
    await setProperty(page, "priorLines", "-4");
    await setProperty(page, "theme", "dark");
    const asked = questions(page);
    await page.addScriptTag({ type: "module", url: script.href });
    await expectToShow(page, await answerTo("setting=early&prior-lines=-4"));
    expect(asked).toEqual(["setting=early&prior-lines=-4"]);
    expect(await page.locator("#a").getAttribute("theme")).toBe("dark");
    await setProperty(page, "priorLines", null);
    await expectToShow(page, await answerTo("setting=early"));
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
    await setProperty(page, "query", "patient-age=71&evidence=all&setting=early");
    await expectToShow(page, await answerTo("setting=early&evidence=all"));
    const state = await page.evaluate(() => {
      const element = document.querySelector("myeloma-compare");
      const { query, permalink, comparison } = Object(element);
      return { query, permalink, canonical: comparison.canonical };
    });
    const query = "setting=early&evidence=all";
    expect(state).toEqual({
      query,
      permalink: `${inject("serverUrl")}/embed?${query}`,
      canonical: query,
    });
    // If the engine is loaded by then, the second question is answered on the device.
    expect([["age=60-65"], ["age=60-65", query]]).toContainEqual(asked);
    expect((await heard()).map(({ name }) => name)).toEqual(["result", "result"]);
    expectGoodConduct(misconduct);
  });
});

test("An event has two names, one of them without the colon that some frameworks cannot write", async ({
  openHostPage,
}) => {
  const { page, misconduct } = await openHostPage({
    body: '<myeloma-compare id="a"></myeloma-compare>',
  });
  await expectToShow(page, await answerTo(""));
  await page.evaluate(
    (names) => {
      const heard: [string, unknown][] = [];
      for (const name of names) {
        addEventListener(name, (event) => heard.push([name, (event as CustomEvent).detail]));
      }
      Object.assign(window, { heard });
    },
    events.map(({ name }) => name),
  );
  await choice(await openSheet(page, "Age"), "60 to 65").click();
  await expectToShow(page, await answerTo("age=60-65"));
  const heard = await page.evaluate(
    () =>
      (window as unknown as { heard: [string, { canonical?: string; query?: string }][] }).heard,
  );
  expect(heard.map(([name, { canonical, query }]) => [name, canonical ?? query])).toEqual(
    ["change", "result"].flatMap((kind) =>
      [":", "-"].map((sign) => [`myeloma-compare${sign}${kind}`, "age=60-65"]),
    ),
  );
  expectGoodConduct(misconduct);
});

describe("The class", () => {
  test("can be had without the element being registered, and registered under another name", async ({
    openHostPage,
  }) => {
    const server = inject("serverUrl");
    const { page, misconduct } = await openHostPage({
      head: "",
      body: `<ward-compare outcome="orr"></ward-compare><script type="module">
        import { MyelomaCompare } from "${server}/v1/element.js";
        window.registered = Boolean(customElements.get("myeloma-compare"));
        customElements.define("ward-compare", class extends MyelomaCompare {});
      </script>`,
    });
    await expectToShow(page, await answerTo("outcome=orr"));
    expect(await page.evaluate(() => Reflect.get(window, "registered"))).toBe(false);
    expectGoodConduct(misconduct);
  });
});

describe("Lazy loading", () => {
  const far = '<p style="height: 5000px">Much else</p>';

  test("asks nothing before the element is near, and holds a place until then", async ({
    hostPage,
  }) => {
    const { page, open, misconduct } = await hostPage({
      body: `${far}<myeloma-compare id="a" loading="lazy"></myeloma-compare><p>After</p>`,
    });
    const asked = questions(page);
    await open();
    await page.waitForTimeout(400);
    expect(asked).toEqual([]);
    const { height } = (await page.locator("#a").boundingBox()) ?? { height: 0 };
    expect(height).toBeGreaterThan(600);
    await setProperty(page, "setting", "early");
    await page.waitForTimeout(100);
    expect(asked).toEqual([]);
    // Not visible yet, but within the margin.
    await page.evaluate(() => scrollTo(0, 5000 - innerHeight - 200));
    await expectToShow(page, await answerTo("setting=early"));
    expect(asked).toEqual(["setting=early"]);
    expectGoodConduct(misconduct);
  });

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

  test("its styles reach every part that is promised, and its colours replace ours", async ({
    script,
    openHostPage,
  }) => {
    const rules = parts.map(
      ({ name }, index) => `myeloma-compare::part(${name}) { outline: ${index + 1}px solid red }`,
    );
    const colours = customProperties.map(({ name }, index) => `${name}: rgb(${index + 1}, 2, 3);`);
    const { page } = await openHostPage({
      head: `${script.tag}<style>${rules.join("\n")} myeloma-compare { ${colours.join(" ")} }</style>`,
    });
    await expectToShow(page, await answerTo(""));
    await openSheet(page, "Age");
    const seen = await page.evaluate(() => {
      const root = document.querySelector("myeloma-compare")?.shadowRoot;
      const found = [...(root?.querySelectorAll("[part]") ?? [])].map((node) => [
        node.getAttribute("part"),
        getComputedStyle(node).outlineWidth,
      ]);
      const paper = root?.querySelector(".root");
      return {
        found: [...new Set(found.map(String))],
        paper: paper && getComputedStyle(paper).backgroundColor,
      };
    });
    expect(seen.found.sort()).toEqual(
      parts.map(({ name }, index) => `${name},${index + 1}px`).sort(),
    );
    const paper = customProperties.findIndex(({ name }) => name === "--mc-paper");
    expect(seen.paper).toBe(`rgb(${paper + 1}, 2, 3)`);
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

  test("the same on our own page, where it follows the back button", async ({ hostPage }) => {
    const { page } = await hostPage({ body: "" });
    const held = await watchListeners(page);
    await page.goto(`${inject("serverUrl")}/embed`);
    await live(page);
    // Later parts listen, too: for the network, and for the page being seen again.
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
    // The page itself goes on looking for its updates.
    await expect.poll(held).toBe(2);
  });

  test("two of them wait, fail and answer apart from each other", async ({ hostPage }) => {
    const { page, open } = await hostPage({
      body: `<myeloma-compare id="a" setting="never"></myeloma-compare>
        <myeloma-compare id="b" outcome="orr"></myeloma-compare>
        <myeloma-compare id="c" setting="early"></myeloma-compare>`,
    });
    const released = gate();
    await page.route("**/v1/comparison?setting=early", async (route) => {
      await released.opened;
      await route.continue();
    });
    await open();
    await page.locator("#a").getByRole("alert").waitFor();
    await expectToShow(page.locator("#b"), await answerTo("outcome=orr"));
    expect(await rows(page.locator("#c")).count()).toBe(0);
    released.open();
    await expectToShow(page.locator("#c"), await answerTo("setting=early"));
  });
});
