/**
 * The descriptions of the element for tools and for TypeScript match the class and its styles. `test/browser/element.test.ts` runs in a browser.
 */

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { parameterNames } from "#core/question/parameters.ts";
import { makePropertyName } from "#core/question/query.ts";
import { appearance } from "#presentation/embed/snippets.ts";
import {
  type Attribute,
  addTypeAttributes,
  questionAttributes,
} from "#server/documentation/element-attributes.ts";
import type { EventDetails, MyelomaCompare } from "#widget/element.tsx";
import manifest from "../../../widget/custom-elements.json" with { type: "json" };
import { compiling } from "../../support/compiling.ts";
import { isWhole } from "../../support/sample.ts";

const root = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

const [element] = manifest.modules.flatMap(({ declarations }) => declarations);
if (!element) throw new Error("the manifest declares no element");
const { members, events, slots, cssParts, cssProperties } = element;
const ofElement: { readonly attributes: readonly Attribute[] } = element;
const attributes = [...questionAttributes, ...ofElement.attributes];
const namesOf = (named: readonly { name: string }[]) => named.map(({ name }) => name);

const kinds = { change: true, result: true, error: true } satisfies Record<
  keyof EventDetails,
  true
>;

let properties: Record<string, PropertyDescriptor>;
let methods: readonly string[];
let observed: readonly string[];
beforeAll(async () => {
  // The class can be read, but not constructed, where there is no document.
  vi.stubGlobal("HTMLElement", class {});
  const { MyelomaCompare: Class }: { MyelomaCompare: typeof MyelomaCompare } = await import(
    "#widget/element.tsx"
  );
  vi.unstubAllGlobals();
  observed = Class.observedAttributes;
  const all = Object.entries(Object.getOwnPropertyDescriptors(Class.prototype));
  properties = Object.fromEntries(all.filter(([, { get }]) => get));
  methods = all.flatMap(([name, { get }]) => (get ? [] : name));
});

