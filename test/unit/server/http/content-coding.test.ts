import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { gunzip, gzip, isGzipInAcceptEncoding } from "#server/http/negotiation.ts";

it.each([
  "gzip",
  "GZIP",
  "gzip, deflate, br, zstd",
  "br;q=1.0, gzip;q=0.001",
  "br , gzip ; q=0.5",
  "*",
  "br, *;q=0.1",
  "identity;q=0, *",
])("%s takes gzip", (header) => {
  expect(isGzipInAcceptEncoding(header)).toBe(true);
});

it.each([
  null,
  "",
  "br",
  "identity",
  "gzip;q=0",
  "gzip; q=0.000, *",
  "*, gzip;q=0",
  "*;q=0",
  "gzipped",
  "x gzip",
])("%s does not", (header) => {
  expect(isGzipInAcceptEncoding(header)).toBe(false);
});

it("what is gzipped and decoded again is the same", async () => {
  const text = "≥ 3 lines, ".repeat(20_000);
  const bytes = async (stream: ReadableStream) =>
    new Uint8Array(await new Response(stream).arrayBuffer());
  const gzipped = await bytes(gzip(new Blob([text]).stream()));
  expect(gzipped.byteLength).toBeLessThan(text.length / 100);
  expect(gunzipSync(gzipped).toString()).toBe(text);
  const decoded = await bytes(gunzip(new Blob([gzipped]).stream()));
  expect(new TextDecoder().decode(decoded)).toBe(text);
});
