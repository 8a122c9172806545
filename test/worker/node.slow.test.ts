/** The build on Node: how it starts, with settings below a path of a site, and how it ends. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { Agent, request as ask } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { assets } from "#generated/assets.ts";
import { root } from "../../.dev/files.ts";
import { runOnNode, serveOnNode } from "../support/node-server.ts";
import { type RawAnswer, send, sendRaw } from "../support/send.ts";
import { makeTestFolder } from "../support/test-folder.ts";

/** Whatever keeps a server on Node from starting is reported in one sentence. */
const site = "https://compare.example.org";
const folder = makeTestFolder("beside-");
cpSync(join(root, "dist-node"), join(folder, "dist-node"), { recursive: true });
const dist = join(folder, "dist");
// Servers that a test starts itself would outlive it.
const [server, named, local] = await Promise.all([
  serveOnNode({}),
  serveOnNode({ PUBLIC_ORIGIN: site, OPERATOR_CONTACT: "mailto:evidence@hospital.example" }),
  serveOnNode({ APP_ENV: "local" }),
]);

it.each<[string, () => void, string]>([
  ["no files of the build", () => rmSync(dist, { recursive: true, force: true }), "cannot be read"],
  ["none of its own in them", () => mkdirSync(dist, { recursive: true }), "it has no /"],
  [
    "those of other data",
    () => {
      cpSync(join(root, "dist"), dist, { recursive: true });
      rmSync(join(dist, "precomputed"), { recursive: true });
    },
    "no /precomputed/",
  ],
])("a server that has %s says so", async (_, prepare, why) => {
  prepare();
  const { code, log } = await runOnNode([], {}, { folder });
  expect([code, log]).toEqual([1, expect.stringContaining(why)]);
  expect(log).toContain("Run `npm run build` again.");
  expect(log.trim()).not.toContain("\n");
});

it("a second one on the same port says that the port is taken", async () => {
  const taken = await runOnNode([], { PORT: new URL(server.url).port });
  expect(taken.code).toBe(1);
  expect(taken.log).toMatch(/^The server did not start: .*in use.*\n$/);
});

it("in production without the origin that readers see or a contact, it warns, and elsewhere or with them does not", async () => {
  for (const warning of ["PUBLIC_ORIGIN is not set", "OPERATOR_CONTACT is not set"]) {
    await expect.poll(server.log).toContain(warning);
    expect(named.log()).not.toContain(warning);
    expect(local.log()).not.toContain(warning);
  }
});

const base = "/health/myeloma";
const below = await serveOnNode({ PUBLIC_ORIGIN: site, BASE_PATH: base });

/** Addresses in a page that lead into this installation. */
const inward = /\s(?:href|src|srcset)="(\/[^"]*)"/g;

describe("below a path of a site", () => {
  it.each([
    ...["/", "/embed", "/report", "/report?compare=product", "/products", "/docs"],
    ...["/changes", "/glossary", "/methods", "/about?question=outcome%3Dorr"],
    "/embed?lines=bad",
  ])("every address in %s is below it", async (path) => {
    const { text } = await send(below.url, base + path, { headers: { accept: "text/html" } });
    const links = [...text.matchAll(inward)].map(([, address = ""]) => address);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((address) => !address.startsWith(`${base}/`))).toEqual([]);
    const outside = text.match(
      /https:(?:\/\/|%2F%2F)compare\.example\.org(?!(?:\/|%2F)health(?:\/|%2F)myeloma).{40}/g,
    );
    expect(outside ?? []).toEqual([]);
  });

  it("scripts, data, snippets and descriptions lead below it", async () => {
    const text = async (path: string) => (await send(below.url, base + path)).text;
    const headers = { "accept-encoding": "gzip" };
    const taken = await send(below.url, `${base}/embed`, { headers });
    expect(taken.headers["content-encoding"]).toBe("gzip");
    // The element finds its installation by the address of its own script.
    expect(await text("/v1/widget.js")).toBe(await text(assets.widget.href));
    const address = "/v1/comparison?outcome=orr";
    expect(await text(address)).toContain(`"href":"${base}${address}"`);
    expect(await text("/v1/cohorts")).not.toContain('"href":"/v1');
    const { servers } = JSON.parse(await text("/v1/openapi.json"));
    expect(servers[0].url).toBe(`${base}/`);
    const { type } = JSON.parse(await text("/v1/cohorts/nobody"));
    expect(type).toBe(`${base}/docs/integrators#problem-not-found`);
    expect(JSON.parse(await text("/manifest.webmanifest"))).toMatchObject({
      start_url: `${base}/embed`,
      scope: `${base}/`,
    });
    const built = await text("/build?lines=2");
    for (const path of ["/embed?lines=2", "/v1/frame.js"]) {
      expect(built).toContain(`src=&quot;${site}${base}${path}&quot;`);
    }
    expect(await text("/embed")).toContain(`content="${site}${base}/assets/social.png"`);
    expect(await text("/report.ris")).toContain(`${site}${base}/report?`);
  });

  it("the path alone leads to the start page, and a proxy may take it away", async () => {
    const { status, headers } = await send(below.url, base);
    expect([status, headers.location]).toEqual([308, `${site}${base}/`]);
    // The start page takes no parameters.
    for (const search of ["?lines=2", "?mrn=8315zq&lines=2", "?colour=8315zq"]) {
      const { headers } = await send(below.url, `${base}${search}`);
      expect([headers.location, headers["cache-control"]]).toEqual([`${site}${base}/`, "no-store"]);
    }
    const whole = await send(below.url, `${base}/healthz`);
    expect((await send(below.url, "/healthz")).text).toBe(whole.text);
  });
});

