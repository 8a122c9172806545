/** What a host may set and rely on, in addition to the attributes of the question. */
import { describe, expect, inject } from "vitest";
import { parameterNames, propertyName } from "#core/question/parameter-names.ts";
import { elementSnippet } from "#presentation/screen/snippets.ts";
import manifest from "../../widget/custom-elements.json" with { type: "json" };
import { test } from "./support/fixture.ts";
import { setProperty } from "./support/host.ts";
import { show, told } from "./support/own-patient.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose, framedField, openRow, openSheet, pressCopy, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

const declared = manifest.modules.flatMap(({ declarations }) => declarations);
const parts = declared.flatMap((one) => one.cssParts);
const customProperties = declared.flatMap((one) => one.cssProperties);

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

  test("that was set before the script came is honoured", async ({ script, openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      head: "",
      body: '<myeloma-compare id="a" lines="3+"></myeloma-compare>',
    });
    await setProperty(page, "lines", "any");
    await setProperty(page, "priorLines", "-4");
    await setProperty(page, "theme", "dark");
    const asked = questions(page);
    await page.addScriptTag({ type: "module", url: script.href });
    await expectToShow(page, await answerTo("lines=any&prior-lines=-4"));
    expect(asked).toEqual(["lines=any&prior-lines=-4"]);
    expect(await page.locator("#a").getAttribute("theme")).toBe("dark");
    await setProperty(page, "priorLines", null);
    await expectToShow(page, await answerTo("lines=any"));
    expectGoodConduct(misconduct);
  });
});

describe("The class", () => {
  test("can be imported, and registered under another name as well", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      head: "",
      body: `<ward-compare outcome="orr"></ward-compare><script type="module">
        import { MyelomaCompare } from "${inject("serverUrl")}/v1/widget.js";
        customElements.define("ward-compare", class extends MyelomaCompare {});
      </script>`,
    });
    await expectToShow(page, await answerTo("outcome=orr"));
    expectGoodConduct(misconduct);
  });
});

describe("What the element asks", () => {
  test("says nothing of the page around or of the reader: no referrer and no cookie", async ({
    hostPage,
  }) => {
    // By the same name of the machine as that of the page: then cookies would be sent.
    const site = new URL(inject("serverUrl").replace("127.0.0.1", "localhost"));
    const { page, open } = await hostPage({
      head: "",
      body: elementSnippet(site.origin, ""),
      // Such a page sends its whole address with every request that says nothing of it.
      headers: { "referrer-policy": "unsafe-url" },
    });
    await page.context().addCookies([{ name: "reader", value: "4711", url: site.href }]);
    const sent = new Map<string, string[]>();
    page.on("requestfinished", async (request) => {
      const { origin, pathname } = new URL(request.url());
      const headers = await request.allHeaders();
      const said = ["referer", "cookie"].filter((name) => name in headers);
      if (origin === site.origin) sent.set(pathname, said);
    });
    await open();
    await openRow(rows(page).first());
    await choose(page, "Lines", "Any number");
    await expectToShow(page, await answerTo("lines=any"));
    await pressCopy(page, "Copy text");
    const sheet = await openSheet(page, "Patient");
    await framedField(sheet, "Age in years").fill("71");
    await show(sheet).click();
    await told(page);
    // Another request of the same page, which says both.
    await page.evaluate((src) => Object.assign(new Image(), { src }), `${site.origin}/favicon.svg`);
    await expect.poll(() => sent.get("/favicon.svg")).toEqual(["referer", "cookie"]);
    sent.delete("/favicon.svg");
    expect([...sent.keys()]).toEqual(
      expect.arrayContaining([
        ...["/v1/widget.js", "/v1/screen", "/v1/screen/orr", "/v1/screen/patients"],
        ...["/v1/screen/copy", "/v1/choices", "/healthz"],
      ]),
    );
    expect([...sent].filter(([, said]) => said.length > 0)).toEqual([]);
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
    await setProperty(page, "lines", "any");
    await page.waitForTimeout(100);
    expect(asked).toEqual([]);
    // Not visible yet, but within the margin.
    await page.evaluate(() => scrollTo(0, 5000 - innerHeight - 200));
    await expectToShow(page, await answerTo("lines=any"));
    expect(asked).toEqual(["lines=any"]);
    expectGoodConduct(misconduct);
  });
});

describe("The host's own look and words", () => {
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
