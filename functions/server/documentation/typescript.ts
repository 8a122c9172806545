/**
 * From JSON Schema to TypeScript. Existing converters need a formatter, or the JavaScript API of
 * TypeScript, which its current release no longer has. Our schemas use only nine keywords.
 */
import type { JsonSchema } from "@valibot/to-json-schema";
import { kebabCase } from "#data/schema/common.ts";
import type { NamedSchemas } from "./json-schemas.ts";

/** The types of these names, followed by all types that they need. */
export function typesOf(names: readonly string[], schemas: NamedSchemas): string {
  const needed = new Set(names);
  // Entries that are added to a set during the iteration are visited, too.
  for (const one of needed) for (const other of referencesOf(schemas[one])) needed.add(other);
  return [...needed]
    .map((one) => `export interface ${one} ${typeOf(schemas[one] ?? {}, "")}`)
    .join("\n\n");
}

export function field(name: string, type: string, description: string, mark = ""): string {
  return `  /** ${description} */\n  ${name}${mark}: ${type};`;
}

export function quotedWords(words: readonly string[]): string {
  return words.map((word) => JSON.stringify(word)).join(" | ");
}

/**
 * The type of what a caller writes: a union of its words, which editors complete; where the data may
 * add words, those of today and any other string; else any string.
 */
export function wordType({ enum: words, pattern, examples = [] }: JsonSchema): string {
  if (words) return quotedWords(words.map(String));
  // Not only `string`, so that editors still complete the words.
  const isWord = pattern === kebabCase.source;
  return isWord ? `${quotedWords(examples.map(String))} | (string & {})` : "string";
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
        ? "readonly unknown[]"
        : `readonly ${entryType(items, indent)}[]`;
    case "object":
      return additionalProperties === undefined || additionalProperties === false
        ? "Record<string, unknown>"
        : `Record<string, ${typeOf(additionalProperties, indent)}>`;
    default:
      return type;
  }
}

function entryType(schema: JsonSchema | boolean, indent: string): string {
  const type = typeOf(schema, indent);
  const isUnion =
    typeof schema === "object" && (schema.anyOf || schema.enum || Array.isArray(schema.type));
  return isUnion ? `(${type})` : type;
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
