import type { JsonSchema } from "@valibot/to-json-schema";
import type { OpenApiDocument } from "#server/documentation/open-api.ts";

/** Fields of answers that have no description. */
export function undescribed({ components }: OpenApiDocument): string[] {
  const missing: string[] = [];
  const walk = (schema: JsonSchema | boolean | undefined, within: string): void => {
    if (typeof schema !== "object") return;
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      if (typeof field !== "object" || !field.description) missing.push(`${within}.${name}`);
      walk(field, within);
    }
    const { items, additionalProperties, anyOf = [], prefixItems = [] } = schema;
    const inside = [Array.isArray(items) ? undefined : items, additionalProperties];
    for (const inner of [...inside, ...anyOf, ...prefixItems]) walk(inner, within);
  };
  for (const [name, schema] of Object.entries(components.schemas)) walk(schema, name);
  return missing;
}
