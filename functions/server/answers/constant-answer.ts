/** The same for a whole release: a file of the build, so that no code for it is in the Worker. */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import { cacheControl, entityTag, isFresh } from "../http/conditional.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { noParameters } from "../http/no-parameters.ts";
import { NotBuilt } from "../http/not-built.ts";
import type { Route } from "../http/route.ts";
import { release } from "../pages/html/release.ts";
import { readPrecomputed } from "./precomputed-files.ts";
import { sent } from "./text-cache.ts";

const contentTypes = {
  json: "application/json; charset=utf-8",
  html: "text/html; charset=utf-8",
  csv: "text/csv; charset=utf-8",
} as const;

export interface ConstantAnswer {
  /** Path below `/v1/`. */
  resource: string;
  form?: keyof typeof contentTypes;
}

export type Constants = readonly (readonly [ConstantAnswer, string])[];

/** Where the build writes it, below `dist/`. */
export function constantPath({ resource, form = "json" }: ConstantAnswer): string {
  return `/v1/${resource}.${form}.gz`;
}

interface Sending {
  /** Whether the form was chosen by the caller's `Accept` header. */
  negotiated?: boolean;
  headers?: Readonly<Record<string, string>>;
}

export async function constantAnswer(
  context: Context<HonoEnvironment>,
  answer: ConstantAnswer,
  { negotiated = false, headers: more }: Sending = {},
): Promise<Response> {
  const { resource, form = "json" } = answer;
  const etag = entityTag(dataset.answerVersion, `${resource};${release}`, form);
  const headers = {
    etag,
    "cache-control": cacheControl,
    vary: negotiated ? "accept, accept-encoding" : "accept-encoding",
    ...more,
  };
  if (isFresh(context.req.header("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const path = constantPath(answer);
  const file = await readPrecomputed(context, path);
  if (!file) throw new NotBuilt(path);
  return sent(
    context,
    { body: file, gzipped: true, whence: "precomputed" },
    { ...headers, "content-type": contentTypes[form] },
  );
}

/** An address that has such an answer, whoever asks. */
export function constantRoute(answer: ConstantAnswer, sending?: Sending): Route {
  return [noParameters, (context) => constantAnswer(context, answer, sending)];
}
