/** What only one process at a time may do in this folder. The file says who does it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stateFolder } from "./files.ts";

export interface Holder {
  pid: number;
  /** What it says of itself, such as its address. */
  said: string;
}

/** The process that holds the lock; `null` if none does, also when the last one was killed. */
export function holderOf(name: string, folder = stateFolder): Holder | null {
  try {
    const { pid, said } = JSON.parse(readFileSync(fileOf(name, folder), "utf8")) as Holder;
    return isAlive(pid) ? { pid, said } : null;
  } catch {
    return null;
  }
}

/** Takes the lock and frees it when this process ends; or returns who has it. */
export function take(name: string, said: string, folder = stateFolder): Holder | null {
  mkdirSync(folder, { recursive: true });
  const file = fileOf(name, folder);
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, said }), { flag: "wx" });
      process.once("exit", () => rmSync(file, { force: true }));
      return null;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const holder = holderOf(name, folder);
      if (holder) return holder;
      rmSync(file, { force: true });
    }
  }
}

function fileOf(name: string, folder: string): string {
  return join(folder, `${name}.json`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // After a restart of the machine its number may be that of another program.
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(".dev/");
  } catch {
    return process.platform !== "linux";
  }
}
