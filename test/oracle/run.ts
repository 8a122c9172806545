/**
 * `npm run oracle -- <file-or-folder>…`: compares the engine with reference values and prints one
 * row per expected figure. Without arguments it uses the fixtures of this repository.
 */
import { basename } from "node:path";
import { evaluate } from "./evaluate.ts";
import { FIXTURES, fixtureFiles, readFixture } from "./fixture.ts";
import type { Deviation, OracleCase } from "./within-tolerance.ts";

interface Row {
  cases: Set<string>;
  figures: number;
  worst: number;
  failed: { id: string; deviation: Deviation }[];
}

const problems: string[] = [];
const paths = process.argv.slice(2);
for (const option of paths.filter((path) => path.startsWith("-"))) {
  problems.push(`unknown option ${option}; give fixture files or folders`);
}

if (problems.length === 0) {
  const files = (paths.length > 0 ? paths : [FIXTURES]).flatMap((path) => {
    try {
      const fixtures = fixtureFiles(path);
      if (fixtures.length === 0) problems.push(`${path} holds no .json file`);
      return fixtures;
    } catch {
      problems.push(`${path} does not exist`);
      return [];
    }
  });
  for (const file of files) run(file);
}

for (const problem of problems) console.error(`✗ ${problem}`);
console.log(problems.length === 0 ? "All within tolerance." : `${problems.length} problems.`);
process.exitCode = problems.length > 0 ? 1 : 0;

function run(file: string): void {
  let cases: readonly OracleCase[];
  try {
    cases = readFixture(file);
    if (cases.length === 0) throw new Error(`${file} holds no case`);
  } catch (error) {
    problems.push(String(error instanceof Error ? error.message : error));
    return;
  }
  const rows = new Map<string, Row>();
  for (const testCase of cases) {
    let misses: readonly Deviation[];
    try {
      misses = evaluate(testCase);
    } catch (error) {
      problems.push(`${basename(file)} ${testCase.id}: ${String(error)}`);
      continue;
    }
    for (const deviation of misses) {
      // Entries of a list are reported together, under the key of the list.
      const key = deviation.path.replace(/\.\d+(?=\.|$)/g, "");
      const row = rows.get(key) ?? { cases: new Set(), figures: 0, worst: 0, failed: [] };
      rows.set(key, row);
      row.cases.add(testCase.id);
      row.figures += 1;
      row.worst = Math.max(row.worst, deviation.share);
      if (!(deviation.share <= 1)) row.failed.push({ id: testCase.id, deviation });
    }
  }
  print(file, cases.length, rows);
}

function print(file: string, cases: number, rows: ReadonlyMap<string, Row>): void {
  console.log(`\n${basename(file)}: ${cases} cases`);
  const width = Math.max(8, ...[...rows.keys()].map((key) => key.length));
  const line = (key: string, ...cells: string[]) =>
    console.log(`  ${key.padEnd(width)}${cells.map((cell) => cell.padStart(11)).join("")}`);
  line("key", "cases", "figures", "worst", "failures");
  for (const [key, { cases: of, figures, worst, failed }] of rows) {
    line(key, `${of.size}`, `${figures}`, share(worst), `${failed.length}`);
    for (const { id, deviation } of failed) {
      const { path, expected, got } = deviation;
      problems.push(`${basename(file)} ${id} ${path}: expected ${expected}, got ${got}`);
    }
  }
}

/** A deviation as a share of the tolerance. */
function share(value: number): string {
  return Number.isFinite(value) ? value.toPrecision(2) : "not computed";
}
