/**
 * Converts the JSON Schemas of the answers to TypeScript types. Existing converters need a
 * formatter, or the JavaScript API of TypeScript, which its current release no longer has. Our
 * schemas use only nine keywords.
 */
import type { JsonSchema } from "@valibot/to-json-schema";

/** The interface `name`, followed by all interfaces that it needs. */
export function interfacesOf(name: string, schemas: Readonly<Record<string, JsonSchema>>): string {
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
