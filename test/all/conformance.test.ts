/**
 * Tests that the same build answers alike in workerd and on Node: every route with every form, what its headers ask
 * for, every file, and random requests get the same status, headers and bytes.
 */
import { readdirSync } from "node:fs";
import { maxHeaderSize } from "node:http";
import { join } from "node:path";
import fc from "fast-check";
import { expect, inject, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { longestAddress } from "#server/http/middleware/refusals.ts";
import { addresses, resources } from "../support/addresses.ts";
import { differences } from "../support/conformance.ts";
import { addressesOf, addressOf } from "../support/documented-resources.ts";
import { inFormat } from "../support/in-format.ts";
import { serveOnNode } from "../support/node-server.ts";
import { anyQuestion } from "../support/queries.ts";
import { type Asking, send } from "../support/send.ts";
import { anyRequest } from "./random/any-request.ts";

const worker = inject("serverUrl");
const { url: node } = await serveOnNode({ PUBLIC_ORIGIN: worker });
const servers = [worker, node] as const;

const members = resources.flatMap((resource) => {
  const [, search = ""] = addressOf(resource).split("?");
  return addressesOf(resource).map((address) => (search === "" ? address : `${address}?${search}`));
});

const pages = [
  // Files have a test of their own.
  ...addresses
    .filter(({ path }) => !path.startsWith("/assets/"))
    .map(({ path }) => path.replace("http%3A%2F%2Flocalhost", encodeURIComponent(worker))),
  ...["/report?compare=product", "/embed?lines=bad&theme=no", "/_headers"],
  ...["/precomputed/", "/v1/dataset.csv.gz", "//x/y", "/%ff", "/a%2fb", "/assets/"],
  "/assets/%2e%2e/_headers",
  `/v1/comparison?${"x".repeat(longestAddress)}`,
];

const asks: readonly Asking[] = [
  {},
  { method: "HEAD" },
  { method: "OPTIONS" },
  { method: "POST", body: "x=1" },
  { method: "DELETE" },
  { headers: { "accept-encoding": "gzip" } },
  { headers: { "accept-encoding": "identity, gzip;q=0" } },
  { headers: { "if-none-match": "*" } },
  { headers: { "if-none-match": 'W/"another"' } },
  { headers: { range: "bytes=0-9" } },
  { headers: { origin: "https://other.example", "sec-fetch-mode": "navigate" } },
  ...[
    "application/json",
    "text/html",
    "text/csv",
    "text/plain;q=0.1, */*;q=0",
    "image/nothing",
  ].map((accept) => ({ headers: { accept } })),
];

async function allDifferences(
  requests: readonly (readonly [path: string, asking: Asking])[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const [path, asking] of requests)
    problems.push(...(await differences(servers, path, asking)));
  return problems;
}

/**
 * Returns whether the platform around the app serves a path. For a file the platform itself answers methods other than
 * GET and HEAD.
 */
const isForFile = (path: string) => path.startsWith("/assets/");
const isRead = ({ method = "GET" }: Asking) => method === "GET" || method === "HEAD";

it("every route, in every form", async () => {
  const paths = [...new Set([...members, ...pages])];
  const requests = paths.flatMap((path) =>
    asks
      .filter((asking) => !isForFile(path) || isRead(asking))
      .map((asking) => [path, asking] as const),
  );
  console.log(`${requests.length} requests to ${paths.length} addresses`);
  expect(requests.length).toBeGreaterThan(2000);
  expect(await allDifferences(requests)).toEqual([]);
});

it("every file of the build", async () => {
  const dist = join(import.meta.dirname, "../../dist");
  const files = readdirSync(join(dist, "assets"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(dist.length));
  expect(files.length).toBeGreaterThan(8);
  expect(await allDifferences(files.map((path) => [path, {}]))).toEqual([]);
});

it("random requests, valid and hostile", async () => {
  const sampled = fc.sample(anyRequest(dataset, resources), { numRuns: 2000, seed: 20_261_121 });
  const requests = sampled.map(({ path, method, headers }) => [path, { method, headers }] as const);
  // RFC 9112 allows no other bytes in an address. Browsers escape them; Node refuses them by itself.
  const isAscii = ([path]: readonly [string, Asking]) => /^[!-~]*$/.test(path);
  const raw = requests.filter((request) => !isAscii(request));
  expect(raw.length).toBeGreaterThan(10);
  for (const [path, asking] of raw) expect((await send(node, path, asking)).status).toBe(400);
  // Node refuses by itself what is longer than all headers may be, twice the longest address.
  const fits = ([path]: readonly [string, Asking]) => path.length < maxHeaderSize - 1024;
  for (const [path, asking] of requests.filter((request) => isAscii(request) && !fits(request))) {
    expect([414, 431]).toContain((await send(node, path, asking)).status);
  }
  expect(
    await allDifferences(requests.filter((request) => isAscii(request) && fits(request))),
  ).toEqual([]);
});

it("the digits of random questions", async () => {
  const questions = fc.sample(anyQuestion(dataset), { numRuns: 300, seed: 20_261_122 });
  const paths = questions.flatMap((pairs) => {
    const text = new URLSearchParams(pairs).toString();
    return ["comparison", "screen/orr"].map((name) => inFormat(`/v1/${name}?${text}`));
  });
  expect(await allDifferences(paths.map((path) => [path, {}]))).toEqual([]);
});
