/** Converts the schemas of answers to JSON Schema. Schemas with a name become references. */
import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import { type GenericSchema, getTitle } from "valibot";

export type NamedSchemas = Readonly<Record<string, JsonSchema>>;

/**
 * A field with this extension lists words to which later versions may add others, as the guidelines of Zalando name it.
 * A client made from an `enum` would refuse a new word.
 */
export const extensibleEnum = "x-extensible-enum";

/**
 * Returns every named schema in the answers. A whole answer comes before its parts.
 *
 * @param form `open`, for callers: a field or a word that a later version adds is valid. `closed`, for tests: every
 * field and word of an answer must be described.
 */
export function convertToJsonSchemas(
  answers: readonly GenericSchema[],
  form: "open" | "closed" = "open",
): NamedSchemas {
  const schemas: SchemasByName = new Map();
  for (const answer of answers) {
    const schema = toJsonSchema(answer, {
      target: "draft-2020-12",
      // Trimming does not change stored data, and JSON Schema cannot express checks across fields.
      ignoreActions: ["trim", "check"],
      overrideSchema: ({ valibotSchema, jsonSchema }) =>
        form === "open" ? makeOpenSchema(valibotSchema.type, jsonSchema) : null,
    });
    replaceSchemaByReference(schema, schemas);
  }
  return Object.fromEntries([...schemas].map(([name, { schema }]) => [name, schema]));
}

/** Returns the schema with room for fields and words of later versions; `null` if it stays as it is. */
function makeOpenSchema(type: string, schema: JsonSchema): JsonSchema | null {
  if (type === "strict_object") {
    const { additionalProperties, ...open } = schema;
    return open;
  }
  if (type !== "picklist") return null;
  const { enum: words, ...open } = schema;
  return Object.assign(open, { [extensibleEnum]: words });
}

/** Returns the name of a schema in the document, and throws if it has none. */
export function requireSchemaName(schema: GenericSchema): string {
  const title = getTitle(schema);
  if (title === undefined) throw new Error("a schema of an answer has no name");
  return title;
}

/** Maps each name to the text of the converted schema and the schema with references. */
type SchemasByName = Map<string, { text: string; schema: JsonSchema }>;

/** Replaces every named schema by a reference, and adds the schema to `schemas`. */
function replaceSchemaByReference(
  { title, description, $schema, ...schema }: JsonSchema,
  schemas: SchemasByName,
): JsonSchema {
  const described = description === undefined ? {} : { description };
  if (title === undefined) return { ...replaceInnerSchemas(schema, schemas), ...described };
  const text = JSON.stringify(schema);
  const previous = schemas.get(title);
  if (previous && previous.text !== text) throw new Error(`two schemas are called ${title}`);
  if (!previous) {
    // The name takes its place in the order before its parts are added.
    schemas.set(title, { text, schema: {} });
    schemas.set(title, { text, schema: replaceInnerSchemas(schema, schemas) });
  }
  return { $ref: makeSchemaPointer(title), ...described };
}

function replaceInnerSchemas(schema: JsonSchema, schemas: SchemasByName): JsonSchema {
  const inner = (part: JsonSchema | boolean) =>
    typeof part === "boolean" ? part : replaceSchemaByReference(part, schemas);
  const {
    properties,
    prefixItems,
    items,
    anyOf,
    additionalProperties,
    propertyNames,
    ...remaining
  } = schema;
  return {
    ...remaining,
    ...(anyOf ? mergeNullAlternative(anyOf.map(inner)) : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, property]) => [name, inner(property)]),
          ),
        }
      : {}),
    ...(prefixItems
      ? // An array has no further entries. `items` is for programs that do not read `prefixItems`.
        { prefixItems: prefixItems.map(inner), items: {}, maxItems: prefixItems.length }
      : {}),
    ...(prefixItems || items === undefined || Array.isArray(items) ? {} : { items: inner(items) }),
    ...(additionalProperties === undefined
      ? {}
      : { additionalProperties: inner(additionalProperties) }),
  };
}

/** Merges "a number or null" into one type, which is easier to read than two alternatives. */
function mergeNullAlternative(alternatives: (JsonSchema | boolean)[]): JsonSchema {
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

/** Returns the `$ref` of a schema in the OpenAPI document. */
export function makeSchemaPointer(name: string): string {
  return `#/components/schemas/${name}`;
}
