/**
 * Faults at start, while serving and at the end, one after the other in a copy of the working tree.
 * What each did is printed as a table.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { table } from "../../.dev/evidence/table.ts";
import {
  cutOff,
  freePort,
  linkPackages,
  type Program,
  type WorkFolder,
  workFolder,
} from "../support/work-folder.ts";

const node = process.execPath;
const start = [node, ".dev/serve/start.ts"];
const build = [node, ".dev/build/build.ts", "--skip=answers"];
const ensure = [node, ".dev/ensure-installed.mjs"];
/** Nothing listens there. */
const noRegistry = { npm_config_registry: "http://127.0.0.1:9", npm_config_fetch_retries: "0" };

const rows: string[][] = [];
const folder = workFolder();
linkPackages(folder);
let PORT = await freePort();
let server: Program | null = null;

afterAll(async () => {
  server?.kill("SIGTERM");
  console.log(table([["fault", "what happened", "seconds"], ...rows]));
  await server?.ended;
  folder.remove();
});

/** A test that says for the table what happened. */
function fault(name: string, happens: () => Promise<string>): void {
  it(name, async () => {
    const began = performance.now();
    const happened = await happens();
    rows.push([name, happened, ((performance.now() - began) / 1000).toFixed(1)]);
  });
}

async function serve(): Promise<Program> {
  server = folder.run(start, { PORT });
  await server.says("is running");
  return server;
}

