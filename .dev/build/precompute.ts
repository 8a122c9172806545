/** Writes the precomputed answers and pages, unless those of this version exist (a step). */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { homeFile } from "#server/answers/precomputed.ts";
import {
  framePath,
  framesFolder,
  precomputedFolder,
  precomputedPath,
} from "#server/answers/precomputed-files.ts";
import { ofNoSite } from "#server/pages/html/origin-placeholder.ts";
import { release } from "#server/pages/html/release.ts";
import { makingFolder } from "../files.ts";
import type { Server } from "../serve/serve.ts";

const folder = join(makingFolder(), "dist", precomputedFolder);

/** Requests at a time: files are compressed while the Worker computes. */
const atOnce = 16;

interface Wanted {
  name: string;
  address: string;
}

interface Kind {
  folder: string;
  wanted: readonly Wanted[];
  /** Changes what is served before it is written. */
  written: (text: string, server: Server) => string;
}

const answers: Kind = {
  folder: answerVersion,
  wanted: questions.map((question) => ({
    name: basename(precomputedPath(answerVersion, question)),
    address: addressOf("/v1/comparison", question),
  })),
  written: (text) => text,
};

const frames: Kind = {
  folder: framesFolder(release),
  wanted: [
    { name: basename(homeFile), address: "/" },
    ...questions.map((question) => ({
      name: basename(framePath(release, question)),
      address: addressOf("/embed", question),
    })),
  ],
  written: (html, { url }) => ofNoSite(url)(html),
};

const kinds = [answers, frames];
const missing = kinds.filter((kind) => !isComplete(kind));
for (const name of existsSync(folder) ? readdirSync(folder) : []) {
  const known = kinds.some((kind) => kind.folder === name && !missing.includes(kind));
  if (!known) rmSync(join(folder, name), { recursive: true });
}
if (missing.length > 0) await write();

/** In workerd, because the last digits of `Math` differ between engines. */
async function write(): Promise<void> {
  const { startServer } = await import("../serve/serve.ts");
  const server = await startServer({ built: makingFolder() });
  try {
    for (const kind of missing) await writeKind(server, kind);
  } finally {
    await server.dispose();
  }
}

async function writeKind(server: Server, { folder: name, wanted, written }: Kind): Promise<void> {
  const unfinished = join(folder, "unfinished");
  mkdirSync(unfinished, { recursive: true });
  for (let first = 0; first < wanted.length; first += atOnce) {
    await Promise.all(
      wanted.slice(first, first + atOnce).map(async (one) => {
        const text = written(await computed(server, one.address), server);
        writeFileSync(join(unfinished, one.name), gzipSync(text, { level: 9 }));
      }),
    );
  }
  renameSync(unfinished, join(folder, name));
}

async function computed(server: Server, address: string): Promise<string> {
  const response = await server.fetch(address, { headers: { "accept-encoding": "identity" } });
  if (!response.ok || !response.headers.get("cache-status")?.endsWith("detail=computed")) {
    throw new Error(`${address} was not computed: ${response.status} ${await response.text()}`);
  }
  return response.text();
}

function isComplete({ folder: name, wanted }: Kind): boolean {
  try {
    const expected = wanted.map((one) => one.name).sort();
    return readdirSync(join(folder, name)).sort().join() === expected.join();
  } catch {
    return false;
  }
}

function addressOf(path: string, question: string): string {
  return question ? `${path}?${question}` : path;
}
