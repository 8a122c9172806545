import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import * as v from "valibot";
import { readBuiltConfiguration } from "../../.dev/build/configuration.ts";

const root = join(import.meta.dirname, "../..");

export interface BareWorkerd {
  url: string;
  /** A second instance of the same Worker. It shares the edge cache with the first, but not its memory. */
  neighbour: string;
  /** Holds the address for a debugger: an HTTP server that lists the isolates at `/json`. */
  inspector: string;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts the built Worker in workerd without Miniflare. Miniflare itself costs ten times as much as
 * a constant route and would hide the difference between two routes.
 */
export async function startBareWorkerd({
  withEdgeCache = false,
}: {
  withEdgeCache?: boolean;
} = {}): Promise<BareWorkerd> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  copyFileSync(join(root, "dist-worker/worker.js"), join(folder, "worker.js"));
  writeFileSync(join(folder, "config.capnp"), configuration(withEdgeCache));
  // The types are stripped, because workerd does not run TypeScript.
  const edgeCache = readFileSync(join(import.meta.dirname, "edge-cache.ts"), "utf8");
  writeFileSync(join(folder, "edge-cache.js"), stripTypeScriptTypes(edgeCache));
  const child = spawn(
    join(root, "node_modules/.bin/workerd"),
    ["serve", join(folder, "config.capnp"), "--control-fd=3", "--inspector-addr=127.0.0.1:0"],
    { cwd: root, stdio: ["ignore", "inherit", "inherit", "pipe"] },
  );
  try {
    const at = await addresses(child, ["http", "next", "inspector"]);
    return {
      url: at.http,
      neighbour: at.next,
      inspector: at.inspector,
      pid: child.pid ?? Number.NaN,
      stop: () =>
        new Promise((resolve) => {
          child.once("exit", () => resolve());
          child.kill();
        }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function configuration(withEdgeCache: boolean): string {
  const wrangler = readBuiltConfiguration();
  const texts = Object.entries(wrangler.vars).map(
    ([name, value]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(value)}),`,
  );
  const edgeCache = withEdgeCache ? 'cacheApiOutbound = "edge-cache",' : "";
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "neighbour", worker = .main),
    (name = "edge-cache", worker = .cache),
    (name = "files", disk = (path = "dist", writable = false)),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:0", http = (), service = "main"),
    (name = "next", address = "127.0.0.1:0", http = (), service = "neighbour"),
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
const cache :Workerd.Worker = (
  modules = [(name = "edge-cache.js", esModule = embed "edge-cache.js")],
  compatibilityDate = "${wrangler.compatibility_date}",
);
`;
}

const listening = v.variant("event", [
  v.object({ event: v.literal("listen"), socket: v.string(), port: v.number() }),
  v.object({ event: v.literal("listen-inspector"), port: v.number() }),
]);

/**
 * Returns the addresses on which workerd listens, by the names of its sockets. It takes free ports and writes them to
 * the file descriptor 3: a port that was free a moment ago may be taken. The inspector is a socket of that name.
 */
async function addresses<Name extends string>(
  child: ChildProcess,
  names: readonly Name[],
): Promise<Readonly<Record<Name, string>>> {
  const input = child.stdio[3];
  if (!(input instanceof Readable)) throw new Error("workerd was started without a pipe.");
  const addressBySocket = new Map<string, string>();
  for await (const line of createInterface({ input })) {
    const message = v.safeParse(listening, JSON.parse(line));
    if (!message.success) continue;
    const { port, event } = message.output;
    const name = event === "listen" ? message.output.socket : "inspector";
    addressBySocket.set(name, `http://127.0.0.1:${port}`);
    if (names.every((socket) => addressBySocket.has(socket))) {
      return Object.fromEntries(addressBySocket) as Record<Name, string>;
    }
  }
  throw new Error("workerd did not start; its message is above.");
}
