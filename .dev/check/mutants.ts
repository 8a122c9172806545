/**
 * Measures how much the tests notice: it makes one small mistake at a time in a copy of the tree and says whether the
 * compiler, a test or nobody saw it. It takes about half a minute a mistake, so nothing runs it by itself:
 *
 *     npm run --silent mutants -- --count 200 > before.txt
 *     npm run --silent mutants -- --again before.txt --under functions/core/answer
 *
 * The second line repeats those that tests noticed before, after tests were changed but no source.
 */
import { spawn } from "node:child_process";
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { type ESTree, parseSync } from "rolldown/utils";
import { root } from "../files.ts";

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "200" },
    seed: { type: "string", default: "46" },
    under: { type: "string", default: "" },
    again: { type: "string" },
    /** Runs only these tests, instead of all that reach the file, and does not ask the compiler. */
    tests: { type: "string", multiple: true },
  },
});

const sources = ["functions/{core,presentation}/**/*.{ts,tsx}", "widget/{store,ask}.ts"];

type Node = { type: string; start: number; end: number };

/**
 * Describes the replacement of a part of a file. `name` states the place and the change, so that a later run finds
 * the same mutant again.
 */
type Mutant = Omit<Node, "type"> & { file: string; text: string; name: string };

const pairs = [">", ">=", "<", "<=", "===", "!==", "+", "-", "*", "/", "&&", "||", "some", "every"];

/** Returns the replacement of an operator or a method: its neighbour in the pairs. */
function findSwappedOperator(name: string): string | undefined {
  const at = pairs.indexOf(name);
  return at < 0 ? undefined : pairs[at % 2 === 0 ? at + 1 : at - 1];
}

/** Nodes of types are not mutated, but these three hold an expression, which is. */
const typedExpressions = ["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"];

/** Yields the possible mutants of one file, in the order of its text. */
function* generateMutants(file: string): Generator<Mutant> {
  const source = readFileSync(join(root, file), "utf8");
  const { program } = parseSync(file, source);

  function mutant(start: number, end: number, text: string): Mutant {
    const line = source.slice(0, start).split("\n").length;
    const column = start - source.lastIndexOf("\n", start - 1);
    const [before, after] = [source.slice(start, end), text].map((code) =>
      code.replace(/\s+/g, " "),
    );
    return { file, start, end, text, name: `${file}:${line}:${column} ${before} → ${after}` };
  }

  function* changes(node: ESTree.Node): Generator<Mutant> {
    switch (node.type) {
      case "BinaryExpression":
      case "LogicalExpression": {
        const replacement = findSwappedOperator(node.operator);
        const at = source.indexOf(node.operator, node.left.end);
        if (replacement) yield mutant(at, at + node.operator.length, replacement);
        break;
      }
      case "Literal":
        if (typeof node.value === "number") yield mutant(node.start, node.end, `${node.value + 1}`);
        if (typeof node.value === "boolean") yield mutant(node.start, node.end, `${!node.value}`);
        break;
      case "UnaryExpression":
        if (["!", "-"].includes(node.operator)) yield mutant(node.start, node.start + 1, "");
        break;
      case "ReturnStatement": {
        const value = node.argument;
        const isText = value?.type === "Literal" && typeof value.value === "string";
        if (isText || value?.type === "TemplateLiteral") yield mutant(value.start, value.end, '""');
        break;
      }
      case "ArrayExpression": {
        const [first, second] = node.elements;
        if (first) yield mutant(first.start, second ? second.start : first.end, "");
        break;
      }
      case "CallExpression": {
        if (node.callee.type !== "MemberExpression" || node.callee.computed) break;
        const { object, property } = node.callee;
        const name = source.slice(property.start, property.end);
        if (name === "filter") yield mutant(object.end, node.end, "");
        const replacement = findSwappedOperator(name);
        if (replacement) yield mutant(property.start, property.end, replacement);
      }
    }
  }

  function* walk(node: Node): Generator<Mutant> {
    if (node.type.startsWith("TS") && !typedExpressions.includes(node.type)) return;
    if (node.type === "ImportDeclaration") return;
    yield* changes(node as ESTree.Node);
    for (const value of Object.values(node).flat()) if (isSyntaxNode(value)) yield* walk(value);
  }

  yield* walk(program);
}

function isSyntaxNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/**
 * Returns the list in random order; the same seed gives the same order. A linear congruential generator is good
 * enough here.
 */
function shuffle<T>(list: T[], seed: number): T[] {
  const order = [...list];
  let state = seed;
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const position = Math.floor((state / 2 ** 32) * (last + 1));
    [order[last], order[position]] = [order[position] as T, order[last] as T];
  }
  return order;
}

const copy = mkdtempSync(join(tmpdir(), "mutants-"));
let running: number | undefined;
process.once("exit", () => {
  if (running) process.kill(-running, "SIGKILL");
  rmSync(copy, { recursive: true, force: true });
});
process.once("SIGINT", () => process.exit(130)).once("SIGTERM", () => process.exit(143));
const leftOutPaths = ["node_modules", ".git", "test/results"];
cpSync(root, copy, {
  recursive: true,
  filter: (path) => !leftOutPaths.includes(relative(root, path)),
});
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));

/**
 * Runs Node in the copy of the tree, and resolves to its exit code and its output. The code is `late` if a signal
 * ended it, as happens after four minutes: a mutant may cause an endless loop in a process that the tests start, so
 * all of them are ended.
 */
function runNodeInCopy(
  args: string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<{ code: number | "late"; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: copy,
      detached: true,
      env: { ...process.env, NO_COLOR: "1", ALREADY_BUILT: "true", ...settings },
    });
    running = child.pid;
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const timer = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), 240_000);
    child.on("close", (code) => {
      clearTimeout(timer);
      running = undefined;
      resolve({ code: code ?? "late", output });
    });
  });
}

const information = ["--incremental", "--tsBuildInfoFile", "mutants.tsbuildinfo"];
const compileCopy = () => runNodeInCopy(["node_modules/typescript/bin/tsc", ...information]);
const asksTypes = !options.again && !options.tests;
const projects = ["--run", "--bail", "1", "--project", "unit", "--project", "approved"];

/**
 * Returns what notices the mutant in the copy: `types`, or `tests` with the file of the first failure; `survives` if
 * nothing does.
 */
async function testMutant({ file }: Mutant): Promise<string> {
  if (asksTypes && (await compileCopy()).code !== 0) return "types";
  const testArguments = options.tests ?? ["related", file];
  const args = ["node_modules/vitest/vitest.mjs", ...testArguments, ...projects];
  const tried = await runNodeInCopy(args);
  // All tests may notice what the sample of one run does not.
  const { code, output } =
    tried.code === 0 ? await runNodeInCopy(args, { TEST_WHOLE: "true" }) : tried;
  if (code === 0) return "survives";
  if (code === "late") return "tests (no end)";
  return `tests (${/FAIL.*?(test\/\S+)/.exec(output)?.[1] ?? "not loaded"})`;
}

const files = globSync(sources, { cwd: root }).filter((file) => file.startsWith(options.under));
const all = files.sort().flatMap((file) => [...generateMutants(file)]);
const before = options.again ? readFileSync(options.again, "utf8") : undefined;
const noticedLines = before?.split("\n").filter((line) => line.startsWith("tests"));
const selection = noticedLines
  ? all.filter(({ name }) => noticedLines.some((line) => line.endsWith(`\t${name}`)))
  : shuffle(all, Number(options.seed)).slice(0, Number(options.count));

if (asksTypes && (await compileCopy()).code !== 0) throw new Error("The tree does not compile.");
const counts: Record<string, number> = {};
for (const mutant of selection) {
  const path = join(copy, mutant.file);
  const source = readFileSync(path, "utf8");
  writeFileSync(path, source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end));
  const outcome = await testMutant(mutant);
  writeFileSync(path, source);
  console.log(`${outcome}\t${mutant.name}`);
  const [kind = ""] = outcome.split(" ");
  counts[kind] = (counts[kind] ?? 0) + 1;
}
console.log(`Of ${all.length} possible: ${JSON.stringify(counts)}`);
