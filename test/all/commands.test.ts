/** `npm start`, `npm run dev` and `npm test`, as the README names them. */
import { spawn } from "node:child_process";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { root } from "../../.dev/files.ts";
import { follow } from "../support/node-server.ts";
import { copyWorkingTree, makeTestFolder } from "../support/test-folder.ts";

const folder = makeTestFolder("start-");
/** Holds all files that a command writes beside the generated modules. */
const temporary = mkdtempSync(join(folder, "temporary-"));
/** A copy of the repository, for commands that need a change of it. */
const tree = join(folder, "tree");
beforeAll(() => copyWorkingTree(tree));

function runNpm(args: string[], { cwd = root, port = "0" } = {}) {
  // The compile cache of npm itself would lie in the temporary folder, too.
  const settings = { TMPDIR: temporary, PORT: port, NODE_DISABLE_COMPILE_CACHE: "1" };
  const child = spawn("npm", args, { cwd, env: { ...process.env, ...settings } });
  const { log: printed, ended } = follow(child);
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  onTestFinished(async () => void (await stop()));
  const expectPrinted = (text: string) =>
    expect.poll(printed, { timeout: 300_000 }).toContain(text);
  return { ended, stop, expectPrinted, printed };
}

async function readAddress({ expectPrinted, printed }: ReturnType<typeof runNpm>): Promise<string> {
  await expectPrinted("Ctrl+C stops it.");
  return printed().match(/http:\S+(?=\/ )/)?.[0] ?? "";
}

it("npm start serves the answers made beforehand, says that its port is in use, and leaves nothing", async () => {
  const started = runNpm(["start"]);
  const url = await readAddress(started);
  const answer = await fetch(`${url}/v1/comparison`);
  expect(answer.headers.get("cache-status")).toContain("detail=precomputed");
  expect(answer.headers.has("strict-transport-security")).toBe(false);
  const { port } = new URL(url);
  const second = runNpm(["start"], { port });
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain(`Port ${port} is already in use. Stop the other program`);
  expect((await fetch(`${url}/`)).status).toBe(200);
  await started.stop();
  await expect(fetch(url)).rejects.toThrow();
  expect(readdirSync(temporary)).toEqual([]);
});

it("npm start leaves nothing if it is stopped while it builds", async () => {
  const { expectPrinted, stop } = runNpm(["start"]);
  await expectPrinted("questions are answered beforehand");
  expect(readdirSync(temporary)).toHaveLength(1);
  await stop();
  expect(readdirSync(temporary)).toEqual([]);
});

it.each(["abc", "-1", "65536"])("PORT=%s is refused in a sentence", async (port) => {
  const { ended, printed } = runNpm(["start"], { port });
  expect(await ended).toBe(1);
  expect(printed()).toMatch(
    new RegExp(`^Port ${port} cannot be used .* PORT=9000 npm start\\.$`, "m"),
  );
});

it("npm test counts each test that fails and each check, in its last line and for the CI", async () => {
  const file = join(tree, "test/unit/counted.test.ts");
  const tests = [1, 2, 3].map((value) => `it("${value}", () => expect(${value}).toBe(1));\n`);
  const wrongType = 'export const wrong: number = "text";\n';
  writeFileSync(file, `import { expect, it } from "vitest";\n\n${tests.join("")}\n${wrongType}`);
  const { ended, printed } = runNpm(["test", "--", "test/unit/counted"], { cwd: tree });
  expect(await ended).toBe(1);
  rmSync(file);
  for (const name of ["biome check", "tsc \\(everything\\)", "vitest"])
    expect(printed()).toMatch(new RegExp(`^Failed: .*${name}`, "m"));
  expect(printed()).toMatch(/\n1 passed, 4 failed\n$/);
  expect(readFileSync(join(tree, "test/results/summary.txt"), "utf8")).toBe("1 passed, 4 failed\n");
});

it("npm run dev builds again at a change, and serves the last good version while a build fails", async () => {
  const started = runNpm(["run", "dev"], { cwd: tree });
  const url = await readAddress(started);
  const read = async () => (await fetch(`${url}/methods`)).text();
  expect(await read()).not.toContain("Written by a test.");
  const text = join(tree, "functions/server/pages/methods/methods.md");
  appendFileSync(text, "\nWritten by a test.\n");
  await expect.poll(read, { timeout: 300_000 }).toContain("Written by a test.");
  appendFileSync(join(tree, "functions/worker.ts"), "(");
  await started.expectPrinted("The build stopped at");
  expect(await read()).toContain("Written by a test.");
});
