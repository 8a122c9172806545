/** The history of the data: releases newest first, and each row of an effect once. */
import type { Evidence, Problem } from "../evidence.ts";
import type { Changes } from "../schema.ts";
import { ProblemList } from "./report.ts";

export function changesProblems({ changes }: Evidence): Problem[] {
  const { releases, shown } = changes;
  const list = new ProblemList("data/changes.json");
  const versions = new Set<string>();
  releases.forEach(({ date, version, effect }, index) => {
    const at = `releases[${index}]`;
    if (versions.has(version)) {
      list.add(`${at}.version`, "release-unique", `"${version}" was released already`);
    }
    versions.add(version);
    const newer = releases[index - 1];
    if (newer && date > newer.date) {
      list.add(`${at}.date`, "release-order", "is later than the release above it; newest first");
    }
    eachRowOnce(effect, `${at}.effect`, list);
    effect.forEach(({ before, after }, row) => {
      if (JSON.stringify(before) === JSON.stringify(after)) {
        list.add(`${at}.effect[${row}]`, "effect-changes", "is the same before and after");
      }
    });
  });
  eachRowOnce(shown, "shown", list);
  recallProblems(changes, list);
  return list.problems;
}

/** What was withdrawn follows from the newest release that corrects a wrong number. */
function recallProblems({ releases, minimumDataVersion }: Changes, list: ProblemList): void {
  const correcting = releases.find(({ corrects }) => corrects !== undefined) ?? releases.at(-1);
  if (releases.length > 0 && correcting?.version !== minimumDataVersion) {
    list.add(
      "minimumDataVersion",
      "recall",
      `is not "${correcting?.version}", the newest release that corrects a wrong number, or else the first one`,
    );
  }
}

function eachRowOnce(
  rows: readonly { preset: string; outcome: string }[],
  at: string,
  list: ProblemList,
): void {
  const seen = new Set<string>();
  rows.forEach(({ preset, outcome }, index) => {
    const row = `${preset} ${outcome}`;
    if (seen.has(row)) list.add(`${at}[${index}]`, "effect-unique", `"${row}" is there twice`);
    seen.add(row);
  });
}
