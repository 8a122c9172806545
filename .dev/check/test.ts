/** `npm test`: build, then all checks and Vitest; `npm run test:all` runs what takes long. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../files.ts";
import { runNode, secondsSince } from "../run.ts";

/** `--all` runs only what `npm test` leaves out. */
const [long, more] = process.argv[2] === "--all" ? [true, 3] : [false, 2];

const results = long ? "test/results/all" : "test/results";
const report = `${results}/vitest.json`;

const biome = ["node_modules/@biomejs/biome/bin/biome", "check", "."];

/** The checks that need the build. */
const checks: Record<string, string[]> = long
  ? { knip: ["node_modules/knip/bin/knip.js", "--no-progress"] }
  : {
      "tsc (everything)": typescript("tsconfig"),
      // Only a compilation without the types of browsers and of Node proves that the core and its views need neither.
      "tsc (pure folders)": typescript("tsconfig.pure"),
      size: [".dev/check/size.ts"],
    };

/**
 * Returns the arguments of an incremental type check: it checks the files that changed since the last check, and
 * the files that depend on these. `npm ci` deletes the record of the last check. One thread needs half of the
 * processor time of several, and tests run at the same time.
 */
function typescript(project: string): string[] {
  const last = `node_modules/.cache/${project}.tsbuildinfo`;
  const options = [
    "-p",
    `${project}.json`,
    "--singleThreaded",
    "--incremental",
    "--tsBuildInfoFile",
    last,
  ];
  return ["node_modules/typescript/bin/tsc", ...options];
}

const began = performance.now();
rmSync(join(root, results), { recursive: true, force: true });
mkdirSync(join(root, results), { recursive: true });

const failedSteps: string[] = [];
const counts = { passed: 0, failed: 0 };

// Biome reads the whole tree, so it is done before any test writes a temporary file into it.
const [built] = await Promise.all([
  runNode([".dev/build/build.ts"], { show: true }),
  !long && check("biome check", biome),
]);
// No test is meaningful if the build fails.
if (built.code !== 0) failedSteps.push("build");
else
  await Promise.all([
    runVitest(),
    ...Object.entries(checks).map(([name, args]) => check(name, args)),
  ]);

const failures = [...failedSteps, ...(counts.failed > 0 ? [`${counts.failed} in vitest`] : [])];
const summary = `${counts.passed} passed, ${counts.failed + failedSteps.length} failed`;
writeFileSync(join(root, results, "summary.txt"), `${summary}\n`);
console.log(
  failures.length > 0
    ? `\nFailed: ${failures.join(", ")} (${secondsSince(began)}).`
    : `\nEverything passed in ${secondsSince(began)}.`,
);
console.log(summary);
process.exitCode = failures.length > 0 ? 1 : 0;

async function check(name: string, args: string[]): Promise<void> {
  const start = performance.now();
  const { code, output } = await runNode(args);
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${secondsSince(start)})`);
  if (output && (code !== 0 || name === "size")) console.log(output.replace(/^/gm, "  "));
  if (code !== 0) failedSteps.push(name);
}

async function runVitest(): Promise<void> {
  const { code } = await runNode(
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      `--project=${long ? "" : "!"}all*`,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...process.argv.slice(more),
    ],
    { show: true, env: { ALREADY_BUILT: "true" } },
  );
  const { passed, failed } = readReport();
  counts.passed = passed;
  counts.failed = failed;
  // Failed tests are counted one by one; if Vitest fails for another reason, that counts as one.
  if (code !== 0 && failed === 0) failedSteps.push("vitest");
}

interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Reads the report of Vitest. A test file that cannot be loaded reports no tests and counts as one failure. */
function readReport(): { passed: number; failed: number } {
  let parsed: Report;
  try {
    parsed = JSON.parse(readFileSync(join(root, report), "utf8")) as Report;
  } catch {
    return { passed: 0, failed: 0 };
  }
  let [passed, failed] = [0, 0];
  for (const file of parsed.testResults) {
    const count = (status: string) =>
      file.assertionResults.filter((test) => test.status === status).length;
    passed += count("passed");
    failed += file.status === "failed" ? Math.max(1, count("failed")) : 0;
  }
  return { passed, failed };
}
