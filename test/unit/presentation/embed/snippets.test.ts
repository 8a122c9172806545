/** What is copied to other pages: nothing leaves an attribute, and no address is sent as a referrer. */
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

it("the element has its question as attributes, decoded, and a link for where no script runs", () => {
  const html = elementSnippet(origin, "lines=2&product=a,b", dark);
  expect(html).toContain('<myeloma-compare lines="2" product="a,b" theme="dark">');
  expect(html).toContain(`<a href="${origin}/embed?lines=2&amp;product=a,b&amp;theme=dark">CAR-T`);
});

it("a component for React has the script once for all components", () => {
  const react = reactSnippet(origin, "lines=2", dark);
  expect(react).toContain(
    `<script async type="module" src="${origin}/v1/widget.js" referrerPolicy="no-referrer" />`,
  );
  expect(react).toContain('<myeloma-compare lines="2" theme="dark" />');
});

it("a frame has its size, and sends no referrer", () => {
  const html = frame(origin, "lines=2", dark, 700);
  expect(html).toContain(' height="700" ');
  expect(html).toContain('referrerpolicy="no-referrer" sandbox="allow-scripts ');
  expect(html).not.toContain("allow-same-origin");
});

it("nothing gets out of an attribute", () => {
  const question = `age=${encodeURIComponent('"><script>')}`;
  expect(elementSnippet(origin, question)).toContain('age="&quot;&gt;&lt;script&gt;"');
});

it.each([
  ["", {}, "/embed"],
  ["", { theme: "auto" }, "/embed"],
  ["", dark, "/embed?theme=dark"],
  ["age=65-", dark, "/embed?age=65-&theme=dark"],
] as const)("the link of “%s” as %j is %s", (question, look, path) => {
  expect(link(origin, question, look)).toBe(origin + path);
});

it.each([elementSnippet(origin, "availability=eu"), fittingFrame(origin, "lines=2")])(
  "the page about embedding shows what is printed: %#",
  (html) => {
    const inOneLine = (text: string) => text.replace(/\s+/g, " ");
    expect(inOneLine(readFileSync("widget/embedding.md", "utf8"))).toContain(inOneLine(html));
  },
);
