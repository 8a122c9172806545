/** A copy of the working tree, with its own packages, that a test may break. */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");

export interface WorkFolder {
  path: string;
  /** An empty folder, the temporary one of every program that is run here. */
  temporary: string;
  run: (command: readonly string[], environment?: Record<string, string>) => Program;
  remove: () => void;
}

export interface Program {
  pid: number;
  output: () => string;
  /** Resolves once the output contains this text; rejects if the program ends before. */
  says: (text: string) => Promise<void>;
  /** `null` if a signal ended it. */
  ended: Promise<number | null>;
  kill: (signal: NodeJS.Signals) => void;
}

/** @param name of the folder itself */
export function workFolder(name = "work"): WorkFolder {
  const parent = mkdtempSync(join(tmpdir(), "faults-"));
  const path = join(parent, name);
  const temporary = join(parent, "temporary");
  mkdirSync(temporary);
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of listed.split("\n").filter(Boolean)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    cpSync(join(root, file), join(path, file));
  }
  return {
    path,
    temporary,
    run: (command, environment = {}) => run(command, path, { TMPDIR: temporary, ...environment }),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

/** Links the packages of the repository, which takes no space; what npm rewrites in place is copied. */
export function linkPackages({ path }: WorkFolder): void {
  execFileSync("cp", ["-al", join(root, "node_modules"), join(path, "node_modules")]);
  const lock = "node_modules/.package-lock.json";
  rmSync(join(path, lock));
  cpSync(join(root, lock), join(path, lock));
}

function run(
  [file = "", ...args]: readonly string[],
  cwd: string,
  environment: Record<string, string>,
): Program {
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      written += chunk.toString();
      for (const check of waiting) check();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    pid: child.pid ?? 0,
    output: () => written,
    says: (text) =>
      new Promise((resolve, reject) => {
        const check = () => written.includes(text) && resolve();
        waiting.add(check);
        check();
        ended.then(() => reject(new Error(`It ended without "${text}": ${written}`)));
      }),
    ended,
    kill: (signal) => void child.kill(signal),
  };
}
