/** JSON responses that can be cached. */
import type { Context } from "hono";
import type { HonoEnvironment } from "../http/environment.ts";
import { cacheable } from "./cacheable.ts";

const contentType = "application/json; charset=utf-8";

/** An answer that was made by `answers.ts`. */
export function jsonAnswer(
  context: Context<HonoEnvironment>,
  resource: string,
  make: () => string,
  { light = false }: { light?: boolean } = {},
): Promise<Response> {
  return cacheable(context, {
    resource,
    isAnswer: true,
    mediaType: "json",
    contentType,
    make,
    light,
  });
}

/** A response that stays the same for a whole release. */
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
    light: true,
  });
}
