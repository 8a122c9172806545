/** Writes results of single studies by the properties of their patients, each study by itself. */

import { hasFewPatients } from "#core/evidence/trials.ts";
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { figureTexts, listPrintedPartsOfFigure } from "../words/figures-in-print.ts";
import { nameOutcome } from "../words/outcome-names.ts";
import { contradictionText } from "../words/patient-codes.ts";
import { formatCountWithNoun, joinByCommas } from "../words/sentences.ts";
import { formatSampleSize } from "./uncounted.ts";

/** Names the properties, in the order of a report. */
const titles: Readonly<Record<SubgroupVariable, string>> = {
  age: "By age",
  "prior-lines": "By prior lines",
  "prior-bcma": "By earlier BCMA-directed therapy of any kind",
  "cytogenetic-risk": "By cytogenetic risk",
  "extramedullary-disease": "By extramedullary disease",
  refractoriness: "By refractoriness",
  "extramedullary-burden": "By extramedullary tumour burden",
  "disease-compartment": "In the marrow and outside it",
  ferritin: "By ferritin",
  "renal-function": "By renal function",
  iss: "By stage (ISS or R-ISS)",
  frailty: "By frailty",
  race: "By race and ethnicity",
};

/** Lists for every property the studies that report it, CAR-T first, each with its tables. */
export function groupTablesByProperty(tables: readonly SubgroupTable[]) {
  return (Object.keys(titles) as SubgroupVariable[]).map((property) => {
    const studies = groupTablesByStudy(tables.filter(({ variable }) => variable === property));
    return {
      property,
      title: titles[property],
      studies: therapyClasses.flatMap((group) =>
        studies.filter(([first]) => first?.study.therapyClass === group),
      ),
    };
  });
}

/** Returns the levels of one study side by side, as in "Response: ≥ 65: 65 of 75, 86.7 % · < 65: …". */
export function formatSubgroupTableInOneLine({
  outcome,
  definition,
  levels,
}: SubgroupTable): string {
  const name = joinByCommas([nameOutcome(outcome), definition]);
  return `${name}: ${levels.map(describeSubgroupLevel).join(" · ")}`;
}

/** Groups tables by study, in the order in which the studies first occur. */
function groupTablesByStudy(tables: readonly SubgroupTable[]): SubgroupTable[][] {
  const studies = [...new Set(tables.map(({ study }) => study.id))];
  return studies.map((id) => tables.filter(({ study }) => study.id === id));
}

/** Tells whether a level has so few patients that its count stands without a rate. */
function isLevelTooSmallForRate(level: SubgroupLevel): boolean {
  return level.events !== null && hasFewPatients(level);
}

/** Returns the number of patients, as in "31 patients" or "n not reported". */
function formatPatientCount(n: number | null): string {
  return n === null ? formatSampleSize(n) : formatCountWithNoun(n, "patient");
}

const noRate = { percentPrinted: null } as const;

/**
 * Returns the figure of a level, as in `≥ 65: 65 of 75, 86.7 %`; with few patients the count alone, as in `prior BCMA:
 * 7 of 13`; or an effect between two levels.
 */
function describeSubgroupLevel(level: SubgroupLevel): string {
  const { n, effect } = level;
  const figures = listPrintedPartsOfFigure(
    isLevelTooSmallForRate(level) ? { ...level, ...noRate } : level,
  );
  if (effect !== null) {
    const { measure, value, interval, of, against } = effect;
    figures.push(`${figureTexts.effect(measure, value, interval)}, ${of} v ${against}`);
  }
  if (figures.length === 0) figures.push(figureTexts.notPrinted);
  else if (level.events === null || n === null) {
    figures.push(formatPatientCount(n));
  }
  if (level.oddity?.kind === "contradiction") figures.push(contradictionText);
  const text = figures.join(", ");
  return effect !== null && level.patients === "comparison" ? text : `${level.level}: ${text}`;
}
