/**
 * Tests the element as a host relies on it: attributes, properties, events, its script, and what the element never says
 * of the page around.
 */

import type { Locator } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { makeElementSnippet } from "#presentation/embed/snippets.ts";
import manifest from "../../widget/custom-elements.json" with { type: "json" };
import { isWhole } from "../support/sample.ts";
import { expectGoodConduct, setProperty, test } from "./support/fixture.ts";
import {
  choose,
  framedField,
  openRow,
  openSheet,
  pressCopy,
  question,
  rows,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { recordEvents, recordedQueries } from "./support/traffic.ts";
import { resultsText, showButton } from "./support/typed-patient.ts";

describe("The element", () => {
  test.runIf(isWhole)(
    "asks nothing for attributes that it does not know, nor for a script that comes twice; removed, put back and moved, it shows one answer and still works",
    async ({ host, script, hostPage }) => {
      const again = script.tag.replace(script.href, `${script.href}?again`);
      const { page, open, misconduct } = await hostPage({
        head: script.tag + script.tag + again,
        body: '<myeloma-compare id="a" class="wide" lang="de" data-x="1" patient-age="71"></myeloma-compare><div id="elsewhere"></div>',
      });
      const queries = recordedQueries(page);
      await open();
      await choose(page, "Lines", "Any");
      await expectToShow(page, await answerTo("lines=any"));
      expect(queries).toEqual(["", "lines=any"]);
      await page.locator("#a").evaluate((element) => {
        const { parentElement } = element;
        element.remove();
        setTimeout(() => parentElement?.appendChild(element), 50);
      });
      await page.locator("#a").waitFor();
      await expectToShow(page, await answerTo("lines=any"));
      await page.locator("#a").evaluate((element) => {
        document.getElementById("elsewhere")?.appendChild(element);
      });
      await choose(page, "Age", "60 to 65");
      await expectToShow(page, await answerTo("lines=any&age=60-65"));
      expect(await page.getByRole("heading", { level: 2 }).count()).toBe(1);
      expect(await page.getByText("For health-care professionals").count()).toBe(1);
      await openRow(rows(page).first());
      const links = await page
        .getByRole("link")
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(links.length).toBeGreaterThan(5);
      expect(links.filter((href) => href.startsWith(host.origin))).toEqual([]);
      expectGoodConduct(misconduct);
    },
  );

  test.runIf(isWhole)(
    "keeps the question in view in a pane of its host that scrolls",
    async ({ openHostPage }) => {
      const { page } = await openHostPage({
        body: '<div id="pane" style="block-size:400px;overflow:auto"><myeloma-compare></myeloma-compare></div>',
      });
      await expectToShow(page, await answerTo(""));
      const topOf = async (area: Locator) => (await area.boundingBox())?.y ?? Number.NaN;
      const pane = page.locator("#pane");
      await pane.evaluate((node) => node.scrollTo(0, 500));
      await expect.poll(() => pane.evaluate((node) => node.scrollTop)).toBe(500);
      // Only the pane's own padding lies beneath its edge.
      expect(Math.abs((await topOf(question(page))) - (await topOf(pane)))).toBeLessThan(10);
    },
  );

  test("tells its host about a result, a change, and why there is no answer, throws nothing, and can be reset", async ({
    hostPage,
  }) => {
    const { page, open, misconduct } = await hostPage({
      body: '<myeloma-compare id="a"></myeloma-compare>',
    });
    const queries = recordedQueries(page);
    const heard = await recordEvents(page);
    await open();
    await expectToShow(page, await answerTo(""));
    await choose(page, "Lines", "Any");
    await expectToShow(page, await answerTo("lines=any"));
    // A patient's values are left out, and the console names unknown parameters.
    await setProperty(page, "query", "patient-age=71&evidence=all&lines=2&phase=1");
    const query = "lines=2&evidence=all";
    await expectToShow(page, await answerTo(query));
    expect(queries).toEqual(["", "lines=any", query]);
    const permalink = `${inject("serverUrl")}/embed?${query}`;
    const state = await page.evaluate(() => {
      const { query, permalink, result } = Object(document.querySelector("myeloma-compare"));
      return { query, permalink, answered: result.query };
    });
    expect(state).toEqual({ query, permalink, answered: query });
    const warning = expect.stringMatching(/phase: not understood and ignored/);
    await expect.poll(() => misconduct.consoleMessages).toEqual([warning]);

    await page.evaluate(() => {
      const element = document.createElement("myeloma-compare");
      element.id = "bad";
      element.setAttribute("age", "<img src=x onerror=alert(1)>");
      document.querySelector("main")?.appendChild(element);
    });
    const broken = page.locator("#bad");
    await broken.getByRole("alert").waitFor();
    expect(await broken.getByRole("alert").innerText()).toMatch(/age: \w+/);
    await broken.getByRole("button", { name: "Reset all filters" }).click();
    await expectToShow(broken, await answerTo(""));
    await expectToShow(page.locator("#a"), await answerTo(query));
    await page.route("**/v1/screen**", (route) => route.fulfill({ status: 500 }));
    await setProperty(page, "age", "60-65");
    await page.locator("#a").getByRole("alert").waitFor();
    const { dataDate, dataVersion, answerVersion } = await answerTo(query);
    const ofBad = (name: string) => expect.objectContaining({ name, from: "bad" });
    expect(await heard()).toEqual([
      { name: "result", from: "a", detail: expect.objectContaining({ query: "" }) },
      {
        name: "change",
        from: "a",
        detail: { query: "lines=any", permalink: `${inject("serverUrl")}/embed?lines=any` },
      },
      { name: "result", from: "a", detail: expect.objectContaining({ query: "lines=any" }) },
      {
        name: "result",
        from: "a",
        detail: {
          query,
          permalink,
          comparison: `${inject("serverUrl")}/v1/comparison?${query}`,
          dataDate,
          dataVersion,
          answerVersion,
        },
      },
      { name: "error", from: "bad", detail: expect.objectContaining({ kind: "refused" }) },
      ofBad("change"),
      ofBad("result"),
      { name: "error", from: "a", detail: { kind: "failed" } },
    ]);
    expect(misconduct.pageErrors).toEqual([]);
  });
});

const declared = manifest.modules.flatMap(({ declarations }) => declarations);
const parts = declared.flatMap((declaration) => declaration.cssParts);
const customProperties = declared.flatMap((declaration) => declaration.cssProperties);

test.runIf(isWhole)(
  "A property that was set before the script came is honoured, and null takes it away",
  async ({ script, openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      head: "",
      body: '<myeloma-compare id="a" lines="3+"></myeloma-compare>',
    });
    await setProperty(page, "lines", "any");
    await setProperty(page, "priorLines", "-4");
    await setProperty(page, "theme", "dark");
    const queries = recordedQueries(page);
    await page.addScriptTag({ type: "module", url: script.href });
    await expectToShow(page, await answerTo("lines=any&prior-lines=-4"));
    expect(queries).toEqual(["lines=any&prior-lines=-4"]);
    expect(await page.locator("#a").getAttribute("theme")).toBe("dark");
    await setProperty(page, "priorLines", null);
    await expectToShow(page, await answerTo("lines=any"));
    expectGoodConduct(misconduct);
  },
);

