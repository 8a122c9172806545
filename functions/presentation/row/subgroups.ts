/** Results of single studies by the properties of their patients, in words; each by itself. */

import { isOfFew } from "#core/evidence/small-trials.ts";
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { printed, printedFigure } from "../words/figures-in-print.ts";
import { contradicted } from "../words/patient-codes.ts";
import { reported } from "../words/subgroups.ts";

/** By every property, the studies that report it, CAR-T first, each with its tables. */
export function reportedBy(tables: readonly SubgroupTable[]) {
  return (Object.keys(reported.by) as SubgroupVariable[]).map((property) => {
    const studies = tablesByStudy(tables.filter(({ variable }) => variable === property));
    return {
      property,
      title: reported.by[property],
      studies: therapyClasses.flatMap((group) =>
        studies.filter(([first]) => first?.study.therapyClass === group),
      ),
    };
  });
}

/** "Response: ≥ 65: 65 of 75, 86.7 % · < 65: …": the levels of one study side by side. */
export function tableText(
  { outcome, definition, levels }: SubgroupTable,
  outcomeLabel: (id: string) => string,
): string {
  const name = [outcomeLabel(outcome), definition].filter(Boolean).join(", ");
  return `${name}: ${levels.map(levelText).join(" · ")}`;
}

/** The tables of each study together, in the order in which the studies come first. */
export function tablesByStudy(tables: readonly SubgroupTable[]): SubgroupTable[][] {
  const studies = [...new Set(tables.map(({ study }) => study.id))];
  return studies.map((id) => tables.filter(({ study }) => study.id === id));
}

/** Of few patients no rate is shown. */
function isCountAlone(level: SubgroupLevel): boolean {
  return level.events !== null && isOfFew(level);
}

const noRate = { percentPrinted: null } as const;

/** `≥ 65: 65 of 75, 86.7 %`, of few patients `prior BCMA: 7 of 13`, or an effect between two levels with its interval. */
function levelText(level: SubgroupLevel): string {
  const { n, effect } = level;
  const figures = printedFigure(isCountAlone(level) ? { ...level, ...noRate } : level);
  if (effect !== null) {
    const { measure, value, interval, of, against } = effect;
    figures.push(reported.effect(printed.effect(measure, value, interval), of, against));
  }
  if (figures.length === 0) figures.push(printed.notPrinted);
  else if (level.events === null || n === null) {
    figures.push(n === null ? reported.nNotPrinted : reported.patients(n));
  }
  if (level.oddity?.kind === "contradiction") figures.push(contradicted);
  const text = figures.join(", ");
  return effect !== null && level.patients === "comparison" ? text : `${level.level}: ${text}`;
}
