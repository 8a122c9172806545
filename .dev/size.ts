/** Fails when something outgrows its budget: gzipped bytes of what ships, lines of what people read. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./files.ts";
import { weigh } from "./weigh.ts";

const longestFile = 400;
const sources = [
  "{functions,widget}/**/*.{ts,tsx,css}",
  "data/*.ts",
  "data/tools/**/*.ts",
  ".dev/*.{ts,mjs}",
];

const problems: string[] = [];

for (const { what, gzipped, budget } of await weigh()) {
  const measured = gzipped === undefined ? "not built" : kilobytes(gzipped);
  const limit = budget === undefined ? "" : ` of ${kilobytes(budget)}`;
  console.log(`${what.padEnd(40)}${measured.padStart(10)}${limit}`);
  if (budget !== undefined && gzipped !== undefined && gzipped > budget) {
    problems.push(`${what} has outgrown its budget.`);
  }
}

for (const file of globSync(sources, { cwd: root, exclude: ["**/generated/**"] })) {
  const lines = readFileSync(join(root, file), "utf8").split("\n").length - 1;
  if (lines > longestFile) problems.push(`${file} has ${lines} lines, more than ${longestFile}.`);
}

for (const map of globSync("dist/**/*.map", { cwd: root })) {
  problems.push(`${map} is a source map and would be published.`);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
