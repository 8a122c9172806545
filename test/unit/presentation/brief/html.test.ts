/** The page of a brief: well formed, escaped, and with the same words as the text. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asHtml } from "#presentation/brief/as-html.tsx";
import { asText } from "#presentation/brief/as-text.ts";
import { briefOf } from "#presentation/brief/brief.ts";
import { depths } from "#presentation/brief/parts.ts";
import { english } from "#presentation/words/catalogue.ts";
import { comparison, row } from "../../../support/answers.ts";
import { answerTo } from "../../../support/briefs.ts";
import { tagsOf, textOf } from "../../../support/html.ts";
import { anyQuery } from "../../../support/queries.ts";

/** Tags that are not closed in the right order. Assumes that the page has no void elements. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}

describe("the page of any question", { timeout: 60_000 }, () => {
  it("is well formed and every reference leads somewhere", () => {
    fc.assert(
      fc.property(anyQuery(dataset), fc.constantFrom(...depths), (query, depth) => {
        const html = asHtml(briefOf(answerTo(query), depth, english));
        expect(unbalanced(html)).toEqual([]);
        expect(html.replace(/<\/?[a-z][^<>]*>/g, "")).not.toMatch(/<|&(?!amp;|lt;|gt;|quot;|#)/);
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
        expect([...new Set(targets)].sort()).toEqual([...ids].sort());
        expect(tagsOf(html).join("")).not.toMatch(/\sstyle=|\son\w+=|<script/);
      }),
      { numRuns: 40 },
    );
  });

  it("says what the text says", () => {
    fc.assert(
      fc.property(anyQuery(dataset), fc.constantFrom(...depths), (query, depth) => {
        const brief = briefOf(answerTo(query), depth, english);
        // Punctuation and marks differ, but words and numbers are the same and in the same order.
        const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
        const [said = "", listed = ""] = asText(brief).split("\nReferences\n");
        const unnumbered = `${said} ${listed && "References"} ${listed.replace(/^\d+\. /gm, "")}`;
        const page = textOf(asHtml(brief)).replaceAll("&quot;", '"').replaceAll("&#39;", "'");
        expect(words(page)).toEqual(words(unnumbered));
      }),
      { numRuns: 30 },
    );
  });
});

describe("what a source or a name says", () => {
  it("is text and never markup", () => {
    const evil = '<img src=x onerror="alert(1)">&amp;';
    const html = asHtml(
      briefOf(comparison({ outcomes: [row({ label: evil })] }), "specialist", english),
    );
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img");
    expect(html).toContain("&amp;amp;");
  });
});
