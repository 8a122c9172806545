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
