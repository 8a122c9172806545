/** A proxy before the Worker during development, so that the Worker is that of production. */
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";
import { stripVTControlCharacters } from "node:util";

interface Proxy {
  reload(): void;
  showFailure(message: string): void;
  close(): void;
}

const script = `
let lost = false;
const events = new EventSource("/__dev/events");
events.addEventListener("error", () => { lost = true; });
events.addEventListener("open", () => { if (lost) location.reload(); });
events.addEventListener("reload", () => location.reload());
events.addEventListener("failure", ({ data }) => {
  const shown = document.querySelector("#dev-failure") ?? document.createElement("pre");
  shown.id = "dev-failure";
  shown.textContent = JSON.parse(data);
  Object.assign(shown.style, {
    position: "fixed", inset: "auto 0 0", zIndex: "2147483647", maxHeight: "60vh", margin: "0",
    overflow: "auto", padding: "1rem", background: "#300", color: "#fff", whiteSpace: "pre-wrap",
  });
  document.body.append(shown);
});
`;
const tag = '<script type="module" src="/__dev/reload.js"></script>';
const waitingPage = `<!doctype html><title>Building</title><body>${tag}<p>Building …</p>`;

/** `target` returns the address of the Worker, once it runs. */
export function startProxy(options: {
  host: string;
  port: number;
  target: () => string | undefined;
}): Promise<Proxy> {
  const listeners = new Set<ServerResponse>();
  let failure: string | undefined;

  const send = (response: ServerResponse, event: string, data: string) =>
    response.write(`event: ${event}\ndata: ${data}\n\n`);

  const server = createServer((incoming, outgoing) => {
    const target = options.target();
    if (incoming.url === "/__dev/events") {
      outgoing.writeHead(200, own("text/event-stream"));
      outgoing.write(":\n\n");
      if (failure) send(outgoing, "failure", JSON.stringify(failure));
      listeners.add(outgoing);
      outgoing.once("close", () => listeners.delete(outgoing));
    } else if (incoming.url === "/__dev/reload.js") {
      outgoing.writeHead(200, own("text/javascript")).end(script);
    } else if (target) {
      pass(incoming, outgoing, target);
    } else {
      outgoing.writeHead(503, own("text/html")).end(waitingPage);
    }
  });

  const proxy: Proxy = {
    reload() {
      failure = undefined;
      for (const listener of listeners) send(listener, "reload", "{}");
    },
    showFailure(message) {
      failure = stripVTControlCharacters(message);
      for (const listener of listeners) send(listener, "failure", JSON.stringify(failure));
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => resolve(proxy));
  });
}

function own(type: string): OutgoingHttpHeaders {
  return {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    "access-control-allow-origin": "*",
  };
}

/** Disables caches, and compression of pages, so that the script can be added to them. */
function pass(incoming: IncomingMessage, outgoing: ServerResponse, target: string): void {
  const { "if-none-match": _tag, "if-modified-since": _date, ...headers } = incoming.headers;
  const toWorker = forward(
    new URL(incoming.url ?? "/", target),
    { method: incoming.method ?? "GET", headers: { ...headers, "accept-encoding": "identity" } },
    (answer) => {
      const isPage = answer.headers["content-type"]?.startsWith("text/html") ?? false;
      const { "content-length": length, etag: _etag, ...rest } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, {
        ...rest,
        ...(incoming.url?.startsWith("/assets/") ? {} : { "cache-control": "no-store" }),
        ...(length && !isPage ? { "content-length": length } : {}),
      });
      answer.pipe(outgoing, { end: !isPage });
      // Browsers treat a script after </html> as part of the body.
      if (isPage) answer.once("end", () => outgoing.end(incoming.method === "HEAD" ? "" : tag));
    },
  );
  toWorker.once("error", (error) => {
    if (!outgoing.headersSent) outgoing.writeHead(502, own("text/plain"));
    outgoing.end(error.message);
  });
  incoming.pipe(toWorker);
}
