/** Reads the content of a served page without a browser. */
import { createHash } from "node:crypto";

interface Script {
  attributes: string;
  content: string;
}

function scriptsOf(html: string): Script[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].map(
    ([, attributes = "", content = ""]) => ({ attributes, content }),
  );
}

/** Scripts that run; blocks of JSON are left out. */
export function executableScriptsOf(html: string): Script[] {
  return scriptsOf(html).filter(({ attributes }) => !/type="application\/json"/.test(attributes));
}

/** The hashes that a Content-Security-Policy needs to allow the style blocks of the page. */
export function styleHashesOf(html: string): string[] {
  return [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(
    ([, content = ""]) => `sha256-${createHash("sha256").update(content).digest("base64")}`,
  );
}

/** Returns all start tags, without the contents of scripts and styles. */
export function tagsOf(html: string): string[] {
  const bare = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/gi, "$1");
  return bare.match(/<[a-z][^>]*>/gi) ?? [];
}

const besideRoot = /(<\/template>)([\s\S]*?)(?=<script type="application\/json">)/;

/** Removes the lines beside the shadow root, which only browsers without one show. */
export function withoutLines(html: string): string {
  return html.replace(besideRoot, "$1");
}

/** Returns the text of these lines. */
export function linesOf(html: string): string {
  return textOf(besideRoot.exec(html)?.[2] ?? "");
}

/** The text that a reader sees if no script runs, with ordinary hyphens in names. */
export function textOf(html: string): string {
  return withoutLines(html)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replaceAll("\u2060", "")
    .replace(/\s+/g, " ");
}
