import { inject } from "vitest";
import { type Answer, type Asking, send } from "./send.ts";

/**
 * Sends a request to the production build, or to another server. The path is normalised first, as a
 * browser does.
 */
export function request(
  path: string,
  asking: Asking = {},
  url = inject("serverUrl"),
): Promise<Answer> {
  const { pathname, search } = new URL(`${url}${path}`);
  return send(url, `${pathname}${search}`, asking);
}

/** Request headers of a script or program, and of a browser that opens the address. */
export const askers = {
  "a program": {},
  "a browser": { "sec-fetch-mode": "navigate", "sec-fetch-dest": "document", accept: "text/html" },
} satisfies Record<string, Record<string, string>>;
