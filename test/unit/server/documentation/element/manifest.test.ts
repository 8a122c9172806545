import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import manifestSchema from "custom-elements-manifest/schema.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { parameterNames } from "#core/question/parameter-names.ts";
import { appearance } from "#presentation/screen/appearance.ts";
import {
  customProperties,
  events,
  ownProperties,
  parts,
  presentationAttributes,
  slots,
} from "#server/documentation/element/contract.ts";
import { customElementsManifest } from "#server/documentation/element/manifest.ts";

const manifest = customElementsManifest();
const [declaration] = manifest.modules.flatMap(({ declarations = [] }) => declarations);
if (declaration?.kind !== "class" || !("customElement" in declaration)) {
  throw new Error("the manifest declares no element");
}
const read = (path: string) =>
  readFileSync(new URL(`../../../../../${path}`, import.meta.url), "utf8");

describe("the manifest of the element", () => {
  it("is one, by the schema of the format", () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(manifestSchema);
    expect(validate(JSON.parse(JSON.stringify(manifest))), JSON.stringify(validate.errors)).toBe(
      true,
    );
    // Shows that the validator can fail.
    expect(validate({ ...manifest, modules: [{ kind: "javascript-module" }] })).toBe(false);
  });

  it("has every parameter as attribute and property, and nothing of a patient or of `class`", () => {
    const names = declaration.attributes?.map(({ name }) => name) ?? [];
    expect(names).toEqual([...parameterNames, ...Object.keys(appearance), "lang"]);
    expect(names.filter((name) => /patient|class$/.test(name))).toEqual(["therapy-class"]);
    const members = new Map(declaration.members?.map((member) => [member.name, member]));
    for (const { name, fieldName = "" } of declaration.attributes ?? []) {
      if (name !== "lang") expect(members.get(fieldName)).toMatchObject({ attribute: name });
    }
  });

  it("names every colour of the styles that a host may set, and no other", () => {
    const tokens = [
      ...read("widget/styles/tokens.css").matchAll(/^ {2}(--mc-[\w-]+): var\(--mc-light/gm),
    ];
    expect(customProperties.map(({ name }) => name)).toEqual(tokens.map(([, name]) => name));
  });
});

describe("the page about embedding", () => {
  const section =
    read("widget/embedding.md").split("## What a page can rely on")[1]?.split("\n## ")[0] ?? "";

  it.each([
    ["attributes", presentationAttributes],
    ["properties", ownProperties],
    ["events", events],
    ["slot", slots],
    ["parts", parts],
    ["custom properties", customProperties],
  ] as const)("names all %s", (kind, named) => {
    const line = section.split("\n").find((one) => one.startsWith(`| ${kind} |`)) ?? "";
    expect(named.filter(({ name }) => !line.includes(`\`${name}\``))).toEqual([]);
  });
});
