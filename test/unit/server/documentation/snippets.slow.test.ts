/** Compiles the TypeScript that readers copy from the guides and from `/build`, in a strict project. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { parameterNames } from "#core/question/parameters.ts";
import { makeReactSnippet } from "#presentation/embed/snippets.ts";
import { addTypeAttributes } from "#server/documentation/element-attributes.ts";
import { root } from "../../../../.dev/files.ts";
import { compiling } from "../../../support/compiling.ts";
import { queryOf } from "../../../support/queries.ts";

const guides = globSync("{*,data/*,{functions,widget}/**/*}.md", { cwd: root }).sort();

/** Declares modules of packages that are not installed, with no more than the snippets use. */
const stubs = `
declare module "next/script" {
  export default function Script(given: { type: string; src: string; referrerPolicy: string }): null;
}
declare module "@angular/core" {
  export const CUSTOM_ELEMENTS_SCHEMA: { name: string };
  export function Component(given: {
    selector: string; schemas: { name: string }[]; template: string;
  }): ClassDecorator;
  export function signal<T>(first: T): { (): T; set(value: T): void };
}
`;

const examples = guides.flatMap((guide) => {
  const text = readFileSync(join(root, guide), "utf8");
  return [...text.matchAll(/^```(tsx?)\n([\s\S]*?)^```/gm)].map(([, kind = "", code = ""]) => ({
    place: `${guide}:${text.slice(0, text.indexOf(code)).split("\n").length}`,
    kind,
    code,
  }));
});

/** Needs a client that is made from the served document: `test/all/real-clients.test.ts`. */
const isOfGenerated = ({ code }: { code: string }) => code.includes('"openapi-fetch"');

const host = compiling({
  "element.d.ts": addTypeAttributes(readFileSync(join(root, "widget/element.d.ts"), "utf8")),
  "stubs.d.ts": stubs,
});

const snippets = examples
  .filter((snippet) => !isOfGenerated(snippet))
  .map(({ kind, ...snippet }, index) => ({ ...snippet, file: `page-${index}.${kind}` }));

const react = (question: string) =>
  makeReactSnippet("https://compare.example.org", question, { theme: "dark" });

const types = '/// <reference path="./stubs.d.ts" />\nimport "./element";\n';
const modules = {
  ...Object.fromEntries(snippets.map(({ file, code }) => [file, code])),
  "react.tsx": react("lines=2&prior-lines=3-5&product=cilta-cel"),
  "wrong.tsx": react("lines=middle"),
};

/** Compiles a file as in a project that has the files of types among its own. */
const withTypes = Object.entries(modules).map(([file, code]) => [file, types + code]);
const errorsIn = host.compileAll(Object.fromEntries(withTypes), { experimentalDecorators: true });

describe("snippets of the guides", () => {
  it("are found, all but one of them for this test", () => {
    expect(examples.length).toBeGreaterThan(3);
    expect(examples.filter(isOfGenerated).length).toBe(1);
  });

  it.each(snippets)("$place compiles, and changes no types of others", ({ file, code }) => {
    expect(errorsIn(file)).toBe("");
    expect(code).not.toMatch(/\bdeclare (?:global|module)\b/);
  });
});

describe("an element of the guides", () => {
  const elements = guides.flatMap((guide) => {
    const tags = readFileSync(join(root, guide), "utf8").match(/<myeloma-compare[\s>][^<]*/g);
    return (tags ?? []).map((tag) => ({ guide, tag }));
  });

  it("is in more than one of them", () => {
    expect(new Set(elements.map(({ guide }) => guide)).size).toBeGreaterThan(1);
  });

  it.each(elements)("asks for trials of both classes: $guide $tag", ({ tag }) => {
    const question = new URLSearchParams();
    for (const [, name = "", value = ""] of tag.matchAll(/\s([a-z-]+)="([^"]*)"/g)) {
      if (parameterNames.some((parameter) => parameter === name)) question.set(name, value);
    }
    const { included } = splitIncludedAndExcludedCohorts(queryOf(`${question}`, dataset), dataset);
    expect(new Set(included.map((cohort) => cohort.therapyClass)).size).toBe(2);
  });
});

it("the snippet of /build for React compiles, and would not with a word that the element does not take", () => {
  expect(errorsIn("react.tsx")).toBe("");
  expect(errorsIn("wrong.tsx")).toContain('"middle"');
});
