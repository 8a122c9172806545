/** Negotiates content: the form of a resource that the caller names in `Accept`, and whether the caller takes gzip. */
import type { Context } from "hono";
import { parseAccept } from "hono/utils/accept";
import type { HonoEnvironment } from "./environment.ts";
import { respondWithProblem } from "./problem.ts";

export const mediaTypes = {
  json: "application/json",
  csv: "text/csv",
  html: "text/html",
  text: "text/plain",
  svg: "image/svg+xml",
  script: "text/javascript",
  ris: "application/x-research-info-systems",
} as const;

export type Form = keyof typeof mediaTypes;

export function makeContentType(form: Form): string {
  return `${mediaTypes[form]}; charset=utf-8`;
}

type Types<F extends string> = Readonly<Record<F, string>>;

/**
 * Returns the form with the highest weight (RFC 9110, 12.5.1), and the default among equals; `null` if none is
 * accepted.
 */
export function findAcceptedForm<F extends string>(
  context: Context<HonoEnvironment>,
  types: Types<F>,
  usual: NoInfer<F>,
): F | null {
  const header = context.req.header("accept");
  if (header === undefined || header.trim() === "") return usual;
  const ranges = parseAccept(header);
  const weight = (form: F) => {
    const [main = ""] = types[form].split("/");
    const names = [types[form], `${main}/*`, "*/*"];
    // The most specific matching range decides.
    const range = names.map((name) => ranges.find(({ type }) => type.toLowerCase() === name));
    return range.find((match) => match !== undefined)?.q ?? 0;
  };
  const forms = Object.keys(types) as F[];
  const highestWeight = Math.max(...forms.map(weight));
  if (highestWeight === 0) return null;
  return weight(usual) === highestWeight
    ? usual
    : (forms.find((form) => weight(form) === highestWeight) ?? null);
}

export function respondNotAcceptable(types: Types<string>): Response {
  const detail = `This resource is ${Object.values(types).join(" or ")}.`;
  return respondWithProblem({ status: 406, detail, headers: { vary: "accept" } });
}

// Codes texts with gzip where the platform does not, and reads the files of the build, which are stored
// gzipped.

/**
 * Tells whether the caller accepts gzip. The platform replaces `Accept-Encoding` and keeps the original value in
 * `cf.clientAcceptEncoding`.
 */
export function isGzipAcceptedByCaller({ headers, cf }: Request): boolean {
  const headerAtEdge = cf?.clientAcceptEncoding;
  return isGzipInAcceptEncoding(
    typeof headerAtEdge === "string" ? headerAtEdge : headers.get("accept-encoding"),
  );
}

/** Tells whether `Accept-Encoding` contains gzip or `*` with a weight above 0. */
export function isGzipInAcceptEncoding(acceptEncoding: string | null): boolean {
  if (acceptEncoding === null) return false;
  const codings = parseAccept(acceptEncoding);
  const gzip = codings.find(({ type }) => type.toLowerCase() === "gzip");
  const { q } = gzip ?? codings.find(({ type }) => type === "*") ?? { q: 0 };
  return q > 0;
}

export function gzip(body: ReadableStream): ReadableStream {
  return body.pipeThrough(new CompressionStream("gzip"));
}

export function gunzip(body: ReadableStream): ReadableStream {
  return body.pipeThrough(new DecompressionStream("gzip"));
}
