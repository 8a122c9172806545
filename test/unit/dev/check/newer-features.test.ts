/**
 * Tests what the check of built files against the baseline finds. `npm test` runs the check over the build
 * (`.dev/check/browsers.ts`).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { baseline } from "../../../../.dev/build/baseline.ts";
import { problemsOf } from "../../../../.dev/check/newer-allowed.ts";
import {
  newerInMarkup,
  newerInScript,
  newerInStyles,
} from "../../../../.dev/check/newer-features.ts";
import { root } from "../../../../.dev/files.ts";

describe("in a script", () => {
  it.each([
    ["list.toSorted()", "javascript.builtins.Array.toSorted"],
    ["list?.toSpliced(1)", "javascript.builtins.Array.toSpliced"],
    ["text.isWellFormed()", "javascript.builtins.String.isWellFormed"],
    ["a.isSubsetOf(b)", "javascript.builtins.Set.isSubsetOf"],
    ["bytes.toBase64()", "javascript.builtins.Uint8Array.toBase64"],
    ["element.showPopover()", "api.HTMLElement.showPopover"],
    ["URL.canParse(text)", "api.URL.canParse_static"],
    ["const { parse } = URL; URL.parse(text)", "api.URL.parse_static"],
    ["Object.groupBy(list, of)", "javascript.builtins.Object.groupBy"],
    ["Promise.try(f)", "javascript.builtins.Promise.try"],
    ["AbortSignal.any([])", "api.AbortSignal.any_static"],
    ["new Intl.DurationFormat()", "javascript.builtins.Intl.DurationFormat"],
    ["Uint8Array.fromBase64(text)", "javascript.builtins.Uint8Array.fromBase64"],
    ["Iterator.from(list)", "javascript.builtins.Iterator.from"],
    ["new URLPattern(text)", "api.URLPattern"],
    ["({ URLPattern })", "api.URLPattern"],
    ["navigator.share({})", "api.Navigator.share"],
    ["/[a--b]/v", "javascript.builtins.RegExp.unicodeSets"],
    ["new RegExp(text, `v`)", "javascript.builtins.RegExp.unicodeSets"],
    ["h(`details`, { name: `one` })", "html.elements.details.name"],
    ['x = `<i></i><div popover="auto">` + text', "html.global_attributes.popover"],
  ])("%s is newer", (code, feature) => {
    expect(newerInScript(code)).toContain(feature);
  });

  it.each([
    ["is as old as the baseline", "list.at(-1); list.findLast(of); structuredClone(a); 'a'.at(0)"],
    ["has a name that an older interface has, too", "own.any([]); node.parse(text); list.union"],
    ["is a method of its own", "class Own { toSorted() {} } new Own().toSorted()"],
    ["is a variable", "function f(URLPattern, { a: [Temporal] }) { return URLPattern(Temporal) }"],
    ["is a key or is read only", "const own = { difference: 1, URLPattern: 2 }; own.difference"],
    ["is in a comment or a text", "/* toSorted() */ 'URL.canParse(x)'"],
  ])("what %s is not", (_, code) => {
    expect(newerInScript(code)).toEqual([]);
  });

  it("a method that the script has as a value of that name stays a find", () => {
    expect(newerInScript("own = { difference: 1 }; set.difference(other)")).not.toEqual([]);
  });
});

describe("in styles", () => {
  it.each([
    [
      "a{text-decoration:underline var(--x)}",
      "css.properties.text-decoration.includes_color-and-style",
    ],
    ["a{text-wrap:pretty}", "css.properties.text-wrap"],
    ["a{width:stretch}", "css.properties.width.stretch"],
    ["a{color:light-dark(red,blue)}", "css.types.color.light-dark"],
    ["a{--x:sibling-index()}", "css.types.sibling-index"],
    ["a{float:inline-end}", "css.properties.float.inline-end"],
    ["a{print-color-adjust:exact}", "css.properties.print-color-adjust"],
    ["details:open{color:red}", "css.selectors.open"],
    ["a{&:hover{color:red}}", "css.selectors.nesting"],
    ["@scope (a){b{color:red}}", "css.at-rules.scope"],
    [
      "@media (prefers-reduced-transparency){a{color:red}}",
      "css.at-rules.media.prefers-reduced-transparency",
    ],
    [
      "@container style(--x:1){a{color:red}}",
      "css.at-rules.container.style_queries_for_custom_properties",
    ],
  ])("%s is newer", (styles, feature) => {
    expect(newerInStyles(styles)).toContain(feature);
  });

  it.each([
    "a{text-decoration:underline}a{text-decoration-line:underline;text-decoration-color:red}",
    "a{-webkit-print-color-adjust:exact;print-color-adjust:exact}",
    "@media (width>=30px){a:is(b,i):has(u){color:red}}@container (width>=30px){a{inset:auto}}",
    "a{--open:open;block-size:calc(100dvh - min(1px,2px));display:flow-root}",
  ])("%s is not", (styles) => {
    expect(newerInStyles(styles)).toEqual([]);
  });

  it("what cannot be read is an error", () => {
    expect(() => newerInStyles("a{color red}")).toThrow();
    expect(() => newerInScript("a b")).toThrow();
  });
});

it("in the tags of a page", () => {
  expect(newerInMarkup('<p><dialog closedby="any"><p popover>')).toEqual([
    "html.elements.dialog.closedby",
    "html.global_attributes.popover",
  ]);
});

it("an exception allows a feature everywhere, and one that nothing uses is a problem", () => {
  const features = new Map([
    ["a.js", ["api.A", "api.B"]],
    ["b.js", ["api.A"]],
  ]);
  expect(problemsOf(features, { "api.A": "why", "api.C": "why" })).toEqual([
    "a.js: api.B is newer than the baseline.",
    "newer-allowed.ts: api.C is used nowhere.",
  ]);
});

it.each(["README.md", "widget/embedding.md", "functions/server/documentation/guides/operators.md"])(
  "%s names the baseline that the build has",
  (path) => {
    const { chrome, edge, firefox, safari } = baseline;
    expect(edge).toBe(chrome);
    const [line] = /Browsers: .*? and newer/.exec(readFileSync(join(root, path), "utf8")) ?? [];
    expect(line).toBe(
      `Browsers: Chrome, Edge and WebView2 ${chrome}, Firefox ${firefox} ESR, Safari ${safari} and newer`,
    );
  },
);
