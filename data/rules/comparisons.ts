/** Rules for `data/comparisons/`: sides, products and cohorts that are named must exist. */
import type { Evidence, Problem } from "../evidence.ts";
import type { ComparisonStudyFile } from "../schema.ts";
import { ProblemList } from "./report.ts";
import { productsProblems, reportedProblems } from "./reported.ts";

export function comparisonProblems(evidence: Evidence): Problem[] {
  return evidence.comparisons.flatMap((study) => {
    const list = new ProblemList(`data/comparisons/${study.id}.json`);
    sides(study, evidence, list);
    namedSides(study, list);
    reportedProblems(
      study,
      ({ of, against, outcome, definition, effect }) => [
        of,
        against,
        outcome,
        definition,
        effect?.measure ?? null,
      ],
      evidence,
      list,
    );
    return list.problems;
  });
}

function sides({ sides }: ComparisonStudyFile, evidence: Evidence, list: ProblemList): void {
  sides.forEach(({ id, therapyClass, products, cohorts }, index) => {
    const at = `sides[${index}]`;
    if (sides.findIndex((other) => other.id === id) !== index) {
      list.add(`${at}.id`, "side-exists", `"${id}" names two sides`);
    }
    productsProblems(products, therapyClass, `${at}.products`, evidence, list);
    cohorts.forEach((cohort, place) => {
      if (!evidence.cohorts.some((known) => known.id === cohort)) {
        list.add(`${at}.cohorts[${place}]`, "cohort-exists", `no cohort "${cohort}"`);
      }
    });
  });
}

/** An effect needs two different sides of the study. */
function namedSides({ sides, figures }: ComparisonStudyFile, list: ProblemList): void {
  const exists = (id: string): boolean => sides.some((side) => side.id === id);
  figures.forEach(({ of, against, effect, favours }, index) => {
    const at = `figures[${index}]`;
    if (!exists(of)) list.add(`${at}.of`, "side-exists", `no side "${of}"`);
    if (against === null) {
      if (effect || favours) {
        list.add(`${at}.against`, "side-exists", "an effect needs a side to be measured against");
      }
    } else if (!exists(against) || against === of) {
      list.add(`${at}.against`, "side-exists", `no other side "${against}"`);
    }
  });
}
