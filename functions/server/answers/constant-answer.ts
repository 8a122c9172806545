/**
 * An answer that stays the same for a whole release. It is a file of the build, gzipped like the
 * precomputed answers. So the Worker contains neither the evidence in it nor the code that makes
 * it.
 */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import { cacheControl, entityTag, isFresh } from "../http/conditional.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { release } from "../pages/html/release.ts";
import { type ConstantForm, constantPath } from "./constant-path.ts";
import { precomputedAnswer } from "./kept-answers.ts";
import { readPrecomputed } from "./read-precomputed.ts";

const contentTypes: Readonly<Record<ConstantForm, string>> = {
  json: "application/json; charset=utf-8",
  html: "text/html; charset=utf-8",
  csv: "text/csv; charset=utf-8",
};

export interface ConstantAnswer {
  /** Path below `/v1/`. */
  resource: string;
  form?: ConstantForm;
  /** Whether the form was chosen by the caller's `Accept` header. */
  negotiated?: boolean;
  headers?: Readonly<Record<string, string>>;
}

/** Responds with the content and its ETag, or with a 304. */
export async function constantAnswer(
  context: Context<HonoEnvironment>,
  { resource, form = "json", negotiated = false, headers: more }: ConstantAnswer,
): Promise<Response> {
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
  const path = constantPath(resource, form);
  const file = await readPrecomputed(context, path);
  if (!file) throw new Error(`${path} was not built`);
  const answer = precomputedAnswer(context, file);
  return new Response(answer.body, {
    encodeBody: answer.encodeBody,
    headers: { ...headers, ...answer.headers, "content-type": contentTypes[form] },
  });
}
