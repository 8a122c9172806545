/** Pages of another site that a framework renders: it creates, changes and removes the element. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type StdinOptions } from "esbuild";
import { expect, inject } from "vitest";
import { compileScript, parse } from "vue/compiler-sfc";
import { reactSnippet } from "#presentation/embed/snippets.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct } from "./support/page.ts";
import { choose, openRow, rows } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions } from "./support/traffic.ts";

/** The page's own script, bundled with the framework as published. */
async function bundled(page: string | StdinOptions): Promise<string> {
  const { outputFiles } = await build({
    ...(typeof page === "string"
      ? { entryPoints: [join(import.meta.dirname, "frameworks", page)] }
      : { stdin: { ...page, resolveDir: import.meta.dirname } }),
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

test.for([
  ["React", "react-page.tsx", "before"],
  ["React", "react-page.tsx", "after"],
  ["Vue", "vue-page.ts", "before"],
  ["Vue", "vue-page.ts", "after"],
] as const)(
  "%s (%s) renders the element %s our script",
  async ([_, file, order], { script, hostPage }) => {
    const [own, ours] = [await bundled(file), script.tag];
    const { page, open, misconduct } = await hostPage({
      head: order === "before" ? own + ours : ours + own,
      body: '<div id="page"></div>',
    });
    const asked = questions(page);
    await open();
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const element = page.locator("myeloma-compare");

    await expectToShow(page, await answerTo("prior-lines=4-"));
    await press("Heavily treated");
    await expectToShow(page, await answerTo("prior-lines=6-"));
    await openRow(rows(page).first());
    await choose(page, "Age", "60 to 65");
    await expectToShow(page, await answerTo("prior-lines=6-&age=60-65"));
    const heard = new URLSearchParams(await page.locator("#page > output").innerText());
    expect(Object.fromEntries(heard)).toEqual({ "prior-lines": "6-", age: "60-65" });

    await press("All of them");
    // Some frameworks render at once, others later.
    await expect.poll(() => element.getAttribute("prior-lines")).toBe(null);
    await expectToShow(page, await answerTo("age=60-65"));

    await press("Show or hide");
    await expect.poll(() => element.count()).toBe(0);
    await press("Show or hide");
    await expectToShow(page, await answerTo(""));
    expect(asked.filter((query) => !/^(prior-lines|age|$)/.test(query))).toEqual([]);
    // A request for an earlier question is aborted.
    const failed = misconduct.failedRequests.filter((text) => !text.endsWith("net::ERR_ABORTED"));
    expectGoodConduct({ ...misconduct, failedRequests: failed });
  },
);

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
  "the snippet for %s shows the element and hears it",
  async ([_, page], { script, openHostPage }) => {
    const { page: shown, misconduct } = await openHostPage({
      head: script.tag + (await bundled(page())),
      body: '<div id="page"></div>',
    });
    await expectToShow(shown, await answerTo("lines=2"));
    await choose(shown, "Age", "60 to 65");
    await expectToShow(shown, await answerTo("lines=2&age=60-65"));
    await expect
      .poll(() => shown.locator("#page > p").innerText())
      .toBe("Asked: lines=2&age=60-65");
    expectGoodConduct(misconduct);
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
