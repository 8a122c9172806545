/** The address of this installation, without a slash at the end: its origin and its base path. */
import type { Context } from "hono";
import type { HonoEnvironment } from "./environment.ts";

export function siteOf({ env, req }: Context<HonoEnvironment>): string {
  return `${new URL(req.url).origin}${env.BASE_PATH ?? ""}`;
}
