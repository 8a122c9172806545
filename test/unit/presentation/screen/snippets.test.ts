import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  fittingFrame,
  frame,
  link,
  script,
  snippetsOf,
  usualChoice,
  usualFrame,
} from "#presentation/screen/snippets.ts";

const origin = "https://compare.example.org";
const installation = { origin, script: { href: "/assets/widget-1.js", integrity: "sha384-abc" } };

describe("the script snippet", () => {
  it("is the element with its script, integrity and all", () => {
    expect(script(installation, "")).toBe(
      `<script type="module" src="${origin}/assets/widget-1.js" integrity="sha384-abc" crossorigin></script>\n<myeloma-compare><a href="${origin}/embed">CAR-T or bispecific antibody: the comparison</a></myeloma-compare>`,
    );
  });

  it("holds a link with question and look, and the picture if asked for, for where no script runs", () => {
    const html = script(
      installation,
      "setting=early&age=65-",
      { theme: "dark" },
      { picture: true },
    );
    expect(html).toContain(
      `<a href="${origin}/embed?setting=early&amp;age=65-&amp;theme=dark"><img src="${origin}/v1/picture.png?setting=early&amp;age=65-" alt="" width="320" height="168"><br>CAR-T`,
    );
    expect(html).not.toContain("style=");
  });

  it("has the question as attributes, decoded, and a theme that is not the usual one", () => {
    expect(script(installation, "setting=early&product=a,b", { theme: "dark" })).toContain(
      '<myeloma-compare setting="early" product="a,b" theme="dark">',
    );
  });

  it("lets nothing out of an attribute", () => {
    const question = `age=${encodeURIComponent('"><script>')}`;
    expect(script(installation, question)).toContain('age="&quot;&gt;&lt;script&gt;"');
  });
});

describe("the snippets of the builder", () => {
  const scripts = { element: installation.script, frame: { href: "/f.js", integrity: "sha384-f" } };
  const of = (choice: object) =>
    snippetsOf(origin, scripts, { ...usualChoice, dataDate: "2026-11-20", ...choice });

  it("are a component for React with the script, once for all components", () => {
    const { react } = of({ question: "setting=early", look: { theme: "dark" } });
    expect(react).toContain(
      `<script async type="module" src="${origin}/assets/widget-1.js" integrity="sha384-abc" crossOrigin="anonymous" />`,
    );
    expect(react).toContain('<myeloma-compare setting="early" theme="dark" />');
  });

  it("are the same frame for WordPress, in a block of HTML", () => {
    for (const height of [null, 700]) {
      const { frame: framed, wordpress } = of({ width: 390, height });
      expect(wordpress).toBe(`<!-- wp:html -->\n${framed}\n<!-- /wp:html -->`);
      expect(framed.includes("/f.js")).toBe(height === null);
    }
  });
});

describe("the frame snippet", () => {
  it("has question, theme and size", () => {
    expect(frame(origin, "setting=early", { theme: "light" }, { width: 390, height: 700 })).toBe(
      `<iframe src="${origin}/embed?setting=early&amp;theme=light" title="CAR-T or bispecific antibody" width="390" height="700" frameborder="0" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads" allow="clipboard-write"></iframe>`,
    );
  });

  it("that fits its content has the mark its script looks for, and the script with its integrity", () => {
    const html = fittingFrame(
      { origin, script: { href: "/assets/f.js", integrity: "sha384-x" } },
      "age=60-",
    );
    expect(html).toMatch(/^<iframe data-myeloma-compare src="[^"]*\/embed\?age=60-"/);
    expect(html).toContain(
      `<script async src="${origin}/assets/f.js" integrity="sha384-x" crossorigin></script>`,
    );
  });

  it("that fits its content is as wide as its place, or as said", () => {
    expect(fittingFrame(installation, "")).toContain(' width="100%" height="1450" ');
    const html = fittingFrame(installation, "", {}, { width: 390 });
    expect(html).toContain(' width="390" height="1450" ');
  });

  it("is as wide as its place, unless said", () => {
    expect(frame(origin, "", {}, usualFrame)).toMatch(/\/embed".*width="100%"/);
  });
});

it.each([
  ["", {}, "/embed"],
  ["age=65-", {}, "/embed?age=65-"],
  ["", { theme: "auto" }, "/embed"],
  ["", { theme: "dark" }, "/embed?theme=dark"],
  ["age=65-", { theme: "dark", lang: "en-US" }, "/embed?age=65-&theme=dark&lang=en-US"],
] as const)("the link of “%s” as %j is %s", (question, look, path) => {
  expect(link(origin, question, look)).toBe(origin + path);
});

describe("the page about embedding", () => {
  const oneLine = (text: string) => text.replace(/\s+/g, " ");
  const page = oneLine(readFileSync("widget/embedding.md", "utf8"));
  const named = (name: string) => ({
    origin,
    script: { href: `/assets/${name}-HASH.js`, integrity: "sha384-…" },
  });

  it.each([
    ["element", script(named("widget"), "availability=eu")],
    ["frame", fittingFrame(named("frame"), "setting=early")],
  ])("shows the %s as it is printed", (_, printed) => {
    expect(page).toContain(oneLine(printed));
  });
});
