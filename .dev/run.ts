import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./files.ts";

export interface Finished {
  code: number;
  /** `output` is empty if the program wrote directly to the terminal. */
  output: string;
}

/** Holds the processes that were started, which end with this process. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill();
});

/**
 * Lets a signal end this process in good order: what it started is ended, and what it promised to delete is deleted.
 */
export function endOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));
}

/** Returns a folder for the temporary files of this process and of all that it starts. It is gone with this process. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "myeloma-compare-"));
  // Another user, as whom a test runs the container, may pass through the folder, but cannot list it.
  chmodSync(folder, 0o711);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = folder;
  return folder;
}

/**
 * Runs a Node script in the root folder, and resolves to its exit code (1 if a signal ended it) and its trimmed
 * output. With `show` it writes directly to the terminal. The promise is rejected if Node cannot be started.
 */
export function runNode(args: string[], { show = false } = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    running.add(child);
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.on("error", reject);
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: output.trim() });
    });
  });
}

export function formatSecondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