describe("the manifest", () => {
  it("has the attributes of the class with their properties, and nothing of a patient or of `class`", () => {
    expect(namesOf(attributes)).toEqual(observed);
    for (const attribute of attributes) {
      expect(attribute.fieldName).toBe(makePropertyName(attribute.name));
    }
    expect(observed.filter((name) => /patient|class$/.test(name))).toEqual(["therapy-class"]);
  });

  it("has a property for each attribute, in both directions, with null for what is not said", () => {
    for (const { name, fieldName } of attributes) {
      const said = new Map<string, string>();
      const host = {
        getAttribute: (attribute: string) => said.get(attribute) ?? null,
        setAttribute: (attribute: string, value: string) => said.set(attribute, value),
        removeAttribute: (attribute: string) => said.delete(attribute),
      };
      const { get, set } = properties[fieldName ?? ""] ?? {};
      set?.call(host, "x");
      expect([[...said], get?.call(host)]).toEqual([[[name, "x"]], "x"]);
      set?.call(host, null);
      expect([said.size, get?.call(host)]).toEqual([0, null]);
    }
  });

  it("has the words and the default of how the element looks", () => {
    const described = ofElement.attributes.map(({ name, type, ...attribute }) => [
      name,
      type.text,
      "default" in attribute ? attribute.default : undefined,
    ]);
    const text = (words: readonly string[]) => words.map((word) => `"${word}"`).join(" | ");
    const ofLook = Object.entries(appearance).map(([name, words]) => [name, text(words), words[0]]);
    expect(described).toEqual(ofLook);
  });

  it("has the other properties of the class, and whether they can be set", () => {
    const ofAttributes = attributes.map(({ fieldName }) => fieldName);
    const otherProperties = Object.entries(properties).filter(
      ([name]) => !ofAttributes.includes(name),
    );
    expect(members.map((member) => [member.name, "readonly" in member]).sort()).toEqual(
      otherProperties.map(([name, { set }]) => [name, !set]).sort(),
    );
  });

  it("has no method: what hands over a patient, and what the back button closes, are for our own pages, which are of one release with it", () => {
    const ofEveryElement = /^(constructor|(dis)?connectedCallback|attributeChangedCallback)$/;
    expect(methods.filter((name) => !ofEveryElement.test(name))).toEqual([
      "handOver",
      "followLayers",
    ]);
    const described = [JSON.stringify(manifest), read("widget/element.d.ts")];
    for (const text of [...described, read("widget/embedding.md")]) {
      expect(text).not.toMatch(/handOver|followLayers/);
    }
  });

  it("leads to the script that registers the class", () => {
    const paths = manifest.modules.map(({ path }) => path);
    expect(paths).toEqual(["v1/widget.js"]);
    const named = JSON.stringify(manifest).match(/"module":"[^"]*"/g) ?? [];
    expect(new Set(named)).toEqual(new Set(['"module":"v1/widget.js"']));
  });

  it("has its events", () => {
    expect(namesOf(events)).toEqual(Object.keys(kinds).map((kind) => `myeloma-compare-${kind}`));
  });

  it("has the slots and parts of its views, and the colours of its styles that a host may set", () => {
    const views = globSync("widget/**/*.tsx", { cwd: root }).map(read).join("\n");
    const namesIn = (pattern: RegExp) => [
      ...new Set([...views.matchAll(pattern)].map(([, name]) => name)),
    ];
    expect(namesOf(slots)).toEqual(namesIn(/<slot name="([^"]+)"/g));
    expect(namesOf(cssParts).sort()).toEqual(namesIn(/\bpart="([^"]+)"/g).sort());
    const colours = [
      ...read("widget/styles/tokens.css").matchAll(/^ {2}(--mc-[\w-]+): var\(--mc-light/gm),
    ];
    expect(namesOf(cssProperties)).toEqual(colours.map(([, name]) => name));
  });
});

describe("the page about embedding", () => {
  const section =
    read("widget/embedding.md").split("## What a page can rely on")[1]?.split("\n## ")[0] ?? "";

  it.each([
    [
      "attributes",
      attributes.filter(({ name }) => !parameterNames.some((parameter) => parameter === name)),
    ],
    ["properties", members],
    ["events", events],
    ["slot", slots],
    ["parts", cssParts],
  ])("names all %s", (kind, named) => {
    const line = section.split("\n").find((text) => text.startsWith(`| ${kind} |`)) ?? "";
    expect(namesOf(named).filter((name) => !line.includes(`\`${name}\``))).toEqual([]);
  });

  it("names all custom properties", () => {
    const unnamed = namesOf(cssProperties).filter((name) => !section.includes(`\`${name}\``));
    expect(unnamed).toEqual([]);
  });
});

describe("the types", () => {
  const typesOfElement = { "element.d.ts": addTypeAttributes(read("widget/element.d.ts")) };
  const host = compiling(typesOfElement, { packages: false });
  const withPackages = compiling(typesOfElement);

  const union = (names: readonly string[]) => names.map((name) => JSON.stringify(name)).join(" | ");

  it.runIf(isWhole)("have what the manifest has, and are those of the class", () => {
    const inResult = {
      query: true,
      permalink: true,
      comparison: true,
      dataDate: true,
      dataVersion: true,
      answerVersion: true,
    } satisfies Record<keyof EventDetails["result"], true>;
    const output = host.compile(
      "page.ts",
      `
import type { Failure, MyelomaCompare, MyelomaCompareAttributes, MyelomaCompareEventMap, Result } from "./element";
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
export const attributes: Same<keyof MyelomaCompareAttributes, ${union(namesOf(attributes))}> = true;
export const words: Same<Required<MyelomaCompareAttributes>, { ${attributes.map(({ name, type }) => `"${name}": ${type.text}`).join("; ")} }> = true;
export const properties: Same<Exclude<keyof MyelomaCompare, keyof HTMLElement>, ${union(Object.keys(properties))}> = true;
export const events: Same<keyof MyelomaCompareEventMap, ${union(namesOf(events))}> = true;
export const result: Same<keyof Result, ${union(Object.keys(inResult))}> = true;
export const failures: Same<Failure["kind"], "offline" | "failed" | "release" | "drawing" | "refused"> = true;
`,
    );
    expect(output).toBe("");
  });

  const script = `
import type { MyelomaCompare } from "./element";
const element = document.createElement("myeloma-compare");
element.priorLines = "3-5";
element.therapyClass = null;
element.theme = "dark";
element.query = "lines=2";
element.addEventListener("myeloma-compare-change", ({ detail }) => detail.query.length);
element.addEventListener("myeloma-compare-change", ({ detail }) => detail.permalink.length);
element.addEventListener("myeloma-compare-error", ({ detail }) => detail.kind === "refused" && detail.details.length);
element.addEventListener("myeloma-compare-result", async ({ detail }) => {
  const answer = await fetch(detail.comparison);
  console.log(detail.query, detail.permalink, detail.dataDate.slice(0, 4), answer.ok);
});
element.addEventListener("click", ({ clientX }) => clientX);
const found: MyelomaCompare | null = document.querySelector("myeloma-compare");
export const version: string | undefined = found?.result?.answerVersion;
document.body.addEventListener("myeloma-compare-result", ({ detail }) => detail.dataVersion.length);
`;

  it.runIf(isWhole)(
    "serve a script without any package installed, and refuse what no host may set, or hears",
    () => {
      const refused = [
        ["element.priorLines = 3;", "Type 'number' is not assignable"],
        ['element.patientAge = "71";', "Property 'patientAge' does not exist"],
        ['element.permalink = "x";', "read-only property"],
        ["element.result = null;", "read-only property"],
        ["element.comparison;", "Property 'comparison' does not exist"],
        [
          'element.addEventListener("myeloma-compare-change", ({ detail }) => detail.age);',
          "'age'",
        ],
      ] as const;
      const output = host.compile("page.ts", [script, ...refused.map(([line]) => line)].join("\n"));
      const errors = output.split("\n").filter((line) => line.includes("error TS"));
      expect(errors).toEqual(refused.map(([, message]) => expect.stringContaining(message)));
    },
  );

  const jsx = `
import "./element";
export const later = <myeloma-compare availability="of-tomorrow" set="of-2031" />;
export const one = <myeloma-compare lines="2" prior-lines="3-5" theme="dark" class="wide" id="a" onmyeloma-compare-change={({ detail }) => detail.query}><p slot="footer">Ward 5</p></myeloma-compare>;
`;
  const wrong = `
import "./element";
export const one = <myeloma-compare lines="middle" />;
export const unknown = <myeloma-compare ages="60-" />;
export const heard = <myeloma-compare onmyeloma-compare-change={({ detail }) => detail.age} />;
`;

  it.runIf(isWhole).each([
    ["Preact", { jsxImportSource: "preact" }, jsx],
    [
      "React",
      {},
      jsx.replace(
        'class="wide"',
        'className="wide" ref={(element) => { if (element) element.age = "60-"; }}',
      ),
    ],
  ])("serve JSX of %s, and refuse other words", (_, options, page) => {
    expect(withPackages.compile("page.tsx", page, options)).toBe("");
    const output = withPackages.compile("page.tsx", wrong, options);
    for (const word of ['"middle"', "'ages'", "'age'"]) expect(output).toContain(word);
  });
});
