import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { unstable_readConfig as readConfig } from "wrangler";

const root = join(import.meta.dirname, "../..");

export interface BareWorkerd {
  url: string;
  /**
   * A second instance of the same Worker. It shares the edge cache with the first, but not its
   * memory.
   */
  neighbour: string;
  /** URL of the minimal Worker in `least-worker.ts`. */
  least: string;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts the built Worker in workerd without Miniflare. Miniflare itself costs ten times as much as
 * a constant route and would hide the difference between two routes.
 */
export async function startBareWorkerd({
  withEdgeCache = false,
  vars = {},
}: {
  withEdgeCache?: boolean;
  /** Beside those of `wrangler.toml`. */
  vars?: Readonly<Record<string, string>>;
} = {}): Promise<BareWorkerd> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const ports = { main: await freePort(), neighbour: await freePort(), least: await freePort() };
  copyFileSync(join(root, "dist-worker/worker.js"), join(folder, "worker.js"));
  writeFileSync(join(folder, "config.capnp"), configuration(ports, withEdgeCache, vars));
  for (const name of ["edge-cache", "least-worker"]) writeWorker(name, folder);
  const child = spawn(
    join(root, "node_modules/.bin/workerd"),
    ["serve", join(folder, "config.capnp")],
    {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const url = at(ports.main);
  try {
    await answering(`${url}/healthz`, child);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    url,
    neighbour: at(ports.neighbour),
    least: at(ports.least),
    pid: child.pid ?? Number.NaN,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill();
      }),
  };
}

/** Compiled first, because workerd does not run TypeScript. */
export function writeWorker(name: string, folder: string, from = import.meta.dirname): void {
  const [source, outfile] = [join(from, `${name}.ts`), join(folder, `${name}.js`)];
  buildSync({ entryPoints: [source], outfile, format: "esm" });
}

interface Ports {
  main: number;
  neighbour: number;
  least: number;
}

function configuration(
  ports: Ports,
  withEdgeCache: boolean,
  vars: Readonly<Record<string, string>>,
): string {
  const wrangler = readConfig({ config: join(root, "wrangler.toml") });
  const texts = Object.entries({ ...wrangler.vars, ...vars }).map(
    ([name, value]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)}),`,
  );
  const edgeCache = withEdgeCache ? 'cacheApiOutbound = "edge-cache",' : "";
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "neighbour", worker = .main),
    (name = "least", worker = .least),
    (name = "edge-cache", worker = .cache),
    (name = "files", disk = (path = "dist", writable = false)),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:${ports.main}", http = (), service = "main"),
    (name = "next", address = "127.0.0.1:${ports.neighbour}", http = (), service = "neighbour"),
    (name = "least", address = "127.0.0.1:${ports.least}", http = (), service = "least"),
  ],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "${wrangler.compatibility_date}",
  bindings = [
    ${texts.join("\n    ")}
    (name = "${wrangler.assets?.binding}", service = "files"),
  ],
  ${edgeCache}
);
const least :Workerd.Worker = (
  modules = [(name = "least-worker.js", esModule = embed "least-worker.js")],
  compatibilityDate = "${wrangler.compatibility_date}",
  bindings = [(name = "${wrangler.assets?.binding}", service = "files")],
  ${edgeCache}
);
const cache :Workerd.Worker = (
  modules = [(name = "edge-cache.js", esModule = embed "edge-cache.js")],
  compatibilityDate = "${wrangler.compatibility_date}",
);
`;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

export async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill();
  throw new Error("workerd did not start; its message is above.");
}
