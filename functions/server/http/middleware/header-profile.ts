/** Sets the header profile of a route's responses. Without it, they are data. */
import { createMiddleware } from "hono/factory";
import type { HonoEnvironment } from "../environment.ts";
import type { Profile } from "../headers.ts";

export function servedAs(profile: Profile) {
  return createMiddleware<HonoEnvironment>(async (context, next) => {
    context.set("profile", profile);
    await next();
  });
}
