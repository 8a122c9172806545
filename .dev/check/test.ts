/** `npm test` runs the build, then the tests beside the other checks; `npm run test:all` runs what takes long. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../files.ts";
import { endOnSignals, formatSecondsSince, makeTemporaryFolder, runNode } from "../run.ts";

const isLong = process.argv[2] === "--all";
const results = join(root, isLong ? "test/results/all" : "test/results");
const report = join(results, "vitest.json");

const vitest = ["node_modules/vitest/vitest.mjs", "run", `--project=${isLong ? "" : "!"}all*`];
vitest.push("--reporter=default", "--reporter=json", `--outputFile.json=${report}`);
vitest.push(...process.argv.slice(isLong ? 3 : 2));

// One thread needs half of the processor time of several, and the tests run at the same time.
const typescript = ["node_modules/typescript/bin/tsc", "--singleThreaded", "-p"];

/** Lists the checks that need the build. */
const checks: Record<string, string[]> = isLong
  ? { knip: ["node_modules/knip/bin/knip.js", "--no-progress"] }
  : {
      "tsc (everything)": [...typescript, "tsconfig.json"],
      // Only a compilation without the types of browsers and of Node proves that the core and its views need neither.
      "tsc (pure folders)": [...typescript, "tsconfig.pure.json"],
      size: [".dev/check/size.ts"],
    };

const failed = new Set<string>();
const began = performance.now();
endOnSignals();
makeTemporaryFolder();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

// Biome reads the whole tree, so it is done before any test writes a temporary file into it.
await Promise.all([
  runAndReportCheck("build", [".dev/build/build.ts"], true),
  !isLong &&
    runAndReportCheck("biome check", ["node_modules/@biomejs/biome/bin/biome", "check", "."]),
]);
// No test is meaningful if the build fails.
if (!failed.has("build")) {
  process.env.ALREADY_BUILT = "true";
  const others = Object.entries(checks).map(([name, args]) => runAndReportCheck(name, args));
  await Promise.all([runAndReportCheck("vitest", vitest, true), ...others]);
}

// Tests that failed are counted one by one.
const tests: { numPassedTests?: number; numFailedTests?: number } = existsSync(report)
  ? JSON.parse(readFileSync(report, "utf8"))
  : {};
const { numPassedTests: passed = 0, numFailedTests: failedTests = 0 } = tests;
const summary = `${passed} passed, ${failed.size + Math.max(0, failedTests - 1)} failed`;
writeFileSync(join(results, "summary.txt"), `${summary}\n`);
const result = failed.size > 0 ? `Failed: ${[...failed].join(", ")}` : "Everything passed";
console.log(`\n${result} (${formatSecondsSince(began)}).\n${summary}`);
process.exitCode = failed.size > 0 ? 1 : 0;

/**
 * Runs a Node script, prints whether it passed, and adds its name to `failed` if it did not. Its output is printed if
 * it failed or if it is the check of sizes; with `show` it is written while the script runs.
 */
async function runAndReportCheck(name: string, args: string[], show = false): Promise<void> {
  const start = performance.now();
  const { code, output } = await runNode(args, { show });
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${formatSecondsSince(start)})`);
  if (output && (code !== 0 || name === "size")) console.log(output.replace(/^/gm, "  "));
  if (code !== 0) failed.add(name);
}
