import { type Agent, request as ask, type IncomingHttpHeaders } from "node:http";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Asking {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Keeps connections open for the next request. */
  agent?: Agent;
}

/**
 * Sends exactly this path and these headers and nothing a client would add: Node's `fetch` always
 * sends a `Sec-Fetch-Mode`, decompresses, follows redirects and tidies addresses up.
 */
export function send(
  url: string,
  path: string,
  { method = "GET", headers = {}, body = "", agent }: Asking = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const options = { hostname, port, path, method, headers, ...(agent ? { agent } : {}) };
    const outgoing = ask(options, (incoming) => {
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
