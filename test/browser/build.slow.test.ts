/** What is copied from us works on another page: snippets, also those for frameworks, and an installation below a path of its site. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { compileScript, parse } from "vue/compiler-sfc";
import { makeReactSnippet } from "#presentation/embed/snippets.ts";
import { bundleEntry, makeTextEntry } from "../../.dev/build/bundle.ts";
import { serveOnNode } from "../support/node-server.ts";
import { expectGoodConduct, goodConduct, test } from "./support/fixture.ts";
import { choose, frameOf, live } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { clipboard, permissions } from "./support/traffic.ts";

test("What the form asks is previewed, and its link is copied", async ({ openAt }) => {
  const { page, misconduct } = await openAt("/build?age=60-65", {
    width: 320,
    permissions,
  });
  // A list to choose from has its arrow.
  const lines = page.getByLabel("Prior lines");
  expect(await lines.evaluate((list) => getComputedStyle(list).backgroundImage)).toContain(
    "gradient",
  );
  await lines.selectOption("2");
  await page.getByLabel("Labelled in").selectOption("us");
  await page.getByLabel("Light or dark").selectOption("dark");
  // The snippets do not have these settings yet.
  const elementPart = page.getByRole("region", { name: "As an element" });
  await elementPart.getByRole("button", { name: "Copy" }).click();
  expect(await elementPart.getByRole("status").innerText()).toContain("Press Show first");
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/theme=dark/);
  const question = "lines=2&age=60-65&availability=us";
  const answer = await answerTo(question);
  const preview = frameOf(page);
  await live(preview);
  await expectToShow(preview, answer);
  expect(misconduct).toEqual(goodConduct);
  for (const field of await page.locator("form :is(select, button)").all()) {
    expect((await field.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }

  const linkPart = page.getByRole("region", { name: "As a link", exact: true });
  await linkPart.locator("summary").click();
  await linkPart.getByRole("button", { name: "Copy" }).click();
  await page.getByText("Copied", { exact: true }).waitFor();
  expect((await clipboard(page))["text/plain"]).toBe(
    `${inject("serverUrl")}/embed?${question}&theme=dark`,
  );
});

/** Returns the script of a page, bundled with the framework as published. */
async function bundled({ language, text }: Snippet): Promise<string> {
  const { code } = await bundleEntry({
    ...makeTextEntry(join(import.meta.dirname, `page.${language}`), text),
    platform: "browser",
    tsconfig: false,
    transform: {
      jsx: { runtime: "automatic", importSource: "react" },
      define: {
        "process.env.NODE_ENV": '"production"',
        __VUE_OPTIONS_API__: "false",
        __VUE_PROD_DEVTOOLS__: "false",
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
      },
    },
    output: { minify: true },
  });
  return `<script type="module">${code.replaceAll("</script", "<\\/script")}</script>`;
}

interface Snippet {
  language: "ts" | "tsx";
  text: string;
}

const guide = readFileSync(join(import.meta.dirname, "../../widget/embedding.md"), "utf8");

/** Returns the first snippet in this language of the section about frameworks. */
function snippet(language: "tsx" | "vue"): string {
  const [, section = ""] = guide.split("\n## In a framework\n");
  const text = section.match(RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1];
  if (text === undefined) throw new Error(`the guide has no snippet for ${language}`);
  return text;
}

/** Maps each framework to its snippet of the guide, with the script that mounts it. */
const snippets: Readonly<Record<string, () => Snippet>> = {
  React: () => ({
    language: "tsx",
    text: `import { createRoot } from "react-dom/client";\n${snippet("tsx")}
      createRoot(document.querySelector("#page")).render(<Comparison />);`,
  }),
  Vue: () => {
    const { content } = compileScript(parse(snippet("vue")).descriptor, {
      id: "comparison",
      inlineTemplate: true,
      genDefaultAs: "Comparison",
      templateOptions: {
        compilerOptions: { isCustomElement: (tag) => tag === "myeloma-compare" },
      },
    });
    return {
      language: "ts",
      text: `import { createApp } from "vue";\n${content}\ncreateApp(Comparison).mount("#page");`,
    };
  },
};

test.for(Object.entries(snippets))(
  "the snippet for %s shows the element and hears it, whether our script comes before or after",
  async ([_, page], { script, openHostPage }) => {
    const pageScript = await bundled(page());
    for (const head of [pageScript + script.tag, script.tag + pageScript]) {
      const { page: openedPage, misconduct } = await openHostPage({
        head,
        body: '<div id="page"></div>',
      });
      await expectToShow(openedPage, await answerTo("lines=2"));
      expect(await openedPage.locator("#page > p").innerText()).toBe("Asked: lines=2");
      await choose(openedPage, "Age", "60 to 65");
      await expectToShow(openedPage, await answerTo("lines=2&age=60-65"));
      await expect
        .poll(() => openedPage.locator("#page > p").innerText())
        .toBe("Asked: lines=2&age=60-65");
      expectGoodConduct(misconduct);
    }
  },
);

test("the snippet of `/build` for React brings its script and shows the element", async ({
  openHostPage,
}) => {
  const text = `import { createRoot } from "react-dom/client";
    ${makeReactSnippet(inject("serverUrl"), "")}
    createRoot(document.querySelector("#page")).render(<Comparison />);`;
  const { page, misconduct } = await openHostPage({
    head: await bundled({ language: "tsx", text }),
    body: '<div id="page"></div>',
  });
  await expectToShow(page, await answerTo(""));
  expect(await page.locator("head > script[src]").count()).toBe(1);
  expectGoodConduct(misconduct);
});

const base = "/health/myeloma";
const { url: baseURL } = await serveOnNode({ BASE_PATH: base });

test("the preview beside the snippets answers, changes its address and finds its way back", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage({ baseURL });
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(new URL(request.url()).pathname));
  await page.goto(`${base}/build`);
  const snippets = (await page.locator("code").allTextContents()).join(" ");
  expect(snippets).toContain(`src="${baseURL}${base}/v1/widget.js"`);
  const [, preview] = page.frames();
  if (!preview) throw new Error("there is no preview");
  await live(preview);
  await page.goto(preview.url());
  await live(page);
  await choose(page, "Lines", "Any");
  await page.waitForURL(/embed\?lines/);
  expect(new URL(page.url()).pathname).toBe(`${base}/embed`);
  // The sheet is closed, and its entry is gone.
  await page.waitForFunction(() => history.state === null);
  await page.goBack();
  await page.waitForURL((address) => !address.search.includes("lines"));
  expect(addresses.filter((path) => !path.startsWith(`${base}/`))).toEqual([]);
  expect(addresses.some((path) => path.startsWith(`${base}/assets/`))).toBe(true);
  expect(misconduct).toEqual(goodConduct);
});
