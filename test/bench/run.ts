/**
 * `npm run bench`: prints the measurements that have budgets, and the machine they were measured on. A row over
 * its budget says why. `-- --metafor` fits the same models with metafor in the same run.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import {
  measureBundleSizes,
  measurePartSize,
  sizeLimits,
  type Weight,
} from "../../.dev/check/bundle-size.ts";
import { runNode } from "../../.dev/run.ts";
import { type Server, startServer } from "../../.dev/serve/serve.ts";
import { build } from "../support/build.ts";
import { inFormat } from "../support/in-format.ts";
import { cpuTimes, widestQuestions } from "./cpu.ts";
import { liveHeap } from "./heap.ts";
import { timesOfRow } from "./metafor-row.ts";
import { installR, timesOfMetafor } from "./metafor-times.ts";
import { embedLoading, loadingBudgets, repaintTimes } from "./phone.ts";
import { statisticsTimes } from "./statistics.ts";

const newIsolate = "a new isolate takes 5 to 8 ms for /healthz alone, by the hour of the machine";

/** Gives the reasons why a row may be over its budget. */
const because = {
  "first-time build": "other work on this machine; alone it takes half of it",
  "random widest questions":
    "sixty outcomes of all cohorts take 100 to 280 new fits and 90 to 290 contrasts, most of them without a trial or drug in turn",
  "Bayesian pools and contrast, 26 cohorts":
    "the same build takes 0.9 to 1.7 ms from one minute of a machine to another",
  "/embed": newIsolate,
  "/embed, a filter made at build": newIsolate,
} as const;

/** Returns why a value is over its budget; empty if it is within the budget, or has none. */
function note(what: string, measured: number, budget: number | null | undefined): string {
  if (budget == null || measured <= budget) return "";
  const reasons: Readonly<Record<string, string>> = because;
  return `over: ${reasons[what] ?? "not known"}`;
}

build();
console.log(`\n${machine()}\n`);
await table(["first-time build", "time", "budget", "note"], firstBuild);

const server = await startServer();
await table(["transferred", "bytes", "gzipped", "budget", "note"], async () =>
  [...(await measureBundleSizes()), ...(await answerWeights(server))].map(weightRow),
);
await table(["statistics, one analysis", "CPU", "budget", "note"], async () =>
  (await statisticsTimes()).map(({ what, time, budget }) => [
    what,
    `${time.toFixed(3)} ms`,
    budget === null ? "" : `${budget} ms`,
    note(what, time, budget),
  ]),
);
if (process.argv.includes("--metafor")) await compareWithMetafor();
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
  [
    "tap to painted, 4× slower processor, 4G (10 Mbit/s, 40 ms)",
    "median",
    "95 %",
    "budget",
    "runs",
    "note",
  ],
  async () =>
    (await repaintTimes(server.url)).map(({ what, median, p95, budget, runs }) => [
      what,
      milliseconds(median),
      milliseconds(p95),
      `${budget} ms`,
      String(runs),
      note(what, median, budget),
    ]),
);
await server.dispose();

await table(["heap of an isolate, live", "MB", "budget", "note"], async () => {
  const { before, after, requests } = await liveHeap();
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const budget = 64e6;
  return [
    ["before the first question", megabytes(before), "", ""],
    [
      `after ${requests} usual questions`,
      ...[megabytes(after), megabytes(budget), note("heap", after, budget)],
    ],
  ];
});

await table(
  [
    "CPU of the server thread, nothing remembered of the answer",
    ...["warm", "budget", "most", "new isolate", "budget", "note"],
  ],
  async () =>
    (await cpuTimes()).map(({ what, warm, most, fresh, budget }) => [
      what,
      ...[milliseconds(warm), limit(budget?.warm), milliseconds(most)],
      ...[milliseconds(fresh), limit(budget?.fresh)],
      note(what, warm, budget?.warm) || note(what, fresh, budget?.fresh),
    ]),
);

