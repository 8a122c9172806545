/**
 * Every snippet that asks an installation for a frame or a script, wherever it stands: the address of the page
 * around it may name a patient, and a page with another policy would send it along.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../../.dev/files.ts";
import { dataAt, textAt } from "../../support/built-app.ts";

/** Matches files that others wrote, or that a build or a test leaves. */
const exclude = ["**/node_modules", "dist*", "test/results", ".state"];
const guides = globSync("**/*.md", { cwd: root, exclude });

/** Returns the tags, in HTML and in JSX, that load something of ours. A tag without an address asks for nothing. */
function askingTags(text: string): string[] {
  const tags = text.match(/<(?:iframe|script)\b[^>]*\ssrc=[^>]*>/gi) ?? [];
  return tags.filter((tag) => /\/embed\b|\/v1\/\w+\.js/.test(tag));
}

/** Returns HTML as a reader copies it from a page. */
function unescaped(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

const questions = ["", "lines=2&theme=dark", "compare=product"];

async function embedded(question: string, more: string): Promise<string> {
  const address = encodeURIComponent(`http://localhost/embed?${question}`);
  return (await dataAt<{ html: string }>(`/oembed?url=${address}${more}`)).html;
}

const texts: [where: string, tags: string[]][] = [
  ...guides.map((file): [string, string[]] => [
    file,
    askingTags(readFileSync(join(root, file), "utf8")),
  ]),
  ...(await Promise.all(
    questions.map(async (question): Promise<[string, string[]]> => {
      const where = `/build?${question}`;
      return [where, askingTags(unescaped(await textAt(where)))];
    }),
  )),
  ...(await Promise.all(
    ["", "&maxheight=500"].map(async (more): Promise<[string, string[]]> => {
      return [`/oembed${more}`, askingTags(await embedded("lines=2", more))];
    }),
  )),
];

describe("a snippet asks for frames and scripts without a referrer", () => {
  it.each(texts.filter(([, tags]) => tags.length > 0))("%s", (_, tags) => {
    expect(tags.filter((tag) => !/\sreferrerpolicy="no-referrer"/i.test(tag))).toEqual([]);
  });

  it("in the guides, for each form of `/build`, and for sites that embed by address", () => {
    const counts = new Map(texts.map(([where, tags]) => [where, tags.length]));
    expect(counts.get(join("widget", "embedding.md"))).toBeGreaterThanOrEqual(5);
    expect(counts.get("README.md")).toBe(1);
    // Element, frame with its script, React, WordPress with its script, and the frame of the page itself.
    for (const question of questions) expect(counts.get(`/build?${question}`)).toBe(7);
    expect([counts.get("/oembed"), counts.get("/oembed&maxheight=500")]).toEqual([2, 1]);
  });
});
