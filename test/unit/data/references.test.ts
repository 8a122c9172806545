import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { type Reference, referenceSchema } from "#data/schema.ts";
import { evidence, textOf } from "./files.ts";

const all = evidence();
const root = join(import.meta.dirname, "../../..");

it("a citation without a reference is an error", () => {
  expect(() => textOf({ reference: "nobody", detail: null })).toThrow('no reference "nobody"');
});

describe("the committed references", () => {
  it("are sorted by id", () => {
    const ids = all.references.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  it("identify only papers", () => {
    const pages = all.references.filter(({ type }) => type === "webpage");
    expect(pages.filter(({ DOI, PMID }) => DOI ?? PMID)).toEqual([]);
    expect(pages.every(({ URL: address }) => address !== undefined)).toBe(true);
  });
});

describe("what a reference may say", () => {
  const article: Reference = { id: "a-2020", type: "article-journal", "container-title": "Blood" };

  it.each([
    ["an identifier in its form", { DOI: "10.1000/x", PMID: "123" }, true],
    ["a DOI that is an address", { DOI: "https://doi.org/10.1000/x" }, false],
    ["an id of PubMed Central", { PMID: "PMC123" }, false],
    ["an id that is no kebab-case", { id: "Dima 2024" }, false],
    ["a day", { issued: { "date-parts": [[2024, 2, 28]] } }, true],
    ["four parts of a date", { issued: { "date-parts": [[2024, 2, 28, 12]] } }, false],
    ["a conference paper without proceedings", { type: "paper-conference" }, true],
    ["a field that is not ours", { publisher: "ASH" }, false],
  ])("%s", (_, change, fits) => {
    expect(v.is(referenceSchema, { ...article, ...change })).toBe(fits);
  });

  it("is at least a title or a journal", () => {
    expect(v.is(referenceSchema, { id: "a", type: "document" })).toBe(false);
    expect(v.is(referenceSchema, { id: "a", type: "article-journal", title: "A" })).toBe(false);
    expect(v.is(referenceSchema, { id: "a", type: "paper-conference", title: "A" })).toBe(false);
  });
});

/**
 * The citation processor has the licence CPAL-1.0 or AGPL-1.0, so it is used only during the build and is not
 * distributed.
 */
describe("the citation processor", () => {
  it("is a development dependency", () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    expect(Object.keys(dependencies).filter((name) => /cit(ation|eproc)/.test(name))).toEqual([]);
    expect(devDependencies).toHaveProperty("@citation-js/plugin-csl");
  });

  it("is imported by the build alone", () => {
    const files = ["functions", "widget", "data"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name) && !name.includes("node_modules"))
        .map((name) => join(folder, name)),
    );
    const importing = files.filter((name) =>
      /from "[^"]*(citation-text\.ts|citation-js[^"]*|citeproc)"/.test(
        readFileSync(join(root, name), "utf8"),
      ),
    );
    expect(importing.sort()).toEqual(["data/build/citation-text.ts"]);
  });
});
