/** The two servers of the build, whose files and caches can be made to fail. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { unstable_readConfig as readConfig } from "wrangler";
import { addresses, writeWorker } from "../bench/bare-workerd.ts";
import { type Heap, liveHeap } from "./heap.ts";

const root = join(import.meta.dirname, "../..");

/** The site that all answers name, wherever they come from. */
export const site = "soak.example";

/** How many of the calls to files and cache fail while they are disturbed. */
const share = 0.3;

export type Injected = Readonly<Record<string, number>>;

const injectedOf = (text: string): Injected =>
  v.parse(v.record(v.string(), v.number()), JSON.parse(text));

export interface Runtime {
  url: string;
  /** Lets its files and caches fail, or not; what failed in all. */
  disturb: (fails: boolean) => Promise<Injected>;
  heap: () => Promise<Heap>;
  /** Ends it at once, whatever it does. */
  kill: () => Promise<void>;
}

export type Start = () => Promise<Runtime>;

function killed(child: ChildProcess, folder: string): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => {
      rmSync(folder, { recursive: true, force: true });
      resolve();
    });
    child.kill("SIGKILL");
  });
}

export const startWorkerd: Start = async () => {
  const folder = mkdtempSync(join(tmpdir(), "soak-"));
  copyFileSync(join(root, "dist-worker/worker.js"), join(folder, "worker.js"));
  writeWorker("faulty-platform", folder, import.meta.dirname);
  writeFileSync(join(folder, "config.capnp"), configuration());
  const child = spawn(
    join(root, "node_modules/.bin/workerd"),
    ["serve", join(folder, "config.capnp"), "--inspector-addr=127.0.0.1:0", "--control-fd=3"],
    // What fails is written there at length, and counted here.
    { cwd: root, stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const {
    http: url,
    told: platform,
    inspector,
  } = await addresses(child, [...(["http", "told", "inspector"] as const)]);
  return {
    url,
    disturb: async (fails) =>
      injectedOf(await (await fetch(`${platform}/soak/share/${fails ? share : 0}`)).text()),
    heap: () => liveHeap(inspector, "worker main"),
    kill: () => killed(child, folder),
  };
};

function configuration(): string {
  const wrangler = readConfig({ config: join(root, "wrangler.toml") });
  const texts = Object.entries(wrangler.vars).map(
    ([name, value]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)}),`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "platform", worker = .platform),
    (name = "files", disk = (path = "dist", writable = false)),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:0", http = (), service = "main"),
    (name = "told", address = "127.0.0.1:0", http = (), service = "platform"),
  ],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "${wrangler.compatibility_date}",
  bindings = [
    ${texts.join("\n    ")}
    (name = "${wrangler.assets?.binding}", service = "platform"),
  ],
  cacheApiOutbound = "platform",
);
const platform :Workerd.Worker = (
  modules = [(name = "faulty-platform.js", esModule = embed "faulty-platform.js")],
  compatibilityDate = "${wrangler.compatibility_date}",
  bindings = [(name = "FILES", service = "files")],
);
`;
}

/** Of a copy of the build, in which every fifth answer that was made at build is missing. */
export const startNode: Start = async () => {
  const folder = mkdtempSync(join(tmpdir(), "soak-"));
  for (const name of ["dist", "dist-node"]) {
    execFileSync("cp", ["-a", join(root, name), join(folder, name)]);
  }
  const missing = withoutSomeAnswers(join(folder, "dist/precomputed"));
  const child = spawn(
    process.execPath,
    [
      "--inspect=127.0.0.1:0",
      "--import",
      join(import.meta.dirname, "failing-cache.mjs"),
      join(folder, "dist-node/server.js"),
    ],
    {
      env: { PORT: "0", RATE_LIMIT: "0", PUBLIC_ORIGIN: `http://${site}` },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => {
      written += part.toString();
    });
  }
  const said = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const [, found] = written.match(pattern) ?? [];
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(written);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const inspector = `http://${await said(/^Debugger listening on ws:\/\/([^/]+)/m)}`;
  const url = `http://127.0.0.1:${await said(/listens on \S+ port (\d+)/)}`;
  let isDisturbed = false;
  let injected: Injected = { "file: 404": missing };
  return {
    url,
    disturb: async (fails) => {
      if (fails !== isDisturbed) {
        isDisturbed = fails;
        written = "";
        child.kill("SIGUSR2");
        injected = { "file: 404": missing, ...injectedOf(await said(/^injected (\{.*\})$/m)) };
      }
      return injected;
    },
    heap: () => liveHeap(inspector),
    kill: () => killed(child, folder),
  };
};

function withoutSomeAnswers(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const answers = files
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const some = answers.filter((_, index) => index % 5 === 0);
  for (const file of some) rmSync(file);
  return some.length;
}
