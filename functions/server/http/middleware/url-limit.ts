/**
 * A question that excludes every cohort fits into this length. Longer URLs are mistakes or attacks.
 */
import { createMiddleware } from "hono/factory";
import type { HonoEnvironment } from "../environment.ts";
import { problemResponse } from "../problem.ts";

const maximumLength = 8192;

export const urlLimit = createMiddleware<HonoEnvironment>(async (context, next) => {
  if (context.req.url.length > maximumLength) {
    const detail = `The address is longer than ${maximumLength} characters.`;
    return problemResponse({ status: 414, detail });
  }
  await next();
});
