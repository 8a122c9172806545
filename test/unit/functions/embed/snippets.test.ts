import { describe, expect, it } from "vitest";
import {
  fittingFrame,
  frame,
  link,
  script,
  usualFrame,
} from "../../../../functions/embed/snippets.ts";

const origin = "https://compare.example.org";
const installation = { origin, script: { href: "/assets/widget-1.js", integrity: "sha384-abc" } };

describe("the script snippet", () => {
  it("is the element with its script, integrity and all", () => {
    expect(script(installation, "", "auto")).toBe(
      `<script type="module" src="${origin}/assets/widget-1.js" integrity="sha384-abc" crossorigin></script>\n<myeloma-compare></myeloma-compare>`,
    );
  });

  it("has the question as attributes, decoded, and a theme that is not the usual one", () => {
    expect(script(installation, "setting=early&product=a,b", "dark")).toContain(
      '<myeloma-compare setting="early" product="a,b" theme="dark">',
    );
  });

  it("lets nothing out of an attribute", () => {
    const question = `age=${encodeURIComponent('"><script>')}`;
    expect(script(installation, question, "auto")).toContain('age="&quot;&gt;&lt;script&gt;"');
  });
});

describe("the frame snippet", () => {
  it("has question, theme and size", () => {
    expect(frame(origin, "setting=early", "light", { width: 390, height: 700 })).toBe(
      `<iframe src="${origin}/embed?setting=early&amp;theme=light" title="CAR-T or bispecific antibody" width="390" height="700" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads" allow="clipboard-write"></iframe>`,
    );
  });

  it("that fits its content has the mark its script looks for, and the script with its integrity", () => {
    const html = fittingFrame(
      { origin, script: { href: "/assets/f.js", integrity: "sha384-x" } },
      "age=60-",
      "auto",
    );
    expect(html).toMatch(/^<iframe data-myeloma-compare src="[^"]*\/embed\?age=60-"/);
    expect(html).toContain(
      `<script async src="${origin}/assets/f.js" integrity="sha384-x" crossorigin></script>`,
    );
  });

  it("is as wide as its place, unless said", () => {
    expect(frame(origin, "", "auto", usualFrame)).toMatch(/\/embed".*width="100%"/);
  });
});

it.each([
  ["", "auto", "/embed"],
  ["age=65-", "auto", "/embed?age=65-"],
  ["", "dark", "/embed?theme=dark"],
  ["age=65-", "dark", "/embed?age=65-&theme=dark"],
] as const)("the link of “%s” in %s is %s", (question, theme, path) => {
  expect(link(origin, question, theme)).toBe(origin + path);
});
