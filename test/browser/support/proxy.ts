/**
 * A proxy in front of the served build. It can change answers, as a hostile network would, and knows all
 * that reaches the server.
 */
import { createServer } from "node:http";
import { listen } from "../../support/listen.ts";

export interface ProxiedAnswer {
  path: string;
  status: number;
  headers: Headers;
  body: Buffer;
}

export interface ReceivedRequest {
  method: string;
  path: string;
  /** Names and values, in their order. */
  headers: string[];
  body: string;
}

export type ChangeAnswer = (passed: ProxiedAnswer) => Partial<ProxiedAnswer> | null;

export type AlteringProxy = Awaited<ReturnType<typeof startProxy>>;

/** @param change may return values that replace those of the server's answer, or `null` for no answer at all */
export async function startProxy(target: string, change: ChangeAnswer = () => ({})) {
  /** Holds all requests whole, as they came. */
  const received: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    const { url: path = "/", method = "", rawHeaders } = request;
    const entry = { method, path, headers: rawHeaders, body: "" };
    received.push(entry);
    for await (const part of request) entry.body += part;
    const answer = await fetch(`${target}${path}`, { redirect: "manual" });
    const headers = new Headers(answer.headers);
    // `fetch` has decoded the body, which is then sent without encoding.
    for (const name of ["content-encoding", "content-length", "transfer-encoding", "connection"]) {
      headers.delete(name);
    }
    const body = Buffer.from(await answer.arrayBuffer());
    const passed: ProxiedAnswer = { path, status: answer.status, headers, body };
    const changed = change(passed);
    if (changed === null) return;
    const sent = { ...passed, ...changed };
    response.writeHead(sent.status, Object.fromEntries(sent.headers)).end(sent.body);
  });
  return { ...(await listen(server)), received };
}