describe("settings", () => {
  it("every one that makes no sense is named with what is allowed, and nothing is served", async () => {
    const { code, log } = await runOnNode([], {
      ...{ PORT: "80x", PUBLIC_ORIGIN: "https://a.example/x", BASE_PATH: "myeloma/" },
      ...{ DRAIN_SECONDS: "-1", APP_ENV: "prod", OPERATOR_CONTACT: "me" },
    });
    expect(code).toBe(1);
    expect(log.trim().split("\n")).toHaveLength(6);
    expect(log).toContain('BASE_PATH is "myeloma/"; allowed is a path such as /myeloma');
    expect(log).toContain('APP_ENV is "prod"; allowed are production or local.');
  });

  it("a container can ask whether it is well", async () => {
    const port = new URL(below.url).port;
    expect(await runOnNode(["--health"], { PORT: port })).toMatchObject({ code: 0 });
    const { code, log } = await runOnNode(["--health"], { PORT: "1" });
    expect([code, log]).toEqual([1, "Nothing answers on 127.0.0.1 port 1.\n"]);
  });
});

/** An installation on Node is ended under load: nobody behind a balancer gets less than an answer. */
const loaded = await serveOnNode({ DRAIN_SECONDS: "300" });
const kept = new Agent({ keepAlive: true, maxSockets: 3 });
afterAll(() => kept.destroy());

/** Begins to read, goes on when `ready`, and then with a pause of so many milliseconds after each part. */
function readSlowly(url: string, path: string, pause = 0, ready?: Promise<unknown>) {
  return new Promise<number>((resolve, reject) => {
    const outgoing = ask(`${url}${path}`, { agent: false }, async (incoming) => {
      let bytes = 0;
      incoming.on("end", () => resolve(bytes)).on("error", reject);
      await ready;
      incoming.on("data", (part: Buffer) => {
        bytes += part.length;
        if (pause === 0) return;
        incoming.pause();
        setTimeout(() => incoming.resume(), pause);
      });
    });
    outgoing.on("error", reject).end();
  });
}

it("SIGTERM: no connection is reset and no answer is cut", async () => {
  const { url } = loaded;
  const whole = (await sendRaw(url, "/v1/dataset")).bytes.length;
  let isEnding = false;
  const after: RawAnswer[] = [];

  /** Asks until the balancer has noticed. */
  async function asking(path: string, agent?: Agent): Promise<void> {
    while (!isEnding) after.push(await sendRaw(url, path, agent ? { agent } : {}));
  }
  async function balancer(): Promise<RawAnswer> {
    for (;;) {
      const answer = await sendRaw(url, "/healthz");
      if (answer.status !== 200) return answer;
    }
  }
  const paths = ["/v1/comparison", "/embed", "/v1/dataset"];
  const clients = paths.flatMap((path) => [asking(path), asking(path, kept)]);
  await expect.poll(() => after.length, { timeout: 30_000 }).toBeGreaterThan(20);
  after.length = 0;
  const slow = Promise.all([1, 2].map(() => readSlowly(url, "/v1/dataset", 20)));
  void loaded.stop("SIGTERM");

  const unwell = await balancer();
  expect([unwell.status, unwell.headers.connection]).toEqual([503, "close"]);
  // Requests before the balancer is told are still answered, and are told to close the connection.
  const late = await Promise.all(paths.map((path) => sendRaw(url, path, { agent: kept })));
  expect(late.map(({ status, headers }) => [status, headers.connection])).toEqual(
    paths.map(() => [200, "close"]),
  );
  isEnding = true;
  await Promise.all(clients);
  expect(new Set(after.map(({ status }) => status))).toEqual(new Set([200]));
  // The server ends without waiting any longer for the balancer.
  const ended = loaded.stop("SIGINT");
  expect(await slow).toEqual([whole, whole]);
  expect(await ended).toBe(0);
});

it.concurrent.for([
  ["SIGTERM", "SIGTERM"],
  ["SIGINT", "SIGTERM"],
] as const)(
  "ended by %s and %s, it does not cut an answer that is being read",
  async ([first, second], { expect }) => {
    const server = await serveOnNode({ DRAIN_SECONDS: "1" });
    const whole = (await sendRaw(server.url, "/v1/dataset")).bytes.length;
    const read = readSlowly(server.url, "/v1/dataset", 0, wait(2000));
    await wait(300);
    void server.stop(first);
    await wait(300);
    const ended = server.stop(second);
    expect(await read).toBe(whole);
    expect(await ended).toBe(0);
  },
);

/** A server on Node whose lines nobody takes any more: its reader has ended, or the disk is full. */
const child = spawn(process.execPath, [join(root, "dist-node/server.js")], {
  env: { PORT: "0", LOG_REQUESTS: "on" },
  stdio: ["ignore", "pipe", "ignore"],
});
afterAll(() => child.kill());

it("one whose lines nobody takes goes on answering", async () => {
  const [line] = await once(child.stdout, "data");
  const [, port] = /port (\d+)/.exec(`${line}`) ?? [];
  child.stdout.destroy();
  for (let n = 0; n < 5; n += 1) {
    expect((await send(`http://127.0.0.1:${port}`, "/healthz")).status).toBe(200);
  }
});
