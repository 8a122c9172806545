/** Runs the steps of the container recipe in clean folders, as far as that can be done without a container. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, matchesGlob, posix } from "node:path";

const root = join(import.meta.dirname, "../..");

interface Step {
  word: string;
  rest: string;
}

/** One list of steps for each stage. */
export function stages(): Step[][] {
  const found: Step[][] = [];
  for (const line of readFileSync(join(root, "Containerfile"), "utf8").split("\n")) {
    const [, word = "", rest = ""] = line.match(/^([A-Z]+) (.*)$/) ?? [];
    if (word === "FROM") found.push([]);
    if (word !== "") found.at(-1)?.push({ word, rest });
  }
  return found;
}

/** What follows a word; each list of a program and its arguments is JSON. */
export function listAfter(steps: readonly Step[], word: string): string[] {
  const { rest = "" } = steps.find((step) => step.word === word) ?? {};
  return JSON.parse(rest.slice(rest.indexOf("[")));
}

export function variablesOf(steps: readonly Step[]): Record<string, string> {
  const given = steps.filter(({ word }) => word === "ENV").flatMap(({ rest }) => rest.split(" "));
  return Object.fromEntries(given.map((one) => one.split("=")));
}

/** The first of these that exists says what stays outside. BuildKit looks for no other name. */
const ignoring = ["Containerfile.dockerignore", ".dockerignore"].map((name) => join(root, name));

/** The files on this disk that a build of the container sees. */
export function context(): string[] {
  const file = ignoring.find(existsSync);
  const lines = file === undefined ? [] : readFileSync(file, "utf8").split("\n");
  const patterns = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const within = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (patterns.some((pattern) => matchesGlob(path, pattern))) return [];
      return entry.isDirectory() ? within(path) : [path];
    });
  return within("");
}

/** Copies and runs into `folder`, which stands for the working directory. `from`: the stage before. */
export function perform(
  steps: readonly Step[],
  { folder, from }: { folder: string; from?: string },
): void {
  const copy = (source: string, path: string, target: string) => {
    const to = target.endsWith("/") ? join(folder, target, path) : join(folder, target);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(source, path), to, { recursive: true });
  };
  for (const { word, rest } of steps) {
    if (word === "RUN") execFileSync("sh", ["-c", rest], { cwd: folder, stdio: "pipe" });
    if (word !== "COPY") continue;
    const [first = "", ...others] = rest.split(" ");
    const isFromStage = first.startsWith("--from=");
    const paths = isFromStage ? others : [first, ...others];
    const target = paths.pop() ?? "";
    if (isFromStage) {
      for (const path of paths) copy(from ?? "", path.replace(/^\/build\//, ""), target);
    } else {
      const wanted = context().filter((path) => paths.includes(".") || paths.includes(path));
      for (const path of wanted) copy(root, path, "./");
    }
  }
}
