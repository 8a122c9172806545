/** Runs the server on Node: connections, files, and an orderly end. */
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { dataset } from "#core/dataset.ts";
import { makePrecomputedAnswerPath } from "../answers/keep/precomputed-files.ts";
import * as api from "../api/index.ts";
import { insertBasePath } from "../http/base-path.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { type BuiltFiles, readBuiltFiles } from "./built-files.ts";
import { answerRequestsInTurn } from "./in-turn.ts";
import type { Settings } from "./settings.ts";
import { formatHostForUrl, reportFailure } from "./terminal.ts";

/**
 * A connection without traffic is closed after 20 s, because Node's own limits do not cover clients that read slowly.
 */
const stillMilliseconds = 20_000;

/** Answers in progress have this long to finish at the end. */
const lastMilliseconds = 10_000;

const timeouts = { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 65_000 };

/** A `Request` cannot have these methods. The app refuses every method but its own in the same way. */
const unaskable = new Set(["CONNECT", "TRACE", "TRACK"]);

/**
 * The server does not start without these files: files of another build would have other numbers than the answers, and
 * an interrupted build lacks some.
 */
const requiredFiles = [
  makePrecomputedAnswerPath(dataset.answerVersion, ""),
  ...Object.values(api).flatMap(({ files }) => files().map(({ path }) => path)),
];

/** The process goes on after an answer, so nothing has to keep it alive for further work. */
const afterwards = {
  waitUntil: (work: Promise<unknown>) => void work.catch(() => undefined),
  passThroughOnException: () => undefined,
  props: {},
} as ExecutionContext;

const unnamedContact =
  "OPERATOR_CONTACT is not set: readers who find an error see nobody to tell it to.";

const unnamedOrigin =
  "PUBLIC_ORIGIN is not set: links, snippets and previews name the host that each request asks for.";

export function serveNodeApp(
  worker: Pick<Hono<HonoEnvironment>, "fetch">,
  { HOST, PORT, PUBLIC_ORIGIN, DRAIN_SECONDS, ...shared }: Settings,
): void {
  const { BASE_PATH: base = "" } = shared;
  const files = readCompleteBuildFiles(shared.APP_ENV === "production");
  if (files === null) return;
  const ending = new AbortController();
  const environment = { ...shared, ASSETS: files.binding, ENDING: ending.signal };

  const site = new Hono().use(compress({ encoding: "gzip" })).all("*", async ({ req }) => {
    const { origin, pathname, search } = new URL(req.url);
    if (base !== "" && pathname === base) {
      // The start page takes no parameters, and the values of parameters may be about a patient.
      const location = `${PUBLIC_ORIGIN ?? origin}${base}/`;
      return new Response(null, {
        status: 308,
        headers: { location, ...(search !== "" && { "cache-control": "no-store" }) },
      });
    }
    // A proxy may have removed the base path already.
    const path = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
    const headers = new Headers(req.raw.headers);
    // The base path cannot be inserted into a gzipped response.
    if (base !== "") headers.delete("accept-encoding");
    const method = unaskable.has(req.method) ? "POST" : req.method;
    // The path is not resolved against the origin, because a path with two slashes would be taken for a host.
    const request = new Request(`${PUBLIC_ORIGIN ?? origin}${path}${search}`, { method, headers });
    const answer =
      files.asset(path, request) ?? (await worker.fetch(request, environment, afterwards));
    return insertBasePath(answer, base);
  });

  // The adapter's own Response would lose headers that are appended later.
  const adapter = { hostname: HOST, overrideGlobalObjects: false };
  const answer = getRequestListener(site.fetch, adapter);
  const server = createServer(
    timeouts,
    answerRequestsInTurn((incoming, outgoing) => {
      // From then on, no connection serves a second request.
      outgoing.shouldKeepAlive &&= !ending.signal.aborted;
      return answer(incoming, outgoing);
    }),
  );
  server.listen(PORT, HOST, () => {
    const bound = server.address();
    const port = typeof bound === "object" ? bound?.port : PORT;
    const origin = PUBLIC_ORIGIN ?? `http://${formatHostForUrl(HOST)}:${port}`;
    console.log(`Myeloma Compare listens on ${HOST} port ${port}: ${origin}${base}/`);
    if (shared.APP_ENV === "production") {
      if (PUBLIC_ORIGIN === undefined) console.warn(unnamedOrigin);
      if (shared.OPERATOR_CONTACT === undefined) console.warn(unnamedContact);
    }
  });
  server.setTimeout(stillMilliseconds);
  server.once("error", ({ message }: Error) =>
    reportFailure(`The server did not start: ${message}.`),
  );
  // An operator who stops the server by hand does not wait for a load balancer, even after SIGTERM.
  for (const [signal, seconds] of [
    ["SIGINT", 0],
    ["SIGTERM", DRAIN_SECONDS],
  ] as const) {
    process.on(signal, async () => {
      ending.abort();
      await wait(seconds * 1000);
      // An error means that another signal already closed the server; answers in progress then get their time.
      server.close((error) => {
        if (!error) process.exit(0);
      });
      setTimeout(() => process.exit(0), lastMilliseconds);
    });
  }
}

/**
 * Returns the files of the build, which lie next to the folder of this bundle; `null` after a message that states why
 * not.
 */
function readCompleteBuildFiles(production: boolean): BuiltFiles | null {
  const folder = join(import.meta.dirname, "../dist");
  const again = "Run `npm run build` again.";
  let files: BuiltFiles;
  try {
    files = readBuiltFiles(folder, production);
  } catch (error) {
    reportFailure(
      `The files of the build cannot be read: ${error instanceof Error ? error.message : error}. ${again}`,
    );
    return null;
  }
  const [missing] = files.missingOf(requiredFiles);
  if (missing === undefined) return files;
  reportFailure(
    `${folder} is not whole, or of another build than this server: it has no ${missing}. ${again}`,
  );
  return null;
}
