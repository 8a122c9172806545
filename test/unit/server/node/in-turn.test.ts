/** Requests that are sent ahead on one connection. */
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { makeSequentialRequestHandler } from "#server/node/node-server.ts";

const begun: string[] = [];
const server = createServer(
  makeSequentialRequestHandler(async ({ url = "" }, outgoing) => {
    begun.push(url);
    // The first one takes longest.
    await wait(url === "/0" ? 50 : 0);
    outgoing.end(url === "/large" ? Buffer.alloc(20_000_000) : url);
  }),
).listen(0, "127.0.0.1");
await once(server, "listening");
afterAll(() => server.close());

/** Sends all requests at once on a new connection, and returns its socket. */
function sent(paths: readonly string[]) {
  begun.length = 0;
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join(""));
  return socket;
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `/${index}`);

it("are answered one after the other", async () => {
  const socket = sent(numbered(16));
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk;
  });
  await expect.poll(() => text).toContain("\r\n/15");
  expect(text.match(/^\/\d+/gm)?.length).toBe(16);
  expect(begun).toEqual(numbered(16));
  socket.destroy();
});

it("wait as long as the answer before is not read", async () => {
  const socket = sent(["/large", "/1"]);
  socket.pause();
  await expect.poll(() => begun).toEqual(["/large"]);
  await wait(200);
  expect(begun).toEqual(["/large"]);
  socket.resume();
  await expect.poll(() => begun).toEqual(["/large", "/1"]);
  socket.destroy();
});

it("of which there are too many get the answers of those that may wait, then the connection closes", async () => {
  const socket = sent(numbered(5000));
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk;
  });
  await once(socket, "close");
  expect(begun).toEqual(numbered(16));
  expect(text.match(/^\/\d+/gm)?.length).toBe(16);
  expect(text.match(/^Connection: .*$/gm)?.at(-1)).toContain("close");
});
