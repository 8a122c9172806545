/**
 * Texts as they are sent: below the base path, and gzipped for callers who take it, which the
 * platform does by itself. What has an ETag is made once and held once, however many ask for it and
 * do not read it.
 */
import { promisify } from "node:util";
import { gzip as gzipOf } from "node:zlib";
import { memo } from "#core/remembering/memo.ts";
import { type Bytes, bytesOf, namesGzip } from "../http/content-coding.ts";
import { inPieces } from "./in-pieces.ts";

const gzip = promisify(gzipOf);

/** Problem documents are not gzipped, as on the platform. */
const text = /^text\/|^application\/(?!gzip|octet-stream|problem)|\+xml/;

/** Limit in bytes. The largest texts have a few million. */
const most = 32_000_000;

/** A body that was gzipped before is left as it is. That texts vary by coding is said by the app. */
export function sentTexts(base: string) {
  const kept = memo<Bytes>(most, ({ byteLength }) => byteLength);
  const underWay = new Map<string, Promise<Bytes>>();

  /** The text for sending, made by the first who asks. */
  async function shared(key: string, body: ReadableStream, make: () => Promise<Bytes>) {
    const known = kept.get(key) ?? underWay.get(key);
    if (known) {
      await body.cancel();
      return known;
    }
    const making = make();
    underWay.set(key, making);
    try {
      const bytes = await making;
      kept.set(key, bytes);
      return bytes;
    } finally {
      underWay.delete(key);
    }
  }

  return async (response: Response, url: string, acceptEncoding: string | null) => {
    const { status, headers: given, body } = response;
    const type = given.get("content-type") ?? "";
    const headers = new Headers(given);
    if (base !== "" && type.startsWith("application/problem")) {
      return new Response(belowPath(await response.text(), type, base), { status, headers });
    }
    if (body === null || given.has("content-encoding") || !text.test(type)) return response;
    const gzipped = namesGzip(acceptEncoding);
    if (gzipped) headers.set("content-encoding", "gzip");
    const make = async () => {
      const bytes =
        base === ""
          ? await bytesOf(body)
          : new TextEncoder().encode(belowPath(await response.text(), type, base));
      return gzipped ? new Uint8Array(await gzip(bytes)) : bytes;
    };
    // Whatever is about a patient has no ETag and is kept nowhere.
    const etag = given.get("etag");
    const bytes =
      etag === null ? await make() : await shared(`${gzipped} ${type} ${etag} ${url}`, body, make);
    headers.set("content-length", String(bytes.byteLength));
    return new Response(inPieces(bytes), { status, headers });
  };
}

/**
 * An installation below a path of its site. Absolute addresses contain the path already (`siteOf`);
 * addresses that begin with a slash, in pages and data that are the same for every installation, get
 * it here. What callers can put into a text is escaped there, so it cannot look like one of these.
 */
const rules: Readonly<Record<string, RegExp>> = {
  "text/html": /(?<=<[a-z][^<]*\s(?:href|src|srcset)=")(?=\/(?!\/))/g,
  "application/json": /(?<="(?:href|url|externalValue)":")(?=\/(?!\/))/g,
  "application/problem+json": /(?<="(?:type|href)":")(?=\/(?!\/))/g,
  "application/manifest+json": /(?<="(?:id|start_url|scope|src)":")(?=\/(?!\/))/g,
};

export function belowPath(text: string, contentType: string, basePath: string): string {
  const [type = ""] = contentType.split(";");
  const rule = rules[type];
  return rule ? text.replaceAll(rule, () => basePath) : text;
}
