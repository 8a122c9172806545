/**
 * A minimal Worker that sends the same bytes as ours, but parses no question and sets no headers.
 * The time it takes is the cost of the platform; only the rest can be optimised. Only for the
 * benchmark.
 */
interface Environment {
  ASSETS: Pick<Fetcher, "fetch">;
}

/** The same body as `/healthz`. */
const small = JSON.stringify({ status: "ok", answerVersion: "–".repeat(12), dataVersion: "–" });

let whole: Promise<ArrayBuffer> | undefined;

export default {
  async fetch({ url }: Request, { ASSETS }: Environment): Promise<Response> {
    const { origin, pathname } = new URL(url);
    const file = `${origin}${pathname.replace(/^\/[a-z]+/, "")}`;
    if (pathname.startsWith("/file/")) return gzipped((await ASSETS.fetch(file)).body);
    if (pathname.startsWith("/same/")) {
      whole ??= ASSETS.fetch(file).then((found) => found.arrayBuffer());
      return gzipped(await whole);
    }
    return new Response(small, { headers: { "content-type": "application/json" } });
  },
};

function gzipped(body: BodyInit | null): Response {
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  return new Response(body, { encodeBody: "manual", headers });
}
