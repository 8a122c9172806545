/** `npm start`, the command that the README names, asked over HTTP. */
import { type ChildProcess, spawn } from "node:child_process";
import { globSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { answeringFolder, root } from "../../.dev/files.ts";

/** Holds all files that `npm start` writes beside the generated modules. */
const temporary = mkdtempSync(join(tmpdir(), "start-"));
afterAll(() => rmSync(temporary, { recursive: true }));

interface Started {
  url: string;
  stop: () => Promise<number | null>;
}

async function start(): Promise<Started> {
  const port = await freePort();
  const child = spawn("npm", ["start"], {
    cwd: root,
    env: {
      ...process.env,
      TMPDIR: temporary,
      HOST: "127.0.0.1",
      PORT: String(port),
      // The compile cache of npm itself would lie there, too.
      NODE_DISABLE_COMPILE_CACHE: "1",
    },
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  await printed(child, "Ctrl+C stops it.");
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === "object" && bound ? bound.port : 0));
    });
  });
}

function printed({ stdout, stderr }: ChildProcess, sentence: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    for (const lines of [stdout, stderr]) {
      lines?.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes(sentence)) resolve();
      });
    }
    stdout?.once("close", () => reject(new Error(text)));
  });
}

const isMaking = () => globSync(join(temporary, "*", answeringFolder)).length > 0;

it("serves every listed question from its file, once all files are made", async () => {
  const { url, stop } = await start();
  await expect.poll(isMaking, { timeout: 120_000 }).toBe(false);
  const { questions } = await import("#data/generated/precomputed.ts");
  expect(questions.length).toBeGreaterThan(20);
  for (const question of questions) {
    const answer = await fetch(`${url}/v1/comparison?${question}`);
    await answer.body?.cancel();
    expect([question, answer.headers.get("cache-status")]).toEqual([
      question,
      "myeloma-compare; hit; detail=precomputed",
    ]);
  }
  await stop();
  expect(readdirSync(temporary)).toEqual([]);
});

it("leaves nothing if it is stopped before they are made, and starts again", async () => {
  const { url, stop } = await start();
  expect((await fetch(`${url}/v1/comparison`)).status).toBe(200);
  expect(isMaking()).toBe(true);
  await stop();
  expect(readdirSync(temporary)).toEqual([]);
});
