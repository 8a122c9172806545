/** One resource: its purpose, its parameters, its answer, an example, and sample requests. */
import type { JsonSchema } from "@valibot/to-json-schema";
import type { JSX } from "preact";
import { problemAnchor, problemStatuses } from "../../http/problem.ts";
import { originPlaceholder } from "../../pages/html/origin-placeholder.ts";
import { Prose } from "../../pages/html/parts.tsx";
import {
  isReference,
  type MediaType,
  nameOf,
  type OpenApiDocument,
  type Operation,
  type Parameter,
} from "../open-api.ts";
import { isOfQuestion } from "../question-parameters.ts";
import { addressIn } from "./addresses.ts";
import { Fields, Kind } from "./fields.tsx";
import { Parameters } from "./parameters.tsx";
import { Code, ExampleOf } from "./prose.tsx";

interface ResourceProps {
  path: string;
  operation: Operation;
  document: OpenApiDocument;
}

export function Resource({ path, operation, document }: ResourceProps): JSX.Element {
  const { description, parameters, responses } = operation;
  const own = ownParameters(operation, document);
  const ofQuestion = parameters.filter((one) => isReference(one) && isOfQuestion(nameOf(one)));
  const success = responses["200"];
  const content = success && !isReference(success) ? (success.content ?? {}) : {};
  return (
    <>
      <p class="address">
        <code>GET {path}</code>
      </p>
      <p>
        <Prose text={description} />
      </p>
      {own.length > 0 ? <Parameters parameters={own} /> : null}
      {ofQuestion.length > 0 ? (
        <p>
          {own.length > 0 ? "And" : "Takes"}{" "}
          <a href={addressIn("question")}>
            {own.length > 0 ? "the other" : "the"} {ofQuestion.length} parameters of a question
          </a>
          .
        </p>
      ) : null}
      {own.length + ofQuestion.length === 0 ? <p>Takes no parameters.</p> : null}
      {Object.entries(content).map(([type, media]) => (
        <Content key={type} type={type} media={media} document={document} />
      ))}
      <Asking path={path} content={content} />
      <p class="kind">
        Errors:{" "}
        {problemStatuses
          .filter((status) => String(status) in responses)
          .map((status, index) => (
            <span key={status}>
              {index > 0 ? " · " : ""}
              <a href={addressIn("errors", problemAnchor(status))}>{status}</a>
            </span>
          ))}
      </p>
    </>
  );
}

/** Without those of a question, which stand on a page of their own. */
function ownParameters({ parameters }: Operation, { components }: OpenApiDocument): Parameter[] {
  return parameters
    .filter((one) => !isReference(one) || !isOfQuestion(nameOf(one)))
    .map((one) => (isReference(one) ? components.parameters[nameOf(one)] : one))
    .filter((one): one is Parameter => one?.in === "query" || one?.in === "path");
}

interface ContentProps {
  type: string;
  media: MediaType;
  document: OpenApiDocument;
}

function Content({ type, media: { schema, examples }, document }: ContentProps): JSX.Element {
  const [example] = Object.values(examples ?? {});
  const fields = resolve(schema, document);
  return (
    <>
      {fields.properties || schema.description ? (
        <details>
          <summary>
            Answer, <code>{type}</code>
            {isReference(schema) ? ` · ${nameOf(schema)}` : ""}
          </summary>
          {fields.properties ? <Fields schema={fields} /> : <p>{schema.description}</p>}
        </details>
      ) : (
        <p class="kind">
          Answer, <code>{type}</code>: <Kind schema={schema} />
        </p>
      )}
      {example ? <ExampleOf {...example} /> : null}
    </>
  );
}

/** Follows a reference to a named schema. */
function resolve(schema: JsonSchema, { components }: OpenApiDocument): JsonSchema {
  return isReference(schema) ? (components.schemas[nameOf(schema)] ?? {}) : schema;
}

function formOf(content: Record<string, MediaType>): SampleForm {
  if ("application/json" in content) return "json";
  return "text/csv" in content ? "table" : "file";
}

function Asking({ path, content }: { path: string; content: Record<string, MediaType> }) {
  const summaries = Object.values(content).flatMap(({ examples }) => Object.values(examples ?? {}));
  const address = summaries[0]?.summary?.match(/^GET (\S+?),? /)?.[1] ?? path;
  return (
    <details>
      <summary>curl, R, Python</summary>
      <Samples address={address} form={formOf(content)} />
    </details>
  );
}

/** Kind of the response: an object, a table, or a file to save. */
type SampleForm = "json" | "table" | "file";

function Samples({ address, form }: { address: string; form: SampleForm }): JSX.Element {
  const url = `${originPlaceholder}${address}`;
  return (
    <>
      {Object.entries(samples[form](url)).map(([language, text]) => (
        <div key={language}>
          <p class="language">{language}</p>
          <Code text={text} />
        </div>
      ))}
    </>
  );
}

const samples: Readonly<Record<SampleForm, (url: string) => Record<string, string>>> = {
  json: (url) => ({
    curl: `curl '${url}'`,
    R: `answer <- jsonlite::fromJSON("${url}", simplifyVector = FALSE)`,
    Python: `import json, urllib.request\nwith urllib.request.urlopen("${url}") as response:\n    answer = json.load(response)`,
  }),
  table: (url) => ({
    curl: `curl -o answer.csv '${url}'`,
    R: `answer <- read.csv("${url}")`,
    Python: `import pandas\nanswer = pandas.read_csv("${url}")`,
  }),
  file: (url) => ({
    curl: `curl -O '${url}'`,
    R: `download.file("${url}", "answer")`,
    Python: `import urllib.request\nurllib.request.urlretrieve("${url}", "answer")`,
  }),
};
