/** Connections of a real server, whose callers do not do what callers should. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, expect, it } from "vitest";
import type { Handler } from "#server/node/handler.ts";
import { type Connections, httpServer } from "#server/node/http-server.ts";
import { inPieces } from "#server/node/in-pieces.ts";

/** More than systems keep for a connection that is not read. */
const large = new Uint8Array(24_000_000);

const closings: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closings.map((close) => close())));

async function serving(more: Partial<Connections> = {}) {
  const asked: string[] = [];
  const handler: Handler = async ({ url }) => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    if (pathname === "/small") return new Response("small");
    return new Response(inPieces(large), { headers: { "content-length": `${large.length}` } });
  };
  const ending = new AbortController();
  const { server, close } = httpServer(handler, {
    mostConnections: 10,
    ending: ending.signal,
    lastPatience: 50,
    ...more,
  });
  closings.push(close);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  return { asked, server, close, ending, port };
}

/** Asks for all these at once, and reads nothing before `resume`. */
async function asking(port: number, paths: readonly string[]): Promise<Socket> {
  const socket = connect(port, "127.0.0.1").pause();
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`).join(""));
  return socket;
}

/** All that comes until the server closes, as one text without the zeros of the large answer. */
async function rest(socket: Socket): Promise<{ heads: string; bytes: number }> {
  let [heads, bytes] = ["", 0];
  socket.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    heads += chunk.toString("latin1").replaceAll("\0", "");
  });
  await new Promise((resolve) => socket.once("close", resolve));
  return { heads, bytes };
}

const answers = (heads: string) => heads.match(/HTTP\/1\.1 200/g)?.length ?? 0;

it("begins an answer when the one before on the connection was taken", async () => {
  const { asked, port, ending } = await serving();
  const socket = await asking(port, ["/large", "/a", "/small"]);
  await rest((await asking(port, ["/small"])).end().resume());
  expect(asked).toEqual(["/large", "/small"]);
  ending.abort();
  // The answer after the one under way says that it is the last one.
  const { heads } = await rest(socket.resume());
  expect([answers(heads), asked]).toEqual([2, ["/large", "/small", "/a"]]);
});

it("cuts a connection whose answer is not taken", async () => {
  const { server, port } = await serving({ patience: 20 });
  const [[connection]] = await Promise.all([once(server, "connection"), asking(port, ["/large"])]);
  await once(connection, "close");
  expect(connection.destroyed).toBe(true);
});

it("cuts a connection on which too many requests wait", async () => {
  const { asked, port } = await serving();
  const paths = Array.from({ length: 17 }, () => "/small");
  expect(answers((await rest((await asking(port, ["/large", ...paths])).resume())).heads)).toBe(0);
  expect(asked).toEqual(["/large"]);
});

it("takes no more connections than it may have", async () => {
  const { asked, server, port } = await serving({ mostConnections: 1 });
  await asking(port, ["/large"]);
  const [[dropped]] = await Promise.all([once(server, "drop"), asking(port, ["/small"])]);
  expect([dropped.remoteAddress, asked]).toEqual(["127.0.0.1", ["/large"]]);
});

it("closes when the answers under way were read, and without those that are not", async () => {
  const { port, ending, close } = await serving({ lastPatience: 300 });
  const [slow, still] = [await asking(port, ["/large"]), await asking(port, ["/large"])];
  ending.abort();
  const closed = close();
  // With pauses, so that it takes longer than the server waits for one who does not read.
  slow.on("data", () => {
    slow.pause();
    setTimeout(() => slow.resume(), 1);
  });
  const { heads, bytes } = await rest(slow.resume());
  expect([answers(heads), bytes > large.length]).toEqual([1, true]);
  await closed;
  expect((await rest(still.resume())).bytes).toBeLessThan(large.length);
});
