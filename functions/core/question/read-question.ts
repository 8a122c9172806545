/** Holds the only way to turn parameters into a question: checked, with its canonical text. */
import type { ComputeSet } from "#data/compute-set.ts";
import type { Vocabulary } from "./parameter-values.ts";
import { type ParsedQuery, type ParseOptions, parseQuery } from "./parse-query.ts";
import type { Query } from "./query.ts";
import { formatQuery } from "./query-text.ts";

type RefusedQuestion = Extract<ParsedQuery, { query: null }> & { canonical: null };
type ReadableQuestion = Exclude<ParsedQuery, { query: null }> & { canonical: string };

export type Question = ReadableQuestion | RefusedQuestion;

export function parseQuestion(
  pairs: Iterable<readonly [string, string]>,
  evidence: Vocabulary,
  options: ParseOptions = {},
): Question {
  const parsed = parseQuery(pairs, evidence, options);
  return parsed.problems
    ? { ...parsed, canonical: null }
    : { ...parsed, canonical: formatQuery(parsed.query, evidence) };
}

/** @throws Error for a text that is neither canonical nor one parameter with its value. */
export function parseQueryText(text: string, evidence: Vocabulary): Query {
  const pairs = text === "" ? [] : text.split("&").map(splitParameterPair);
  const { query, problems } = parseQuery(pairs, evidence);
  if (problems) throw new Error(`"${text}" is not a question: ${JSON.stringify(problems)}`);
  return query;
}

function splitParameterPair(text: string): [string, string] {
  const [name = "", value = ""] = text.split("=");
  return [name, decodeURIComponent(value)];
}

/** Describes a ready-made question, read by the same parser as every other. */
export interface PresetQuestion {
  readonly id: string;
  readonly label: string;
  readonly query: Query;
}

/** @throws Error with the id of a preset that is not a valid question about these data. */
export function parsePresets({ presets, ...evidence }: ComputeSet): PresetQuestion[] {
  return presets.map(({ id, label, query: parameters }) => {
    const { query, problems } = parseQuestion(Object.entries(parameters), evidence);
    if (problems)
      throw new Error(`the preset ${id} is not a question: ${JSON.stringify(problems)}`);
    return { id, label, query };
  });
}
