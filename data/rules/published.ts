/** Holds rules about the results of published meta-analyses, and the sets of cohorts they pooled. */
import type { Evidence, Problem } from "../evidence.ts";
import type { PublishedFile, PublishedResult } from "../schema.ts";
import {
  checkEntriesOfFolder,
  collectIds,
  isOutsideInterval,
  listItemsWithPaths,
  type ProblemList,
} from "./report.ts";

export function checkPublished({ published, cohorts, outcomes }: Evidence): Problem[] {
  const carried = collectIds(cohorts);
  const outcomeIds = collectIds(outcomes);
  return checkEntriesOfFolder("published", published, (entry, list) => {
    for (const [at, result] of listItemsWithPaths("results", entry.results)) {
      const { outcome, estimatePercent, intervalPercent, oddity } = result;
      if (outcome !== null) list.expect(`${at}.outcome`, "outcome", outcome, outcomeIds);
      if (oddity === null && isEstimateOutsideInterval(result)) {
        const message = `${estimatePercent} outside ${intervalPercent}; say so in "oddity" if it is printed like that`;
        list.add(`${at}.intervalPercent`, "interval-holds-estimate", message);
      }
    }
    addScopeProblems(entry, list);
    addSetYearProblems(entry, list);
    for (const [at, { cohort }] of listItemsWithPaths("set.rows", entry.set?.rows ?? [])) {
      if (cohort === null) continue;
      list.expect(`${at}.cohort`, "cohort", cohort, carried);
      const message = `"${cohort}" is named twice`;
      list.expectOnce(`${at}.cohort`, "set-cohort-unique", cohort, message);
    }
  });
}

/** Returns whether the estimate is outside its interval, or the interval is no range of percentages. */
function isEstimateOutsideInterval({ estimatePercent, intervalPercent }: PublishedResult): boolean {
  if (estimatePercent === null || intervalPercent === null) return false;
  const [lower, upper] = intervalPercent;
  return isOutsideInterval(estimatePercent, intervalPercent) || lower < 0 || upper > 100;
}

/**
 * Checks that a set whose cohorts are not public pools nothing that its search cannot have found.
 */
function addSetYearProblems({ set, searchedTo, year }: PublishedFile, list: ProblemList): void {
  if (set === null || set.rows !== null) return;
  const end = searchedTo?.slice(0, 4) ?? String(year);
  const [, last = ""] = (set.pins.year ?? "").split("-");
  if (last === "" || Number(last) > Number(end)) {
    list.add("set.pins.year", "pinned-to-search", `must end in ${end} at the latest`);
  }
}

/**
 * Checks that a scope agrees with its result; a part entered as the whole class is found, because the class has a
 * result already.
 */
function addScopeProblems({ results, searchedTo, year }: PublishedFile, list: ProblemList): void {
  if (searchedTo !== null && year !== null && Number(searchedTo.slice(0, 4)) > year) {
    list.add("searchedTo", "search-before-publication", `${searchedTo} is after ${year}`);
  }
  for (const [result, { outcome, therapyClass, scope, ask }] of listItemsWithPaths(
    "results",
    results,
  )) {
    const at = `${result}.scope`;
    const { group, definition, disease, target, priorLines, evidence } = scope;
    if ((group === "class" || group === "product") && therapyClass === null) {
      list.add(`${at}.group`, "scope-agrees", `a ${group} needs a therapy class`);
    }
    if (group === "both" && therapyClass !== null) {
      list.add(`${at}.group`, "scope-agrees", `both classes, and of "${therapyClass}"`);
    }
    const divided = Object.keys(ask ?? {}).some((name) => name !== "target");
    if (group === "class" && divided) {
      list.add(`${at}.group`, "scope-agrees", "what must be asked for with a filter is no class");
    }
    if (definition !== null && outcome === null) {
      list.add(`${at}.definition`, "scope-agrees", "there is no outcome of ours to agree with");
    }
    // Results for several other diseases have the same scope; none of them is compared with ours.
    if (group !== "class" || outcome === null || disease === "other") continue;
    const key = JSON.stringify([outcome, therapyClass, disease, target, priorLines, evidence]);
    const message = "a second whole class of the same scope";
    list.expectOnce(`${at}.group`, "scope-class-unique", key, message);
  }
}
