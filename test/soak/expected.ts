/** What has to be answered, asked of a thread and remembered for every runtime. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { buildSync } from "esbuild";

const root = join(import.meta.dirname, "../..");

export interface Question {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
}

export interface Expected {
  status: number;
  /** Of the body as it is without a content coding. */
  digest: string;
  /** Numbers that the core alone computes otherwise: empty. */
  otherwise: readonly string[];
}

export interface ThreadData {
  dist: string;
  origin: string;
}

export interface ThreadAsked extends Question {
  id: number;
}

type Said = { id: number; expected: Expected; failed?: never } | { id: number; failed: string };

export interface Expecting {
  of: (question: Question) => Promise<Expected>;
  end: () => Promise<void>;
}

export function startExpecting(site: string): Expecting {
  const folder = mkdtempSync(join(tmpdir(), "soak-"));
  const outfile = join(folder, "expected.mjs");
  // As `dist-node/` is made: Node alone does not read JSX.
  buildSync({
    absWorkingDir: root,
    entryPoints: ["test/soak/expected-thread.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
  });
  const workerData: ThreadData = { dist: join(root, "dist"), origin: `http://${site}` };
  const thread = new Worker(outfile, { workerData });
  const waiting = new Map<number, (said: Said) => void>();
  const known = new Map<string, Promise<Expected>>();
  thread.on("message", (said: Said) => {
    waiting.get(said.id)?.(said);
    waiting.delete(said.id);
  });
  let last = 0;
  const ask = (question: Question): Promise<Expected> =>
    new Promise((resolve, reject) => {
      last += 1;
      const { method, path, headers } = question;
      waiting.set(last, (said) =>
        said.failed === undefined ? resolve(said.expected) : reject(new Error(said.failed)),
      );
      thread.postMessage({ id: last, method, path, headers } satisfies ThreadAsked);
    });
  return {
    of(question) {
      const key = JSON.stringify([question.method, question.path, question.headers]);
      const found = known.get(key) ?? ask(question);
      known.set(key, found);
      return found;
    },
    async end() {
      await thread.terminate();
      rmSync(folder, { recursive: true });
    },
  };
}
