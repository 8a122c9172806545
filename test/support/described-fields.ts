import type { JsonSchema } from "@valibot/to-json-schema";
import { fieldDescriptions } from "#server/documentation/field-descriptions.ts";
import type { OpenApiDocument } from "#server/documentation/open-api.ts";

/** Fields of answers that have no description, and the keys of the descriptions that are in use. */
export function describedFields({ components }: OpenApiDocument): {
  missing: string[];
  used: ReadonlySet<string>;
} {
  const missing: string[] = [];
  const used = new Set<string>();
  const walk = (schema: JsonSchema | boolean | undefined, within: string): void => {
    if (typeof schema !== "object") return;
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const own = `${within}.${name}`;
      used.add(own in fieldDescriptions ? own : name);
      if (typeof field !== "object" || !field.description) missing.push(own);
      walk(field, within);
    }
    const { items, additionalProperties, anyOf = [], prefixItems = [] } = schema;
    const inside = [Array.isArray(items) ? undefined : items, additionalProperties];
    for (const inner of [...inside, ...anyOf, ...prefixItems]) walk(inner, within);
  };
  for (const [name, schema] of Object.entries(components.schemas)) walk(schema, name);
  return { missing, used };
}
