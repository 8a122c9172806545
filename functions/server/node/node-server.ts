/** Runs the server on Node: connections, files, and an orderly end. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { join, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { getMimeType } from "hono/utils/mime";
import { dataset } from "#core/dataset.ts";
import { makePrecomputedAnswerPath } from "../answers/keep/precomputed-files.ts";
import * as api from "../api/index.ts";
import { addBasePathToResponse } from "../http/base-path.ts";
import { isTagInIfNoneMatch } from "../http/conditional.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { isAssetPath, makeAssetHeaders } from "../http/headers.ts";
import { formatHostForUrl, printErrorAndSetExitCode, type Settings } from "./settings.ts";

// Holds the files of the build in memory (20 MB): a later build changes nothing, and no address leads to
// other files.

interface BuiltFiles {
  /** Returns those of the paths that have no file. */
  missingOf: (paths: readonly string[]) => readonly string[];
  /** Replaces the assets binding of the platform; it reads only the path of the address. */
  binding: { fetch: typeof fetch };
  /** Serves `/assets/…` and `/widget/…` as the platform does by the rules of `_headers`; `null` if there is no such file. */
  asset: (path: string, request: Request) => Response | null;
}

/**
 * Reads all files below a folder except `_headers`, and returns functions that find and serve them from memory.
 *
 * @param production True sends HSTS.
 */
export function readBuiltFiles(folder: string, production: boolean): BuiltFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = new Map(
    entries
      .filter((entry) => entry.isFile() && entry.name !== "_headers")
      .map(({ parentPath, name }) => {
        const bytes = readFileSync(join(parentPath, name));
        const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"`;
        const headers = {
          etag,
          "content-type": getMimeType(name) ?? "application/octet-stream",
          // The platform sends this header with a file that no rule covers.
          "cache-control": "public, max-age=0, must-revalidate",
        };
        const path = join(parentPath, name).slice(folder.length).split(sep).join("/");
        return [path, { bytes, etag, headers }] as const;
      }),
  );
  return {
    missingOf: (paths) => paths.filter((path) => !files.has(path)),
    binding: {
      async fetch(input) {
        const { pathname } = new URL(input instanceof Request ? input.url : input);
        const file = files.get(decodeURI(pathname));
        return file
          ? new Response(streamInPieces(file.bytes), file)
          : new Response(null, { status: 404 });
      },
    },
    asset(path, { method, headers: requestHeaders }) {
      const file = isAssetPath(path) ? files.get(path) : undefined;
      if (!file || (method !== "GET" && method !== "HEAD")) return null;
      const headers = new Headers({ ...file.headers, ...makeAssetHeaders(path, production) });
      if (!isTagInIfNoneMatch(requestHeaders.get("if-none-match") ?? undefined, file.etag)) {
        return new Response(streamInPieces(file.bytes), { headers });
      }
      headers.delete("content-type");
      return new Response(null, { status: 304, headers });
    },
  };
}

const pieceBytes = 65_536;

/**
 * Streams a file in pieces of the same memory, each when the previous one was taken. Without pieces, every response
 * would hold a copy of the whole file.
 */
function streamInPieces(bytes: Uint8Array): ReadableStream {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + pieceBytes));
        else controller.close();
        at += pieceBytes;
      },
    },
    { highWaterMark: 0 },
  );
}

// Answers one request at a time on each connection: requests that were sent ahead wait until the previous
// answer was taken, so that a client that reads no answer costs no more than one. The connection closes after
// the last request that may wait; requests behind it are not read.

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown;

/** This many requests may wait on one connection. Browsers and proxies send none ahead. */
const mostWaiting = 16;

interface Turns {
  waiting: number;
  /** Resolves when the last answer was taken. */
  last: Promise<unknown>;
  isFull: boolean;
}

/**
 * Returns a handler that calls `answer` for one request of a connection at a time. Requests beyond those that may
 * wait, and those whose connection was closed, are not answered.
 */
export function makeSequentialRequestHandler(answer: Answer): Answer {
  const connections = new WeakMap<Socket, Turns>();
  return async (incoming, outgoing) => {
    const { socket } = incoming;
    const turns = connections.get(socket) ?? {
      waiting: 0,
      last: Promise.resolve(),
      isFull: false,
    };
    connections.set(socket, turns);
    if (turns.isFull) return;
    const before = turns.last;
    turns.last = new Promise((resolve) => outgoing.once("close", resolve));
    turns.waiting += 1;
    if (turns.waiting === mostWaiting) {
      turns.isFull = true;
      outgoing.shouldKeepAlive = false;
      socket.pause();
    }
    await before;
    turns.waiting -= 1;
    if (!socket.destroyed) await answer(incoming, outgoing);
  };
}

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
  const files = readBuildFilesOrReportFailure(shared.APP_ENV === "production");
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
    return addBasePathToResponse(answer, base);
  });

  // The adapter's own Response would lose headers that are appended later.
  const adapter = { hostname: HOST, overrideGlobalObjects: false };
  const answer = getRequestListener(site.fetch, adapter);
  const server = createServer(
    timeouts,
    makeSequentialRequestHandler((incoming, outgoing) => {
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
    printErrorAndSetExitCode(`The server did not start: ${message}.`),
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
function readBuildFilesOrReportFailure(production: boolean): BuiltFiles | null {
  const folder = join(import.meta.dirname, "../dist");
  const again = "Run `npm run build` again.";
  let files: BuiltFiles;
  try {
    files = readBuiltFiles(folder, production);
  } catch (error) {
    printErrorAndSetExitCode(
      `The files of the build cannot be read: ${error instanceof Error ? error.message : error}. ${again}`,
    );
    return null;
  }
  const [missing] = files.missingOf(requiredFiles);
  if (missing === undefined) return files;
  printErrorAndSetExitCode(
    `${folder} is not whole, or of another build than this server: it has no ${missing}. ${again}`,
  );
  return null;
}
