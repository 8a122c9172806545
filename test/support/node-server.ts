/** The build on Node, as an operator starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll } from "vitest";

const root = join(import.meta.dirname, "../..");

export interface NodeServer {
  /** The address that it listens on, without a slash at the end. */
  url: string;
  pid: number;
  /** Returns all that the server has written so far. */
  log: () => string;
  /** Ends the server with this signal, and returns its exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export interface NodeOptions {
  /** Holds command-line options of Node itself. */
  options?: readonly string[];
  /** Names the folder that holds dist/ and dist-node/; the repository by default. */
  folder?: string;
}

const line = /listens on \S+ port (\d+)/;

/**
 * Serves with these settings until the tests around this call have ended; a test that calls it must stop the server
 * itself.
 */
export async function serveOnNode(
  settings: Readonly<Record<string, string>>,
  more: NodeOptions = {},
): Promise<NodeServer> {
  const { child, log, ended } = run([], settings, more);
  const stop = (signal: NodeJS.Signals = "SIGINT") => {
    child.kill(signal);
    return ended;
  };
  afterAll(() => stop());
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const [, port] = log().match(line) ?? [];
      if (port !== undefined) resolve(port);
    });
    ended.then(() => reject(new Error(log())));
  });
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? Number.NaN, log, stop };
}

/** Runs the server's file to its end. */
export async function runOnNode(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  more: NodeOptions = {},
): Promise<{ code: number | null; log: string }> {
  const { ended, log } = run(args, settings, more);
  return { code: await ended, log: log() };
}

function run(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  { options = [], folder = root }: NodeOptions,
) {
  const file = join(folder, "dist-node/server.js");
  const child = spawn(process.execPath, [...options, file, ...args], {
    // The environment of this machine is left out, so that a test states all that matters.
    env: { PORT: "0", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, ...follow(child) };
}

/** Returns what a process has written so far, and its exit code once it has ended. */
export function follow(child: ChildProcess) {
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      written += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { log: () => written, ended };
}
