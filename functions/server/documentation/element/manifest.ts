/**
 * `custom-elements.json`: describes the element for editors and component catalogues, in the format
 * of webcomponents/custom-elements-manifest. It is generated from the same tables as the element.
 */
import type {
  Attribute,
  ClassField,
  CustomElementDeclaration,
  Package,
} from "custom-elements-manifest/schema.d.ts";
import { parameterNames, propertyName } from "#core/question/parameter-names.ts";
import { questionParameter } from "../question-parameters.ts";
import { quotedWords } from "../typescript.ts";
import {
  attributeType,
  customProperties,
  events,
  ownProperties,
  parts,
  presentationAttributes,
  slots,
} from "./contract.ts";

const tagName = "myeloma-compare";
const className = "MyelomaCompare";
const modules = { element: "v1/element.js", widget: "v1/widget.js" } as const;

export function customElementsManifest(): Package {
  const reference = { name: className, module: modules.element };
  return {
    schemaVersion: "2.1.0",
    modules: [
      {
        kind: "javascript-module",
        path: modules.element,
        description: "The class; importing it registers nothing.",
        declarations: [declaration()],
        exports: [{ kind: "js", name: className, declaration: reference }],
      },
      {
        kind: "javascript-module",
        path: modules.widget,
        description: "Registers the element.",
        declarations: [],
        exports: [
          { kind: "custom-element-definition", name: tagName, declaration: reference },
          { kind: "js", name: className, declaration: reference },
        ],
      },
    ],
  };
}

function declaration(): CustomElementDeclaration {
  return {
    kind: "class",
    customElement: true,
    name: className,
    tagName,
    superclass: { name: "HTMLElement" },
    summary: "CAR-T cells and bispecific antibodies in relapsed multiple myeloma, compared.",
    description:
      "Pools what trials report of both classes for the question its attributes ask. For health-care professionals; evidence, not advice. It never reads `class`, and takes no patient's values.",
    attributes: [...questionAttributes(), ...lookAttributes()],
    members: members(),
    events: events.map(({ name, detail, description }) => ({
      name,
      description,
      type: { text: `CustomEvent<${detail}>` },
    })),
    slots: [...slots],
    cssParts: [...parts],
    cssProperties: customProperties.map((one) => ({ ...one, syntax: "<color>" })),
  };
}

function questionAttributes(): Attribute[] {
  return parameterNames.map((name) => {
    const { description, schema } = questionParameter(name);
    const initial: unknown = schema.default;
    return {
      name,
      description,
      fieldName: propertyName(name),
      type: { text: attributeType(name) },
      ...(initial === undefined ? {} : { default: [initial].flat().join(",") }),
    };
  });
}

function lookAttributes(): Attribute[] {
  return presentationAttributes.map(({ name, words, description }) => ({
    name,
    description,
    fieldName: name,
    type: { text: words ? quotedWords(words) : "string" },
    ...(words?.[0] === undefined ? {} : { default: words[0] }),
  }));
}

function members(): ClassField[] {
  const ofAttributes = [...questionAttributes(), ...lookAttributes()]
    // `lang` is a property of every HTML element, like `id` and `title`.
    .filter(({ name }) => name !== "lang")
    .map(({ name, fieldName = name, description }) => ({
      kind: "field" as const,
      name: fieldName,
      attribute: name,
      reflects: true,
      type: { text: "string | null" },
      ...(description === undefined ? {} : { description }),
    }));
  const own = ownProperties.map(({ name, type, readonly, description }) => ({
    kind: "field" as const,
    name,
    readonly,
    type: { text: type },
    description,
  }));
  return [...ofAttributes, ...own];
}