test("What the element asks says nothing of the page around or of the reader: no referrer and no cookie", async ({
  hostPage,
}) => {
  // The address has the same name of the machine as the page, because cookies would then be sent.
  const site = new URL(inject("serverUrl").replace("127.0.0.1", "localhost"));
  const { page, open } = await hostPage({
    head: "",
    body: makeElementSnippet(site.origin, ""),
    // Such a page sends its whole address with every request that has no policy of its own.
    headers: { "referrer-policy": "unsafe-url" },
  });
  await page.context().addCookies([{ name: "reader", value: "4711", url: site.href }]);
  const sent = new Map<string, string[]>();
  page.on("requestfinished", async (request) => {
    const { origin, pathname } = new URL(request.url());
    const headers = await request.allHeaders();
    const tellingHeaders = ["referer", "cookie"].filter((name) => name in headers);
    if (origin === site.origin) sent.set(pathname, tellingHeaders);
  });
  await open();
  await openRow(rows(page).first());
  await choose(page, "Lines", "Any");
  await expectToShow(page, await answerTo("lines=any"));
  await pressCopy(page, "Copy text");
  const sheet = await openSheet(page, "My patient");
  await framedField(sheet, "Age in years").fill("71");
  await showButton(sheet).click();
  await resultsText(page);
  // Another request of the same page sends both headers.
  await page.evaluate((src) => Object.assign(new Image(), { src }), `${site.origin}/favicon.svg`);
  await expect.poll(() => sent.get("/favicon.svg")).toEqual(["referer", "cookie"]);
  sent.delete("/favicon.svg");
  expect([...sent.keys()]).toEqual(
    expect.arrayContaining([
      ...["/v1/widget.js", "/v1/screen", "/v1/screen/orr", "/v1/screen/patients"],
      ...["/v1/screen/copy", "/v1/choices", "/healthz"],
    ]),
  );
  expect([...sent].filter(([, tellingHeaders]) => tellingHeaders.length > 0)).toEqual([]);
});

