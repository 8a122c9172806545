/** Tests what is copied to other pages: nothing leaves an attribute, and no address is sent as a referrer. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  elementSnippet,
  fittingFrame,
  frame,
  link,
  reactSnippet,
} from "#presentation/embed/snippets.ts";

const origin = "https://compare.example.org";
const dark = { theme: "dark" } as const;

it("nothing gets out of an attribute", () => {
  const question = `age=${encodeURIComponent('"><script>')}`;
  expect(elementSnippet(origin, question)).toContain('age="&quot;&gt;&lt;script&gt;"');
});

it("the element has its question as attributes, decoded, and a link for where no script runs", () => {
  const html = elementSnippet(origin, "lines=2&product=a,b", dark);
  expect(html).toContain('<myeloma-compare lines="2" product="a,b" theme="dark">');
  expect(html).toContain(`<a href="${origin}/embed?lines=2&amp;product=a,b&amp;theme=dark">CAR-T`);
  expect(link(origin, "", { theme: "auto" })).toBe(`${origin}/embed`);
});

it("no script and no frame sends a referrer, and a frame is no page of the host", () => {
  expect(reactSnippet(origin, "lines=2", dark)).toContain('referrerPolicy="no-referrer" />');
  const html = frame(origin, "lines=2", dark, 700);
  expect(html).toContain('referrerpolicy="no-referrer" sandbox="allow-scripts ');
  expect(html).not.toContain("allow-same-origin");
});

it.each([elementSnippet(origin, "availability=eu"), fittingFrame(origin, "lines=2")])(
  "the page about embedding shows what is printed: %#",
  (html) => {
    const inOneLine = (text: string) => text.replace(/\s+/g, " ");
    expect(inOneLine(readFileSync("widget/embedding.md", "utf8"))).toContain(inOneLine(html));
  },
);
