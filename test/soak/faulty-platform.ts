/**
 * The platform around the Worker, in workerd: its files and its edge cache, which fail when they are
 * told to. `/soak/share/0.2` sets how many of the calls fail; `/soak/counts` says how many did.
 */
interface Environment {
  FILES: Pick<Fetcher, "fetch">;
}

const stored = new Map<string, Uint8Array<ArrayBuffer>>();
const counts: Record<string, number> = {};
let share = 0;
/** Kept small, so that what fell out of the Worker's memory is not always here. */
const mostStored = 2000;

/** "never" seldom, because the run waits for each. */
const ways = ["404", "404", "500", "500", "500", "throws", "throws", "cut off", "cut off", "never"];

export default {
  async fetch(request: Request, { FILES }: Environment): Promise<Response> {
    const { pathname } = new URL(request.url);
    const [, word, what, value] = pathname.split("/");
    if (word === "soak") {
      if (what === "share") share = Number(value);
      return Response.json(counts);
    }
    const isCache = word === "edge-cache";
    const answer = () => (isCache ? cached(request) : FILES.fetch(request));
    if (Math.random() >= share) return answer();
    const way = ways[Math.floor(Math.random() * ways.length)] ?? "404";
    const kind = `${isCache ? `cache ${request.method === "PUT" ? "write" : "read"}` : "file"}: ${way}`;
    counts[kind] = (counts[kind] ?? 0) + 1;
    return failing(way, request, answer);
  },
};

async function failing(
  way: string,
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (way === "throws") throw new Error("injected");
  if (way === "never") await new Promise((resolve) => setTimeout(resolve, 30_000));
  // A cache that refuses to write has read what it was sent. Otherwise workerd keeps it for ever.
  if (way !== "cut off") {
    await request.arrayBuffer();
    return new Response("injected", { status: way === "404" ? 404 : 500 });
  }
  const { body, status, headers } = await answer();
  if (!body) return new Response(null, { status, headers });
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  const half = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, bytes.length >> 1));
    },
    pull(controller) {
      controller.error(new Error("injected"));
    },
  });
  const own = new Headers(headers);
  own.delete("content-length");
  return new Response(half, { status, headers: own });
}

/** The cache protocol of workerd: `GET` looks up, `PUT` stores a whole HTTP/1.1 response. */
async function cached(request: Request): Promise<Response> {
  if (request.method === "PUT") {
    const message = new Uint8Array(await request.arrayBuffer());
    const end = new TextDecoder("latin1").decode(message).indexOf("\r\n\r\n");
    const [oldest] = stored.keys();
    if (stored.size >= mostStored && oldest !== undefined) stored.delete(oldest);
    stored.set(request.url, message.slice(end + 4));
    return new Response(null, { status: 204 });
  }
  const found = stored.get(request.url);
  if (!found) return new Response(null, { status: 504, headers: { "cf-cache-status": "MISS" } });
  const headers = { "cf-cache-status": "HIT", "cache-control": "public, max-age=86400" };
  return new Response(found, { headers });
}
