/**
 * Tests what programs may rely on in `/v1` against an approved file, whose diff a person reads: a line more is a
 * release, a line that changes or goes breaks the contract. `npm run accept` writes it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeOpenApiDocument } from "#server/documentation/document.ts";
import { extensibleEnum } from "#server/documentation/json-schemas.ts";
import type { Words } from "#server/http/closed-parameters.ts";
import { makeProblemTypeAddress, problemStatuses } from "#server/http/problem.ts";
import { lookWords } from "#server/pages/frame/frame-look.ts";
import { operations } from "../../.dev/build/operations.ts";
import manifest from "../../widget/custom-elements.json" with { type: "json" };
import { isReference, nameOf } from "../support/documented-resources.ts";

const document = makeOpenApiDocument("1", operations);

type Schema = (typeof document.components.schemas)[string];
type Part = Schema | boolean;

const isSchema = (part: Part | readonly Part[] | undefined): part is Schema =>
  typeof part === "object" && !Array.isArray(part);

/** Returns the type of a field as a reader of the contract finds it. */
function typeOf(schema: Schema): string {
  if (schema.$ref) return nameOf({ $ref: schema.$ref });
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return several.filter(isSchema).map(typeOf).join(" | ");
  const orNull = [schema.type].flat().includes("null") ? " | null" : "";
  if (schema.prefixItems) {
    return `[${schema.prefixItems.filter(isSchema).map(typeOf).join(", ")}]${orNull}`;
  }
  if (isSchema(schema.items)) return `${typeOf(schema.items)}[]${orNull}`;
  const { type = typeof schema.const } = schema;
  return [type].flat().join(" | ");
}

/** The words of a list, or of its entries. */
function wordsOf(schema: Schema): readonly unknown[] {
  const several = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.items].filter(isSchema);
  const words: unknown = Reflect.get(schema, extensibleEnum);
  if (Array.isArray(words)) return [schema.type].flat().includes("null") ? [...words, null] : words;
  return schema.enum ?? several.flatMap(wordsOf);
}

/** The names of the element that a page of another site may use, by kind. */
const elementNames = manifest.modules.flatMap(({ declarations }) =>
  declarations.flatMap((element) =>
    (["attributes", "members", "events", "slots", "cssParts", "cssProperties"] as const).flatMap(
      (kind) => element[kind].map(({ name }) => `<${element.tagName}> ${kind} ${name}`),
    ),
  ),
);

const messageFile = join(import.meta.dirname, "../../widget/page/frame-messages.ts");

/** The types of the messages between our page in a frame and the page around it. */
const messages = [
  ...new Set(readFileSync(messageFile, "utf8").match(/(?<=")myeloma-compare:[a-z-]+(?=")/g)),
].map((type) => `frame message ${type}`);

/** Lists the parameters of pages, besides those of a question. */
const pageWords: Readonly<Record<string, Words>> = {
  "/embed": lookWords,
};

/** The fields of an object and of those in it that have no name of their own. */
function fieldsOf(schema: Schema, at: string): string[] {
  const inner = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(isSchema);
  const more = schema.additionalProperties;
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
      if (!isSchema(field)) return [];
      const must = schema.required?.includes(name) ? "" : "?";
      return [
        `${at}.${name}${must}: ${typeOf(field)}`,
        ...wordsOf(field).map((word) => `${at}.${name} = ${String(word)}`),
        ...fieldsOf(field, `${at}.${name}`),
      ];
    }),
    ...inner.flatMap((schema) => fieldsOf(schema, at)),
    ...(isSchema(more) ? [`${at}.*: ${typeOf(more)}`, ...fieldsOf(more, `${at}.*`)] : []),
  ];
}

const formsOf = (
  answer: (typeof document.paths)[string]["get"]["responses"][string] | undefined,
) => (answer && !isReference(answer) ? Object.keys(answer.content ?? {}) : []);

const parameterOf = (parameter: (typeof document.paths)[string]["get"]["parameters"][number]) =>
  isReference(parameter) ? document.components.parameters[nameOf(parameter)] : parameter;

it("has every address, parameter and field of the contract", async () => {
  const addresses = Object.entries(document.paths).flatMap(([path, { get }]) => [
    path,
    ...formsOf(get.responses["200"]).map((form) => `${path} ${form}`),
    ...get.parameters.flatMap((part) => {
      const parameter = parameterOf(part);
      if (parameter?.in !== "query") return [];
      const words = isReference(part) ? [] : (parameter.schema.enum ?? []);
      return ["", ...words.map((word) => `=${String(word)}`)].map(
        (end) => `${path}?${parameter.name}${end}`,
      );
    }),
  ]);
  const values = Object.values(document.components.parameters).flatMap(({ name, schema }) => {
    const words = isSchema(schema.items) ? schema.items.enum : schema.enum;
    const usual = schema.default === undefined ? "" : ` = ${String(schema.default)}`;
    return [`?${name}${usual}`, ...(words ?? []).map((word) => `?${name}=${String(word)}`)];
  });
  const fields = Object.entries(document.components.schemas).flatMap(([name, schema]) =>
    fieldsOf(schema, name),
  );
  expect(fields.length).toBeGreaterThan(300);
  expect(messages.length).toBeGreaterThan(5);
  const columns = operations.flatMap(({ path, columns: names }) =>
    Object.keys(names).map((name) => `${path} column ${name}`),
  );
  const problems = problemStatuses.map((status) => `${status} ${makeProblemTypeAddress(status)}`);
  const pages = Object.entries(pageWords).flatMap(([path, words]) =>
    Object.entries(words).flatMap(([name, allowed]) =>
      allowed.map((word) => `${path}?${name}=${word}`),
    ),
  );
  const parts = [addresses, pages, values, fields, columns, problems, elementNames, messages];
  const text = parts.map((part) => part.join("\n")).join("\n\n");
  await expect(`${text}\n`).toMatchFileSnapshot(join(import.meta.dirname, "v1.txt"));
});
