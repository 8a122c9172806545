/**
 * Says what the server has to answer, in a thread of its own: the same app from its source, without
 * a cache and without the answers that the build made. The numbers of a comparison are computed once
 * more by the core alone, with models that remember nothing.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { answerQuestion } from "#core/comparison/answer-question.ts";
import { models } from "#core/comparison/models.ts";
import { dataset } from "#core/dataset.ts";
import { parameterNames } from "#core/question/parameter-names.ts";
import { parseQuery } from "#core/question/parse-query.ts";
import { english } from "#presentation/words/catalogue.ts";
import { withWords } from "#presentation/words/with-words.ts";
import { app } from "../../functions/app.ts";
import type { Expected, ThreadAsked, ThreadData } from "./expected.ts";

const { dist, origin }: ThreadData = workerData;

const environment = {
  APP_ENV: "production",
  EMBED_ANCESTORS: "*",
  ASSETS: {
    async fetch(input: RequestInfo | URL) {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      if (pathname.startsWith("/precomputed/")) return new Response(null, { status: 404 });
      try {
        return new Response(new Uint8Array(readFileSync(join(dist, decodeURI(pathname)))));
      } catch {
        return new Response(null, { status: 404 });
      }
    },
  },
};

async function expected({ method, path, headers }: ThreadAsked): Promise<Expected> {
  const { pathname, search } = new URL(`${origin}${path}`);
  const asked = new Request(`${origin}${pathname}${search}`, { method, headers });
  const answer = await app.fetch(asked, environment);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = pathname === "/v1/comparison" && answer.status === 200 ? bytes.toString() : "";
  return {
    status: answer.status,
    digest: createHash("sha1").update(bytes).digest("base64"),
    otherwise: text.startsWith("{") ? otherNumbers(search, JSON.parse(text)) : [],
  };
}

/** Where the core, without any memory, says other numbers than this answer. */
function otherNumbers(search: string, answer: unknown): string[] {
  const given = [...new URLSearchParams(search)];
  if (given.some(([name]) => name.startsWith("patient-"))) return [];
  const names = new Set<string>(parameterNames);
  const { query } = parseQuery(
    given.filter(([name]) => names.has(name)),
    dataset,
  );
  if (!query) return ["it was no question"];
  const { outcomes, selection } = withWords(answerQuestion(query, dataset, models), english);
  return differing({ outcomes, selection }, answer, "").slice(0, 5);
}

function differing(own: unknown, other: unknown, at: string): string[] {
  if (typeof own === "number")
    return Object.is(own, other) ? [] : [`${at}: ${own}, ${String(other)}`];
  if (own === null || typeof own !== "object") return [];
  if (other === null || typeof other !== "object") return [`${at} is missing`];
  const there = new Map(Object.entries(other));
  return Object.entries(own).flatMap(([name, value]) =>
    value === undefined ? [] : differing(value, there.get(name), `${at}/${name}`),
  );
}

parentPort?.on("message", async (asked: ThreadAsked) => {
  try {
    parentPort?.postMessage({ id: asked.id, expected: await expected(asked) });
  } catch (error) {
    parentPort?.postMessage({ id: asked.id, failed: String(error) });
  }
});
