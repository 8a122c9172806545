import type { Evidence, Problem } from "../evidence.ts";
import { familyOf, landmarkOutcome, monthOf } from "../landmarks.ts";
import { cohortContent, reviewStatement } from "../review-content.ts";
import type { Changes } from "../schema.ts";
import { therapyClasses } from "../vocabulary.ts";
import { ProblemList } from "./report.ts";

/** Documents to open are about cohorts and outcomes that there are. */
export function documentProblems({ documents, cohorts, outcomes }: Evidence): Problem[] {
  const list = new ProblemList("data/documents.json");
  const carried = new Set(cohorts.map(({ id }) => id));
  const known = new Set(outcomes.map(({ id }) => id));
  documents.forEach((document, index) => {
    document.cohorts.forEach((id, place) => {
      list.expect(`[${index}].cohorts[${place}]`, "cohort", id, carried);
    });
    document.outcomes.forEach((id, place) => {
      list.expect(`[${index}].outcomes[${place}]`, "outcome", id, known);
    });
  });
  return list.problems;
}

/**
 * Unique ids. `test/unit/data/presets.test.ts` asks the parser of queries, which is above `data/`.
 */
export function presetProblems({ presets }: Evidence): Problem[] {
  const list = new ProblemList("data/presets.json");
  const ids = new Set<string>();
  presets.forEach(({ id }, index) => {
    list.expectOnce(`[${index}].id`, "preset-unique", id, ids, `"${id}" is defined twice`);
  });
  return list.problems;
}

/** What a health record is recognised by has sources. */
export function recognitionProblems({ recognition }: Evidence): Problem[] {
  const list = new ProblemList("data/recognition.json");
  const sourced = [
    ...recognition.myeloma.map(({ sources }, index) => ({ at: `myeloma[${index}]`, sources })),
    ...recognition.otherBcma.map(({ sources }, index) => ({ at: `otherBcma[${index}]`, sources })),
    { at: "codeSystems", sources: recognition.codeSystems.sources },
    { at: "notClassified", sources: recognition.notClassified.sources },
  ];
  for (const { at, sources } of sourced) {
    if (sources.length === 0)
      list.add(`${at}.sources`, "fact-sourced", "a code or name needs a source");
    for (const index of sources) list.expectSource(`${at}.sources`, index, recognition.sources);
  }
  return list.problems;
}

/** Each cohort is reviewed once; the data are reviewed while every cohort and rule is. */
export function reviewProblems({ review, reviews, cohorts, products }: Evidence): Problem[] {
  const list = new ProblemList("data/review.json");
  const known = new Set(cohorts.map(({ id }) => id));
  const reviewed = new Set<string>();
  reviews.forEach(({ cohort, labels }, index) => {
    const at = `reviews[${index}].cohort`;
    const what = cohort ?? (labels ? "the labels" : "the rules");
    if (reviewed.has(what)) list.add(at, "review-unique", `${what}: twice`);
    reviewed.add(what);
    if (cohort !== null) list.expect(at, "cohort", cohort, known);
  });
  const statement = reviewStatement({ cohorts, products, reviews });
  if (review.statement !== statement) {
    list.add("statement", "review-statement", `what was signed makes it: ${statement}`);
  }
  if (review.status === "not-reviewed") return list.problems;
  const lacking = cohorts.filter(
    (cohort) =>
      !reviews.some((one) => one.cohort === cohort.id && one.content === cohortContent(cohort)),
  );
  const names = [
    ...lacking.map(({ id }) => id),
    ...(reviewed.has("the rules") ? [] : ["the rules"]),
  ];
  if (names.length > 0) {
    list.add("status", "review-complete", `not reviewed as they are now: ${names.join(", ")}`);
  }
  return list.problems;
}

export function outcomeProblems({ outcomes }: Evidence): Problem[] {
  const list = new ProblemList("data/outcomes.json");
  const known = new Set(outcomes.map(({ id }) => id));
  const ids = new Set<string>();
  const positions = new Map<number, string>();
  outcomes.forEach(({ id, kind, partOf, summary, appliesTo, notFor, ...others }, index) => {
    const at = `[${index}]`;
    list.expectOnce(`${at}.id`, "outcome-unique", id, ids, `"${id}" is defined twice`);
    const { preventedBy = null, broader = null, severe } = others;
    const linked = { partOf, preventedBy, broader, "severe.fatal": severe?.fatal ?? null };
    for (const [field, named] of Object.entries(linked)) {
      if (named !== null) list.expect(`${at}.${field}`, "outcome", named, known);
    }
    const family = familyOf(id);
    const isNamed = family !== null && id === landmarkOutcome({ family, month: monthOf(id) });
    if ((kind === "landmark") !== isNamed) {
      list.add(
        `${at}.kind`,
        "landmark-id",
        "a landmark is named family-month, and nothing else is",
      );
    }
    if (appliesTo.length < therapyClasses.length !== (notFor !== null)) {
      list.add(
        `${at}.notFor`,
        "not-for-reason",
        "says why a class cannot have it, where one cannot, and nowhere else",
      );
    }
    if (summary === null) return;
    const other = positions.get(summary);
    if (other !== undefined) {
      list.add(
        `${at}.summary`,
        "summary-position-unique",
        `"${other}" has position ${summary} too`,
      );
    }
    positions.set(summary, id);
  });
  harmGroupsFit(outcomes, list);
  return list.problems;
}

/** Which outcomes have a group of harms, and that what belongs together is not told in two of them. */
function harmGroupsFit(outcomes: Evidence["outcomes"], list: ProblemList): void {
  const named = (id: string | null | undefined) => outcomes.find((one) => one.id === id);
  outcomes.forEach(({ group, direction, harmGroup, partOf, severe }, index) => {
    const expect = (isRight: boolean, message: string) => {
      if (!isRight) list.add(`[${index}].harmGroup`, "harm-group", message);
    };
    expect(group !== "toxicity" || harmGroup !== undefined, "every toxicity has one");
    expect(
      harmGroup === undefined || (group !== "efficacy" && direction === "harm"),
      "only a harm of treatment has one",
    );
    const whole = group === "toxicity" ? named(partOf) : undefined;
    expect(
      whole === undefined || whole.harmGroup === harmGroup,
      `another than "${whole?.id}", of which it is a part`,
    );
    const deaths = named(severe?.fatal);
    expect(
      deaths === undefined || deaths.harmGroup === harmGroup,
      `another than "${deaths?.id}", its deaths`,
    );
  });
}

/** Releases are newest first. */
export function changesProblems({ changes }: Evidence): Problem[] {
  const { releases } = changes;
  const list = new ProblemList("data/changes.json");
  const versions = new Set<string>();
  releases.forEach(({ date, version }, index) => {
    const at = `releases[${index}]`;
    const message = `"${version}" was released already`;
    list.expectOnce(`${at}.version`, "release-unique", version, versions, message);
    const newer = releases[index - 1];
    if (newer && date > newer.date) {
      list.add(`${at}.date`, "release-order", "is later than the release above it; newest first");
    }
  });
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
