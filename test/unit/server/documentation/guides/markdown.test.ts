/**
 * Tests the HTML that is made of the repository's Markdown: it has no markup of its own, and links to nothing but
 * pages.
 */
import { describe, expect, it } from "vitest";
import { parseMarkdown, renderMarkdownTokens } from "#server/documentation/guides/markdown.ts";

const addresses = new Map([
  ["functions/server/documentation/guides/curators.md#how-to-add", "/docs/curators#how-to-add"],
]);
const html = (markdown: string) => renderMarkdownTokens(parseMarkdown(markdown), addresses);

describe("a text", () => {
  it.each(["<b>bold</b>", "a <img src=x onerror=alert(1)> b", "![picture](https://host/x.png)"])(
    "stops the build with %s",
    (markdown) => {
      expect(() => html(markdown)).toThrow("a guide cannot show");
    },
  );

  it("is escaped in words, code and addresses", () => {
    expect(html("1 < 2 & `<table>`")).toBe("<p>1 &lt; 2 &amp; <code>&lt;table&gt;</code></p>\n");
    expect(html("```html\n<pre>\n```")).toBe('<pre tabindex="0"><code>&lt;pre&gt;</code></pre>');
    expect(html('[a](https://host/?x="y)')).toContain('<a href="https://host/?x=&quot;y">a</a>');
  });

  it("leads to pages of the site and of others, and names other files", () => {
    expect(html("[how](functions/server/documentation/guides/curators.md#how-to-add)")).toContain(
      '<a href="/docs/curators#how-to-add">how</a>',
    );
    expect(html("[it](mailto:a@b.example)")).toContain('<a href="mailto:a@b.example">it</a>');
    expect(html("[rooms](.dev/rooms.ts#x)")).toBe("<p>rooms (<code>.dev/rooms.ts</code>)</p>\n");
    expect(html("[rooms.ts](.dev/rooms.ts)")).toBe("<p><code>.dev/rooms.ts</code></p>\n");
  });

  it.each(["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"])(
    "has no link to %s",
    (href) => {
      expect(html(`[words](${href})`)).not.toContain("<a ");
    },
  );
});

describe("a section", () => {
  const markdown =
    "# Whole\n\nFirst.\n\n## One\n\nText.\n\n### Below\n\nFolded.\n\n## Two\n\nLast.\n";

  it("ends before the next, and folds what is below it", () => {
    expect(renderMarkdownTokens(parseMarkdown(markdown, "one"), addresses)).toBe(
      '<h2 id="one">One</h2><p>Text.</p>\n<details><summary><h3>Below</h3></summary><div id="below"><p>Folded.</p>\n</div></details>',
    );
  });

  it("has to be there", () => {
    expect(() => parseMarkdown(markdown, "three")).toThrow('no section "three"');
  });

  it("of a whole file begins at level 2", () => {
    expect(html(markdown)).toMatch(/^<h2 id="whole">Whole<\/h2>/);
  });
});

it("a table without names of its columns has names of its rows, and can be focused", () => {
  const table = html("| | |\n|---|---|\n| name | meaning |\n");
  expect(table).toMatch(/^<div class="wide" role="group" aria-label="Table" tabindex="0"><table>/);
  expect(table).not.toContain("<th>");
  expect(table).toContain('<th scope="row">name</th>\n<td>meaning</td>');
  expect(table).toMatch(/<\/table><\/div>\s*$/);
});
