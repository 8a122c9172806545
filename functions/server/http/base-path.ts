import type { Context } from "hono";
import type { HonoEnvironment } from "./environment.ts";

/** Returns the address of this installation, without a slash at the end: its origin and its base path. */
export function makeSiteAddress({ env, req }: Context<HonoEnvironment>): string {
  return `${new URL(req.url).origin}${env.BASE_PATH ?? ""}`;
}

/**
 * Matches, for each media type, the positions in a text at which the base path of an installation is inserted. Absolute
 * addresses already contain it (`makeSiteAddress`); addresses that begin with a slash, in pages and data that are the same for
 * every installation, get it here. Text from callers is escaped there, so it cannot look like such an address.
 */
const placesOfPath: Readonly<Record<string, RegExp>> = {
  "text/html": /(?<=<[a-z][^<]*\s(?:href|src|srcset)=")(?=\/(?!\/))/g,
  "application/json": /(?<="(?:href|url|externalValue)":")(?=\/(?!\/))/g,
  "application/problem+json": /(?<="(?:type|href)":")(?=\/(?!\/))/g,
  "application/manifest+json": /(?<="(?:id|start_url|scope|src)":")(?=\/(?!\/))/g,
};

/** Returns the response with the base path in its text. The body must not be compressed. */
export async function addBasePathToResponse(response: Response, base: string): Promise<Response> {
  const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
  const rule = placesOfPath[type];
  if (rule === undefined || base === "" || response.body === null) return response;
  const text = (await response.text()).replaceAll(rule, () => base);
  return new Response(text, response);
}
