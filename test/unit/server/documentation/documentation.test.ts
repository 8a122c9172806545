/**
 * How the API and the guides are described: valid, complete, and consistent with the code that answers.
 * `test/approved/v1.txt` holds what is documented, `api/every-resource.test.ts` tests what is answered.
 */
import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import type { JsonSchema } from "@valibot/to-json-schema";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  noteMeanings,
  poolStatusMeanings,
  refusalMeanings,
} from "#core/answer/schema/code-meanings.ts";
import { dataset } from "#core/dataset.ts";
import { collectAllowedWordsByField } from "#core/question/parameter-values.ts";
import { type ParameterName, parameterNames, parameters } from "#core/question/parameters.ts";
import { parseQuery } from "#core/question/parse-query.ts";
import { described, namedObject } from "#data/schema/description.ts";
import { makeConstantFilePath } from "#server/answers/keep/cached-response.ts";
import { makeSingleOutcomeParser } from "#server/api/question-parsers.ts";
import { makeOperationDescription, makeResource } from "#server/api/resource.ts";
import { comparisonColumns } from "#server/api/schemas/columns.ts";
import {
  makeOpenApiDocument,
  type OpenApiDocument,
  renderColumnsAsMarkdown,
} from "#server/documentation/document.ts";
import { parseMarkdown, renderMarkdownTokens } from "#server/documentation/guides/markdown.ts";
import { convertToJsonSchemas } from "#server/documentation/json-schemas.ts";
import type { ParameterDescription } from "#server/documentation/parameter-descriptions.ts";
import { makeResourceFiles, operations } from "../../../../.dev/build/operations.ts";
import packageFile from "../../../../package.json" with { type: "json" };
import { documented } from "../../../support/documented.ts";
import { forAny } from "../../../support/for-any.ts";
import { isWhole, runsOf } from "../../../support/sample.ts";

/** Timeout in milliseconds: the validators of the document are compiled. */
const patient = 30_000;

const document = makeOpenApiDocument(packageFile.version, operations);

async function redocly(source: string): Promise<string[]> {
  const config = await createConfig({ extends: ["recommended"] });
  const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });
  return problems.map(
    ({ ruleId, message, location: [at] }) => `${ruleId} ${message} ${at?.pointer}`,
  );
}

/** Fields of answers that have no description. */
function undescribed({ components }: OpenApiDocument): string[] {
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

function problemsOf(name: ParameterName, value: string) {
  // The default model has no interval to choose.
  const besides: [string, string][] = name === "interval" ? [["model", "reml"]] : [];
  return parseQuery([...besides, [name, value]], dataset).problems;
}

describe("the document", { timeout: patient }, () => {
  it("is valid OpenAPI 3.1, in which redocly finds nothing by its recommended rules", async () => {
    expect(await redocly(JSON.stringify(document))).toEqual([]);
  });

  it("describes every field of every answer", () => {
    expect(undescribed(document)).toEqual([]);
  });

  it("says nothing that would be advice", () => {
    const texts =
      JSON.stringify(document).match(/"(?:summary|description)":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(texts.length).toBeGreaterThan(500);
    for (const text of texts) expect(text).not.toMatch(/\b(?:should|prefer|choose|best|better)\b/i);
  });
});

describe.runIf(isWhole)("what may grow", { timeout: patient }, () => {
  const schemas = JSON.stringify(document.components.schemas);

  it("is no error in an answer: a field that a later version adds", () => {
    const { problemsOf } = documented(document, document.components.schemas);
    const at = { path: "/v1/outcomes", status: 200, type: "application/json" };
    const files = makeResourceFiles(packageFile.version, (path) => readFileSync(path, "utf8"));
    const answer = JSON.parse(files.get(makeConstantFilePath("outcomes", "json")) ?? "");
    const later = { ...answer, later: 1, outcomes: [{ ...answer.outcomes[0], later: 1 }] };
    expect(problemsOf(at, later)).toEqual([]);
    expect(problemsOf(at, { ...later, outcomes: 1 })).not.toEqual([]);
    // Our own answers are held to what is described.
    expect(documented(document).problemsOf(at, later)).not.toEqual([]);
    expect(schemas).not.toContain('"additionalProperties":false');
  });

  it("is no error in an answer: a word that a later version adds to a list", () => {
    const { problemsOfSchema } = documented(document, document.components.schemas);
    const status = { code: "of-tomorrow", why: null, k: null, n: null };
    expect(problemsOfSchema("RowStatus", status).join()).not.toContain("/code");
    expect(documented(document).problemsOfSchema("RowStatus", status)).not.toEqual([]);
    // No answer is described by a closed list of values.
    expect(schemas.match(/"enum":[^\]]*\]/g) ?? []).toEqual([]);
  });

  it("is no error in a request: a product, cohort, outcome or version of a later release", () => {
    const all = Object.values(document.paths)
      .flatMap(({ get }) => get.parameters)
      .filter((parameter) => "name" in parameter)
      .concat(Object.values(document.components.parameters));
    const wordOf = ({ schema }: ParameterDescription) =>
      typeof schema.items === "object" && !Array.isArray(schema.items) ? schema.items : schema;
    const names = ["product", "exclude", "outcome", "set", "id", "slug"];
    for (const name of names) {
      const parametersOfName = all.filter((parameter) => parameter.name === name);
      expect([name, parametersOfName.length]).not.toEqual([name, 0]);
      for (const parameter of parametersOfName) {
        const { enum: closed, pattern = "$.", examples = [] } = wordOf(parameter);
        expect([name, closed]).toEqual([name, undefined]);
        for (const value of [...examples, "of-tomorrow-2"]) expect(value).toMatch(RegExp(pattern));
        expect("not one word").not.toMatch(RegExp(pattern));
        const growing = /Values come from `\/v1\/[a-z]+`\. Later data may add/;
        expect(parameter.description).toMatch(growing);
      }
    }
  });
});

