/**
 * `element.d.ts`: types of the element for TypeScript, and for JSX in React and Preact. A single
 * file without imports, so that it can be copied into a project.
 */

import type { JsonSchema } from "@valibot/to-json-schema";
import { parameterNames, propertyName } from "#core/question/parameter-names.ts";
import type { NamedSchemas } from "../json-schemas.ts";
import { parameterDescriptions } from "../parameter-descriptions.ts";
import {
  attributeType,
  events,
  ownProperties,
  presentationAttributes,
  quotedWords,
} from "./contract.ts";

/** Closed lists are unions of words, which editors complete. Lists and ranges are any string. */
const attributes = [
  ...parameterNames.map((name) => ({
    name,
    type: attributeType(name),
    description: parameterDescriptions[name],
  })),
  ...presentationAttributes.map(({ name, words, description }) => ({
    name,
    type: words ? quotedWords(words) : "string",
    description,
  })),
];

/** @param schemas The schemas of all answers; one of them is that of a comparison. */
export function elementTypes(schemas: NamedSchemas): string {
  return `/** \`<myeloma-compare>\`: made with the service that this file comes from. */

/** The attributes, as JSX and HTML write them. */
export interface MyelomaCompareAttributes {
${attributes.map(({ name, type, description }) => field(quoted(name), `${type} | undefined`, description, "?")).join("\n")}
}

export interface Change {
  query: string;
  permalink: string;
}

export type Failure =
  | { kind: "offline" | "failed" }
  | { kind: "refused"; details: string[] };

${interfacesOf("Comparison", schemas)}

export interface MyelomaCompareEventMap {
${events.map(({ name, detail, description }) => field(quoted(name), `CustomEvent<${detail}>`, description)).join("\n")}
}

/** Importing it registers nothing: that is \`/v1/widget.js\`, or \`customElements.define\`. */
export declare class MyelomaCompare extends HTMLElement {
${attributes
  .filter(({ name }) => name !== "lang")
  .map(({ name, description }) => field(propertyName(name), "string | null", description))
  .join("\n")}
${ownProperties.map(({ name, type, readonly, description }) => field(`${readonly ? "readonly " : ""}${name}`, type, description)).join("\n")}
  addEventListener<Type extends keyof AllEvents>(
    type: Type,
    listener: (this: MyelomaCompare, event: AllEvents[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof AllEvents>(
    type: Type,
    listener: (this: MyelomaCompare, event: AllEvents[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** The events as attributes of JSX; names with a colon cannot be written there. */
export interface MyelomaCompareListeners {
${events
  .filter(({ name }) => !name.includes(":"))
  .map(({ name, detail, description }) =>
    field(
      quoted(`on${name}`),
      `((event: CustomEvent<${detail}>) => void) | undefined`,
      description,
      "?",
    ),
  )
  .join("\n")}
}

interface AllEvents extends HTMLElementEventMap, MyelomaCompareEventMap {}

/** What JSX adds to the attributes of any element. */
type InJsx<Common> = Omit<Common, keyof MyelomaCompareAttributes> & MyelomaCompareAttributes & MyelomaCompareListeners;

declare global {
  interface HTMLElementTagNameMap {
    "myeloma-compare": MyelomaCompare;
  }
}

// @ts-ignore: for those who have React.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: for those who have React.
      "myeloma-compare": InJsx<import("react").HTMLAttributes<MyelomaCompare> & import("react").RefAttributes<MyelomaCompare>>;
    }
  }
}

// @ts-ignore: for those who have Preact.
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: for those who have Preact.
      "myeloma-compare": InJsx<import("preact").HTMLAttributes<MyelomaCompare>>;
    }
  }
}
`;
}

function field(name: string, type: string, description: string, mark = ""): string {
  return `  /** ${description} */\n  ${name}${mark}: ${type};`;
}

function quoted(name: string): string {
  return JSON.stringify(name);
}

/**
 * The interface `name`, followed by all interfaces that it needs: from JSON Schema to TypeScript.
 * Existing converters need a formatter, or the JavaScript API of TypeScript, which its current release
 * no longer has. Our schemas use only nine keywords.
 */
function interfacesOf(name: string, schemas: Readonly<Record<string, JsonSchema>>): string {
  const needed = new Set([name]);
  // Entries that are added to a set during the iteration are visited, too.
  for (const one of needed) for (const other of referencesOf(schemas[one])) needed.add(other);
  return [...needed]
    .map((one) => `export interface ${one} ${typeOf(schemas[one] ?? {}, "")}`)
    .join("\n\n");
}

function referencesOf(schema: JsonSchema | undefined): string[] {
  const references = JSON.stringify(schema ?? {}).matchAll(/"\$ref":"[^"]*\/([^"/]+)"/g);
  return [...references].flatMap(([, name]) => name ?? []);
}

function typeOf(schema: JsonSchema | boolean, indent: string): string {
  if (typeof schema === "boolean") return "unknown";
  const { $ref, anyOf, enum: words, const: word, prefixItems, items, properties } = schema;
  if ($ref !== undefined) return $ref.split("/").at(-1) ?? "unknown";
  if (anyOf) return anyOf.map((one) => typeOf(one, indent)).join(" | ");
  if (words) return words.map((one) => JSON.stringify(one)).join(" | ");
  if (word !== undefined) return JSON.stringify(word);
  if (prefixItems) return `readonly [${prefixItems.map((one) => typeOf(one, indent)).join(", ")}]`;
  if (properties) return objectType(schema, indent);
  const types = [schema.type ?? []].flat();
  return types.map((type) => plainType(type, items, schema, indent)).join(" | ") || "unknown";
}

function plainType(
  type: string,
  items: JsonSchema["items"],
  { additionalProperties }: JsonSchema,
  indent: string,
): string {
  switch (type) {
    case "integer":
      return "number";
    case "array":
      return items === undefined || Array.isArray(items)
        ? "unknown[]"
        : `readonly ${grouped(typeOf(items, indent))}[]`;
    case "object":
      return additionalProperties === undefined || additionalProperties === false
        ? "Record<string, unknown>"
        : `Record<string, ${typeOf(additionalProperties, indent)}>`;
    default:
      return type;
  }
}

function grouped(type: string): string {
  return type.includes(" | ") && !type.startsWith("{") ? `(${type})` : type;
}

function objectType({ properties = {}, required = [] }: JsonSchema, indent: string): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties).flatMap(([name, schema]) => {
    const description = typeof schema === "object" ? schema.description : undefined;
    const mark = required.includes(name) ? "" : "?";
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    return [
      ...(description === undefined ? [] : [`${inner}/** ${description} */`]),
      `${inner}${key}${mark}: ${typeOf(schema, inner)};`,
    ];
  });
  return ["{", ...fields, `${indent}}`].join("\n");
}
