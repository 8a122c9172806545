/**
 * Random requests, valid and hostile, to workerd and to Node at once for a while: no rule of any answer is
 * broken, and the memory of Node does not grow with them.
 */
import { readFileSync } from "node:fs";
import { maxHeaderSize } from "node:http";
import { expect, inject, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { resources } from "../support/addresses.ts";
import { serveOnNode } from "../support/node-server.ts";
import { fuzz } from "./random/fuzz.ts";

const node = await serveOnNode({});
/**
 * The parser of Node refuses other bytes in an address itself, and what is longer than all headers may be,
 * before any code of ours.
 */
const isRead = ({ path }: { readonly path: string }) =>
  /^[\x21-\x7e]*$/.test(path) && path.length < maxHeaderSize - 1024;

const servers = [{ url: inject("serverUrl") }, { url: node.url, asks: isRead }];

/** Returns the memory that a process holds, in megabytes. */
function residentMegabytes(pid: number): number {
  const [, kilobytes = ""] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

it("three thousand random requests to each break no rule of any answer", async () => {
  const results = await Promise.all(
    servers.map((server) => fuzz({ ...server, dataset, count: 3000, seed: 9457 })),
  );
  const paths = resources.map(({ path }) => path.replace(/\{.*\}$/, ""));
  for (const { failures, statuses } of results) {
    expect(failures).toEqual([]);
    const seen = new Set([...statuses.values()].flatMap((counts) => [...counts.keys()]));
    // Shows that the generator still produces every kind of answer.
    expect([...seen].sort()).toEqual([200, 204, 304, 400, 404, 405, 406, 414, 501]);
    expect([...statuses.keys()]).toEqual(expect.arrayContaining(paths));
  }
  if (process.platform === "linux") expect(residentMegabytes(node.pid)).toBeLessThan(700);
});
