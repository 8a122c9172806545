import type { JsonSchema } from "@valibot/to-json-schema";
import { kebabCase } from "#data/schema/common.ts";

/** The words that a schema allows: a closed list, or those that the data have today. */
export function allowedOf({ enum: values, pattern, examples, items }: JsonSchema): string[] {
  const words = values ?? (pattern === kebabCase.source ? examples : []);
  const own = words?.filter((value) => value !== null).map(String) ?? [];
  if (own.length > 0 || typeof items !== "object" || Array.isArray(items)) return own;
  return allowedOf(items);
}
