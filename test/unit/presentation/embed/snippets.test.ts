/** Tests what is copied to other pages: nothing leaves an attribute, and the page about embedding shows the same. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { makeElementSnippet, makeSelfResizingFrameSnippet } from "#presentation/embed/snippets.ts";

const origin = "https://compare.example.org";

it("nothing gets out of an attribute", () => {
  const question = `age=${encodeURIComponent('"><script>')}`;
  expect(makeElementSnippet(origin, question)).toContain('age="&quot;&gt;&lt;script&gt;"');
});

it("the element has its question as attributes, decoded, and a link for where no script runs", () => {
  const html = makeElementSnippet(origin, "lines=2&product=a,b", { theme: "dark" });
  expect(html).toContain('<myeloma-compare lines="2" product="a,b" theme="dark">');
  expect(html).toContain(`<a href="${origin}/embed?lines=2&amp;product=a,b&amp;theme=dark">CAR-T`);
});

it.each([
  makeElementSnippet(origin, "availability=eu"),
  makeSelfResizingFrameSnippet(origin, "lines=2"),
])("the page about embedding shows what is printed: %#", (html) => {
  const inOneLine = (text: string) => text.replace(/\s+/g, " ");
  expect(inOneLine(readFileSync("widget/embedding.md", "utf8"))).toContain(inOneLine(html));
});
