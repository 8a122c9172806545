/** Content coding: answers are gzipped for clients that accept it, with the same decoded bytes. */
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { questions } from "#data/generated/precomputed.ts";
import { assets } from "#generated/assets.ts";
import { type BareWorkerd, startBareWorkerd } from "../bench/bare-workerd.ts";
import { type Asking, sendRaw } from "../support/send.ts";

/** Which headers take gzip: `test/unit/server/http/http.test.ts`. */
const codings = [
  ["nothing", undefined, false],
  ["what browsers send", "gzip, deflate, br, zstd", true],
  ["anything but gzip", "*, gzip;q=0", false],
] as const;

let workerd: BareWorkerd;
beforeAll(async () => {
  workerd = await startBareWorkerd({ withEdgeCache: true });
});
afterAll(() => workerd.stop());

const decoded = (bytes: Buffer, encoding: string | undefined) =>
  encoding === "gzip" ? gunzipSync(bytes) : bytes;

async function answerOf(
  path: string,
  coding: string | undefined,
  from = workerd.url,
  method = "GET",
) {
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
const foreseen = () => questions[20 + asks++];

/** A text is stored at the edge after it was sent, so this waits for that, where it was computed. */
const isStored = (path: string) =>
  expect
    .poll(async () => (await answerOf(path, undefined, workerd.neighbour)).whence, {
      timeout: 10_000,
    })
    .toBe("cache");

describe.each(codings)("to a caller that takes %s", (_, coding, takesGzip) => {
  it("an answer has the same bytes computed and at the edge, for HEAD none", async () => {
    const path = unforeseen();
    const computed = await answerOf(path, coding, workerd.neighbour);
    expect(computed.whence).toBe("computed");
    expect(computed.headers.vary).toBe("accept, accept-encoding");
    await isStored(path);
    const atEdge = await answerOf(path, coding);
    expect([atEdge.whence, atEdge.text]).toEqual(["cache", computed.text]);
    expect(atEdge.headers).toMatchObject({
      etag: computed.headers.etag,
      vary: "accept, accept-encoding",
    });
    const head = await answerOf(path, coding, workerd.url, "HEAD");
    expect([head.headers["content-encoding"], head.headers.vary, head.length]).toEqual([
      atEdge.headers["content-encoding"],
      atEdge.headers.vary,
      0,
    ]);
  });

  it("a list of the build is sent as it is kept, or decoded", async () => {
    const list = await answerOf("/v1/outcomes", coding);
    expect([list.whence, list.gzipped]).toEqual(["precomputed", takesGzip]);
    expect(JSON.parse(list.text).outcomes.length).toBeGreaterThan(10);
  });
});

it("what the caller has is not sent, and varies as the answer does", async () => {
  const path = `/v1/comparison?${foreseen()}`;
  const { headers } = await answerOf(path, "gzip");
  const sent = { headers: { "accept-encoding": "gzip", "if-none-match": headers.etag ?? "" } };
  const unchanged = await sendRaw(workerd.url, path, sent);
  expect([unchanged.status, unchanged.bytes.length]).toEqual([304, 0]);
  expect(unchanged.headers["content-encoding"]).toBeUndefined();
  expect(unchanged.headers.vary).toBe(headers.vary);
});

/** The platform always asks the Worker for `br, gzip`, and may encode what the Worker did not. */
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

  it.each(["/favicon.svg", "/notices.txt"])(
    "and a file of the root is not sent to who has it: %s",
    async (path) => {
      const { headers } = await sent(path, "gzip");
      const asked = { "accept-encoding": "gzip", "if-none-match": headers.etag ?? "" };
      const again = await sendRaw(inject("serverUrl"), path, { headers: asked });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
      expect(again.headers.vary).toBe(headers.vary);
    },
  );

  it.each(["/nowhere", "/assets/missing.js"])(
    "and is not if it is a sentence: %s",
    async (path) => {
      const { headers } = await sent(path, "gzip");
      expect([headers.vary, headers["content-encoding"]]).toEqual(["accept-encoding", undefined]);
    },
  );
});
