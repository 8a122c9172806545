import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import { root, writeIfChanged } from "../files.ts";

/** Hospital machines: the last Chromium of Windows 7, Firefox's long-term release, iPadOS 16. */
const browsers = ["chrome109", "firefox115", "safari16.4"];

/** The element's styles and those of the site's own pages and of the API's → strings, and the hashes the CSP allows them by. */
export async function buildStyles(): Promise<void> {
  const styles = await bundle(join(root, "widget/styles/index.css"));
  const withoutScriptStyles = await bundle(join(root, "widget/styles/without-script.css"));
  const pageStyles = await bundle(join(root, "functions/server/pages/html/page.css"));
  const docsStyles = await bundle(join(root, "functions/server/documentation/page/docs.css"));
  const galleryStyles = await bundle(join(root, "functions/server/pages/gallery/gallery.css"));
  const recordStyles = await bundle(join(root, "functions/server/pages/record/record.css"));
  const homeStyles = await bundle(join(root, "functions/server/pages/home/home.css"));
  writeIfChanged(
    "widget/generated/styles.ts",
    [
      "// Generated from widget/styles by `npm run build`.",
      `export const styles = ${JSON.stringify(styles)};`,
      `export const withoutScriptStyles = ${JSON.stringify(withoutScriptStyles)};`,
      `export const pageStyles = ${JSON.stringify(pageStyles)};`,
      `export const docsStyles = ${JSON.stringify(docsStyles)};`,
      `export const galleryStyles = ${JSON.stringify(galleryStyles)};`,
      `export const recordStyles = ${JSON.stringify(recordStyles)};`,
      `export const homeStyles = ${JSON.stringify(homeStyles)};`,
      "/** Of exactly the text inside each `<style>`. */",
      `export const styleHashes = ${JSON.stringify([styles, withoutScriptStyles, pageStyles, docsStyles, galleryStyles, homeStyles, recordStyles].map(hashOf))};`,
      "",
    ].join("\n"),
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
  if (/<\/style/i.test(text)) throw new Error("widget/styles must not contain `</style`.");
  return text;
}
