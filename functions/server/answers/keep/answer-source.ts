/**
 * Takes the answer to a question from the memory of the isolate, from its file of the build, or else computes it.
 * Renderers cannot tell which.
 */
import type { Context } from "hono";
import { makeSizeLimitedCache } from "#core/cache/memo.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { questions } from "#data/generated/precomputed.ts";
import { gunzip } from "../../http/content-coding.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { limitWait } from "../../http/in-time.ts";
import { type Ask, answerInFull, type FullAnswer } from "../compute/full-answer.ts";
import { makePrecomputedAnswerPath, readPrecomputedFile } from "./precomputed-files.ts";

const precomputedQuestions: ReadonlySet<string> = new Set(questions);

/** Holds an answer with the number of characters that it has as JSON. */
interface CachedAnswer {
  readonly full: FullAnswer;
  readonly characters: number;
}

/** The memory of the isolate holds this many bytes of answers, of 128 MB that an isolate has: about a hundred. */
const mostBytes = 20_000_000;

/** An answer in memory takes one and a half times as many bytes as its JSON has characters. */
const memory = makeSizeLimitedCache<CachedAnswer>(mostBytes, ({ characters }) => 1.5 * characters);

/** Lists where an answer comes from, the cheapest first. */
const places = ["memo", "precomputed", "computed"] as const;
export type AnswerPlace = (typeof places)[number];

interface Asking {
  readonly ask: Ask;
  /** Returns the dearest place that an answer came from so far; `computed` if there was none. */
  readonly place: () => AnswerPlace;
}

/**
 * Makes the function that answers the questions of one request, and remembers where the answers came from.
 */
export function makeAnswerSource(context: Context<HonoEnvironment>): Asking {
  const used = new Set<AnswerPlace>();
  const find = async (query: Query, canonical: string, key: string) => {
    const cached = memory.get(key);
    if (cached) return { answer: cached, place: "memo" } as const;
    const read = await readPrecomputedAnswer(context, canonical);
    if (read) return { answer: read, place: "precomputed" } as const;
    // While the file was read, another request may have stored the same answer.
    const stored = memory.get(key);
    if (stored) return { answer: stored, place: "memo" } as const;
    return { answer: computeAnswerWithSize(query, canonical), place: "computed" } as const;
  };
  return {
    async ask(query, canonical = formatQuery(query, dataset)) {
      // Counts that a reader adds change the answer version, and with it the answer to a question.
      const key = `${dataset.answerVersion} ${canonical}`;
      const { answer, place } = await find(query, canonical, key);
      if (place !== "memo") memory.set(key, answer);
      used.add(place);
      return answer.full;
    },
    place: () => places.findLast((place) => used.has(place)) ?? "computed",
  };
}

function computeAnswerWithSize(query: Query, canonical: string): CachedAnswer {
  const full = answerInFull(query, canonical);
  return { full, characters: JSON.stringify(full).length };
}

/** Reads the answer from its file; `null` if the file is missing, cannot be read, or holds another answer. */
async function readPrecomputedAnswer(
  context: Context<HonoEnvironment>,
  canonical: string,
): Promise<CachedAnswer | null> {
  if (!precomputedQuestions.has(canonical)) return null;
  const file = await readPrecomputedFile(
    context,
    makePrecomputedAnswerPath(dataset.answerVersion, canonical),
  );
  if (file === null) return null;
  try {
    const text = await limitWait(new Response(gunzip(file)).text());
    const full: FullAnswer = JSON.parse(text);
    const { comparison } = full;
    const isSameQuestion =
      comparison.answerVersion === dataset.answerVersion && comparison.canonical === canonical;
    return isSameQuestion ? { full, characters: text.length } : null;
  } catch {
    return null;
  }
}
