/** Fails if something that is published exceeds its budget of gzipped bytes. */
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { precomputedFolder } from "#server/answers/keep/precomputed-files.ts";
import { root } from "../files.ts";
import { measureBundleSizes, measurePrecomputedFiles, mostPrecomputed } from "./bundle-size.ts";

const problems: string[] = [];

for (const { part, gzipped, budget } of await measureBundleSizes()) {
  const measured = gzipped === undefined ? "not built" : formatKilobytes(gzipped);
  const limit = budget === undefined ? "" : ` of ${formatKilobytes(budget)}`;
  console.log(`${part.padEnd(40)}${measured.padStart(10)}${limit}`);
  if (budget !== undefined && gzipped !== undefined && gzipped > budget) {
    problems.push(`${part} has outgrown its budget.`);
  }
}

const answersFolder = join(root, "dist", precomputedFolder);
if (existsSync(answersFolder)) {
  const { files, bytes } = measurePrecomputedFiles(answersFolder);
  const part = `precomputed answers: ${files} files`;
  const limit = ` of ${mostPrecomputed.files} files, ${formatKilobytes(mostPrecomputed.bytes)}`;
  console.log(`${part.padEnd(40)}${formatKilobytes(bytes).padStart(10)}${limit}`);
  if (files > mostPrecomputed.files || bytes > mostPrecomputed.bytes) {
    problems.push("The precomputed answers have outgrown their budget.");
  }
}

for (const map of globSync("dist/**/*.map", { cwd: root })) {
  problems.push(`${map} is a source map and would be published.`);
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function formatKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
