/** `client.d.ts`: types of the client at `/v1/client.js`. */
import type { JsonSchema } from "@valibot/to-json-schema";
import type { Described } from "./described.ts";
import { schemasOf } from "./document.ts";
import { nameOfSchema } from "./json-schemas.ts";
import { isReference, nameOf, type Parameter } from "./open-api.ts";
import { questionParameters } from "./question-parameters.ts";
import { field, quotedWords, typesOf, wordType } from "./typescript.ts";

/** What a page loads or an editor reads is no data. */
const isScript = /\.js$|\.d\.ts$|\/custom-elements\./;

const formOf = ({ json, csv, texts = [] }: Described) =>
  json ? "application/json" : csv ? "text/csv" : texts[0];

const methodOf = (one: Described) => ({
  name: one.id.replace(/^get(.)/, (_, first) => first.toLowerCase()),
  path: one.path,
  form: formOf(one),
  summary: one.summary,
  answer: one.json && one.json !== "object" ? nameOfSchema(one.json) : "unknown",
  question: (one.parameters ?? []).filter(isReference).map(nameOf),
  own: (one.parameters ?? []).filter((given) => "name" in given),
});
type Method = ReturnType<typeof methodOf>;

/** One for each resource, in the order of the documentation; the second address of an answer has none. */
export function methodsOf(operations: readonly Described[]): readonly Method[] {
  const forms = new Map(operations.map((one) => [one.path, formOf(one)]));
  const isDouble = (one: Described) => {
    const plain = one.path.replace(/\.\w+$/, "");
    return plain !== one.path && forms.get(plain) === formOf(one);
  };
  return operations.filter((one) => !isScript.test(one.path) && !isDouble(one)).map(methodOf);
}

export function clientTypes(operations: readonly Described[]): string {
  const methods = methodsOf(operations);
  const answers = methods.map(({ answer }) => answer).filter((name) => name !== "unknown");
  return `/** The client at \`/v1/client.js\`: made with the service that this file comes from. */

/** The parameters of a question. Several values are one text with commas, or a list. */
export interface Question {
${Object.values(questionParameters).map(parameterField).join("\n")}
}

/** Each takes parameters by name or as a query string, and rejects with a \`SourceError\`, or an \`AbortError\`. */
export interface ComparisonClient {
${methods.map(signature).join("\n")}
}

/** @param base Address of an installation, without a slash at the end. */
export declare function comparisonClient(base: string): ComparisonClient;

export type Failure =
  | { kind: "offline" | "failed" }
  | { kind: "refused"; details: string[] };

/** \`cause\` is the problem document (\`Problem\`), if the service sent one. */
export declare class SourceError extends Error {
  readonly failure: Failure;
  readonly cause?: unknown;
}

/** The failure of any error; "failed" for an error of another kind. */
export declare function failureOf(error: unknown): Failure;

${typesOf([...answers, "Problem"], schemasOf(operations))}
`;
}

function signature({ name, form, summary, answer, question, own }: Method): string {
  const inPath = own.filter((one) => one.in === "path").map((one) => `${one.name}: string`);
  const named = own.filter((one) => one.in === "query");
  const without = Object.keys(questionParameters).filter((one) => !question.includes(one));
  const types = [
    ...(question.length === 0 ? [] : [`Omit<Question, ${quotedWords(without) || "never"}>`]),
    ...(named.length === 0 ? [] : [`{\n${named.map(parameterField).join("\n")}\n}`]),
  ];
  const mark = named.some(({ required }) => required) ? "" : "?";
  const asked = types.length === 0 ? [] : [`asked${mark}: string | (${types.join(" & ")})`];
  const given = [...inPath, ...asked, "signal?: AbortSignal"].join(", ");
  // The only method that always answered with its list alone.
  const json = name === "subgroups" ? `${answer}["subgroups"]` : answer;
  const body = { "application/json": json, "image/png": "Blob" }[String(form)] ?? "string";
  return `  /** ${summary}. */\n  ${name}(${given}): Promise<${body}>;`;
}

function parameterField({ name, schema, description, required }: Parameter): string {
  const type = required ? valueType(schema) : `${valueType(schema)} | undefined`;
  return field(JSON.stringify(name), type, description, required ? "" : "?");
}

/** The type of what a caller gives. */
function valueType({ type, items, ...schema }: JsonSchema): string {
  if (type === "integer") return "number";
  const word = wordType(typeof items === "object" && !Array.isArray(items) ? items : schema);
  return type === "array" ? `${word} | readonly (${word})[]` : word;
}
