/**
 * Takes the answer to a question from the memory of the isolate, from its file of the build, or else computes it.
 * Renderers cannot tell which.
 */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { questions } from "#data/generated/precomputed.ts";
import { gunzip } from "../../http/content-coding.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { inTime } from "../../http/in-time.ts";
import { type Ask, type FullAnswer, fullAnswer } from "../compute/full-answer.ts";
import { type CachedAnswer, memory } from "./memory.ts";
import { precomputedPath, readPrecomputed } from "./precomputed-files.ts";

const precomputedQuestions: ReadonlySet<string> = new Set(questions);

interface Asking {
  readonly ask: Ask;
  /** Returns true if every answer so far came from a file; false before the first answer. */
  readonly isPrecomputed: () => boolean;
}

/** Returns the answers for one request. */
export function askingFor(context: Context<HonoEnvironment>): Asking {
  const answers: CachedAnswer[] = [];
  return {
    async ask(query, canonical = canonicalQuery(query, dataset)) {
      // Counts that a reader adds change the answer version, and with it the answer to a question.
      const key = `${dataset.answerVersion} ${canonical}`;
      const answer =
        memory.get(key)?.answer ??
        (await fromFile(context, canonical)) ??
        // While the file was read, another request may have stored the same answer.
        memory.get(key)?.answer ??
        fromCore(query, canonical);
      memory.set(key, { answer });
      answers.push(answer);
      return answer.full;
    },
    isPrecomputed: () => answers.length > 0 && answers.every((answer) => answer.isPrecomputed),
  };
}

function fromCore(query: Query, canonical: string): CachedAnswer {
  const full = fullAnswer(query, canonical);
  return { full, characters: JSON.stringify(full).length, isPrecomputed: false };
}

/** Reads the answer from its file; `null` if the file is missing, cannot be read, or holds another answer. */
async function fromFile(
  context: Context<HonoEnvironment>,
  canonical: string,
): Promise<CachedAnswer | null> {
  if (!precomputedQuestions.has(canonical)) return null;
  const file = await readPrecomputed(context, precomputedPath(dataset.answerVersion, canonical));
  if (file === null) return null;
  try {
    const text = await inTime(new Response(gunzip(file)).text());
    const full: FullAnswer = JSON.parse(text);
    const { comparison } = full;
    const isSameQuestion =
      comparison.answerVersion === dataset.answerVersion && comparison.canonical === canonical;
    return isSameQuestion ? { full, characters: text.length, isPrecomputed: true } : null;
  } catch {
    return null;
  }
}
