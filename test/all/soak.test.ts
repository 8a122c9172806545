/**
 * Random requests, valid and hostile, to workerd and to Node at once for a while: no rule of any answer
 * (`random/invariants.ts`) is broken, and the memory of Node does not grow with them.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Agent, maxHeaderSize } from "node:http";
import fc from "fast-check";
import { expect, inject, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { longestAddress } from "#server/http/middleware/refusals.ts";
import { resources } from "../support/addresses.ts";
import { inFormat } from "../support/in-format.ts";
import { serveOnNode } from "../support/node-server.ts";
import { type Answer, send } from "../support/send.ts";
import { type AnyRequest, anyRequest } from "./random/any-request.ts";
import { accidentsOf } from "./random/invariants.ts";

const node = await serveOnNode({});
/**
 * The parser of Node refuses other bytes in an address itself, and what is longer than all headers may be,
 * before any code of ours.
 */
const isRead = ({ path }: AnyRequest) =>
  /^[\x21-\x7e]*$/.test(path) && path.length < maxHeaderSize - 1024;

const servers = [
  { url: inject("serverUrl"), asks: () => true },
  { url: node.url, asks: isRead },
];

const seed = 9457;
const count = 3000;
const parallel = 8;
const batch = 500;
const failuresKept = 20;
/**
 * Number of canonical addresses that are requested again at the end, when newer answers have
 * evicted theirs from memory.
 */
const askedAgain = 200;

/** Sends random requests to a server, those that `asks` selects, and collects violations of the rules. */
async function fuzz({ url, asks }: (typeof servers)[number]) {
  /** For each resource: how often each status was answered. */
  const statuses = new Map<string, Map<number, number>>();
  /** The first failures, each with the request that reproduces it. */
  const failures: string[] = [];
  /** Maps each ETag to the hash of the first body that was sent with it. */
  const bytes = new Map<string, string>();
  const addresses = new Map<string, string>();
  const agent = new Agent({ keepAlive: true, maxSockets: parallel });

  const fail = (what: string, { method, path, headers }: AnyRequest) => {
    if (failures.length >= failuresKept) return;
    const more = Object.keys(headers).length > 0 ? ` ${JSON.stringify(headers)}` : "";
    failures.push(`${what}: ${method} ${url}${path}${more}`);
  };
  /** An ETag identifies one question in one format, so all answers with it must have the same bytes. */
  const otherBytes = ({ status, headers: { etag }, text }: Answer): string[] => {
    if (status !== 200 || etag === undefined || text === "") return [];
    const digest = createHash("sha1").update(text).digest("base64");
    const earlierBytes = bytes.get(etag);
    bytes.set(etag, earlierBytes ?? digest);
    const path = canonicalAddress(etag);
    if (path !== null && addresses.size < askedAgain) addresses.set(etag, path);
    return earlierBytes === undefined || earlierBytes === digest ? [] : [`other bytes for ${etag}`];
  };
  const ask = async (request: AnyRequest) => {
    try {
      const { method, path, headers } = request;
      const answer = await send(url, path, { method, headers, agent });
      const counts = statuses.get(request.resource) ?? new Map<number, number>();
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
      statuses.set(request.resource, counts);
      for (const what of [...accidentsOf(request, answer), ...otherBytes(answer)])
        fail(what, request);
    } catch (error) {
      fail(`no answer: ${String(error)}`, request);
    }
  };
  const askAll = async (requests: readonly AnyRequest[]) => {
    const waiting = requests.values();
    const worker = async () => {
      for (const request of waiting) await ask(request);
    };
    await Promise.all(Array.from({ length: parallel }, worker));
  };

  const arbitrary = anyRequest(dataset, resources);
  for (let done = 0; done < count; done += batch) {
    await askAll(fc.sample(arbitrary, { numRuns: batch, seed: seed + done }).filter(asks));
  }
  // The canonical addresses are those that the ETags of answers contained.
  const again = { resource: "asked again as canonical", method: "GET", headers: {} };
  await askAll(
    [...addresses.values()].map((path) => ({ ...again, path, valid: true, ofPatient: false })),
  );
  agent.destroy();
  return { statuses, failures };
}

/**
 * The address in an ETag: `W/"version;comparison?outcome=orr;json"` → `/v1/comparison?outcome=orr`.
 * The ETag may also contain a release. `null` for pages.
 */
function canonicalAddress(etag: string): string | null {
  const [, resource, form] = /^W\/"[^;]+;([^;]*)(?:;[^;]*)?;(json|csv)"$/.exec(etag) ?? [];
  if (resource === "recall") return "/recall.json";
  if (resource === undefined || resource.length > longestAddress - 200) return null;
  return inFormat(`/v1/${form === "csv" ? resource.replace("?", ".csv?") : resource}`);
}

/** Returns the memory that a process holds, in megabytes. */
function residentMegabytes(pid: number): number {
  const [, kilobytes = ""] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

it("three thousand random requests to each break no rule of any answer", async () => {
  const results = await Promise.all(servers.map(fuzz));
  const paths = resources.map(({ path }) => path.replace(/\{.*\}$/, ""));
  for (const { failures, statuses } of results) {
    expect(failures).toEqual([]);
    const seen = new Set([...statuses.values()].flatMap((counts) => [...counts.keys()]));
    // Shows that the generator still produces every kind of answer.
    expect([...seen].sort()).toEqual([200, 204, 304, 400, 404, 405, 406, 414]);
    expect([...statuses.keys()]).toEqual(expect.arrayContaining(paths));
  }
  if (process.platform === "linux") expect(residentMegabytes(node.pid)).toBeLessThan(700);
});
