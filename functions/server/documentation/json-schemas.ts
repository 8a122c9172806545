/** The named schemas as JSON Schema, with a line on every field. */
import { type JsonSchema, toJsonSchemaDefs } from "@valibot/to-json-schema";
import { components } from "./components.ts";
import { fieldDescriptions } from "./field-descriptions.ts";
import { schemaReference } from "./schema-reference.ts";

export function jsonSchemas(): Record<string, JsonSchema> {
  const raw = toJsonSchemaDefs(components, {
    target: "draft-2020-12",
    // Trimming changes nothing that is stored; checks across fields have no counterpart.
    ignoreActions: ["trim", "check"],
    overrideRef: ({ referenceId }) => schemaReference(referenceId),
  });
  return Object.fromEntries(
    Object.entries(raw).map(([name, schema]) => [name, finished(schema, name)]),
  );
}

/** Under its own name where that means something else in this schema; `undefined` where nothing is said. */
function descriptionOf(schema: string, field: string): string | undefined {
  return fieldDescriptions[`${schema}.${field}`] ?? fieldDescriptions[field];
}

function finished(schema: JsonSchema, within: string): JsonSchema {
  const inner = (one: JsonSchema | boolean) =>
    typeof one === "boolean" ? one : finished(one, within);
  const { properties, prefixItems, items, anyOf, additionalProperties, propertyNames, ...rest } =
    schema;
  return {
    ...rest,
    ...(anyOf ? nullable(anyOf.map(inner)) : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, one]) => {
              const description = descriptionOf(within, name);
              const said = inner(one);
              return [
                name,
                typeof said === "object" && description ? { ...said, description } : said,
              ];
            }),
          ),
        }
      : {}),
    ...(prefixItems
      ? { prefixItems: prefixItems.map(inner), items: false, maxItems: prefixItems.length }
      : {}),
    ...(items !== undefined && !Array.isArray(items) ? { items: inner(items) } : {}),
    ...(additionalProperties === undefined
      ? {}
      : { additionalProperties: inner(additionalProperties) }),
  };
}

/** "A number or null" in one type, which is easier to read than two alternatives. */
function nullable(alternatives: (JsonSchema | boolean)[]): JsonSchema {
  const [value, nothing] = alternatives;
  if (
    alternatives.length !== 2 ||
    typeof value !== "object" ||
    typeof nothing !== "object" ||
    nothing.type !== "null" ||
    typeof value.type !== "string"
  ) {
    return { anyOf: alternatives };
  }
  return {
    ...value,
    type: [value.type, "null"],
    ...(value.enum ? { enum: [...value.enum, null] } : {}),
  };
}