/** 0: nothing answers. */
async function statusOf(path: string): Promise<number> {
  try {
    const answer = await fetch(`http://127.0.0.1:${PORT}${path}`);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

async function asset(): Promise<string> {
  const page = await fetch(`http://127.0.0.1:${PORT}/`);
  return (await page.text()).match(/\/assets\/embed-[\w-]+\.js/)?.[0] ?? "/assets/none";
}

/** Asks again and again what is read from files, until `until` is over; all that was not a 200. */
async function disturbed(until: Promise<unknown>): Promise<string[]> {
  const paths = ["/docs", "/methods", "/v1/dataset", "/embed", "/v1/comparison", await asset()];
  const wrong: string[] = [];
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  until.then(over, over);
  while (!isOver) {
    for (const path of paths) {
      const status = await statusOf(path);
      if (status !== 200) wrong.push(`${path} ${status}`);
    }
  }
  return wrong;
}

function hashOfBuild({ path }: WorkFolder): string {
  const hash = createHash("sha256");
  for (const name of ["dist", "dist-worker", "dist-node"]) {
    const entries = readdirSync(join(path, name), { recursive: true, withFileTypes: true });
    for (const one of entries.filter((entry) => entry.isFile())) {
      hash.update(one.name).update(readFileSync(join(one.parentPath, one.name)));
    }
  }
  return hash.digest("hex");
}

const left = () => readdirSync(folder.temporary);

fault("two starts at once", async () => {
  const first = folder.run(start, { PORT });
  const second = folder.run(start, { PORT: await freePort() });
  const [refused, goes] = await Promise.race([
    first.ended.then(() => [first, second] as const),
    second.ended.then(() => [second, first] as const),
  ]);
  await goes.says("is running");
  PORT = goes.output().match(/127\.0\.0\.1:(\d+)/)?.[1] ?? PORT;
  server = goes;
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain(`(process ${goes.pid}). Stop it first, or use it.`);
  expect(await statusOf("/v1/comparison")).toBe(200);
  return "one serves, the other names it and ends";
});

fault("a second start while one serves", async () => {
  const second = folder.run(start, { PORT: await freePort() });
  const wrong = await disturbed(second.ended);
  expect([await second.ended, wrong]).toEqual([1, []]);
  expect(second.output()).toBe(
    `Myeloma Compare runs from this folder already: http://127.0.0.1:${PORT}/ (process ${server?.pid}). Stop it first, or use it.\n`,
  );
  return "one sentence with address and process; the first answers everything";
});

fault("a build while one serves", async () => {
  const building = folder.run(build);
  const wrong = await disturbed(building.ended);
  expect([await building.ended, wrong]).toEqual([0, []]);
  return "built and swapped in; every answer stays 200";
});

fault("two builds at once", async () => {
  const both = [folder.run(build), folder.run(build)];
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(both.map((one) => one.output()).join()).toContain("Waiting for the build of process");
  return "the second waits for the first";
});

fault("a data file that is not JSON", async () => {
  const before = hashOfBuild(folder);
  const name = "data/outcomes.json";
  const text = readFileSync(join(folder.path, name), "utf8");
  cutOff(join(folder.path, name), text);
  const building = folder.run(build);
  expect(await building.ended).toBe(1);
  writeFileSync(join(folder.path, name), text);
  const [line, end, ...more] = building.output().trim().split("\n");
  expect(line).toMatch(/^data\/outcomes\.json {2}- {2}json {2}SyntaxError: /);
  expect([end, more]).toEqual(['The build stopped at "data".', []]);
  expect(hashOfBuild(folder)).toBe(before);
  return "one line with the file; the last build stays";
});

fault("a build that is killed", async () => {
  const before = hashOfBuild(folder);
  const building = folder.run(build);
  setTimeout(() => building.kill("SIGKILL"), 5000);
  expect(await building.ended).toBeNull();
  expect(hashOfBuild(folder)).toBe(before);
  const again = folder.run(build);
  expect(await again.ended).toBe(0);
  return "the last build stays; the next one is made";
});

fault("a build of other files is to be served", async () => {
  const name = join(folder.path, "data/review.json");
  const text = readFileSync(name, "utf8");
  const serving = async () => {
    // A setting that makes no sense ends the server of a build that may be served.
    const program = folder.run([node, ".dev/serve/node.ts"], { PORT: "80x" });
    expect(await program.ended).toBe(1);
    return program.output();
  };
  expect(await serving()).toContain('PORT is "80x"');
  writeFileSync(name, `${text}\n`);
  expect(await serving()).toBe(
    "The build is of other files than are here now: run `npm run build` first.\n",
  );
  writeFileSync(name, text);
  return "one sentence; nothing is served";
});

fault("the starter is killed (-9)", async () => {
  server?.kill("SIGKILL");
  await expect.poll(() => statusOf("/healthz"), { timeout: 10_000 }).toBe(0);
  await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  return "its workerd ends, no file is left";
});

fault("a start after that", async () => {
  const before = hashOfBuild(folder);
  await serve();
  expect(await statusOf("/v1/comparison")).toBe(200);
  expect(hashOfBuild(folder)).toBe(before);
  return "serves; the dead process holds nothing, and the build to deploy stays";
});

fault("the serving process is killed (-9)", async () => {
  const serving = readFileSync(`/proc/${server?.pid}/task/${server?.pid}/children`, "utf8").trim();
  process.kill(Number(serving), "SIGKILL");
  expect(await server?.ended).toBe(1);
  expect(server?.output()).toContain("The server ended by itself.");
  await expect.poll(() => statusOf("/healthz"), { timeout: 10_000 }).toBe(0);
  await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  return "the starter says so and ends; no workerd, no file is left";
});

it.each<NodeJS.Signals>(["SIGINT", "SIGTERM"])("%s", async (signal) => {
  const began = performance.now();
  const started = await serve();
  started.kill(signal);
  expect(await started.ended).toBe(0);
  expect([await statusOf("/healthz"), left()]).toEqual([0, []]);
  expect(existsSync(join(folder.path, ".state/running.json"))).toBe(false);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  rows.push([signal, "ends with 0; no workerd, no file is left", seconds]);
});

fault("a start that is ended while it builds", async () => {
  const starting = folder.run(start, { PORT });
  const made = () => readdirSync(folder.temporary, { recursive: true }).join();
  await expect.poll(made, { timeout: 60_000 }).toContain("dist");
  starting.kill("SIGTERM");
  expect(await starting.ended).toBe(130);
  await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  return "nothing of it is left";
});

fault("a package is missing and the registry away", async () => {
  const packages = join(folder.path, "node_modules");
  rmSync(join(packages, "valibot"), { recursive: true });
  const before = readdirSync(packages);
  const cache = join(folder.temporary, "npm");
  const program = folder.run(ensure, { ...noRegistry, npm_config_cache: cache });
  expect(await program.ended).toBe(1);
  expect(program.output()).toContain("Missing or different: valibot.\n");
  expect(readdirSync(packages)).toEqual(before);
  return "it is named; all others stay";
});

fault("the registry is back", async () => {
  const program = folder.run(ensure);
  expect(await program.ended).toBe(0);
  expect(existsSync(join(folder.path, "node_modules/valibot/package.json"))).toBe(true);
  return "the package is put back";
});

it.each(["#", '"'])("a folder with %s in its path", async (character) => {
  const odd = workFolder(`odd${character}path`);
  const program = odd.run(ensure);
  expect(await program.ended).toBe(1);
  expect(program.output()).toBe(
    `The path of this folder contains ${character}, which its tools cannot read: ${odd.path}. Move it.\n`,
  );
  odd.remove();
  rows.push([`a folder with ${character} in its path`, "one sentence before anything is done", ""]);
});

fault("a folder called it's a ünïcode per%20cent", async () => {
  const odd = workFolder("it's a ünïcode per%20cent");
  linkPackages(odd);
  const building = odd.run(build);
  const code = await building.ended;
  odd.remove();
  expect([code, building.output()]).toEqual([0, expect.stringContaining("Built in")]);
  return "builds";
});
