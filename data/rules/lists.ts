import type { Evidence, Problem } from "../evidence.ts";
import { makeLandmarkId, parseLandmarkMonth, parseSurvivalFamily } from "../survival.ts";
import { harmGroups, therapyClasses } from "../vocabulary.ts";
import { collectIds, listItemsWithPaths, ProblemList } from "./report.ts";

/** Checks that documents to open are about cohorts and outcomes that there are. */
export function checkDocumentsToOpen({ documents, cohorts, outcomes }: Evidence): Problem[] {
  const list = new ProblemList("data/documents.json");
  for (const [at, document] of listItemsWithPaths("", documents)) {
    list.expectEach(`${at}.cohorts`, "cohort", document.cohorts, collectIds(cohorts));
    list.expectEach(`${at}.outcomes`, "outcome", document.outcomes, collectIds(outcomes));
  }
  return list.problems;
}

/** Checks that the address of a search asks for what is written as its query, because readers are shown the query. */
export function checkSearches({ searches }: Evidence): Problem[] {
  const list = new ProblemList("data/searches.json");
  for (const [source, listed] of Object.entries(searches.sources)) {
    for (const [at, { query, address }] of listItemsWithPaths(`sources.${source}`, listed)) {
      const asked = address === null ? [] : [...new URL(address).searchParams.values()];
      for (const words of asked.filter((value) => !query?.includes(value))) {
        list.add(`${at}.query`, "search-address-agrees", `its address asks for ${words}`);
      }
    }
  }
  return list.problems;
}

/**
 * Checks that ids are unique. Whether presets are valid questions is tested by `test/unit/data/collections.test.ts`,
 * because the parser of questions is above `data/`.
 */
export function checkPresets({ presets }: Evidence): Problem[] {
  const list = new ProblemList("data/presets.json");
  for (const [at, { id }] of listItemsWithPaths("", presets)) {
    list.expectOnce(`${at}.id`, "preset-unique", id, `"${id}" is defined twice`);
  }
  return list.problems;
}

/** Checks that each part is signed once, and that a signed cohort is one that there is. */
export function checkReviews({ reviews, cohorts }: Evidence): Problem[] {
  const list = new ProblemList("data/review.json");
  for (const [at, { part }] of listItemsWithPaths("reviews", reviews)) {
    list.expectOnce(`${at}.part`, "review-unique", part, `${part}: twice`);
    if (!part.includes(" ")) list.expect(`${at}.part`, "cohort", part, collectIds(cohorts));
  }
  return list.problems;
}

export function checkOutcomes({ outcomes }: Evidence): Problem[] {
  const list = new ProblemList("data/outcomes.json");
  const outcomeIds = collectIds(outcomes);
  const positions = new Map<number, string>();
  for (const [at, outcome] of listItemsWithPaths("", outcomes)) {
    const { id, label, kind, partOf, summary, appliesTo, notFor, severe } = outcome;
    const { timeDependent, observed } = outcome;
    list.expectOnce(`${at}.id`, "outcome-unique", id, `"${id}" is defined twice`);
    const first = outcomes.find((candidate) => candidate.label === label);
    if (first && first.id !== id) {
      list.add(`${at}.label`, "outcome-unique", `"${first.id}" is called "${label}", too`);
    }
    const { preventedBy, broader, narrower } = outcome;
    const linked = { partOf, preventedBy, broader, narrower, "severe.fatal": severe?.fatal };
    for (const [field, named] of Object.entries(linked)) {
      if (named != null) list.expect(`${at}.${field}`, "outcome", named, outcomeIds);
    }
    const family = parseSurvivalFamily(id);
    const isNamed =
      family !== null && id === makeLandmarkId({ family, month: parseLandmarkMonth(id) });
    if ((kind === "landmark") !== isNamed) {
      const message = "a landmark is named family-month, and nothing else is";
      list.add(`${at}.kind`, "landmark-id", message);
    }
    if (appliesTo.length < therapyClasses.length !== (notFor !== null)) {
      const message = "says why a class cannot have it, where one cannot, and nowhere else";
      list.add(`${at}.notFor`, "not-for-reason", message);
    }
    if (timeDependent !== (observed !== null)) {
      const message = "says how long patients are observed, where time matters, and nowhere else";
      list.add(`${at}.observed`, "observed-agrees", message);
    }
    if (summary === null) continue;
    const holder = positions.get(summary);
    if (holder !== undefined) {
      const message = `"${holder}" has position ${summary} too`;
      list.add(`${at}.summary`, "summary-position-unique", message);
    }
    positions.set(summary, id);
  }
  addHarmGroupProblems(outcomes, list);
  return list.problems;
}

/**
 * Checks which outcomes have a group of harms, that a part is in the group of its whole, and that harms stand in the
 * order of the groups, which is that of every screen.
 */
function addHarmGroupProblems(outcomes: Evidence["outcomes"], list: ProblemList): void {
  const outcomeOf = (id: string | null | undefined) =>
    outcomes.find((outcome) => outcome.id === id);
  let last: HarmGroup | undefined;
  for (const [at, { group, direction, harmGroup, partOf, severe }] of listItemsWithPaths(
    "",
    outcomes,
  )) {
    const isOfTreatment = group !== "efficacy" && direction === "harm";
    const whole = group === "toxicity" ? outcomeOf(partOf) : undefined;
    const deaths = outcomeOf(severe?.fatal);
    const wrong = [
      group === "toxicity" &&
        harmGroup === undefined &&
        "every toxicity has one: first-weeks, infection, blood-counts, mouth-skin or late",
      harmGroup !== undefined && !isOfTreatment && "only a harm of treatment has one",
      whole && whole.harmGroup !== harmGroup && `another than "${whole.id}", of which it is a part`,
      deaths && deaths.harmGroup !== "deaths" && `"${deaths.id}", its deaths, is not in "deaths"`,
      isEarlierHarmGroup(harmGroup, last) &&
        `harms stand in the order of the groups, but one of "${last}" is above`,
    ];
    if (isOfTreatment) last = harmGroup ?? last;
    const message = wrong.find((text) => typeof text === "string");
    if (message) list.add(`${at}.harmGroup`, "harm-group", message);
  }
}

type HarmGroup = (typeof harmGroups)[number];

function isEarlierHarmGroup(group: HarmGroup | undefined, last: HarmGroup | undefined): boolean {
  return (
    group !== undefined &&
    last !== undefined &&
    harmGroups.indexOf(group) < harmGroups.indexOf(last)
  );
}

/** Checks that releases are newest first, and that the withdrawn data follow from them. */
export function checkReleases({ changes }: Evidence): Problem[] {
  const { releases, minimumDataVersion } = changes;
  const list = new ProblemList("data/changes.json");
  releases.forEach(({ date, version }, index) => {
    const at = `releases[${index}]`;
    const message = `"${version}" was released already`;
    list.expectOnce(`${at}.version`, "release-unique", version, message);
    const newer = releases[index - 1];
    if (newer && date > newer.date) {
      list.add(`${at}.date`, "release-order", "is later than the release above it; newest first");
    }
  });
  // Checks that the withdrawn data follow from the newest release that corrects a wrong number.
  const correcting = releases.find(({ corrects }) => corrects !== undefined) ?? releases.at(-1);
  if (correcting && correcting.version !== minimumDataVersion) {
    const message = `is not "${correcting.version}", the newest release that corrects a wrong number, or else the first one`;
    list.add("minimumDataVersion", "recall", message);
  }
  return list.problems;
}