const guide = readFileSync("functions/server/documentation/guides/integrators.md", "utf8");

// The document is the list; the guide says more of those that need it.
it("has every address that the guide names", () => {
  const lines = [...guide.matchAll(/^\| (.+?) \|/gm)].map(([, addresses = ""]) => addresses);
  const named = lines.flatMap((line) =>
    [...line.matchAll(/`(\/(?:v1\/|healthz|recall)[^`?]*)/g)].map(([, address = ""]) => address),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((address) => !(address in document.paths))).toEqual([]);
});

describe("the guide", () => {
  it("has the columns of the table, as the code describes them", () => {
    expect(guide).toContain(`\n\n${renderColumnsAsMarkdown(comparisonColumns)}\n\n`);
  });

  it.each([
    ["pools", poolStatusMeanings],
    ["reasons", refusalMeanings],
    ["notes", noteMeanings],
  ])("has the codes of %s, as the code describes them", (_, meanings) => {
    const lines = Object.entries(meanings).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
    expect(guide).toContain(`\n|---|---|\n${lines.join("\n")}\n\n`);
  });
});

it("names the headers of an answer, and how long to wait after too many requests", () => {
  const { responses, headers } = document.components;
  expect(responses).toMatchObject({
    TooManyRequests: { headers: { "Retry-After": { $ref: "#/components/headers/Retry-After" } } },
  });
  expect(Object.keys(headers)).toEqual(["ETag", "Cache-Control", "Cache-Status", "Retry-After"]);
});

describe("the parameters of a question", { timeout: patient }, () => {
  it.each(parameterNames)(
    "%s: documented are the words of today, which the parser takes, and no other",
    (name) => {
      const schema = document.components.parameters[name]?.schema;
      const items = schema?.items;
      const item = typeof items === "object" && !Array.isArray(items) ? items : schema;
      const words = collectAllowedWordsByField(dataset)[name];
      expect(item?.enum ?? item?.examples).toEqual([...words]);
      for (const value of words) expect([value, problemsOf(name, value)]).toEqual([value, null]);
      for (const value of ["no-such-value", "", "late,", "3-5-7"]) {
        expect(problemsOf(name, value)?.map(({ parameter }) => parameter)).toEqual([name]);
      }
    },
  );

  it("that are ranges have patterns that agree with the parser", () => {
    const bound = fc.stringMatching(/^\d{0,5}(\.\d{0,3})?$/);
    const text = fc.oneof(
      fc.tuple(bound, bound).map((ends) => ends.join("-")),
      bound,
      fc.constantFrom("any", "-", "", "any-", "1-any", "1e3-", " 1-2", "1-2\n"),
    );
    const patterned = parameterNames.filter((name) => parameters[name].form === "range");
    forAny([fc.constantFrom(...patterned), text], runsOf(2000), (name, value) => {
      const pattern = document.components.parameters[name]?.schema.pattern ?? "";
      const fits = new RegExp(pattern, "u").test(value);
      const [low, high] = value.split("-");
      const inverted = low && high && Number(low) > Number(high);
      expect(problemsOf(name, value) === null).toBe(fits && !inverted);
    });
  });
});

