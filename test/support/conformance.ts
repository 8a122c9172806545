/** Finds where two servers answer the same request in different ways. */
import { gunzipSync } from "node:zlib";
import { type Asking, type RawAnswer, sendRaw } from "./send.ts";

/** Headers that may differ, and why. */
const differingHeaders: Readonly<Record<string, string>> = {
  connection: "belongs to the connection",
  "keep-alive": "belongs to the connection",
  "transfer-encoding": "whether the length is known before sending; the body is compared",
  "content-length": "whether the length is known before sending; the body is compared",
  "content-encoding": "which texts are worth compressing; the decoded body is compared",
  date: "the time",
  "cf-cache-status": "the platform's own cache of files, which Node does not have",
  "cache-status":
    "which memory had the answer depends on what was asked before; the body is compared",
};

/** The `etag` of a file of the build: each runtime has its own hash of the content, of equal length. */
const contentHash = /^(?:W\/)?"[\da-f]{32}(-[^"]*)?"$/;

function comparable(name: string, value: RawAnswer["headers"][string]): string | undefined {
  const text = Array.isArray(value) ? value.join(", ") : value;
  if (name === "etag") return text?.replace(contentHash, '"hash$1"');
  // XML says its charset itself.
  if (name === "content-type") return text?.replace("svg+xml; charset=utf-8", "svg+xml");
  return text;
}

function bodyOf({ headers, bytes }: RawAnswer): Buffer {
  return headers["content-encoding"] === "gzip" && bytes.length > 0 ? gunzipSync(bytes) : bytes;
}

/** Returns one line for each difference of status, header and body. */
export async function differences(
  [first, second]: readonly [string, string],
  path: string,
  asking: Asking = {},
): Promise<string[]> {
  const [a, b] = await Promise.all([first, second].map((url) => sendRaw(url, path, asking)));
  if (!a || !b) throw new Error("not asked");
  const names = new Set([...Object.keys(a.headers), ...Object.keys(b.headers)]);
  const request = `${asking.method ?? "GET"} ${path.slice(0, 120)} ${JSON.stringify(asking.headers ?? {})}`;
  return [
    ...(a.status === b.status ? [] : [`status ${a.status}, ${b.status}`]),
    ...(bodyOf(a).equals(bodyOf(b))
      ? []
      : [`body of ${bodyOf(a).length}, ${bodyOf(b).length} bytes`]),
    ...[...names]
      .filter((name) => !Object.hasOwn(differingHeaders, name))
      .map((name) => [name, comparable(name, a.headers[name]), comparable(name, b.headers[name])])
      .filter(([, before, after]) => before !== after)
      .map(([name, before, after]) => `${name}: ${before}, ${after}`),
  ].map((difference) => `${request}: ${difference}`);
}
