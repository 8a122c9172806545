/** Pages of another site that a framework renders: it creates, changes and removes the element. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type StdinOptions } from "esbuild";
import { expect, inject } from "vitest";
import { compileScript, parse } from "vue/compiler-sfc";
import { reactSnippet } from "#presentation/embed/snippets.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";

/** The page's own script, bundled with the framework as published. */
async function bundled(page: StdinOptions): Promise<string> {
  const { outputFiles } = await build({
    stdin: { ...page, resolveDir: import.meta.dirname },
    jsx: "automatic",
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    define: {
      "process.env.NODE_ENV": '"production"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
  });
  const text = outputFiles[0]?.text.replaceAll("</script", "<\\/script");
  return `<script type="module">${text}</script>`;
}

const guide = readFileSync(join(import.meta.dirname, "../../widget/embedding.md"), "utf8");

/** The first snippet in this language of the section about frameworks. */
function snippet(language: "tsx" | "vue"): string {
  const [, section = ""] = guide.split("\n## In a framework\n");
  const found = section.match(RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``))?.[1];
  if (found === undefined) throw new Error(`the guide has no snippet for ${language}`);
  return found;
}

/** The snippets of the guide, each mounted. */
const snippets: Readonly<Record<string, () => StdinOptions>> = {
  React: () => ({
    loader: "tsx",
    contents: `import { createRoot } from "react-dom/client";\n${snippet("tsx")}
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
      loader: "ts",
      contents: `import { createApp } from "vue";\n${content}\ncreateApp(Comparison).mount("#page");`,
    };
  },
};

test.for(Object.entries(snippets))(
  "the snippet for %s shows the element and hears it, whether our script comes before or after",
  async ([_, page], { script, openHostPage }) => {
    const own = await bundled(page());
    for (const head of [own + script.tag, script.tag + own]) {
      const { page: shown, misconduct } = await openHostPage({
        head,
        body: '<div id="page"></div>',
      });
      await expectToShow(shown, await answerTo("lines=2"));
      await choose(shown, "Age", "60 to 65");
      await expectToShow(shown, await answerTo("lines=2&age=60-65"));
      await expect
        .poll(() => shown.locator("#page > p").innerText())
        .toBe("Asked: lines=2&age=60-65");
      expectGoodConduct(misconduct);
    }
  },
);

test("the snippet of `/build` for React brings its script and shows the element", async ({
  openHostPage,
}) => {
  const contents = `import { createRoot } from "react-dom/client";
    ${reactSnippet(inject("serverUrl"), "")}
    createRoot(document.querySelector("#page")).render(<Comparison />);`;
  const { page, misconduct } = await openHostPage({
    head: await bundled({ loader: "tsx", contents }),
    body: '<div id="page"></div>',
  });
  await expectToShow(page, await answerTo(""));
  expect(await page.locator("head > script[src]").count()).toBe(1);
  expectGoodConduct(misconduct);
});
