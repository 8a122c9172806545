/** `/assets/…`, as the platform serves them by the rules of `_headers`; HSTS follows the configuration. */
import type { Environment } from "../http/environment.ts";
import { headersOfAsset } from "../http/headers.ts";
import { type BuiltFiles, headersOf } from "./built-files.ts";
import { inPieces } from "./in-pieces.ts";

/** `null` if there is no such file: the app says so. */
export function hashedFiles(files: BuiltFiles, appEnv: Environment["APP_ENV"]) {
  return (path: string, { method, headers: asked }: Request): Response | null => {
    const file = path.startsWith("/assets/") ? files.get(path) : undefined;
    if (!file || (method !== "GET" && method !== "HEAD")) return null;
    const own = headersOfAsset(path, appEnv === "production");
    const headers = new Headers({ ...headersOf(file), ...own });
    if (asked.get("if-none-match")?.includes(file.etag)) {
      headers.delete("content-type");
      return new Response(null, { status: 304, headers });
    }
    return new Response(inPieces(file.bytes), { headers });
  };
}
