/**
 * `npm run bench`: prints the measurements that have budgets, and the machine they were measured
 * on.
 */
import { availableParallelism, cpus } from "node:os";
import { most, type Weight, weigh, weight } from "../../.dev/check/bundle-size.ts";
import { type Server, startServer } from "../../.dev/serve/serve.ts";
import { build } from "../support/build.ts";
import { startBareWorkerd } from "./bare-workerd.ts";
import { cpuTimes, widestQuestions } from "./cpu.ts";
import { embedLoading, loadingBudgets, repaintTimes } from "./phone.ts";
import { statisticsTimes } from "./statistics.ts";
import { constant, throughput } from "./throughput.ts";

build();
const server = await startServer();

console.log(`\n${machine()}\n`);
await table(["transferred", "bytes", "gzipped", "budget"], async () =>
  [...(await weigh()), await embedWeight(server)].map(weightRow),
);
await table(["statistics, one analysis", "median", "budget"], async () =>
  (await statisticsTimes()).map(({ what, median, budget }) => [
    what,
    `${median.toFixed(3)} ms`,
    budget === null ? "" : `${budget} ms`,
  ]),
);
await table(
  [
    "/embed on a slow phone (4× slower processor, slow 4G)",
    ...["first paint", "largest paint", "filters live", "blocking", "shift", "runs"],
  ],
  async () => [
    ...(await embedLoading(server.url)).map(
      ({ what, firstPaint, largestPaint, live, blocking, shift, runs }) => [
        what,
        ...[firstPaint, largestPaint, live, blocking].map((time) => `${time.toFixed(0)} ms`),
        shift.toFixed(3),
        String(runs),
      ],
    ),
    [
      "budget",
      ...["", `${loadingBudgets.largestPaint} ms`, "", `${loadingBudgets.blocking} ms`],
      ...[String(loadingBudgets.shift), ""],
    ],
  ],
);
await table(
  ["filter change to painted, 4× slower processor", "median", "95 %", "budget", "runs"],
  async () =>
    (await repaintTimes(server.url)).map(({ what, median, p95, budget, runs }) => [
      what,
      milliseconds(median),
      milliseconds(p95),
      budget === null ? "" : `${budget} ms`,
      String(runs),
    ]),
);
await server.dispose();

await table(
  ["CPU of the server thread, nothing remembered of the answer", "warm", "most", "new isolate"],
  async () =>
    (await cpuTimes()).map(({ what, warm, most, fresh }) => [
      what,
      ...[warm, most, fresh].map(milliseconds),
    ]),
);

await table(
  ["random widest questions", "answered", "refused", "median", "95 %", "most", "budget"],
  async () => {
    const { answered, refused, median, p95, most: slowest, dearest } = await widestQuestions();
    console.log(`The dearest: ${dearest}\n`);
    const times = [median, p95, slowest].map(milliseconds);
    return [["CPU of the server thread", String(answered), String(refused), ...times, "100 ms"]];
  },
);

await table(
  [
    "requests, one workerd",
    "requests/s",
    "of constant",
    "at least",
    "50 %",
    "95 %",
    "99 %",
    "CPU",
    "CPU above constant",
  ],
  async () => {
    const measured = await measure();
    const base = measured.find(({ name }) => name === constant.name);
    return measured.map(({ name, rate, least, p50, p95, p99, cpu }) => [
      name,
      rate.toFixed(0),
      times(rate / (base?.rate ?? Number.NaN)),
      least === null ? "" : times(least),
      ...[p50, p95, p99].map(milliseconds),
      cpu === null ? "" : milliseconds(cpu),
      cpu === null || !base?.cpu || name === base.name ? "" : milliseconds(cpu - base.cpu),
    ]);
  },
);

async function measure() {
  const workerd = await startBareWorkerd({ withEdgeCache: true });
  try {
    return await throughput(workerd);
  } finally {
    await workerd.stop();
  }
}

/** A table that cannot be measured says why, and the others follow. */
async function table(head: string[], rows: () => Promise<string[][]>): Promise<void> {
  try {
    printTable(head, await rows());
  } catch (error) {
    console.error(`Not measured: ${head[0]}.\n`, error, "\n");
    process.exitCode = 1;
  }
}

function machine(): string {
  const date = new Date().toISOString().slice(0, 10);
  const model = cpus()[0]?.model ?? "unknown processor";
  return `${date} · ${model} · ${availableParallelism()} cores · Node ${process.version}`;
}

async function embedWeight({ fetch }: Server): Promise<Weight> {
  const answer = await fetch("/embed");
  return weight(
    "/embed HTML (the summary)",
    answer.ok ? [await answer.text()] : undefined,
    most.embedPage,
  );
}

function weightRow({ what, raw, gzipped, budget }: Weight): string[] {
  const bytes = (count: number | undefined, missing: string) =>
    count === undefined ? missing : count.toLocaleString("en");
  return [what, bytes(raw, "not built"), bytes(gzipped, ""), bytes(budget, "")];
}

function milliseconds(time: number): string {
  return `${time.toFixed(2)} ms`;
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}

/** Prints a Markdown table, so that the README can quote it. */
function printTable(head: string[], rows: string[][]): void {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  console.log([line(head), line(rule), ...rows.map(line), ""].join("\n"));
}
