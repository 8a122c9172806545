import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";
import { root, writeIfChanged } from "../files.ts";

/** Old browsers in hospitals: the last Chromium for Windows 7, Firefox ESR, iPadOS 16. */
const browsers = ["chrome109", "firefox115", "safari16.4"];

/** Styles by the name of their constant: of the element's first view, and of every page of the site. */
const first: Readonly<Record<string, string>> = {
  styles: "widget/styles/index.css",
  withoutScriptStyles: "widget/styles/without-script.css",
  pageStyles: "functions/server/pages/html/page.css",
  ...Object.fromEntries(ofPages()),
};

/** A file of styles that is called as its folder is that of the page there: `homeStyles`. */
function ofPages(): string[][] {
  return globSync("functions/server/**/*.css", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => basename(dirname(path)) === basename(path, ".css"))
    .sort()
    .map((path) => [`${basename(path, ".css")}Styles`, path]);
}

/** Styles of the parts that are loaded later, each in a module that is part of its chunk. */
const later = {
  openedStyles: ["widget/styles/opened.css", "generated/opened-styles.ts"],
  survivalStyles: ["widget/views/survival/survival.css", "generated/survival-styles.ts"],
  byProductStyles: ["widget/views/by-product/by-product.css", "generated/by-product-styles.ts"],
  sheetStyles: ["widget/styles/sheet-content.css", "generated/sheet-styles.ts"],
} as const;

const head = "// Generated from the files of styles by `npm run build`.";

/** Writes all styles as strings, and the hashes by which the CSP allows them. */
export async function buildStyles(): Promise<void> {
  const texts: string[] = [];
  const constant = async (name: string, entry: string) => {
    const text = await bundle(join(root, entry));
    texts.push(text);
    return `export const ${name} = ${JSON.stringify(text)};`;
  };
  const lines: string[] = [];
  for (const [name, entry] of Object.entries(first)) lines.push(await constant(name, entry));
  for (const [name, [entry, path]] of Object.entries(later)) {
    writeIfChanged(path, `${head}\n${await constant(name, entry)}\n`);
  }
  const hashes = JSON.stringify(texts.map(hashOf));
  writeIfChanged(
    "generated/styles.ts",
    `${head}
${lines.join("\n")}
/** Of exactly the text inside each \`<style>\`. */
export const styleHashes = ${hashes};
`,
  );
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
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
