/** What metafor takes for the same tasks, measured on this machine in this run. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { counts, firstGroup, type MetaforTask, metaforTasks } from "./statistics-tasks.ts";

export interface MetaforTimes {
  /** `R 4.2.2, metafor 3.8-1, lme4 1.1-31` */
  readonly versions: string;
  /** Milliseconds: the median of 15 runs. */
  readonly medians: Readonly<Record<MetaforTask, number>>;
}

/**
 * Without R there is nothing to compare with: numbers of another machine are no measure of this one.
 *
 * @returns The times, or one line that says why there are none.
 */
export function metaforTimes(program = "Rscript"): MetaforTimes | string {
  const { events, sizes } = counts;
  const { status, stdout, stderr, error } = spawnSync(
    program,
    [join(import.meta.dirname, "metafor.R"), events.join(), sizes.join(), String(firstGroup)],
    { encoding: "utf8" },
  );
  if (error) return `No ratio to metafor: ${program} was not found.`;
  if (status !== 0) return `No ratio to metafor: R says “${stderr.trim().split("\n").at(-1)}”.`;
  return parseTimes(stdout);
}

/**
 * Reads what `metafor.R` prints.
 *
 * @throws Error if a task has no time.
 */
export function parseTimes(output: string): MetaforTimes {
  const [versions = "", ...lines] = output.trim().split("\n");
  const found = new Map(
    lines.map((line) => {
      const [name = "", time = ""] = line.trim().split(" ");
      return [name, Number(time || Number.NaN)];
    }),
  );
  const medianOf = (task: MetaforTask): number => {
    const median = found.get(task) ?? Number.NaN;
    if (!(median > 0)) throw new Error(`metafor.R gave no time for ${task}`);
    return median;
  };
  const medians = Object.fromEntries(metaforTasks.map((task) => [task, medianOf(task)]));
  return { versions, medians: medians as MetaforTimes["medians"] };
}
