/**
 * An address that holds something about a patient is answered as any other, but neither the answer
 * nor the permission for it (CORS) may be stored: a cache would keep the address with it.
 */
import { createMiddleware } from "hono/factory";
import type { HonoEnvironment } from "../environment.ts";
import { namesPatient } from "../patient-like.ts";

export const aboutPatient = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  if (!namesPatient(context.req.url)) return;
  const { headers } = context.res;
  headers.set("cache-control", "no-store");
  headers.delete("etag");
  if (headers.has("access-control-max-age")) headers.set("access-control-max-age", "0");
});
