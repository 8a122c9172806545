/** Cacheable JSON. */
import type { Context } from "hono";
import type { HonoEnvironment } from "../http/environment.ts";
import { cacheable } from "./cacheable.ts";

const contentType = "application/json; charset=utf-8";

/** An answer, made by `answers.ts`. */
export function jsonAnswer(
  context: Context<HonoEnvironment>,
  resource: string,
  make: () => string,
  language?: string,
): Promise<Response> {
  return cacheable(context, {
    resource,
    isAnswer: true,
    mediaType: "json",
    ...(language !== undefined && { language }),
    contentType,
    make,
  });
}

/** What stays as it is for a whole release. */
export function cacheableJson(
  context: Context<HonoEnvironment>,
  resource: string,
  make: () => unknown,
): Promise<Response> {
  return cacheable(context, {
    resource,
    mediaType: "json",
    contentType,
    make: () => JSON.stringify(make()),
  });
}
