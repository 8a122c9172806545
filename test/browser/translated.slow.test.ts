/** The element in another language, whose words are longer: what it shows, and whether that has room. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { dataset } from "#core/dataset.ts";
import { otherOutcomes } from "#data/collection-vocabulary.ts";
import { comparisons } from "#data/generated/collections.ts";
import { products } from "#data/generated/products.ts";
import { provenance } from "#data/generated/provenance.ts";
import { publishedPools } from "#data/generated/published-pools.ts";
import { timings } from "#data/generated/timing.ts";
import { drawn } from "#words/element.ts";
import { expectNothingCutOff } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { pseudoWords } from "./support/pseudo-language.ts";
import { rows, toggle } from "./support/screen.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

/* The element and the server as an installation in another language has them: built with another folder for `#words`. */

const root = join(import.meta.dirname, "../..");
const english = join(root, "functions/presentation/words/english");
const language = join(root, "test/browser/support/pseudo-language.ts");

const otherWords: Plugin = {
  name: "other-words",
  setup({ onResolve, onLoad }) {
    const prefix = "#words/";
    onResolve({ filter: /^#words\// }, ({ path }) => ({
      path: join(english, path.slice(prefix.length)),
      namespace: "words",
    }));
    onLoad({ filter: /./, namespace: "words" }, ({ path }) => {
      const names = readFileSync(path, "utf8").matchAll(/^export (?:const|function) (\w+)/gm);
      const contents = [
        `import * as english from ${JSON.stringify(path)};`,
        `import { pseudoWords } from ${JSON.stringify(language)};`,
        ...[...names].map(([, name]) => `export const ${name} = pseudoWords(english.${name});`),
      ];
      return { contents: contents.join("\n"), resolveDir: root };
    });
  },
};

async function built(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles = [] } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [otherWords],
  });
  return outputFiles.map(({ text }) => text).join("\n");
}

type App = typeof import("../../functions/app.ts").app;

async function translatedApp(): Promise<App> {
  // Here, because it imports packages.
  const folder = mkdtempSync(join(root, "node_modules", ".translated-"));
  try {
    const file = join(folder, "app.mjs");
    writeFileSync(
      file,
      await built("functions/app.ts", { platform: "node", packages: "external" }),
    );
    const { app } = (await import(pathToFileURL(file).href)) as { app: App };
    return app;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Opens a page with nothing but the element; every answer of the API is translated as well. */
async function openTranslated(page: Page): Promise<void> {
  const [app, script] = await Promise.all([
    translatedApp(),
    built("widget/index.ts", { define: { "process.env.ENTRY": '"widget"' } }),
  ]);
  const notThere = async () => new Response("not there", { status: 404 });
  const environment = { ASSETS: { fetch: notThere }, APP_ENV: "local", EMBED_ANCESTORS: "*" };
  await page.route("**/assets/translated.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: script }),
  );
  await page.route("**/v1/**", async (route) => {
    const answer = await app.request(route.request().url(), {}, environment);
    await route.fulfill({
      status: answer.status,
      contentType: "application/json",
      body: await answer.text(),
    });
  });
  await page.route("**/translated", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Translated</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><script type="module" src="/assets/translated.js"></script></head>
<body><myeloma-compare></myeloma-compare></body></html>`,
    }),
  );
  await page.goto("/translated");
}

const words = pseudoWords(drawn);

const sources = [
  ...[dataset, comparisons, otherOutcomes, products],
  ...[provenance, publishedPools, timings],
];

/** What the data say, in English: names of outcomes, trials and products, sources and locators. */
const data = [
  "BCMA",
  "linvosel\u00adtamab",
  "teclis\u00adtamab",
  ...stringsIn(sources).filter((text) => text.length > 4),
]
  .flatMap((text) => [text, `${text.charAt(0).toUpperCase()}${text.slice(1)}`])
  .sort((a, b) => b.length - a.length);

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The lines with a letter of English that is not of the data. */
async function untranslated(area: Locator): Promise<string[]> {
  const lines = (await area.innerText()).split("\n").filter((line) => /[a-z]/i.test(line));
  return lines.filter((line) =>
    /[a-z]/i.test(data.reduce((text, said) => text.replaceAll(said, "·"), line)),
  );
}

test("in a language with longer words every text is translated, and has room at 320 pixels", async ({
  openPage,
}) => {
  const { page } = await openPage({ width: 320 });
  await openTranslated(page);
  const element = page.locator(".root");
  await rows(page).first().waitFor();
  expect(await untranslated(element)).toEqual([]);
  await expectNothingCutOff(page);

  const row = rows(page).first();
  await toggle(row).click();
  const opened = page.getByRole("dialog");
  await opened.getByRole("tab").first().waitFor();
  for (const tab of await opened.getByRole("tab").all()) {
    await tab.click();
    expect(await untranslated(element)).toEqual([]);
    await expectNothingCutOff(page);
  }

  await opened.getByRole("button", { name: words.sheet.close }).click();

  for (const chip of await page.locator("[aria-haspopup=dialog]:not([aria-expanded])").all()) {
    await chip.click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("group").first().waitFor();
    for (const filter of await sheet.locator("summary").all()) await filter.click();
    expect(await untranslated(sheet)).toEqual([]);
    expect(await textOverlaps(sheet)).toEqual([]);
    await sheet.getByRole("button", { name: words.sheet.close }).click();
  }
});
