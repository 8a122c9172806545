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
  /** Set to keep connections open for the next request. */
  agent?: Agent;
}

/** An answer with the body as it was sent, gzipped or not. */
export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
}

/**
 * Sends exactly this path and these headers. Node's `fetch` would always add a `Sec-Fetch-Mode`,
 * decompress, follow redirects and normalise the URL.
 */
export async function send(url: string, path: string, asking: Asking = {}): Promise<Answer> {
  const { bytes, ...answer } = await sendRaw(url, path, asking);
  return { ...answer, text: bytes.toString("utf8") };
}

export function sendRaw(
  url: string,
  path: string,
  { method = "GET", headers = {}, body = "", agent }: Asking = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const options = { hostname, port, path, method, headers, ...(agent ? { agent } : {}) };
    const outgoing = ask(options, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => parts.push(part));
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          bytes: Buffer.concat(parts),
        }),
      );
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
