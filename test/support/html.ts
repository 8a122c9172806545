/** What a served page contains, read without a browser. */
import { createHash } from "node:crypto";

export interface Script {
  attributes: string;
  content: string;
}

export function scriptsOf(html: string): Script[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].map(
    ([, attributes = "", content = ""]) => ({ attributes, content }),
  );
}

/** Scripts that run; a block of JSON is data. */
export function executableScriptsOf(html: string): Script[] {
  return scriptsOf(html).filter(({ attributes }) => !/type="application\/json"/.test(attributes));
}

export function stateOf(html: string): string {
  return (
    scriptsOf(html).find(({ attributes }) => /application\/json/.test(attributes))?.content ?? ""
  );
}

/** The hashes by which a policy must allow the page's style blocks. */
export function styleHashesOf(html: string): string[] {
  return [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(
    ([, content = ""]) => `sha256-${createHash("sha256").update(content).digest("base64")}`,
  );
}

/** Every start tag, without the contents of scripts and styles. */
export function tagsOf(html: string): string[] {
  const bare = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/gi, "$1");
  return bare.match(/<[a-z][^>]*>/gi) ?? [];
}

/** What a reader sees when no script runs. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}