const addresses = new Map([
  ["functions/server/documentation/guides/curators.md#how-to-add", "/docs/curators#how-to-add"],
]);
const html = (markdown: string) => renderMarkdownTokens(parseMarkdown(markdown), addresses);

describe("a text", () => {
  const own = ["<b>bold</b>", "a <img src=x onerror=alert(1)> b", "![picture](https://host/x.png)"];
  it.each(own)("stops the build with %s", (markdown) => {
    expect(() => html(markdown)).toThrow("a guide cannot show");
  });

  it("is escaped in words, code and addresses", () => {
    expect(html("1 < 2 & `<table>`")).toBe("<p>1 &lt; 2 &amp; <code>&lt;table&gt;</code></p>\n");
    expect(html("```html\n<pre>\n```")).toBe('<pre tabindex="0"><code>&lt;pre&gt;</code></pre>');
    expect(html('[a](https://host/?x="y)')).toContain('<a href="https://host/?x=&quot;y">a</a>');
  });

  it("leads to pages of the site and of others, and names other files", () => {
    expect(html("[how](functions/server/documentation/guides/curators.md#how-to-add)")).toContain(
      '<a href="/docs/curators#how-to-add">how</a>',
    );
    expect(html("[it](mailto:a@b.example)")).toContain('<a href="mailto:a@b.example">it</a>');
    expect(html("[rooms](.dev/rooms.ts#x)")).toBe("<p>rooms (<code>.dev/rooms.ts</code>)</p>\n");
    expect(html("[rooms.ts](.dev/rooms.ts)")).toBe("<p><code>.dev/rooms.ts</code></p>\n");
  });

  const scripts = ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"];
  it.each(scripts)("has no link to %s", (href) => {
    expect(html(`[words](${href})`)).not.toContain("<a ");
  });
});

describe("a section", () => {
  const markdown =
    "# Whole\n\nFirst.\n\n## One\n\nText.\n\n### Below\n\nFolded.\n\n## Two\n\nLast.\n";

  it("ends before the next, and folds what is below it", () => {
    expect(renderMarkdownTokens(parseMarkdown(markdown, "one"), addresses)).toBe(
      '<h2 id="one">One</h2><p>Text.</p>\n<details><summary><h3>Below</h3></summary><div id="below"><p>Folded.</p>\n</div></details>',
    );
  });

  it("has to be there", () => {
    expect(() => parseMarkdown(markdown, "three")).toThrow('no section "three"');
  });

  it("of a whole file begins at level 2", () => {
    expect(html(markdown)).toMatch(/^<h2 id="whole">Whole<\/h2>/);
  });
});

it("a table without names of its columns has names of its rows, and can be focused", () => {
  const table = html("| | |\n|---|---|\n| name | meaning |\n");
  expect(table).toMatch(/^<div class="wide" role="group" aria-label="Table" tabindex="0"><table>/);
  expect(table).not.toContain("<th>");
  expect(table).toContain('<th scope="row">name</th>\n<td>meaning</td>');
  expect(table).toMatch(/<\/table><\/div>\s*$/);
});

it("two schemas cannot have one name", () => {
  const sideOf = (n: v.GenericSchema) => namedObject("Side", { n: described(n, "Patients.") });
  const whole = namedObject("Whole", {
    one: described(sideOf(v.number()), "One."),
    two: described(sideOf(v.string()), "Two."),
  });
  expect(() => convertToJsonSchemas([whole])).toThrow("two schemas are called Side");
});

it("a resource without the meaning of a parameter or without a schema is an error", () => {
  const colours = makeResource({
    path: "/v1/colours",
    parse: makeSingleOutcomeParser(dataset.outcomes, { shade: ["light", "dark"] }),
    make: (request) => ({ asked: request }),
  });
  const example = "/v1/colours";
  const description = { id: "getMade", tag: "Evidence", summary: "", description: "" } as const;
  const describe = (more: object) => () =>
    makeOperationDescription(colours, { ...description, example, ...more });
  const schema = namedObject("Made", { of: described(v.string(), "Of whom.") });
  expect(describe({ schema })).toThrow("shade");
  expect(describe({ parameters: { shade: "How bright." } })).toThrow("no schema");
});
