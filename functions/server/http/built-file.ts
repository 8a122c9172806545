/**
 * Documents that are made when the service is built and read through the assets binding: nobody
 * waits for them to be computed, and the Worker does not carry them.
 */
import type { Context } from "hono";
import { cacheControl, isFresh } from "./conditional.ts";
import type { HonoEnvironment } from "./environment.ts";

export interface BuiltFile {
  /** Below `dist/`. */
  file: string;
  contentType: string;
  /** Without one, the validator is made from the content by the platform. */
  etag?: string;
  headers?: Readonly<Record<string, string>>;
  /** What is put in when it is served. */
  adapt?: (text: string) => string;
}

/** The content with its validator, or a 304. */
export async function builtFile(
  context: Context<HonoEnvironment>,
  { file, contentType, etag, headers: more, adapt }: BuiltFile,
): Promise<Response> {
  const given = context.req.header("if-none-match");
  const headers = { "cache-control": cacheControl, ...more };
  if (etag !== undefined && isFresh(given, etag)) {
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  }
  const found = await context.env.ASSETS.fetch(new URL(file, context.req.url));
  if (!found.ok) throw new Error(`${file} was not built`);
  const validator = etag ?? found.headers.get("etag");
  if (validator !== null && isFresh(given, validator)) {
    return new Response(null, { status: 304, headers: { ...headers, etag: validator } });
  }
  return new Response(adapt ? adapt(await found.text()) : found.body, {
    headers: {
      ...headers,
      ...(validator === null ? {} : { etag: validator }),
      "content-type": contentType,
    },
  });
}
