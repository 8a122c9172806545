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

export interface Operation {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  parameters: readonly (Parameter | Reference)[];
  responses: Record<string, Answer | Reference>;
}

export interface OpenApiDocument {
  openapi: "3.1.1";
  jsonSchemaDialect: string;
  info: {
    title: string;
    summary: string;
    description: string;
    version: string;
    contact: { name: string };
    license: { name: string; identifier: string };
  };
  /** Nothing needs a key. */
  security: readonly [];
  servers: readonly { url: string; description: string }[];
  tags: readonly { name: string; description: string }[];
  paths: Record<string, { get: Operation }>;
  components: {
    schemas: Record<string, JsonSchema>;
    parameters: Record<string, Parameter>;
    headers: Record<string, { description: string; schema: JsonSchema }>;
    responses: Record<string, Answer>;
  };
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
