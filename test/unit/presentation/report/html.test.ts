/** The page of a report: well formed, escaped, and with every line of the document. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { piecesOf } from "#presentation/document/document.ts";
import { comparison, row } from "../../../support/answers.ts";
import { tagsOf, textOf } from "../../../support/html.ts";
import { anyQuery } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { asHtml, linesOf, textOfAnswer, wholeText } from "./texts.ts";

/** Tags that are not closed in the right order. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [tag, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (tag.endsWith("/>")) continue;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}

describe("the page of any question", { timeout: 120_000 }, () => {
  it("is well formed, and every link in it leads somewhere", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const html = asHtml(wholeText(query));
        expect(unbalanced(html)).toEqual([]);
        expect(html.replace(/<\/?[a-z][^<>]*>/g, "")).not.toMatch(/<|&(?!amp;|lt;|gt;|quot;|#)/);
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
        expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
        expect(tagsOf(html).join("")).not.toMatch(/\sstyle=|\son\w+=|<script/);
      }),
      { numRuns: runs(25) },
    );
  });

  it("says every line of the document", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const document = wholeText(query);
        const page = dense(
          textOf(asHtml(document))
            .replace(/&quot;/g, '"')
            .replace(/&#39;/g, "'"),
        );
        for (const line of linesOf(document)) {
          for (const piece of piecesOf(line.words)) {
            const said = dense(typeof piece === "string" ? piece : piece.text);
            expect(page).toContain(said);
          }
        }
      }),
      { numRuns: runs(20) },
    );
  });
});

/** Lines break elsewhere on a page. */
function dense(text: string): string {
  return text.replace(/\s+/g, "");
}

describe("what a source or a name says", () => {
  it("is text and never markup", () => {
    const evil = '<img src=x onerror="alert(1)">&amp;';
    const html = asHtml(textOfAnswer(comparison({ outcomes: [row({ label: evil })] })));
    expect(html).not.toContain("<img src=x");
    expect(html).toContain("&lt;img");
    expect(html).toContain("&amp;amp;");
  });
});
