/** Before the Worker during development, so that the Worker is that of production: reloads pages. */
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";

interface Proxy {
  reload(): void;
  close(): void;
}

/** Also when this program was started again. */
const script = `
let lost = false;
const events = new EventSource("/__dev/events");
events.addEventListener("error", () => { lost = true; });
events.addEventListener("open", () => { if (lost) location.reload(); });
events.addEventListener("message", () => location.reload());
`;
const tag = '<script type="module" src="/__dev/reload.js"></script>';

/** @param target the address of the Worker, once it runs */
export function startProxy(
  hostname: string,
  port: number,
  target: () => string | undefined,
): Promise<Proxy> {
  const pages = new Set<() => void>();
  const app = new Hono()
    .get("/__dev/reload.js", (context) => context.body(script, 200, own("text/javascript")))
    .get("/__dev/events", (context) =>
      streamSSE(context, async (stream) => {
        const reload = () => void stream.writeSSE({ data: "reload" });
        pages.add(reload);
        await new Promise<void>((resolve) => stream.onAbort(resolve));
        pages.delete(reload);
      }),
    )
    .all("*", async ({ req }) => {
      const worker = target();
      if (worker === undefined)
        return new Response(`Building …${tag}`, { headers: own("text/html") });
      const { pathname, search } = new URL(req.url);
      const headers = new Headers(req.raw.headers);
      for (const name of ["if-none-match", "if-modified-since", "connection"]) headers.delete(name);
      // What is compressed could not be given its script.
      headers.set("accept-encoding", "identity");
      const { method } = req;
      const address = `${worker}${pathname}${search}`;
      const answer = await fetch(address, { method, headers, redirect: "manual" });
      const isPage =
        method === "GET" && answer.headers.get("content-type")?.startsWith("text/html");
      const shown = new Response(isPage ? `${await answer.text()}${tag}` : answer.body, answer);
      if (!pathname.startsWith("/assets/")) shown.headers.set("cache-control", "no-store");
      shown.headers.delete("etag");
      if (isPage) shown.headers.delete("content-length");
      return shown;
    });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }, () =>
      resolve({
        reload() {
          for (const reload of pages) reload();
        },
        close: () => void server.close(),
      }),
    );
    server.once("error", reject);
  });
}

function own(type: string) {
  return { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" };
}
