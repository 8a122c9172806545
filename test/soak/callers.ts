/** How callers behave: well, by half, slowly, or gone before the answer. */
import { type Agent, request as ask, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { gunzipSync } from "node:zlib";

export interface Sent {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
}

export interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  /** Decoded. */
  bytes: Buffer;
}

/**
 * Reads the answer to its end. Rejects if it is broken off.
 *
 * @param pause milliseconds after each eight kilobytes
 */
export function whole(
  url: string,
  { method, path, headers }: Sent,
  { agent, pause = 0 }: { agent?: Agent; pause?: number },
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const options = { hostname, port, path, method, headers, agent: agent ?? false };
    const outgoing = ask({ ...options, ...(pause > 0 && { highWaterMark: 8192 }) }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => {
        parts.push(part);
        if (pause === 0) return;
        incoming.pause();
        setTimeout(() => incoming.resume(), pause);
      });
      incoming.on("end", () => {
        const { statusCode: status = 0, headers: got } = incoming;
        const bytes = Buffer.concat(parts);
        const isGzipped = got["content-encoding"] === "gzip" && bytes.length > 0;
        try {
          resolve({ status, headers: got, bytes: isGzipped ? gunzipSync(bytes) : bytes });
        } catch (error) {
          reject(error);
        }
      });
      incoming.on("error", reject);
    });
    outgoing.setTimeout(60_000, () => outgoing.destroy(new Error("no answer within a minute")));
    outgoing.on("error", reject);
    outgoing.end();
  });
}

/** Asks, and is gone after this time, whether or not the answer has begun. */
export async function gone(
  url: string,
  { method, path, headers }: Sent,
  milliseconds: number,
): Promise<void> {
  const { hostname, port } = new URL(url);
  const outgoing = ask({ hostname, port, path, method, headers, agent: false });
  outgoing.on("response", (incoming) => {
    incoming.on("error", () => undefined);
    incoming.resume();
  });
  outgoing.on("error", () => undefined);
  outgoing.end();
  await after(milliseconds);
  outgoing.destroy();
}

/** Sends the beginning of a request and nothing more, for this time. */
export async function half(
  url: string,
  { method, path, headers }: Sent,
  milliseconds: number,
): Promise<void> {
  const { hostname, port } = new URL(url);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = `${method} ${path} HTTP/1.1\r\n${lines.join("")}`;
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.resume();
  socket.write(text.slice(0, Math.max(1, text.length >> 1)));
  await after(milliseconds);
  socket.destroy();
}
