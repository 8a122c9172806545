/**
 * A proxy in front of the served build. It can change answers, as a hostile network would, and knows all
 * that reaches the server.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Passed {
  path: string;
  status: number;
  headers: Headers;
  body: Buffer;
}

export interface Received {
  method: string;
  path: string;
  /** Names and values, in their order. */
  headers: string[];
  body: string;
}

export interface AlteringProxy {
  origin: string;
  /** All requested paths, in order. */
  asked: string[];
  /** The same requests whole, as they came: the method, the path, the headers and what was sent. */
  received: Received[];
  close(): Promise<void>;
}

/** @param change may return values that replace those of the server's answer */
export async function startProxy(
  target: string,
  change: (passed: Passed) => Partial<Passed> = () => ({}),
): Promise<AlteringProxy> {
  const asked: string[] = [];
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const { method = "", rawHeaders } = request;
    const entry = { method, path, headers: rawHeaders, body: "" };
    received.push(entry);
    for await (const part of request) entry.body += part;
    const answer = await fetch(`${target}${path}`, { redirect: "manual" });
    const headers = new Headers(answer.headers);
    // `fetch` has decoded the body, which is then sent without encoding, so these headers no longer
    // apply.
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
    received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
