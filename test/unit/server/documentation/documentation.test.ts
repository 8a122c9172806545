/**
 * How the API and the guides are described. `test/approved/v1.txt` holds what is documented,
 * `api/every-resource.test.ts` tests what is answered.
 */

import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { described, namedObject } from "#data/schema/description.ts";
import { makeSingleOutcomeParser } from "#server/api/question-parsers.ts";
import { makeOperationDescription, makeResource } from "#server/api/resource.ts";
import { parseMarkdown, renderMarkdownTokens } from "#server/documentation/guides/markdown.ts";
import { convertToJsonSchemas } from "#server/documentation/json-schemas.ts";

const addresses = new Map([
  ["functions/server/documentation/guides/curators.md#how-to-add", "/docs/curators#how-to-add"],
]);
const html = (markdown: string) => renderMarkdownTokens(parseMarkdown(markdown), addresses);

describe("a text", () => {
  const own = ["<b>bold</b>", "a <img src=x onerror=alert(1)> b", "![picture](https://host/x.png)"];
  it.each(own)("stops the build with %s", (markdown) => {
    expect(() => html(markdown)).toThrow("a guide cannot show");
  });

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

  const scripts = ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"];
  it.each(scripts)("has no link to %s", (href) => {
    expect(html(`[words](${href})`)).not.toContain("<a ");
  });
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

it("two schemas cannot have one name", () => {
  const sideOf = (n: v.GenericSchema) => namedObject("Side", { n: described(n, "Patients.") });
  const whole = namedObject("Whole", {
    one: described(sideOf(v.number()), "One."),
    two: described(sideOf(v.string()), "Two."),
  });
  expect(() => convertToJsonSchemas([whole])).toThrow("two schemas are called Side");
});

it("a resource without the meaning of a parameter or without a schema is an error", () => {
  const colours = makeResource({
    path: "/v1/colours",
    parse: makeSingleOutcomeParser(dataset.outcomes, { shade: ["light", "dark"] }),
    make: (request) => ({ asked: request }),
  });
  const example = "/v1/colours";
  const description = { id: "getMade", tag: "Evidence", summary: "", description: "" } as const;
  const describe = (more: object) => () =>
    makeOperationDescription(colours, { ...description, example, ...more });
  const schema = namedObject("Made", { of: described(v.string(), "Of whom.") });
  expect(describe({ schema })).toThrow("shade");
  expect(describe({ parameters: { shade: "How bright." } })).toThrow("no schema");
});
