import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";
import { integrityOf, root, writeIfChanged } from "../files.ts";

/** Old browsers in hospitals: the last Chromium for Windows 7, Firefox ESR, iPadOS 16. */
const browsers = ["chrome109", "firefox115", "safari16.4"];

/** Styles by the name of their constant: all of the element, what its first view needs, and of pages. */
const entries: readonly (readonly [name: string, path: string])[] = [
  ["styles", "widget/styles/element.css"],
  ["firstStyles", "widget/styles/first.css"],
  ["survivalStyles", "widget/views/survival/survival.css"],
  ["drugStyles", "widget/styles/by-drug.css"],
  ["withoutScriptStyles", "widget/styles/without-script.css"],
  ["pageStyles", "functions/server/pages/html/page.css"],
  ...ofPages(),
];

/** A file of styles that is called as its folder is that of the page there: `homeStyles`. */
function ofPages(): [name: string, path: string][] {
  return globSync("functions/server/**/*.css", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => basename(dirname(path)) === basename(path, ".css"))
    .sort()
    .map((path) => [`${basename(path, ".css")}Styles`, path]);
}

/** Writes all styles as strings, and the hashes by which the CSP allows them. */
export async function buildStyles(): Promise<void> {
  const built = await Promise.all(
    entries.map(async ([name, entry]) => ({
      name,
      text: await bundle(join(root, entry)),
    })),
  );
  const lines = built.map(({ name, text }) => `export const ${name} = ${JSON.stringify(text)};`);
  const hashes = JSON.stringify(built.map(({ text }) => integrityOf(text, "sha256")));
  writeIfChanged(
    "generated/styles.ts",
    `// Generated from the files of styles by \`npm run build\`.
${lines.join("\n")}
/** Of exactly the text inside each \`<style>\`. */
export const styleHashes = ${hashes};
`,
  );
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    target: browsers,
    logLevel: "silent",
  });
  const text = result.outputFiles[0]?.text.trim() ?? "";
  if (/<\/style/i.test(text)) throw new Error(`${entry} must not contain \`</style\`.`);
  return text;
}
