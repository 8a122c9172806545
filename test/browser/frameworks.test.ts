/** Pages of another site that a framework renders: it makes, changes and removes the element. */
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectGoodConduct, type HostPages, startHostPages } from "./host-pages.ts";
import { answerTo, choice, expectToShow, openRow, openSheet, questions, rows } from "./screen.ts";

let pages: HostPages;
beforeAll(async () => {
  pages = await startHostPages();
});
afterAll(() => pages.close());

/** The page's own script, with the framework as it ships. */
async function bundled(page: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "frameworks", page)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    define: {
      "process.env.NODE_ENV": '"production"',
      ngDevMode: "false",
      ngServerMode: "false",
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
  });
  const text = outputFiles[0]?.text.replaceAll("</script", "<\\/script");
  return `<script type="module">${text}</script>`;
}

test.each([
  ["React", "react-page.tsx", "before"],
  ["React", "react-page.tsx", "after"],
  ["Vue", "vue-page.ts", "before"],
  ["Vue", "vue-page.ts", "after"],
  ["Angular", "angular-page.ts", "before"],
  ["Angular", "angular-page.ts", "after"],
])("%s (%s) renders the element %s our script", async (_, page, order) => {
  const [own, ours] = [await bundled(page), pages.script.tag];
  const opened = await pages.hostPage({
    head: order === "before" ? own + ours : ours + own,
    body: '<div id="page"></div>',
  });
  const asked = questions(opened.page);
  await opened.open();
  const press = (name: string) => opened.page.getByRole("button", { name, exact: true }).click();
  const element = opened.page.locator("myeloma-compare");

  await expectToShow(opened.page, await answerTo("prior-lines=4-"));
  await press("Heavily treated");
  await expectToShow(opened.page, await answerTo("prior-lines=6-"));
  await openRow(rows(opened.page).first());
  await choice(await openSheet(opened.page, "Age"), "60 to 65").click();
  await expectToShow(opened.page, await answerTo("prior-lines=6-&age=60-65"));
  const heard = new URLSearchParams(await opened.page.locator("#page > output").innerText());
  expect(Object.fromEntries(heard)).toEqual({ "prior-lines": "6-", age: "60-65" });

  await press("All of them");
  // Some render at once, some when they come to it.
  await expect.poll(() => element.getAttribute("prior-lines")).toBe(null);
  await expectToShow(opened.page, await answerTo("age=60-65"));

  await press("Show or hide");
  await expect.poll(() => element.count()).toBe(0);
  await press("Show or hide");
  await expectToShow(opened.page, await answerTo(""));
  expect(asked.filter((query) => !/^(prior-lines|age|$)/.test(query))).toEqual([]);
  // An answer to a question that is no longer asked is not waited for.
  const { misconduct } = opened;
  const failed = misconduct.failedRequests.filter((text) => !text.endsWith("net::ERR_ABORTED"));
  expectGoodConduct({ misconduct: { ...misconduct, failedRequests: failed } });
  await opened.close();
});
