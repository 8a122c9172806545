import { existsSync, globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { marked, type Token, type Tokens } from "marked";
import { parseSync } from "rolldown/utils";
import { describe, expect, it } from "vitest";
import { parameterNames } from "#core/question/parameters.ts";
import { guides } from "#server/documentation/guides/guides.ts";
import { makeHeadingId } from "#server/documentation/guides/markdown.ts";
import { pages } from "#server/site.ts";
import { root } from "../../../.dev/files.ts";
import packageFile from "../../../package.json" with { type: "json" };
import manifest from "../../../widget/custom-elements.json" with { type: "json" };
import { textAt } from "../../support/built-app.ts";

/** The Markdown of the repository: links lead somewhere, commands exist, snippets can be parsed. */

/** Matches files that others wrote, or that a build or a test leaves. */
const exclude = ["**/node_modules", "dist*", "test/results", ".state"];
const pathsOf = (...patterns: string[]) =>
  globSync(patterns, { cwd: root, exclude }).map((path) => path.replaceAll("\\", "/"));
const textOf = (path: string) => readFileSync(join(root, path), "utf8");

const files = pathsOf("**/*.md");
const sources = pathsOf("{.dev,data,functions,test,widget}/**/*.*", "*.*");

/** Every word of the code, and of two files that name what others read. */
const words = new Set(
  sources
    .filter((path) => /\.(?:tsx?|mjs|toml|R)$|(?:template|package)\.json$/.test(path))
    .flatMap((path) => textOf(path).match(/\w+/g) ?? []),
);

const attributes: readonly string[] = manifest.modules.flatMap(({ declarations }) => [
  ...parameterNames,
  ...declarations.flatMap((declaration) => declaration.attributes.map(({ name }) => name)),
]);

/** Reads each file once. */
const tokens = new Map<string, Token[]>(
  files.map((file) => {
    const tokensOfFile: Token[] = [];
    marked.walkTokens(marked.lexer(textOf(file)), (token) => void tokensOfFile.push(token));
    return [file, tokensOfFile];
  }),
);

const ofType = <T extends Token>(file: string, type: T["type"]) =>
  (tokens.get(file) ?? []).filter((token): token is T => token.type === type);

const anchors = (file: string) =>
  new Set(ofType<Tokens.Heading>(file, "heading").map(({ text }) => makeHeadingId(text)));

const onSite = new Set([
  ...pages.map(({ path }) => path),
  ...guides.map((guide) => `/docs/${guide}`),
]);

describe.each(files)("%s", (file) => {
  it("leads only to files and headings that are there", () => {
    for (const { href } of ofType<Tokens.Link>(file, "link")) {
      if (/^(?:https:|mailto:)/.test(href)) {
        expect(URL.canParse(href), href).toBe(true);
        continue;
      }
      const [path = "", anchor] = href.split("#");
      // The link leads to a page of the site, perhaps with a question, from a text that is shown only there.
      if (path.startsWith("/")) {
        const [page = ""] = path.split("?");
        expect(page.startsWith("/v1/") || onSite.has(page), href).toBe(true);
        continue;
      }
      const target = path === "" ? file : posix.join(posix.dirname(file), path);
      expect(existsSync(join(root, target)), href).toBe(true);
      if (anchor !== undefined) expect([...anchors(target)], href).toContain(anchor);
    }
  });

  // Data change what an answer says, and nobody rewrites a guide then. History keeps its numbers.
  it.skipIf(file === "CHANGELOG.md")("names no number of an answer", () => {
    expect(textOf(file)).not.toMatch(
      /\d of 100\b|\b\d+ (?:CAR-T|BsAb|bispecific) (?:cohorts|trials)/,
    );
  });

  // The changelog may name commands that are gone.
  it.skipIf(file === "CHANGELOG.md")("names commands that exist", () => {
    const texts = [
      ...ofType<Tokens.Code>(file, "code").map(({ text }) => text),
      ...ofType<Tokens.Codespan>(file, "codespan").map(({ text }) => text),
    ];
    const named = texts.flatMap((text) => [...text.matchAll(/\bnpm (?:run )?([a-z][\w:]*)/g)]);
    const npmCommands = ["install", "ci", "sbom", "version"];
    const commands = [...Object.keys(packageFile.scripts), ...npmCommands];
    for (const [, name] of named) expect(commands).toContain(name);
    for (const [path] of texts.flatMap((text) => [...text.matchAll(/(?<=-f )Containerfile/g)])) {
      expect(existsSync(join(root, path))).toBe(true);
    }
  });

  // A file may be named by the end of its path, as a table names the files of its folder.
  it.skipIf(file === "CHANGELOG.md")("names files that are there", () => {
    for (const { text } of ofType<Tokens.Codespan>(file, "codespan")) {
      if (!/^[\w.-]+(?:\/[\w.-]+)*\.(?:ts|tsx|mjs|css|svg|json|toml|py)$/.test(text)) continue;
      if (text === "myeloma-compare.d.ts") continue; // Where a reader copies it.
      expect(
        sources.some((source) => `/${source}`.endsWith(`/${text}`)),
        text,
      ).toBe(true);
    }
  });

  // Names of code are written in one word with a capital within: `makeQuestionParser`, `harmGroup`.
  it.skipIf(file === "CHANGELOG.md")("names what the code has", () => {
    const named = ofType<Tokens.Codespan>(file, "codespan").map(({ text }) => text);
    const ofCode = named.filter((text) => /^\w*[a-z][A-Z]\w*$/.test(text));
    // This is what the build makes of an example.
    expect(ofCode.filter((text) => text !== "newsStyles" && !words.has(text))).toEqual([]);
  });

  it("holds snippets that can be parsed", () => {
    const codes = ofType<Tokens.Code>(file, "code");
    for (const { lang, text } of codes) {
      expect(languages).toContain(lang);
      if (lang === "ts" || lang === "tsx") expect(parseSync(`a.${lang}`, text).errors).toEqual([]);
      if (lang !== "html") continue;
      for (const [, script = ""] of text.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)) {
        expect(parseSync("a.js", script).errors).toEqual([]);
      }
      for (const [, attributesText = ""] of text.matchAll(/<myeloma-compare([^>]*)>/g)) {
        for (const [, name] of attributesText.matchAll(/([\w-]+)="/g))
          expect(attributes).toContain(name);
      }
    }
    for (const { text } of ofType<Tokens.Codespan>(file, "codespan")) {
      if (text.startsWith('{ "')) expect(() => JSON.parse(text), text).not.toThrow();
    }
  });
});

const languages = [
  ...["sh", "html", "python", "r", "ts", "tsx", "vue", "svelte", "nginx", "caddy", "ini", ""],
  undefined,
];

it.each(pages.filter(({ title }) => title !== undefined))(
  "The table of pages in README.md names $path",
  ({ path }) => {
    const cells = ofType<Tokens.Codespan>("README.md", "codespan").map(({ text }) => text);
    expect(cells).toContain(path);
  },
);

/** The most lines of a file; the README of a folder only names what the folder holds. */
const most: Readonly<Record<string, number>> = {
  "README.md": 120,
  "CONTRIBUTING.md": 120,
  "CHANGELOG.md": 150,
  // The architecture, with what a change touches, and the list of guides, which is a page.
  "functions/README.md": 60,
  "functions/server/documentation/guides/README.md": 25,
};

it.each(files.filter((file) => file in most || file.endsWith("/README.md")))(
  "%s is short: what is longer is a guide",
  (file) => {
    const lines = textOf(file).trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(most[file] ?? 20);
  },
);

it("finds what it looks for", () => {
  expect(files.length).toBeGreaterThan(10);
  expect(ofType<Tokens.Link>("README.md", "link").length).toBeGreaterThan(5);
  expect(ofType<Tokens.Code>("widget/embedding.md", "code").length).toBeGreaterThan(2);
});

/** Returns the tags, in HTML and in JSX, that load something of ours. A tag without an address asks for nothing. */
function askingTags(text: string): string[] {
  const tags = text.match(/<(?:iframe|script)\b[^>]*\ssrc=[^>]*>/gi) ?? [];
  return tags.filter((tag) => /\/embed\b|\/v1\/\w+\.js/.test(tag));
}

const questions = ["", "lines=2&theme=dark", "compare=product"];

/** Every text that has snippets, by where it stands. */
const texts = new Map(files.map((file) => [file, textOf(file)]));
for (const question of questions) {
  // A reader copies it from the page.
  const copied = (await textAt(`/build?${question}`)).replaceAll("&lt;", "<");
  texts.set(`/build?${question}`, copied.replaceAll("&gt;", ">").replaceAll("&quot;", '"'));
}
const asking = [...texts].map(([where, text]) => [where, askingTags(text)] as const);

/**
 * Every snippet that asks an installation for a frame or a script, wherever it stands: the address of the page around
 * it may name a patient, and a page with another policy would send it along.
 */
describe("a snippet asks for frames and scripts without a referrer", () => {
  it.each(asking.filter(([, tags]) => tags.length > 0))("%s", (_, tags) => {
    expect(tags.filter((tag) => !/\sreferrerpolicy="no-referrer"/i.test(tag))).toEqual([]);
  });

  it("in the guides, and for each form of `/build`", () => {
    const counts = new Map(asking.map(([where, tags]) => [where, tags.length]));
    expect(counts.get("widget/embedding.md")).toBeGreaterThanOrEqual(5);
    expect(counts.get("README.md")).toBe(1);
    // Element, frame with its script, React, WordPress with its script, and the frame of the page itself.
    for (const question of questions) expect(counts.get(`/build?${question}`)).toBe(7);
  });
});
