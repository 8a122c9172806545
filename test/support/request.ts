import { type IncomingHttpHeaders, request as send } from "node:http";
import { inject } from "vitest";

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/**
 * Sends exactly these headers and nothing a client would add: Node's `fetch` always sends a
 * `Sec-Fetch-Mode`, decompresses and follows redirects. Asks the served production build.
 */
export function request(
  path: string,
  {
    method = "GET",
    headers = {},
    body = "",
  }: {
    method?: string;
    headers?: Record<string, string>;
    body?: string;
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send(`${inject("serverUrl")}${path}`, { method, headers }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (part) => {
        text += part;
      });
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
      );
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** As a script or program asks, and as a browser asks that opens the address. */
export const askers: Record<string, Record<string, string>> = {
  "a program": {},
  "a browser": { "sec-fetch-mode": "navigate", "sec-fetch-dest": "document", accept: "text/html" },
};
