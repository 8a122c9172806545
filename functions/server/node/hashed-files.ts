/** `/assets/…`, by the rules of `_headers`; HSTS follows the configuration. */
import type { Environment } from "../http/environment.ts";
import { headersFor } from "../http/headers.ts";
import { type BuiltFiles, headersOf } from "./built-files.ts";
import { inPieces } from "./in-pieces.ts";

interface Rule {
  /** Ends with `*` if it is for all paths that begin so. */
  path: string;
  headers: readonly (readonly [name: string, value: string])[];
}

/** Reads a `_headers` file: a path, and under it its headers, indented. */
export function headerRules(text: string): Rule[] {
  return text
    .split(/\n(?=\S)/)
    .map((block) => block.split("\n").filter(Boolean))
    .map(([path = "", ...lines]) => ({
      path,
      headers: lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
    }));
}

const concerns = ({ path }: Rule, file: string) =>
  path.endsWith("*") ? file.startsWith(path.slice(0, -1)) : path === file;

/** `null` if there is no such file: the app says so. */
export function hashedFiles(
  files: BuiltFiles,
  rules: readonly Rule[],
  appEnv: Environment["APP_ENV"],
) {
  const demand = "strict-transport-security";
  const options = { embedAncestors: "'none'", production: appEnv === "production" };
  const { [demand]: hsts } = headersFor("asset", options);
  return (path: string, { method, headers: asked }: Request): Response | null => {
    const file = path.startsWith("/assets/") ? files.get(path) : undefined;
    if (!file || (method !== "GET" && method !== "HEAD")) return null;
    const headers = new Headers(headersOf(file));
    for (const rule of rules.filter((one) => concerns(one, path))) {
      for (const [name, value] of rule.headers) headers.set(name, value);
    }
    headers.delete(demand);
    if (hsts !== undefined) headers.set(demand, hsts);
    if (asked.get("if-none-match")?.includes(file.etag)) {
      headers.delete("content-type");
      return new Response(null, { status: 304, headers });
    }
    return new Response(inPieces(file.bytes), { headers });
  };
}
