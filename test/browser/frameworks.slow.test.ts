/** Pages of another site that a framework renders: it creates, changes and removes the element. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { compileScript, parse } from "vue/compiler-sfc";
import { makeReactSnippet } from "#presentation/embed/snippets.ts";
import { bundleEntry, makeTextEntry } from "../../.dev/build/bundle.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

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
