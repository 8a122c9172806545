/** Describes the type of a JSON Schema in words. */
import type { JsonSchema } from "@valibot/to-json-schema";
import { kebabCase } from "#data/schema/common.ts";
import { isReference, nameOf } from "../open-api.ts";

/** Plain text, or the name of a schema that is described elsewhere. */
export type Word = string | { readonly name: string };

export function wordsOf(schema: JsonSchema | boolean | undefined): Word[] {
  if (schema === undefined || typeof schema === "boolean") return ["anything"];
  if (isReference(schema)) return [{ name: nameOf(schema) }];
  if (schema.anyOf) return either(schema.anyOf.map(wordsOf));
  if (schema.const !== undefined) return [`always ${schema.const}`];
  const types = Array.isArray(schema.type) ? schema.type : schema.type ? [schema.type] : [];
  return either(types.map((type) => ofType(type, schema)));
}

function ofType(type: string, schema: JsonSchema): Word[] {
  switch (type) {
    case "array":
      return schema.prefixItems
        ? [`list of ${schema.prefixItems.length}: `, ...wordsOf(schema.prefixItems[0])]
        : ["list of ", ...wordsOf(Array.isArray(schema.items) ? undefined : schema.items)];
    case "object":
      return typeof schema.additionalProperties === "object"
        ? ["by name: ", ...wordsOf(schema.additionalProperties)]
        : ["object"];
    case "string":
      return [schema.enum ? "word" : schema.format === "uri" ? "address" : "text"];
    case "boolean":
      return ["true or false"];
    default:
      return [type];
  }
}

function either(alternatives: Word[][]): Word[] {
  return alternatives.flatMap((words, index) => (index === 0 ? words : [" or ", ...words]));
}

/** The words that are allowed: a closed list, or those that the data have today. */
export function allowedOf({ enum: values, pattern, examples, items }: JsonSchema): string[] {
  const words = values ?? (pattern === kebabCase.source ? examples : []);
  const own = words?.filter((value) => value !== null).map(String) ?? [];
  if (own.length > 0 || typeof items !== "object" || Array.isArray(items)) return own;
  return allowedOf(items);
}

/** The schema of the fields inside a value that has no named schema. */
export function innerFields(schema: JsonSchema | boolean | undefined): JsonSchema | null {
  if (typeof schema !== "object" || schema.$ref !== undefined) return null;
  if (schema.properties) return schema;
  const inside = [
    ...(schema.anyOf ?? []),
    ...(schema.items === undefined || Array.isArray(schema.items) ? [] : [schema.items]),
    ...(schema.additionalProperties === undefined ? [] : [schema.additionalProperties]),
  ];
  return inside.map(innerFields).find((found) => found !== null) ?? null;
}
