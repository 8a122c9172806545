/** Refuses addresses that are too long to be a question. */
import { createMiddleware } from "hono/factory";
import { longestAddress } from "#core/question/longest-address.ts";
import type { HonoEnvironment } from "../environment.ts";
import { problemResponse } from "../problem.ts";

export const urlLimit = createMiddleware<HonoEnvironment>(async (context, next) => {
  if (context.req.url.length > longestAddress) {
    const detail = `The address is longer than ${longestAddress} characters.`;
    return problemResponse({ status: 414, detail });
  }
  await next();
});
