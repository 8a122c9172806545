/** Rules about lists of which there is one file each. */
import type { Evidence, Problem } from "../evidence.ts";
import { cohortContent } from "../review-content.ts";
import { ProblemList } from "./report.ts";

/** Documents to open are about cohorts and outcomes that there are. */
export function documentProblems({ documents, cohorts, outcomes }: Evidence): Problem[] {
  const list = new ProblemList("data/documents.json");
  const carried = new Set(cohorts.map(({ id }) => id));
  const known = new Set(outcomes.map(({ id }) => id));
  documents.forEach((document, index) => {
    document.cohorts.forEach((id, place) => {
      if (carried.has(id)) return;
      list.add(`[${index}].cohorts[${place}]`, "cohort-exists", `no cohort "${id}"`);
    });
    document.outcomes.forEach((id, place) => {
      if (known.has(id)) return;
      list.add(`[${index}].outcomes[${place}]`, "outcome-exists", `no outcome "${id}"`);
    });
  });
  return list.problems;
}

/**
 * Presets have unique ids. Whether their queries are valid is checked by
 * `test/unit/data/presets.test.ts`, because the query parser is above `data/` and cannot be
 * imported here.
 */
export function presetProblems({ presets }: Evidence): Problem[] {
  const list = new ProblemList("data/presets.json");
  const ids = new Set<string>();
  presets.forEach(({ id }, index) => {
    if (ids.has(id)) list.add(`[${index}].id`, "preset-unique", `"${id}" is defined twice`);
    ids.add(id);
  });
  return list.problems;
}

/** What a health record is recognised by has sources, and follows the products. */
export function recognitionProblems({ recognition, products }: Evidence): Problem[] {
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
    for (const index of sources) {
      if (index < recognition.sources.length) continue;
      list.add(`${at}.sources`, "source-exists", `source ${index} does not exist`);
    }
  }
  const { names, alsoTherapy } = recognition.lymphodepletion;
  const known = new Set([...names, ...alsoTherapy]);
  for (const { slug, dosing } of products) {
    for (const { agent } of dosing.lymphodepletion?.value.agents ?? []) {
      if (known.delete(agent) || names.includes(agent) || alsoTherapy.includes(agent)) continue;
      list.add("lymphodepletion", "lymphodepletion-known", `"${agent}" of ${slug} is not in it`);
    }
  }
  for (const name of known) {
    list.add("lymphodepletion", "lymphodepletion-known", `no product has "${name}"`);
  }
  return list.problems;
}

/**
 * Each cohort is reviewed once, and the data count as reviewed only as long as every cohort and the
 * rules are, as they are now.
 */
export function reviewProblems({ review, reviews, cohorts }: Evidence): Problem[] {
  const list = new ProblemList("data/review.json");
  const reviewed = new Set<string | null>();
  reviews.forEach(({ cohort }, index) => {
    const at = `reviews[${index}].cohort`;
    if (reviewed.has(cohort)) list.add(at, "review-unique", `${cohort ?? "the rules"}: twice`);
    reviewed.add(cohort);
    if (cohort !== null && !cohorts.some(({ id }) => id === cohort)) {
      list.add(at, "cohort-exists", `no cohort "${cohort}"`);
    }
  });
  if (review.status === "not-reviewed") return list.problems;
  const lacking = cohorts.filter(
    (cohort) =>
      !reviews.some((one) => one.cohort === cohort.id && one.content === cohortContent(cohort)),
  );
  const names = [...lacking.map(({ id }) => id), ...(reviewed.has(null) ? [] : ["the rules"])];
  if (names.length > 0) {
    list.add("status", "review-complete", `not reviewed as they are now: ${names.join(", ")}`);
  }
  return list.problems;
}
