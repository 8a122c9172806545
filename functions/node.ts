/**
 * The entry on Node, for installations that may not or do not want to use Cloudflare: the same app,
 * the files of the build from memory, and no connection to anywhere. `--health` asks the running
 * server whether it answers, for containers.
 */
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { buildFacts, buildProblem } from "./server/node/build-facts.ts";
import { assetsOf, readBuiltFiles } from "./server/node/built-files.ts";
import { handlerOf } from "./server/node/handler.ts";
import { hashedFiles } from "./server/node/hashed-files.ts";
import { httpServer } from "./server/node/http-server.ts";
import { memoryCache } from "./server/node/memory-cache.ts";
import { rateLimiter } from "./server/node/rate-limiter.ts";
import { readSettings, type Settings } from "./server/node/settings.ts";
import worker from "./worker.ts";

const { settings, problems } = readSettings(process.env);
if (problems) stop(problems.map(({ name, message }) => `${name} ${message}.`).join("\n"));
else if (process.argv.includes("--health")) await reportHealth(settings);
else {
  const problem = buildProblem(buildFacts(join(import.meta.dirname, "build.json")), settings);
  if (problem) stop(problem);
  else serve(settings);
}

function serve({
  HOST,
  PORT,
  CACHE_MEGABYTES,
  RATE_LIMIT,
  MAX_CONNECTIONS,
  DRAIN_SECONDS,
  ...settings
}: Settings): void {
  const folder = join(import.meta.dirname, "../dist");
  const files = readBuiltFiles(folder);
  const cache = memoryCache(CACHE_MEGABYTES * 1_000_000);
  Object.defineProperty(globalThis, "caches", { value: { default: cache } });
  const ending = new AbortController();
  const handler = handlerOf({
    app: worker,
    environment: {
      ...settings,
      ENDING: ending.signal,
      ASSETS: assetsOf(files),
      ...(RATE_LIMIT === 0 ? {} : { RATE_LIMITER: rateLimiter(RATE_LIMIT) }),
    },
    settings,
    hashedFile: hashedFiles(files, settings.APP_ENV),
  });
  const { server, close } = httpServer(handler, {
    mostConnections: MAX_CONNECTIONS,
    ending: ending.signal,
  });
  server.once("error", ({ message }: Error) => stop(`The server did not start: ${message}.`));
  server.listen(PORT, HOST, () => {
    const bound = server.address();
    const port = typeof bound === "object" && bound ? bound.port : PORT;
    const { PUBLIC_ORIGIN = `http://${inAddress(HOST)}:${port}`, BASE_PATH = "" } = settings;
    console.log(`Myeloma Compare listens on ${HOST} port ${port}: ${PUBLIC_ORIGIN}${BASE_PATH}/`);
  });
  // Whoever ends it by hand does not wait for a balancer, also after SIGTERM.
  for (const [signal, seconds] of [
    ["SIGINT", 0],
    ["SIGTERM", DRAIN_SECONDS],
  ] as const) {
    process.once(signal, async () => {
      ending.abort();
      await wait(seconds * 1000);
      await close();
      process.exit(0);
    });
  }
}

async function reportHealth({ HOST, PORT }: Settings): Promise<void> {
  const here = ["0.0.0.0", "::"].includes(HOST) ? "127.0.0.1" : HOST;
  try {
    const { ok, status } = await fetch(`http://${inAddress(here)}:${PORT}/healthz`);
    if (!ok) stop(`/healthz answers ${status}.`);
  } catch {
    stop(`Nothing answers on ${here} port ${PORT}.`);
  }
}

/** An IPv6 address stands in brackets. */
function inAddress(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function stop(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
