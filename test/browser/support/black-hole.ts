/** A network that swallows what it is told to: those requests are never answered, nor refused. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface BlackHole {
  origin: string;
  /** Which paths are swallowed from now on. */
  swallow(which: (path: string) => boolean): void;
  close(): Promise<void>;
}

export async function startBlackHole(
  target: string,
  which: (path: string) => boolean,
): Promise<BlackHole> {
  let swallowed = which;
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    if (swallowed(path)) return;
    const answer = await fetch(`${target}${path}`, { redirect: "manual" });
    const headers = new Headers(answer.headers);
    // The body was decoded on its way.
    for (const name of ["content-encoding", "content-length", "transfer-encoding", "connection"]) {
      headers.delete(name);
    }
    response.writeHead(answer.status, Object.fromEntries(headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swallow(next) {
      swallowed = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
