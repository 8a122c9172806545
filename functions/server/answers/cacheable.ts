/** A cacheable answer with its validator; the body is looked for or made only when the caller lacks it. */
import type { Context } from "hono";
import { dataset } from "#core/dataset.ts";
import { cacheControl, entityTag, isFresh } from "../http/conditional.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { release } from "../pages/html/release.ts";
import { type Form, formText, languageHeader } from "./form.ts";
import { keptAnswer } from "./kept-answers.ts";

export interface Cacheable extends Form {
  /** What is asked for, in canonical form. */
  resource: string;
  /**
   * Made by `answers.ts` and naming no file of the release: the answer version tells all that decides
   * its bytes. Anything else is another one with every release.
   */
  isAnswer?: boolean;
  contentType: string;
  make: () => string;
  /** The file of the build with this answer, if there is one. */
  file?: string | null;
  /** What is kept under its name, where it is not the resource as it is asked for. */
  keptAs?: string;
  /** What is put in when it is served: it is part of the validator, never of what is kept. */
  adapt?: ((text: string) => string) | null;
  headers?: Readonly<Record<string, string>>;
}

export async function cacheable(
  context: Context<HonoEnvironment>,
  {
    resource,
    isAnswer = false,
    contentType,
    make,
    file = null,
    keptAs = resource,
    adapt = null,
    headers: more,
    ...form
  }: Cacheable,
): Promise<Response> {
  const named = isAnswer ? resource : `${resource};${release}`;
  const etag = entityTag(dataset.answerVersion, named, formText(form));
  const headers = {
    etag,
    "cache-control": cacheControl,
    ...languageHeader(form),
    ...more,
    vary: more?.vary === undefined ? "accept-encoding" : `${more.vary}, accept-encoding`,
  };
  if (isFresh(context.req.header("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const key = entityTag(dataset.answerVersion, keptAs, formText(form));
  const answer = await keptAnswer(context, { key, file, make, decoded: adapt !== null });
  const body = adapt ? adapt(await new Response(answer.body).text()) : answer.body;
  return new Response(body, {
    encodeBody: answer.encodeBody,
    headers: { ...headers, ...answer.headers, "content-type": contentType },
  });
}
