/** An installation on Node is ended under load: nobody behind a balancer gets less than an answer. */
import { Agent, request as ask } from "node:http";
import { afterAll, expect, it } from "vitest";
import { serveOnNode } from "../support/node-server.ts";
import { type RawAnswer, sendRaw } from "../support/send.ts";

const server = await serveOnNode({ DRAIN_SECONDS: "300" });
const kept = new Agent({ keepAlive: true, maxSockets: 3 });
afterAll(() => kept.destroy());

/** Reads with a pause after each part. */
function readSlowly(url: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = ask(`${url}${path}`, { agent: false }, (incoming) => {
      let bytes = 0;
      incoming.on("data", (part: Buffer) => {
        bytes += part.length;
        incoming.pause();
        setTimeout(() => incoming.resume(), 20);
      });
      incoming.on("end", () => resolve(bytes));
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

it("SIGTERM: no connection is reset and no answer is cut", async () => {
  const { url } = server;
  const whole = (await sendRaw(url, "/v1/dataset")).bytes.length;
  let isEnding = false;
  const after: RawAnswer[] = [];

  /** Asks until the balancer has noticed. */
  async function asking(path: string, agent?: Agent): Promise<void> {
    while (!isEnding) after.push(await sendRaw(url, path, agent ? { agent } : {}));
  }
  async function balancer(): Promise<RawAnswer> {
    for (;;) {
      const answer = await sendRaw(url, "/healthz");
      if (answer.status !== 200) return answer;
    }
  }
  const paths = ["/v1/comparison", "/embed", "/v1/dataset"];
  const clients = [
    ...paths.map((path) => asking(path)),
    ...paths.map((path) => asking(path, kept)),
  ];
  await expect.poll(() => after.length, { timeout: 30_000 }).toBeGreaterThan(20);
  after.length = 0;
  const slow = Promise.all(["/v1/dataset", "/v1/dataset"].map((path) => readSlowly(url, path)));
  void server.stop("SIGTERM");

  const unwell = await balancer();
  expect([unwell.status, unwell.headers.connection]).toEqual([503, "close"]);
  // Requests before the balancer is told are still answered, and are told to close the connection.
  const late = await Promise.all(paths.map((path) => sendRaw(url, path, { agent: kept })));
  expect(late.map(({ status, headers }) => [status, headers.connection])).toEqual(
    paths.map(() => [200, "close"]),
  );
  isEnding = true;
  await Promise.all(clients);
  expect(new Set(after.map(({ status }) => status))).toEqual(new Set([200]));
  // The server ends without waiting any longer for the balancer.
  const ended = server.stop("SIGINT");
  expect(await slow).toEqual([whole, whole]);
  expect(await ended).toBe(0);
});
