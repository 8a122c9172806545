/**
 * Holds the files of the build in memory (20 MB): a later build changes nothing, and no address leads to other files.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { getMimeType } from "hono/utils/mime";
import { isEntityTagFresh } from "../http/conditional.ts";
import { makeAssetHeaders } from "../http/headers.ts";

export interface BuiltFiles {
  /** Returns those of the paths that have no file. */
  missingOf: (paths: readonly string[]) => readonly string[];
  /** Replaces the assets binding of the platform; it reads only the path of the address. */
  binding: { fetch: typeof fetch };
  /** Serves `/assets/…` as the platform does by the rules of `_headers`; `null` if there is no such file. */
  asset: (path: string, request: Request) => Response | null;
}

/**
 * Reads the files.
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
      const file = path.startsWith("/assets/") ? files.get(path) : undefined;
      if (!file || (method !== "GET" && method !== "HEAD")) return null;
      const headers = new Headers({ ...file.headers, ...makeAssetHeaders(path, production) });
      if (!isEntityTagFresh(requestHeaders.get("if-none-match") ?? undefined, file.etag)) {
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
