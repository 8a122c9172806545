/** Content coding: answers are gzipped for clients that accept it, with the same decoded bytes. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { questions } from "#data/generated/precomputed.ts";
import { assets } from "#generated/assets.ts";
import { type BareWorkerd, startBareWorkerd } from "../bench/bare-workerd.ts";
import { sampled } from "../support/sample.ts";
import { type Asking, sendRaw } from "../support/send.ts";

const codings = [
  ["nothing", undefined, false],
  ["gzip", "gzip", true],
  ["what browsers send", "gzip, deflate, br, zstd", true],
  ["anything", "*", true],
  ["gzip, but rather not", "br, gzip;q=0.1", true],
  ["anything but gzip", "*, gzip;q=0", false],
  ["nothing encoded", "identity", false],
  ["another coding", "br", false],
] as const;

let workerd: BareWorkerd;
beforeAll(async () => {
  workerd = await startBareWorkerd({ withEdgeCache: true });
});
afterAll(() => workerd.stop());

function decoded(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === "gzip") return gunzipSync(bytes);
  return encoding === "br" ? brotliDecompressSync(bytes) : bytes;
}

async function asked(path: string, coding: string | undefined, from = workerd.url, method = "GET") {
  // The key of the edge cache is the address including the host.
  const host = new URL(workerd.url).host;
  const sent: Asking = {
    method,
    headers: { host, ...(coding === undefined ? {} : { "accept-encoding": coding }) },
  };
  const { status, headers, bytes } = await sendRaw(from, path, sent);
  expect(status).toBe(200);
  const encoding = bytes.length > 0 ? headers["content-encoding"] : undefined;
  return {
    whence: String(headers["cache-status"]).replace(/.*detail=/, ""),
    gzipped: encoding === "gzip",
    text: decoded(bytes, encoding).toString("utf8"),
    length: bytes.length,
    headers,
  };
}

/** Questions that no other test asks; each call returns a new one. */
let asks = 0;
const unforeseen = () => `/v1/comparison?outcome=orr&age=-${1000 + asks++}`;
const foreseen = () => `/v1/comparison?${questions[20 + asks++]}`;

/** A computed answer is compressed only after it was sent, so this waits for that. */
const gzippedAt = (path: string, from = workerd.url) =>
  expect
    .poll(async () => (await asked(path, "gzip", from)).gzipped, { timeout: 10_000 })
    .toBe(true);

describe.each(sampled(codings, 3))("to a caller that takes %s", (_, coding, takesGzip) => {
  it("an answer has the same bytes computed and remembered", async () => {
    const path = unforeseen();
    const computed = await asked(path, coding);
    expect([computed.whence, computed.gzipped]).toEqual(["computed", false]);
    await gzippedAt(path);
    const remembered = await asked(path, coding);
    expect([remembered.whence, remembered.gzipped]).toEqual(["memo", takesGzip]);
    expect(remembered.text).toBe(computed.text);
    expect(remembered.headers.etag).toBe(computed.headers.etag);
    expect(remembered.headers.vary).toBe("accept, accept-encoding");
    expect(computed.headers.vary).toBe("accept, accept-encoding");
    if (takesGzip) expect(remembered.length).toBeLessThan(computed.length / 3);
  });

  it("an answer has the same bytes from the edge and remembered", async () => {
    const path = unforeseen();
    const computed = await asked(path, coding, workerd.neighbour);
    expect(computed.whence).toBe("computed");
    // The neighbour writes to the shared cache as soon as the answer is compressed.
    await gzippedAt(path, workerd.neighbour);
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const whence of ["cache", "memo"]) {
      const kept = await asked(path, coding);
      expect([kept.whence, kept.gzipped]).toEqual([whence, takesGzip]);
      expect(kept.text).toBe(computed.text);
    }
  });

  it("an answer has the same bytes rendered from a file of the build and remembered", async () => {
    const path = foreseen();
    const rendered = await asked(path, coding);
    expect([rendered.whence, rendered.gzipped]).toEqual(["precomputed", false]);
    await gzippedAt(path);
    const remembered = await asked(path, coding);
    expect([remembered.whence, remembered.gzipped]).toEqual(["memo", takesGzip]);
    expect(remembered.text).toBe(rendered.text);
  });

  it("HEAD has the headers of GET and no body", async () => {
    const path = foreseen();
    await gzippedAt(path);
    const [get, head] = [await asked(path, coding), await asked(path, coding, workerd.url, "HEAD")];
    expect([head.headers["content-encoding"], head.length]).toEqual([
      get.headers["content-encoding"],
      0,
    ]);
    expect(head.headers.vary).toBe(get.headers.vary);
  });
});

it("what the caller has is not sent, and varies as the answer does", async () => {
  const path = foreseen();
  const { headers } = await asked(path, "gzip");
  const sent = { headers: { "accept-encoding": "gzip", "if-none-match": headers.etag ?? "" } };
  const unchanged = await sendRaw(workerd.url, path, sent);
  expect([unchanged.status, unchanged.bytes.length]).toEqual([304, 0]);
  expect(unchanged.headers["content-encoding"]).toBeUndefined();
  expect(unchanged.headers.vary).toBe(headers.vary);
});

/**
 * The platform always sends `br, gzip` as `Accept-Encoding`, and may encode what the Worker did
 * not.
 */
describe.each(sampled(codings, 3))(
  "behind the platform, to a caller that takes %s",
  (_, coding, takesGzip) => {
    it.each(["/v1/comparison", "/v1/outcomes", "/embed"])("%s is sent so", async (path) => {
      const { text } = await asked(path, undefined);
      for (let time = 0; time < 3; time += 1) {
        const answer = await asked(path, coding, inject("serverUrl"));
        expect(answer.text).toBe(text);
        if (!takesGzip) expect(answer.gzipped).toBe(false);
      }
    });
  },
);

describe("behind the platform a text of any kind varies by what is taken", () => {
  const sent = (path: string, coding: string) =>
    sendRaw(inject("serverUrl"), path, { headers: { "accept-encoding": coding } });

  it.each([
    ...["/docs", "/about", "/methods", "/report", "/report.ris", "/healthz"],
    ...["/v1/dataset", "/v1/dataset.csv", "/v1/comparison.csv?age=-999"],
    ...["/v1/comparison.csv?patient-age=71", "/v1/openapi.json"],
    ...["/v1/forest.svg?outcome=orr", "/v1/element.d.ts", "/v1/widget.js", "/v1/frame.js"],
    ...["/manifest.webmanifest", "/favicon.svg", "/robots.txt", assets.widget.href],
    ...["/v1/comparison?colour=red", "/embed?lines=never"],
  ])("and is gzipped if that is: %s", async (path) => {
    const [gzipped, plain] = [await sent(path, "gzip"), await sent(path, "identity")];
    for (const { headers } of [gzipped, plain]) {
      expect(headers.vary).toMatch(/(?:^|, )accept-encoding$/);
    }
    const { "content-encoding": coding } = gzipped.headers;
    expect([coding, plain.headers["content-encoding"]]).toEqual(["gzip", undefined]);
    expect(decoded(gzipped.bytes, coding).equals(plain.bytes)).toBe(true);
  });

  it.each(["/nowhere", "/assets/missing.js"])(
    "and is not if it is a sentence: %s",
    async (path) => {
      const { headers } = await sent(path, "gzip");
      expect([headers.vary, headers["content-encoding"]]).toEqual(["accept-encoding", undefined]);
    },
  );
});
