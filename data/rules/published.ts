/** Rules about the results of published meta-analyses, and the sets of cohorts they pooled. */
import type { Evidence, Problem } from "../evidence.ts";
import type { PublishedFile, PublishedResult } from "../schema.ts";
import { ProblemList } from "./report.ts";

export function publishedProblems({ published, cohorts, outcomes }: Evidence): Problem[] {
  const carried = new Set(cohorts.map(({ id }) => id));
  const known = new Set(outcomes.map(({ id }) => id));
  return published.flatMap((entry) => {
    const list = new ProblemList(`data/published/${entry.id}.json`);
    entry.results.forEach((result, index) => {
      const at = `results[${index}]`;
      if (result.outcome !== null) list.expect(`${at}.outcome`, "outcome", result.outcome, known);
      if (outsideItsInterval(result) && result.oddity === null) {
        list.add(
          `${at}.intervalPercent`,
          "interval-holds-estimate",
          `${result.estimatePercent} outside ${result.intervalPercent}; say so in "oddity" if it is printed like that`,
        );
      }
    });
    scopes(entry, list);
    pinnedYears(entry, list);
    const seen = new Set<string>();
    entry.set?.rows?.forEach(({ cohort }, index) => {
      const at = `set.rows[${index}].cohort`;
      if (cohort === null) return;
      list.expect(at, "cohort", cohort, carried);
      list.expectOnce(at, "set-cohort-unique", cohort, seen, `"${cohort}" is named twice`);
    });
    return list.problems;
  });
}

/** Whether the estimate is outside its interval, or the interval is no range of percentages. */
function outsideItsInterval({ estimatePercent, intervalPercent }: PublishedResult): boolean {
  if (estimatePercent === null || intervalPercent === null) return false;
  const [lower, upper] = intervalPercent;
  return estimatePercent < lower || estimatePercent > upper || lower < 0 || upper > 100;
}

/** A set whose cohorts are not public may pool nothing that its search cannot have found. */
function pinnedYears({ set, searchedTo, year }: PublishedFile, list: ProblemList): void {
  if (set === null || set.rows !== null) return;
  const end = searchedTo?.slice(0, 4) ?? String(year);
  const [, last = ""] = (set.pins.year ?? "").split("-");
  if (last === "" || Number(last) > Number(end)) {
    list.add("set.pins.year", "pinned-to-search", `must end in ${end} at the latest`);
  }
}

/** A part entered as the whole class is found, because the class has a result already. */
function scopes({ results, searchedTo, year }: PublishedFile, list: ProblemList): void {
  if (searchedTo !== null && year !== null && Number(searchedTo.slice(0, 4)) > year) {
    list.add("searchedTo", "search-before-publication", `${searchedTo} is after ${year}`);
  }
  const classes = new Set<string>();
  results.forEach(({ outcome, therapyClass, scope, ask }, index) => {
    const at = `results[${index}].scope`;
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
    // Results for several other diseases have the same scope; none of them stands beside ours.
    if (group !== "class" || outcome === null || disease === "other") return;
    const key = JSON.stringify([outcome, therapyClass, disease, target, priorLines, evidence]);
    const message = "a second whole class of the same scope";
    list.expectOnce(`${at}.group`, "scope-class-unique", key, classes, message);
  });
}