await table(
  [
    "random widest questions",
    "answered",
    "refused",
    "median",
    "95 %",
    "most",
    "budget of 95 %",
    "note",
  ],
  async () => {
    const { answered, refused, median, p95, most: slowest, dearest } = await widestQuestions();
    console.log(`The dearest: ${dearest}\n`);
    const times = [median, p95, slowest].map(milliseconds);
    const counts = [String(answered), String(refused)];
    const why = note("random widest questions", p95, 100);
    return [["CPU of the server thread", ...counts, ...times, "100 ms", why]];
  },
);

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
  const load = `${availableParallelism()} cores, of which ${(loadavg()[0] ?? 0).toFixed(1)} are busy`;
  return `${date} · ${model} · ${load} · Node ${process.version}`;
}

/**
 * Measures a build in a folder of its own, so that nothing is there yet; each step begins when the steps before it are
 * done.
 */
async function firstBuild(): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), "first-build-"));
  try {
    const { output } = await runNode([".dev/build/build.ts", `--into=${folder}`]);
    const [, whole, steps] = output.match(/Built in ([\d.]+) s \((.*)\)/) ?? [];
    if (whole === undefined || steps === undefined) throw new Error(output);
    const why = note("first-time build", Number(whole), 15);
    return [
      ["all, as many at a time as there are processors", `${whole} s`, "15 s", why],
      ...steps.split(", ").map((step) => {
        const [name = "", time = ""] = step.split(/ (.*)/);
        return [name, time, "", ""];
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareWithMetafor(): Promise<void> {
  const head = [
    "beside metafor",
    "here",
    "metafor",
    "times as fast",
    "at least",
    "estimates differ by",
    "note",
  ];
  try {
    const measured = await timesOfMetafor();
    if (measured === null) {
      console.log(`${installR}\n`);
      return;
    }
    await table(head, async () =>
      measured.map(({ what, ours, metafor, difference }) => {
        const least = what.startsWith("GLMM") ? 100 : null;
        const ratio = metafor / ours;
        return [
          what,
          ...[`${ours.toFixed(3)} ms`, `${metafor.toFixed(1)} ms`, ratio.toFixed(0)],
          ...[least === null ? "" : String(least), difference.toExponential(0)],
          least !== null && ratio < least ? "below" : "",
        ];
      }),
    );
    await table(
      [
        "response with its analyses",
        ...["here, with gathering", "metafor, fits alone", "times as fast"],
        ...["log odds ratios differ by", "versions"],
      ],
      async () => {
        const row = timesOfRow();
        if (row === null) return [];
        return [
          [
            `${row.fits} different fits of the GLMM with class as moderator`,
            ...[milliseconds(row.ours), milliseconds(row.metafor)],
            ...[(row.metafor / row.ours).toFixed(0), row.difference.toExponential(0), row.versions],
          ],
        ];
      },
    );
  } catch (error) {
    console.error("Not measured: beside metafor.\n", error, "\n");
    process.exitCode = 1;
  }
}

/** Answers by view, as the default question has them. */
async function answerWeights({ fetch }: Server): Promise<Weight[]> {
  const views: readonly (readonly [what: string, path: string, budget: number])[] = [
    ["overview, /v1/screen", "/v1/screen", sizeLimits.screen],
    ["harms, /v1/screen?outcome=toxicity", "/v1/screen?outcome=toxicity", sizeLimits.screenOfHarms],
    ["opened row, /v1/screen/orr", "/v1/screen/orr", sizeLimits.openedRow],
    ["patients, /v1/screen/patients", "/v1/screen/patients", sizeLimits.patients],
    ["sheets, /v1/choices", "/v1/choices", sizeLimits.choices],
    ["/embed HTML", "/embed", sizeLimits.embedPage],
    ["/report HTML", "/report", sizeLimits.reportPage],
  ];
  return Promise.all(
    views.map(async ([what, path, budget]) => {
      const answer = await fetch(inFormat(path));
      return measurePartSize(what, answer.ok ? [await answer.text()] : undefined, budget);
    }),
  );
}

function weightRow({ part, raw, gzipped, budget }: Weight): string[] {
  const bytes = (count: number | undefined, missing: string) =>
    count === undefined ? missing : count.toLocaleString("en");
  const why = note(part, gzipped ?? 0, budget);
  return [part, bytes(raw, "not built"), bytes(gzipped, ""), bytes(budget, ""), why];
}

function limit(budget: number | undefined): string {
  return budget === undefined ? "" : `${budget} ms`;
}

function milliseconds(time: number): string {
  return `${time.toFixed(2)} ms`;
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
