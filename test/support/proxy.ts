/** Another address of the served build that may change what it passes on, as a hostile network would. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Passed {
  path: string;
  status: number;
  headers: Headers;
  body: Buffer;
}

export interface AlteringProxy {
  origin: string;
  /** Every path that was asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

/** `change` may return something else than what the server answered. */
export async function startProxy(
  target: string,
  change: (passed: Passed) => Partial<Passed> = () => ({}),
): Promise<AlteringProxy> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const answer = await fetch(`${target}${path}`, { redirect: "manual" });
    const headers = new Headers(answer.headers);
    // Read here, and sent as it is.
    for (const name of ["content-encoding", "content-length", "transfer-encoding", "connection"]) {
      headers.delete(name);
    }
    const body = Buffer.from(await answer.arrayBuffer());
    const passed: Passed = { path, status: answer.status, headers, body };
    const sent = { ...passed, ...change(passed) };
    response.writeHead(sent.status, Object.fromEntries(sent.headers)).end(sent.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
