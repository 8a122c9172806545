/** Makes the OpenAPI document from the descriptions of all resources. One build always makes the same document. */

import type { JsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import {
  described,
  listOf,
  namedObject,
  oneOf,
  orAbsent,
  orNull,
} from "#data/schema/description.ts";
import { longestAddress } from "../http/middleware/refusals.ts";
import { type Form, mediaTypes } from "../http/negotiation.ts";
import { type ProblemStatus, problemStatuses } from "../http/problem.ts";
import {
  convertToJsonSchemas,
  makeSchemaPointer,
  type NamedSchemas,
  requireSchemaName,
} from "./json-schemas.ts";
import {
  type ParameterDescription,
  questionParameters,
  type Reference,
} from "./parameter-descriptions.ts";
import { type ColumnDescriptions, type Described, tags } from "./resource-description.ts";

// Describes the errors that a caller of a documented resource can get.

interface DescribedProblem {
  name: string;
  description: string;
  /** Names the headers that the response has besides those of every response. */
  headers?: readonly string[];
}

const problemResponses = {
  400: {
    name: "BadRequest",
    description:
      "A parameter is not known, given twice, or has a value that is not allowed. The parameters at fault are named, unknown ones by their place, with what is allowed, up to 20 and 8 kB; nothing is guessed.",
  },
  404: {
    name: "NotFound",
    description: "There is nothing under this id or address.",
  },
  405: {
    name: "MethodNotAllowed",
    description: "To any method but GET, HEAD and OPTIONS: the service is read-only.",
  },
  406: {
    name: "NotAcceptable",
    description: "The `Accept` header allows none of the forms of this resource.",
  },
  414: {
    name: "AddressTooLong",
    description: `The address is longer than ${longestAddress} characters.`,
  },
  429: {
    name: "TooManyRequests",
    description:
      "More requests from one address than this installation allows; `Retry-After` says how many seconds to wait.",
    headers: ["Retry-After"],
  },
  500: {
    name: "Unexpected",
    description: "Something went wrong in the service. The question was not answered.",
  },
  503: {
    name: "Ending",
    description: "This server is about to stop: another one answers. Ask again after a second.",
  },
} as const satisfies { [Status in ProblemStatus]?: DescribedProblem };

/** Describes one invalid parameter, as an entry of `errors`. */
export const queryProblemSchema = namedObject("QueryProblem", {
  parameter: orNull(
    v.string(),
    "Name of the parameter. Of an unknown one the known name that it resembles, else `null`: its own name may hold something about a patient, and is not repeated.",
  ),
  position: orAbsent(
    v.pipe(v.number(), v.integer(), v.minValue(1)),
    "Only of an unknown parameter: its place among the parameters of the address, from 1.",
  ),
  value: described(
    v.string(),
    "What was given: at most 64 characters, without control characters and with markup escaped. Empty for an unknown parameter and for a bare number of `age` and `prior-lines`, whose value may be about a patient.",
  ),
  message: described(
    v.string(),
    "What is wrong with it, and what to do: it names the value or parameter that is probably meant (`is it cilta-cel?`, `did you mean lines?`), or another parameter that has to be set.",
  ),
  allowed: listOf(
    v.string(),
    "All values that the parameter takes in this question; of a range, of `compare` and of `data`, which take any value of their form, examples of it. For an unknown parameter, the names that the resource takes. A long list may end with the number of further ones.",
  ),
});

/**
 * Describes the problem details (RFC 9457) that are the body of every error. `errors` is present if parameters are
 * invalid.
 */
export const problemSchema = namedObject("Problem", {
  type: described(
    v.pipe(v.string(), v.regex(/\/docs\/integrators#problem-[a-z-]+$/)),
    "What kind it is, and where that is described: `/docs/integrators#problem-not-found`. A later version may add kinds.",
  ),
  title: described(v.string(), "Name of the status."),
  status: oneOf(problemStatuses, "The HTTP status."),
  detail: described(v.string(), "What was wrong, in a sentence."),
  errors: orAbsent(
    v.array(queryProblemSchema),
    "The parameters at fault, at most 20; `detail` gives the number of further ones.",
  ),
});

interface MediaType {
  schema: JsonSchema;
}

interface Answer {
  description: string;
  headers?: Record<string, Reference>;
  content?: Record<string, MediaType>;
}

const description = `Read-only and open: no key, no cookie, any origin. Everything answers GET and HEAD.

Direction, everywhere: CAR-T relative to bispecifics. An odds ratio above 1 or a difference above 0 means more events with CAR-T. For survival at a month the difference counts patients alive or free of progression, and the ratio of cumulative hazards counts events.

Proportions are 0 to 1, numbers have six significant digits and, but for P values, no more than ten decimals; counts have all their digits, \`null\` means not reported or not estimable, never zero. Values of one parameter are joined by commas.

Answers have an ETag; a request with \`If-None-Match\` that names it is answered 304 without a body. Errors are problem details (RFC 9457) that name the parameters at fault, at most 20, and what is allowed.

Within a major version fields, parameters, values and words of a list are added and none is changed or taken away; \`x-extensible-enum\` of a field lists the words of this version: [the contract of v1](/docs/integrators#the-contract-of-v1).

For health-care professionals. It shows published evidence about groups of patients and gives no advice.`;

const sharedParameters: Readonly<Record<string, ParameterDescription>> = {
  ...questionParameters,
  "If-None-Match": {
    name: "If-None-Match",
    in: "header",
    description: "ETag of an answer that the caller has.",
    schema: { type: "string" },
  },
};

export type OpenApiDocument = ReturnType<typeof makeOpenApiDocument>;

export function makeOpenApiDocument(version: string, operations: readonly Described[]) {
  const problemBody: MediaType = {
    schema: { $ref: makeSchemaPointer(requireSchemaName(problemSchema)) },
  };
  return {
    openapi: "3.1.1",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Myeloma Compare",
      summary:
        "CAR-T cells and bispecific antibodies in relapsed multiple myeloma: published figures, pooled anew, each with its source.",
      description,
      version,
      contact: { name: "Who operates this installation, as /about says" },
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    security: [],
    servers: [{ url: "/", description: "The installation this document was read from." }],
    tags: Object.entries(tags).map(([name, text]) => ({ name, description: text })),
    paths: Object.fromEntries(
      operations.map((operation) => [operation.path, { get: makeOpenApiOperation(operation) }]),
    ),
    components: {
      schemas: gatherAnswerSchemas(operations),
      parameters: sharedParameters,
      headers: {
        ETag: {
          description: "Names this answer; changes with the data and the code.",
          schema: { type: "string" },
        },
        "Cache-Control": {
          description: "How long a cache may keep the answer.",
          schema: { type: "string" },
        },
        "Cache-Status": {
          description:
            "Where an answer came from (RFC 9211): `cache`, the cache of the data centre; `memo`, rendered from the memory of the process; `precomputed`, from a file of the build; or `computed`. The bytes are the same. Absent of files such as scripts.",
          schema: { type: "string" },
        },
        "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } },
      },
      responses: {
        NotModified: { description: "The caller has this answer.", headers: cacheHeaders },
        ...Object.fromEntries(
          listDocumentedProblems(operations).map(({ name, description: text, headers = [] }) => [
            name,
            {
              description: text,
              ...(headers.length > 0 ? { headers: makeHeaderReferences(headers) } : {}),
              content: { "application/problem+json": problemBody },
            },
          ]),
        ),
      },
    },
  };
}

export function gatherAnswerSchemas(
  operations: readonly Described[],
  form?: Parameters<typeof convertToJsonSchemas>[1],
): NamedSchemas {
  const answers = operations.flatMap(({ schema }) => (schema === "object" ? [] : [schema]));
  return convertToJsonSchemas([...answers, problemSchema], form);
}

const cacheHeaders = makeHeaderReferences(["ETag", "Cache-Control"]);
const answerHeaders = { ...cacheHeaders, ...makeHeaderReferences(["Cache-Status"]) };

function listErrorStatuses({ statuses }: Described): (keyof typeof problemResponses)[] {
  return [...statuses, ...([405, 414, 429, 500] as const)].sort();
}

function listDocumentedProblems(operations: readonly Described[]): DescribedProblem[] {
  const statuses = new Set(operations.flatMap(listErrorStatuses));
  return [...statuses].sort().map((status) => problemResponses[status]);
}

function makeOpenApiOperation(operation: Described) {
  const { isCached, parameters } = operation;
  const responses: Record<string, Answer | Reference> = {
    "200": makeSuccessResponse(operation),
    ...(isCached ? { "304": makeRefToResponse("NotModified") } : {}),
    ...Object.fromEntries(
      listErrorStatuses(operation).map((status) => [
        status,
        makeRefToResponse(problemResponses[status].name),
      ]),
    ),
  };
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    parameters: [...parameters, ...(isCached ? [makeRefToParameter("If-None-Match")] : [])],
    responses,
  };
}

function makeSuccessResponse({ forms, isCached, ...operation }: Described): Answer {
  const content = Object.fromEntries(
    forms.map((form): [string, MediaType] => [
      mediaTypes[form],
      { schema: makeResponseBodySchema(form, operation) },
    ]),
  );
  return { description: "The answer.", ...(isCached ? { headers: answerHeaders } : {}), content };
}

function makeResponseBodySchema(
  form: Form,
  { schema, columns }: Pick<Described, "schema" | "columns">,
): JsonSchema {
  if (form === "json") {
    return schema === "object"
      ? { type: "object" }
      : { $ref: makeSchemaPointer(requireSchemaName(schema)) };
  }
  const lines = `UTF-8 with a byte order mark; lines end with CR LF. A header line, then one line each.\n\n${renderColumnsAsMarkdown(columns)}`;
  return { type: "string", ...(form === "csv" ? { description: lines } : {}) };
}

/** Returns the columns of a table as a table in Markdown. */
export function renderColumnsAsMarkdown(columns: ColumnDescriptions): string {
  const lines = Object.entries(columns).map(
    ([name, { meaning, unit = "" }]) => `| \`${name}\` | ${meaning} | ${unit} |`,
  );
  return ["| column | meaning | unit |", "|---|---|---|", ...lines].join("\n");
}

function makeHeaderReferences(names: readonly string[]): Record<string, Reference> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function makeRefToParameter(name: string): Reference {
  return { $ref: `#/components/parameters/${name}` };
}

function makeRefToResponse(name: string): Reference {
  return { $ref: `#/components/responses/${name}` };
}
