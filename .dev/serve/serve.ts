/** Runs the production build in workerd, as Cloudflare would, without any network. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Log, LogLevel, Miniflare, type MiniflareOptions } from "miniflare";
import { readBuiltConfiguration } from "../build/configuration.ts";
import { root } from "../files.ts";

export interface ServerOptions {
  /** `port` 0, the default, selects any free port. */
  port?: number;
  host?: string;
  /** `vars` overrides `[vars]` in wrangler.toml. */
  vars?: Record<string, string>;
  /** `buildFolder` holds dist/ and dist-worker/; by default it is the repository. */
  buildFolder?: string;
  /** `requestsPerMinute` limits the requests of one address; without it there is no limit. */
  requestsPerMinute?: number;
  /** Receives each line the Worker logs; by default they go to the console of this process. */
  onLog?: (line: string) => void;
}

export interface Server {
  /** `url` has no slash at the end. */
  url: string;
  /** `path` begins with a slash. Redirects are not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Serves the build in this folder from now on; the edge cache is kept. */
  reload(buildFolder: string): Promise<void>;
  dispose(): Promise<void>;
}

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const miniflare = new Miniflare(makeMiniflareOptions(options));
  const { origin } = await miniflare.ready;
  return {
    url: origin,
    fetch: (path, init) => fetch(`${origin}${path}`, { redirect: "manual", ...init }),
    reload: (buildFolder) =>
      miniflare.setOptions(makeMiniflareOptions({ ...options, buildFolder })),
    dispose: () => miniflare.dispose(),
  };
}

function makeMiniflareOptions({
  port = 0,
  host = "127.0.0.1",
  vars = {},
  buildFolder = root,
  requestsPerMinute,
  onLog,
}: ServerOptions): MiniflareOptions {
  const wrangler = readBuiltConfiguration();
  const { assets } = wrangler;
  const texts = { ...(wrangler.vars as Record<string, string>), ...vars };
  return {
    port,
    host,
    cf: false,
    telemetry: { enabled: false },
    log: new Log(LogLevel.ERROR),
    ...(onLog ? { handleStructuredLogs: ({ message }) => onLog(message) } : {}),
    workers: [
      {
        config: {
          name: wrangler.name ?? "worker",
          compatibilityDate: wrangler.compatibility_date ?? "",
          manifest: { mainModule: "worker.js", modules: readWorkerModules(buildFolder) },
          env: {
            ...Object.fromEntries(
              Object.entries(texts).map(([name, value]) => [
                name,
                { type: "text" as const, value },
              ]),
            ),
            [assets?.binding ?? "ASSETS"]: { type: "assets" },
            ...(requestsPerMinute === undefined
              ? {}
              : { RATE_LIMITER: makeRateLimiterBinding(requestsPerMinute) }),
          },
          assets: {
            directory: join(buildFolder, "dist"),
            hasUserWorker: true,
            htmlHandling: assets?.html_handling,
            notFoundHandling: assets?.not_found_handling,
            runWorkerFirst: assets?.run_worker_first,
          },
        },
      },
    ],
  };
}

function makeRateLimiterBinding(limit: number) {
  return { type: "rate-limit" as const, namespace: "1001", simple: { limit, period: 60 as const } };
}

function readWorkerModules(buildFolder: string) {
  const folder = join(buildFolder, "dist-worker");
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".js"))
      .map((name) => [
        name,
        { type: "esm" as const, contents: readFileSync(join(folder, name), "utf8") },
      ]),
  );
}