test.runIf(isWhole)(
  "Lazy, it asks nothing before it is near or the host no longer wants that, and holds a place until then",
  async ({ hostPage }) => {
    const far = '<p style="height: 5000px">Much else</p>';
    const { page, open, misconduct } = await hostPage({
      body: `${far}<myeloma-compare id="a" loading="lazy"></myeloma-compare>${far}
      <myeloma-compare id="b" loading="lazy"></myeloma-compare>`,
    });
    const queries = recordedQueries(page);
    await open();
    await page.waitForTimeout(400);
    expect(queries).toEqual([]);
    const { height } = (await page.locator("#a").boundingBox()) ?? { height: 0 };
    expect(height).toBeGreaterThan(600);
    await setProperty(page, "lines", "any");
    await page.waitForTimeout(100);
    expect(queries).toEqual([]);
    await page.locator("#b").evaluate((element) => Object.assign(element, { loading: "eager" }));
    await expectToShow(page.locator("#b"), await answerTo(""));
    expect(queries).toEqual([""]);
    // The element is not visible yet, but within the margin.
    await page.evaluate(() => scrollTo(0, 5000 - innerHeight - 200));
    await expectToShow(page.locator("#a"), await answerTo("lines=any"));
    expect(queries).toEqual(["", "lines=any"]);
    expectGoodConduct(misconduct);
  },
);

test.runIf(isWhole)(
  "The styles of a host reach every part that is promised, and its colours replace ours",
  async ({ script, openHostPage }) => {
    const rules = parts.map(
      ({ name }, index) => `myeloma-compare::part(${name}) { outline: ${index + 1}px solid red }`,
    );
    const colours = customProperties.map(({ name }, index) => `${name}: rgb(${index + 1}, 2, 3);`);
    const { page } = await openHostPage({
      head: `${script.tag}<style>${rules.join("\n")} myeloma-compare { ${colours.join(" ")} }</style>`,
      // Only the view of all harms has sections.
      body: `<myeloma-compare outcome="toxicity"></myeloma-compare>`,
    });
    await expectToShow(page, await answerTo("outcome=toxicity"));
    await openSheet(page, "Age");
    const seen = await page.evaluate(() => {
      const root = document.querySelector("myeloma-compare")?.shadowRoot;
      const outlines = [...(root?.querySelectorAll("[part]") ?? [])].map((node) => [
        node.getAttribute("part"),
        getComputedStyle(node).outlineWidth,
      ]);
      const paper = root?.querySelector(".root");
      return {
        found: [...new Set(outlines.map(String))],
        paper: paper && getComputedStyle(paper).backgroundColor,
      };
    });
    expect(seen.found.sort()).toEqual(
      parts.map(({ name }, index) => `${name},${index + 1}px`).sort(),
    );
    const paper = customProperties.findIndex(({ name }) => name === "--mc-paper");
    expect(seen.paper).toBe(`rgb(${paper + 1}, 2, 3)`);
  },
);

const src = `${inject("serverUrl")}/v1/widget.js`;

describe("The script at its address that stays", () => {
  test.runIf(isWhole)(
    "defines the element; its class can be imported, and registered under another name as well",
    async ({ openHostPage }) => {
      const { page, misconduct } = await openHostPage({
        head: `<script crossorigin type="module" async src="${src}"></script>`,
        body: `<myeloma-compare outcome="cr"></myeloma-compare><ward-compare outcome="orr"></ward-compare>
      <script type="module">
        import { MyelomaCompare } from "${src}";
        customElements.define("ward-compare", class extends MyelomaCompare {});
      </script>`,
      });
      await expectToShow(page.locator("myeloma-compare"), await answerTo("outcome=cr"));
      await expectToShow(page.locator("ward-compare"), await answerTo("outcome=orr"));
      expectGoodConduct(misconduct);
    },
  );

  test.runIf(isWhole)(
    "says what is wrong with a tag without a type, and what stands in it stays",
    async ({ openHostPage }) => {
      const { page, misconduct } = await openHostPage({
        head: `<script crossorigin defer src="${src}"></script>`,
        body: '<myeloma-compare><a href="/evidence">The comparison</a></myeloma-compare>',
      });
      expect(await page.getByRole("link", { name: "The comparison" }).isVisible()).toBe(true);
      await expect
        .poll(() => misconduct.pageErrors)
        .toEqual([expect.stringMatching(/import\.meta.*module/)]);
      // The console shows the line of the error, which is the first one of the script.
      const [first] = (await (await fetch(src)).text()).split(";");
      expect(first).toMatch(/^import\.meta\/\*.*type="module"/);
    },
  );
});
