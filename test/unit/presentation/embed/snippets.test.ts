import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  elementSnippet,
  fittingFrame,
  frame,
  link,
  reactSnippet,
} from "#presentation/embed/snippets.ts";

const origin = "https://compare.example.org";

describe("the snippet of the element", () => {
  it("is the element with its script, which is asked for without a referrer", () => {
    expect(elementSnippet(origin, "")).toBe(
      `<script type="module" src="${origin}/v1/widget.js" referrerpolicy="no-referrer"></script>\n<myeloma-compare><a href="${origin}/embed">CAR-T or bispecific antibody: the comparison</a></myeloma-compare>`,
    );
  });

  it("holds a link with question and look, for where no script runs", () => {
    const html = elementSnippet(origin, "lines=2&age=65-", { theme: "dark" });
    expect(html).toContain(`<a href="${origin}/embed?lines=2&amp;age=65-&amp;theme=dark">CAR-T`);
    expect(html).not.toContain("style=");
  });

  it("has the question as attributes, decoded, and a theme that is not the usual one", () => {
    expect(elementSnippet(origin, "lines=2&product=a,b", { theme: "dark" })).toContain(
      '<myeloma-compare lines="2" product="a,b" theme="dark">',
    );
  });

  it("lets nothing out of an attribute", () => {
    const question = `age=${encodeURIComponent('"><script>')}`;
    expect(elementSnippet(origin, question)).toContain('age="&quot;&gt;&lt;script&gt;"');
  });

  it("is a component for React with the script, once for all components", () => {
    const react = reactSnippet(origin, "lines=2", { theme: "dark" });
    expect(react).toContain(
      `<script async type="module" src="${origin}/v1/widget.js" referrerPolicy="no-referrer" />`,
    );
    expect(react).toContain('<myeloma-compare lines="2" theme="dark" />');
  });
});

describe("the snippet of a frame", () => {
  it("has question, theme and size, and sends no referrer", () => {
    expect(frame(origin, "lines=2", { theme: "light" }, 700)).toBe(
      `<iframe src="${origin}/embed?lines=2&amp;theme=light" title="CAR-T or bispecific antibody" width="100%" height="700" frameborder="0" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads" allow="clipboard-write"></iframe>`,
    );
  });

  it("that fits its content has the mark its script looks for, and the script", () => {
    const html = fittingFrame(origin, "age=60-");
    expect(html).toMatch(
      /^<iframe data-myeloma-compare src="[^"]*\/embed\?age=60-".* height="1300" /,
    );
    expect(html).toContain(
      `<script async src="${origin}/v1/frame.js" referrerpolicy="no-referrer"></script>`,
    );
  });
});

it.each([
  ["", {}, "/embed"],
  ["age=65-", {}, "/embed?age=65-"],
  ["", { theme: "auto" }, "/embed"],
  ["", { theme: "dark" }, "/embed?theme=dark"],
  ["age=65-", { theme: "dark" }, "/embed?age=65-&theme=dark"],
] as const)("the link of “%s” as %j is %s", (question, look, path) => {
  expect(link(origin, question, look)).toBe(origin + path);
});

describe("the page about embedding", () => {
  const oneLine = (text: string) => text.replace(/\s+/g, " ");
  const page = oneLine(readFileSync("widget/embedding.md", "utf8"));

  it.each([
    ["element", elementSnippet(origin, "availability=eu")],
    ["frame", fittingFrame(origin, "lines=2")],
  ])("shows the %s as it is printed", (_, printed) => {
    expect(page).toContain(oneLine(printed));
  });
});
