import { inject } from "vitest";
import { type Answer, type Asking, send } from "./send.ts";

/** Asks the served production build, for the address as a browser would tidy it up. */
export function request(path: string, asking: Asking = {}): Promise<Answer> {
  const url = inject("serverUrl");
  const { pathname, search } = new URL(`${url}${path}`);
  return send(url, `${pathname}${search}`, asking);
}

/** As a script or program asks, and as a browser asks that opens the address. */
export const askers: Record<string, Record<string, string>> = {
  "a program": {},
  "a browser": { "sec-fetch-mode": "navigate", "sec-fetch-dest": "document", accept: "text/html" },
};
