/**
 * Checks answers against the served OpenAPI document. It leaves answers open, so that fields can be added; here
 * its schemas are the closed ones, so that an answer with a field that is not described is noticed.
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { gatherAnswerSchemas, type OpenApiDocument } from "#server/documentation/document.ts";
import { extensibleEnum } from "#server/documentation/json-schemas.ts";
import { operations } from "../../.dev/build/operations.ts";

export interface Documented {
  /** Holds the document as the app serves it. */
  document: OpenApiDocument;
  /** Returns what is wrong with a body; empty if the document describes it fully. */
  problemsOf(at: { path: string; status: number; type: string }, body: unknown): string[];
  /** Returns what is wrong with a value of a schema, by the schema's name. */
  problemsOfSchema(name: string, body: unknown): string[];
}

const root = "openapi.json";

export function documented(
  document: OpenApiDocument,
  schemas = gatherAnswerSchemas(operations, "closed"),
): Documented {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addVocabulary([...Object.keys(document), extensibleEnum]);
  // The document as a whole is not a schema; the schemas inside it are referenced by their path.
  ajv.addSchema(
    {
      $id: root,
      ...JSON.parse(
        JSON.stringify({ ...document, components: { ...document.components, schemas } }),
      ),
    },
    undefined,
    undefined,
    false,
  );
  const check = (place: readonly string[], body: unknown): string[] => {
    const pointer = place.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/");
    const validate = ajv.getSchema(`${root}#/${encodeURI(pointer)}`);
    if (!validate) return [`nothing is documented at ${pointer}`];
    if (validate(body)) return [];
    return (validate.errors ?? []).slice(0, 5).map((error) => {
      const extra = JSON.stringify(error.params);
      return `${error.instancePath} ${error.message} ${extra}`;
    });
  };
  return {
    document,
    problemsOfSchema: (name, body) => check(["components", "schemas", name], body),
    problemsOf({ path, status, type }, body) {
      const answer = document.paths[path]?.get.responses[String(status)];
      if (!answer) return [`${path} does not document ${status}`];
      const place =
        "$ref" in answer
          ? answer.$ref.split("/").slice(1)
          : ["paths", path, "get", "responses", String(status)];
      return check([...place, "content", type, "schema"], body);
    },
  };
}
