/**
 * Where the answer to a question comes from: the memory of the isolate, its file of the build, or else
 * the core. Renderers cannot tell which.
 */
import type { Context } from "hono";
import { memo } from "#core/cache/memo.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { questions } from "#data/generated/precomputed.ts";
import { gunzip } from "../http/content-coding.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { inTime } from "../http/in-time.ts";
import { type Ask, type FullAnswer, fullAnswer } from "./full-answer.ts";
import { precomputedPath, readPrecomputed } from "./precomputed-files.ts";

interface Entry {
  readonly answer: FullAnswer;
  /** Characters of its JSON; in memory it takes one and a half times as many bytes. */
  readonly size: number;
  readonly isPrecomputed: boolean;
}

/** Limit in characters of JSON: some forty answers, because those who read one ask for more of it. */
const most = 5_000_000;

const memory = memo<Entry>(most, ({ size }) => size);
const precomputed: ReadonlySet<string> = new Set(questions);

interface Asking {
  readonly ask: Ask;
  /** Whether files had all that was asked until now. */
  readonly isPrecomputed: () => boolean;
}

/** For one request. */
export function askingFor(context: Context<HonoEnvironment>): Asking {
  const entries: Entry[] = [];
  return {
    async ask(query, canonical = canonicalQuery(query, dataset)) {
      const entry = await entryOf(context, query, canonical);
      entries.push(entry);
      return entry.answer;
    },
    isPrecomputed: () => entries.length > 0 && entries.every((entry) => entry.isPrecomputed),
  };
}

async function entryOf(
  context: Context<HonoEnvironment>,
  query: Query,
  canonical: string,
): Promise<Entry> {
  const entry =
    memory.get(canonical) ??
    (await fromFile(context, canonical)) ??
    // Another request may have had the same answer while the file was looked for.
    memory.get(canonical) ??
    fromCore(query, canonical);
  memory.set(canonical, entry);
  return entry;
}

function fromCore(query: Query, canonical: string): Entry {
  const answer = fullAnswer(query, canonical);
  return { answer, size: JSON.stringify(answer).length, isPrecomputed: false };
}

/** `null` without a file, for one that cannot be read, and for one of another answer. */
async function fromFile(
  context: Context<HonoEnvironment>,
  canonical: string,
): Promise<Entry | null> {
  if (!precomputed.has(canonical)) return null;
  const path = precomputedPath(dataset.answerVersion, canonical);
  const file = await readPrecomputed(context, path);
  if (file === null) return null;
  try {
    const text = await inTime(new Response(gunzip(file)).text());
    const answer: FullAnswer = JSON.parse(text);
    const { comparison } = answer;
    const isAsked =
      comparison.answerVersion === dataset.answerVersion && comparison.canonical === canonical;
    return isAsked ? { answer, size: text.length, isPrecomputed: true } : null;
  } catch {
    return null;
  }
}
