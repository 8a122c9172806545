import { globSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { bundle, Features } from "lightningcss";
import { makeIntegrityHash, root, writeFileIfChanged } from "../files.ts";
import { styleTargets } from "./bundle.ts";

/** Lists the styles by the name of their constant: all of the element, what its first view needs, and of pages. */
const entries: readonly (readonly [name: string, path: string])[] = [
  ["styles", "widget/styles/element.css"],
  ["firstStyles", "widget/styles/first.css"],
  ["survivalStyles", "widget/views/survival/survival.css"],
  ["drugStyles", "widget/styles/by-drug.css"],
  ["courseStyles", "widget/styles/course.css"],
  ["harmStyles", "widget/styles/harms.css"],
  ["withoutScriptStyles", "widget/styles/without-script.css"],
  ["pageStyles", "functions/server/pages/html/page.css"],
  ...listPageStyleEntries(),
];

/**
 * Returns the styles of pages: a file of styles with the name of its folder is that page's, under a name such as
 * `homeStyles`.
 */
function listPageStyleEntries(): [name: string, path: string][] {
  return globSync("functions/server/**/*.css", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => basename(dirname(path)) === basename(path, ".css"))
    .sort()
    .map((path) => [`${basename(path, ".css")}Styles`, path]);
}

/** Writes all styles as strings, and the hashes by which the CSP allows them. */
export async function buildStyles(): Promise<void> {
  const built = entries.map(([name, entry]) => ({ name, text: bundleStyles(join(root, entry)) }));
  const lines = built.map(({ name, text }) => `export const ${name} = ${JSON.stringify(text)};`);
  const hashes = JSON.stringify(built.map(({ text }) => makeIntegrityHash(text, "sha256")));
  writeFileIfChanged(
    "generated/styles.ts",
    `// Generated from the files of styles by \`npm run build\`.
${lines.join("\n")}
/** Hash of exactly the text inside each \`<style>\`. */
export const styleHashes = ${hashes};
`,
  );
}

function bundleStyles(filename: string): string {
  const { code } = bundle({
    filename,
    minify: true,
    targets: styleTargets,
    // Variables already give each colour scheme its own colours, so `light-dark()` is not rewritten.
    exclude: Features.LightDark,
  });
  const text = code.toString().trim();
  if (/<\/style/i.test(text)) throw new Error(`${filename} must not contain \`</style\`.`);
  return text;
}
