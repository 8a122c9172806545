/** Tests that the pure core holds no sentences. */
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
