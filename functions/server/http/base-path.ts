import type { Context } from "hono";
import type { HonoEnvironment } from "./environment.ts";

/** The address of this installation, without a slash at the end: its origin and its base path. */
export function siteOf({ env, req }: Context<HonoEnvironment>): string {
  return `${new URL(req.url).origin}${env.BASE_PATH ?? ""}`;
}

/**
 * The places in a text of each type where the base path of an installation goes. Absolute addresses contain it
 * already (`siteOf`); addresses that begin with a slash, in pages and data that are the same for every
 * installation, get it here. What callers can put into a text is escaped there, so it cannot look like one of these.
 */
const placesOfPath: Readonly<Record<string, RegExp>> = {
  "text/html": /(?<=<[a-z][^<]*\s(?:href|src|srcset)=")(?=\/(?!\/))/g,
  "application/json": /(?<="(?:href|url|externalValue)":")(?=\/(?!\/))/g,
  "application/problem+json": /(?<="(?:type|href)":")(?=\/(?!\/))/g,
  "application/manifest+json": /(?<="(?:id|start_url|scope|src)":")(?=\/(?!\/))/g,
};

/** Returns the same response with the base path in its text. Its body must not be compressed. */
export async function belowPath(response: Response, base: string): Promise<Response> {
  const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
  const rule = placesOfPath[type];
  if (rule === undefined || base === "" || response.body === null) return response;
  const text = (await response.text()).replaceAll(rule, () => base);
  return new Response(text, response);
}
