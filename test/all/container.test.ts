/**
 * Tests the container recipe, step by step in clean folders: what is built has what it needs, and the second stage runs
 * from two folders that nobody can write, as nobody, without a network.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { context } from "../support/container.ts";
import { freePort } from "../support/listen.ts";
import { follow } from "../support/node-server.ts";
import { makeTestFolder } from "../support/test-folder.ts";

const root = join(import.meta.dirname, "../..");

interface Step {
  word: string;
  parameters: string;
}

/** Returns the steps of the Containerfile, one list for each stage. */
function stages(): Step[][] {
  const allStages: Step[][] = [];
  for (const line of readFileSync(join(root, "Containerfile"), "utf8").split("\n")) {
    const [, word = "", parameters = ""] = line.match(/^([A-Z]+) (.*)$/) ?? [];
    if (word === "FROM") allStages.push([]);
    if (word !== "") allStages.at(-1)?.push({ word, parameters });
  }
  return allStages;
}

/** Returns the JSON list after a word such as `CMD`: a program and its arguments. */
function listAfter(steps: readonly Step[], word: string): string[] {
  const { parameters = "" } = steps.find((step) => step.word === word) ?? {};
  return JSON.parse(parameters.slice(parameters.indexOf("[")));
}

function variablesOf(steps: readonly Step[]): Record<string, string> {
  const variables = steps
    .filter(({ word }) => word === "ENV")
    .flatMap(({ parameters }) => parameters.split(" "));
  return Object.fromEntries(variables.map((variable) => variable.split("=")));
}

/** Copies and runs into `folder`, which stands for the working directory. `from`: the stage before. */
function perform(
  steps: readonly Step[],
  { folder, from }: { folder: string; from?: string },
): void {
  const copy = (source: string, path: string, target: string) => {
    const to = target.endsWith("/") ? join(folder, target, path) : join(folder, target);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(source, path), to, { recursive: true });
  };
  for (const { word, parameters } of steps) {
    if (word === "RUN") execFileSync("sh", ["-c", parameters], { cwd: folder, stdio: "pipe" });
    if (word !== "COPY") continue;
    const [first = "", ...morePaths] = parameters.split(" ");
    const isFromStage = first.startsWith("--from=");
    const paths = isFromStage ? morePaths : [first, ...morePaths];
    const target = paths.pop() ?? "";
    if (isFromStage) {
      for (const path of paths) copy(from ?? "", path.replace(/^\/build\//, ""), target);
    } else {
      const wanted = context().filter((path) => paths.includes(".") || paths.includes(path));
      for (const path of wanted) copy(root, path, "./");
    }
  }
}

const [building = [], running = []] = stages();
const folder = makeTestFolder("container-");
const built = join(folder, "build");
const app = join(folder, "app");
chmodSync(folder, 0o755);

perform(building, { folder: built });
perform(running, { folder: app, from: built });

const isRoot = process.getuid?.() === 0;
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};

it("both stages stand on one image, which is named by its digest", () => {
  const images = [building, running].map(([first]) => first?.parameters.split(" ")[0]);
  expect(images[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z-]+@sha256:[0-9a-f]{64}$/);
  expect(images[1]).toBe(images[0]);
});

it("the second stage holds the build and nothing else", () => {
  expect(readdirSync(app).sort()).toEqual(["LICENSE", "dist", "dist-node"]);
  expect(running.find(({ word }) => word === "USER")?.parameters).toBe("65534:65534");
});

it("it runs as nobody without writing, answers, is well, and ends when asked", async () => {
  execFileSync("chmod", ["-R", "a-w,a+rX", app]);
  const PORT = `${await freePort()}`;
  const env = { ...variablesOf(running), PORT };
  const [, ...args] = listAfter(running, "CMD").map((arg) => arg.replace("/app", app));
  const options = { cwd: app, env, ...nobody };
  const server = spawn(process.execPath, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const { log, ended } = follow(server);
  const [, ...health] = listAfter(running, "HEALTHCHECK");
  await expect
    .poll(() => spawnSync(process.execPath, health, options).status, { timeout: 60_000 })
    .toBe(0);
  const answer = await fetch(`http://127.0.0.1:${PORT}/v1/comparison?outcome=orr&age=-97`);
  expect([answer.status, log()]).toEqual([200, expect.stringContaining("listens on 0.0.0.0")]);
  server.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(spawnSync(process.execPath, health, options).status).toBe(1);
});

const hasDaemon = spawnSync("docker", ["info"]).status === 0;

it.skipIf(!hasDaemon)(
  "docker builds the image, and it answers (needs a docker daemon)",
  async () => {
    const docker = (...args: string[]) => execFileSync("docker", args, { encoding: "utf8" }).trim();
    const name = `myeloma-compare-test-${process.pid}`;
    docker("build", "--file", join(root, "Containerfile"), "--tag", name, root);
    const flags = ["--rm", "--detach", "--read-only", "--publish", "127.0.0.1::8787"];
    const id = docker("run", ...flags, name);
    try {
      const site = `http://${docker("port", id, "8787")}`;
      const health = () =>
        fetch(`${site}/healthz`).then(
          ({ status }) => status,
          () => 0,
        );
      await expect.poll(health, { timeout: 30_000 }).toBe(200);
      expect((await fetch(`${site}/v1/comparison?outcome=orr`)).status).toBe(200);
      expect(docker("inspect", "--format", "{{.Config.User}}", id)).toBe("65534:65534");
    } finally {
      docker("stop", id);
      docker("image", "rm", name);
    }
  },
);
