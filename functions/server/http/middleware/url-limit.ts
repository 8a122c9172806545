/** A question fits in a URL of this length with every cohort unticked; longer ones are mistakes or attacks. */
import { createMiddleware } from "hono/factory";
import type { HonoEnvironment } from "../environment.ts";
import { problemResponse } from "../problem.ts";

const maximumLength = 4096;

export const urlLimit = createMiddleware<HonoEnvironment>(async (context, next) => {
  if (context.req.url.length > maximumLength) {
    const detail = `The address is longer than ${maximumLength} characters.`;
    return problemResponse({ status: 414, detail });
  }
  await next();
});
