/** A cacheable JSON answer. */
import type { Context } from "hono";
import type { HonoEnvironment } from "../environment.ts";
import { cacheable } from "./cacheable.ts";

export function cacheableJson(
  context: Context<HonoEnvironment>,
  resource: string,
  make: () => unknown,
): Promise<Response> {
  return cacheable(context, {
    resource,
    mediaType: "json",
    contentType: "application/json; charset=utf-8",
    make: () => JSON.stringify(make()),
  });
}
