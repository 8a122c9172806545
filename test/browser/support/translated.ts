/**
 * The element and the server as an installation in another language has them: built with another
 * folder for `#words`, here one that is made of the English one.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import type { Page } from "playwright-core";

const root = join(import.meta.dirname, "../../..");
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

type App = typeof import("../../../functions/app.ts").app;

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
export async function openTranslated(page: Page, attributes = ""): Promise<void> {
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
<body><myeloma-compare ${attributes}></myeloma-compare></body></html>`,
    }),
  );
  await page.goto("/translated");
}
