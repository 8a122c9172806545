/** Fails if something exceeds its budget: gzipped bytes that are published, lines of source. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { precomputedFolder } from "#server/answers/precomputed-files.ts";
import { root } from "../files.ts";
import { mostPrecomputed, weigh, weighPrecomputed } from "./weigh.ts";

const longestFile = 400;
const sources = ["{functions,widget}/**/*.{ts,tsx,css}", "data/**/*.ts", ".dev/**/*.{ts,mjs}"];

/** It only falls: whoever takes lines away lowers it, and a commit that raises it says why. */
const productLines = 67_130;
/** Further below, the limit would no longer hold anything. */
const slack = 300;

const problems: string[] = [];

for (const { what, gzipped, budget } of await weigh()) {
  const measured = gzipped === undefined ? "not built" : kilobytes(gzipped);
  const limit = budget === undefined ? "" : ` of ${kilobytes(budget)}`;
  console.log(`${what.padEnd(40)}${measured.padStart(10)}${limit}`);
  if (budget !== undefined && gzipped !== undefined && gzipped > budget) {
    problems.push(`${what} has outgrown its budget.`);
  }
}

const precomputed = join(root, "dist", precomputedFolder);
if (existsSync(precomputed)) {
  const { files, bytes } = weighPrecomputed(precomputed);
  const what = `precomputed answers: ${files} files`;
  const limit = ` of ${mostPrecomputed.files} files, ${kilobytes(mostPrecomputed.bytes)}`;
  console.log(`${what.padEnd(40)}${kilobytes(bytes).padStart(10)}${limit}`);
  if (files > mostPrecomputed.files || bytes > mostPrecomputed.bytes) {
    problems.push("The precomputed answers have outgrown their budget.");
  }
}

let product = 0;
for (const file of globSync(sources, { cwd: root, exclude: ["**/generated/**"] })) {
  const lines = readFileSync(join(root, file), "utf8").split("\n").length - 1;
  if (lines > longestFile) problems.push(`${file} has ${lines} lines, more than ${longestFile}.`);
  if (/\.tsx?$/.test(file)) product += lines;
}
console.log(
  `${"lines of the product".padEnd(40)}${String(product).padStart(10)} of ${productLines}`,
);
if (product > productLines)
  problems.push(`The product has ${product} lines, more than ${productLines}.`);
if (product < productLines - slack)
  problems.push(`The limit of ${productLines} lines can be ${product}.`);

for (const map of globSync("dist/**/*.map", { cwd: root })) {
  problems.push(`${map} is a source map and would be published.`);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
