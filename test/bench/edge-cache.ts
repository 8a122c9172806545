/**
 * Implements the cache protocol of workerd in the memory of one Worker: `GET` looks up a response,
 * `PUT` stores a whole HTTP/1.1 response. Only for the benchmark: nothing expires and nothing is
 * evicted.
 */
interface Stored {
  headers: [name: string, value: string][];
  body: Uint8Array<ArrayBuffer>;
}

const stored = new Map<string, Stored>();

export default {
  async fetch(request: Request): Promise<Response> {
    if (request.method === "PUT") {
      stored.set(request.url, parsed(new Uint8Array(await request.arrayBuffer())));
      return new Response(null, { status: 204 });
    }
    const match = stored.get(request.url);
    if (!match) return new Response(null, { status: 504, headers: { "cf-cache-status": "MISS" } });
    const headers = new Headers([...match.headers, ["cf-cache-status", "HIT"]]);
    return new Response(match.body, { headers });
  },
};

/** Parses a stored HTTP/1.1 response. The body always has a content length, so it is not chunked. */
function parsed(message: Uint8Array<ArrayBuffer>): Stored {
  const text = new TextDecoder("latin1").decode(message);
  const end = text.indexOf("\r\n\r\n");
  const [, ...lines] = text.slice(0, end).split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return {
    headers: headers.filter(([name]) => name !== "content-length"),
    body: message.slice(end + 4),
  };
}
