/**
 * An answer that stays as it is for a whole release: a file of the build, gzipped like the answers that are
 * made beforehand. The Worker carries neither its evidence nor the code that makes it.
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
};

export interface ConstantAnswer {
  /** Below `/v1/`. */
  resource: string;
  form?: ConstantForm;
  /** Whether the caller's `Accept` decided the form. */
  negotiated?: boolean;
}

/** The content with its validator, or a 304. */
export async function constantAnswer(
  context: Context<HonoEnvironment>,
  { resource, form = "json", negotiated = false }: ConstantAnswer,
): Promise<Response> {
  const etag = entityTag(dataset.answerVersion, `${resource};${release}`, form);
  const headers = {
    etag,
    "cache-control": cacheControl,
    vary: negotiated ? "accept, accept-encoding" : "accept-encoding",
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
