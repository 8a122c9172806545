/** A server on Node whose lines nobody takes any more: its reader has ended, or the disk is full. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { root } from "../../.dev/files.ts";
import { send } from "../support/send.ts";

const child = spawn(process.execPath, [join(root, "dist-node/server.js")], {
  env: { PORT: "0", LOG_REQUESTS: "on" },
  stdio: ["ignore", "pipe", "ignore"],
});
afterAll(() => child.kill());

it("goes on answering", async () => {
  const [line] = await once(child.stdout, "data");
  const [, port] = /port (\d+)/.exec(`${line}`) ?? [];
  child.stdout.destroy();
  for (let n = 0; n < 5; n += 1) {
    expect((await send(`http://127.0.0.1:${port}`, "/healthz")).status).toBe(200);
  }
});
