/**
 * Tests the memory and the edge cache that all answers share: a request never gets the answer of another, and a key is
 * never more than a question.
 */
import { afterEach, expect, it, vi } from "vitest";
import { app } from "../../../../../functions/app.ts";
import { answered } from "../../../../support/answered.ts";

const question = "age=61-65";
const frame = (origin: string): string => encodeURIComponent(`${origin}/embed?${question}`);

/** Lists the addresses of one question in all its formats, on two origins. */
const addresses = ["https://one.example", "https://two.example"].flatMap((origin) =>
  [
    `/v1/comparison?${question}`,
    `/v1/comparison?${question}&outcome=orr`,
    `/v1/comparison.csv?${question}`,
    `/v1/reproduce.R?${question}`,
    `/v1/forest.svg?outcome=orr&${question}`,
    `/v1/forest.svg?outcome=cr&${question}`,
    `/v1/choices?${question}`,
    `/v1/screen/orr?${question}`,
    `/build?${question}`,
    `/oembed?url=${frame(origin)}`,
    `/oembed?url=${frame(origin)}&maxwidth=300`,
    `/oembed?url=${frame(origin)}%26theme%3Ddark`,
    `/embed?${question}`,
    `/embed?${question}&theme=dark`,
    `/embed?${question}&letter=spring`,
  ].map((path) => `${origin}${path}`),
);
/** These answers contain their own site, so they differ between sites. */
const namesItsSite = /\/(build|oembed|embed)\?/;

it("each address is given its own", async () => {
  const first = new Map<string, string>();
  for (const address of addresses) first.set(address, (await answered(app, address)).text);
  for (const address of addresses.toReversed()) {
    const { detail, text } = await answered(app, address);
    // These two ask for no answer.
    const place = /\/(?:build|v1\/choices)\?/.test(address) ? "computed" : "memo";
    expect([address, detail, text]).toEqual([address, place, first.get(address)]);
  }
  const textsOf = (list: readonly string[]) =>
    new Set(list.map((address) => first.get(address))).size;
  const ownAddresses = addresses.filter((address) => namesItsSite.test(address));
  const alike = addresses.filter((address) => !namesItsSite.test(address));
  expect([textsOf(ownAddresses), textsOf(alike)]).toEqual([ownAddresses.length, alike.length / 2]);
});

/** All keys under which something was stored while a path was requested, in memory and at the edge. */
async function keysKept(path: string): Promise<string[]> {
  const kept = vi.spyOn(Map.prototype, "set");
  const atEdge: string[] = [];
  const match = async () => undefined;
  const put = async (address: string) => void atEdge.push(decodeURIComponent(address));
  vi.stubGlobal("caches", { default: { match, put } });
  for (let time = 0; time < 4; time += 1) {
    const headers = { "accept-encoding": "gzip" };
    await answered(app, `https://compare.example${path}`, { headers });
  }
  const keys = kept.mock.calls.map(([key]) => key);
  return [...keys.filter((key) => typeof key === "string"), ...atEdge];
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it.each([
  ["/v1/comparison?outcome=orr&age=61-65", "age=61-65", true],
  // Only the report itself says that its link is of other data.
  ["/report?data=2020-01-01-0123abcd", "other%20data", true],
  ["/report?data=2020-01-01-0123abcd", "0123abcd", false],
  ["/embed?data=2020-01-01-0123abcd", "0123abcd", false],
  ["/v1/comparison?data=2020-01-01-0123abcd", "0123abcd", false],
])("of %s the key holds %s: %s", async (path, part, isKept) => {
  const keys = await keysKept(path);
  expect(keys.some((key) => key.includes(part))).toBe(isKept);
});

it.each([
  "/v1/comparison?outcome=orr&patient-age=97.31",
  "/v1/comparison?mrn=97.31",
  "/v1/cohorts?mrn=97.31",
  "/v1/widget.js?mrn=97.31",
  "/embed?mrn=97.31",
  "/embed?=97.31",
  "/embed?%00=97.31",
  "/embed?lang=en-97.31",
  "/embed?data=97.31",
  "/build?mrn=97.31",
  "/manifest.webmanifest?mrn=97.31",
  "/oembed?mrn=97.31&url=https%3A%2F%2Fcompare.example%2Fembed",
  "/oembed?url=https%3A%2F%2Fcompare.example%2Fembed%3Fmrn%3D97.31",
  "/?mrn=97.31",
  "/97.31",
])("nothing is kept that nobody here knows (%s)", async (path) => {
  const keys = await keysKept(path);
  expect(keys.filter((key) => key.includes("97.31"))).toEqual([]);
});
