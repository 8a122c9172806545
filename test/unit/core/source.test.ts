/** Tests what the source does not hold: sentences in the pure core, and evidence that a module keeps from its import. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "rolldown/utils";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** Files whose sentences are allowed, with the reason. */
const withoutSentences: Readonly<Record<string, string>> = {
  "functions/core/question/parse-query.ts": "what is wrong with a request",
  "functions/core/question/query-problem.ts": "what is wrong with a request",
};

type Span = { readonly start: number; readonly end: number };

const isWithin = (spans: readonly Span[], at: number) =>
  spans.some(({ start, end }) => start <= at && at < end);

const readSource = (path: string) => readFileSync(join(root, path), "utf8");

function parse(path: string) {
  const { program, errors } = parseSync(path, readSource(path));
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return program;
}

const listSources = (folders: string) =>
  globSync(folders, { cwd: root }).map((path) => path.replaceAll("\\", "/"));

/** Returns string literals with a space next to a letter, without the messages of errors for developers. */
function sentencesIn(path: string): string[] {
  const texts: { text: string; at: number }[] = [];
  const thrown: Span[] = [];
  new Visitor({
    Literal({ value, start }) {
      if (typeof value === "string") texts.push({ text: value, at: start });
    },
    TemplateElement({ value, start }) {
      texts.push({ text: value.raw, at: start });
    },
    ThrowStatement(statement) {
      thrown.push(statement);
    },
  }).visit(parse(path));
  return texts
    .filter(({ at }) => !isWithin(thrown, at))
    .map(({ text }) => text)
    .filter((text) => /\p{L}\s|\s\p{L}/u.test(text));
}

/** The schemas of an answer describe each field of `/v1` for its documentation; no answer holds these words. */
const described = "functions/core/answer/schema/";

const files = listSources("functions/core/{answer,choices,evidence,question}/**/*.ts").filter(
  (path) => !path.startsWith(described),
);

it("finds sentences where there are some", () => {
  for (const path of Object.keys(withoutSentences)) expect(sentencesIn(path), path).not.toEqual([]);
  expect(sentencesIn("functions/presentation/words/exclusions.ts")).toContain("sources disagree");
});

it.each(files.filter((path) => !Object.hasOwn(withoutSentences, path)))(
  "%s has no words",
  (path) => {
    expect(sentencesIn(path)).toEqual([]);
  },
);

// On a device the evidence changes while the app runs. No module keeps anything of it from its import, and what is kept
// of answers is named by their version.

/** Matches the fields of the dataset that added counts do not change. */
const unchanged = /^dataset\.(?:outcomes|products|review|sets|presets)\b/;

/** Returns the reads of the dataset while a module is imported, outside of all functions. */
function readsAtImport(path: string): string[] {
  const source = readSource(path);
  if (!/\bdataset\b.*core\/dataset\.ts"/.test(source)) return [];
  const functions: Span[] = [];
  const starts: number[] = [];
  const note = (span: Span) => {
    functions.push(span);
  };
  new Visitor({
    FunctionDeclaration: note,
    FunctionExpression: note,
    ArrowFunctionExpression: note,
    ImportDeclaration: note,
    Identifier({ name, start }) {
      if (name === "dataset") starts.push(start);
    },
  }).visit(parse(path));
  return starts
    .filter((at) => !isWithin(functions, at))
    .map((at) => source.slice(at).split(/[\n;]/)[0] ?? "")
    .filter((text) => !unchanged.test(text))
    .map((text) => `${path}: ${text}`);
}

/** Texts of a whole release, names of parameters, and what runs once when a server starts. */
const allowed = [
  'functions/server/node/node-server.ts: dataset.answerVersion, ""),',
  'functions/server/api/dataset.ts: dataset.answerVersion, "dataset", "json"),',
  "functions/server/api/health.ts: dataset.dataVersion, ...recall }),",
  'functions/server/api/health.ts: dataset.dataVersion, "recall", "json"),',
  "functions/server/documentation/parameter-descriptions.ts: dataset)",
  "functions/worker.ts: dataset)",
];

it("no module keeps the evidence of its import", () => {
  const reads = listSources("functions/**/*.{ts,tsx}").flatMap(readsAtImport);
  expect(reads.filter((text) => !allowed.includes(text))).toEqual([]);
});
