/** The part of OpenAPI 3.1 that our document uses. */
import type { JsonSchema } from "@valibot/to-json-schema";

export interface Reference {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: "query" | "path" | "header";
  description: string;
  required?: boolean;
  style?: "form";
  explode?: false;
  schema: JsonSchema;
}

export interface MediaType {
  schema: JsonSchema;
}

export interface Answer {
  description: string;
  headers?: Record<string, Reference>;
  content?: Record<string, MediaType>;
}

export function isReference(value: object): value is Reference {
  return "$ref" in value && typeof value.$ref === "string";
}

/** The name of the component that a reference points to: its last part. */
export function nameOf({ $ref }: Reference): string {
  return $ref.slice($ref.lastIndexOf("/") + 1);
}

export function schemaReference(name: string): string {
  return `#/components/schemas/${name}`;
}
