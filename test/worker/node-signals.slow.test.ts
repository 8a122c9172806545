/** Tests that ending a server on Node twice does not cut an answer that is being read. */
import { request as ask } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { it } from "vitest";
import { serveOnNode } from "../support/node-server.ts";
import { sendRaw } from "../support/send.ts";

/** Begins to read, and goes on when `ready`. */
function readFrom(url: string, path: string, ready: Promise<unknown>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = ask(`${url}${path}`, { agent: false }, async (incoming) => {
      let bytes = 0;
      incoming.on("end", () => resolve(bytes)).on("error", reject);
      await ready;
      incoming.on("data", (part: Buffer) => {
        bytes += part.length;
      });
    });
    outgoing.on("error", reject).end();
  });
}

it.concurrent.for([
  ["SIGTERM", "SIGTERM"],
  ["SIGINT", "SIGTERM"],
] as const)("by %s and %s", async ([first, second], { expect }) => {
  const server = await serveOnNode({ DRAIN_SECONDS: "1" });
  const whole = (await sendRaw(server.url, "/v1/dataset")).bytes.length;
  const read = readFrom(server.url, "/v1/dataset", wait(2000));
  await wait(300);
  void server.stop(first);
  await wait(300);
  const ended = server.stop(second);
  expect(await read).toBe(whole);
  expect(await ended).toBe(0);
});
