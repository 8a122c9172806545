/** Results of single studies by the properties of their patients, in words; each by itself. */
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";

import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import type { Catalogue, ReportedWords } from "../words/catalogue.ts";
import { printedFigure } from "./printed-figure.ts";

/** Every property, in the order in which they are shown. */
export function propertiesIn({ by }: Pick<ReportedWords, "by">): SubgroupVariable[] {
  return Object.keys(by) as SubgroupVariable[];
}

/** The tables of each study together, in the order in which the studies come first. */
export function tablesByStudy<T extends SubgroupTable>(tables: readonly T[]): T[][] {
  const studies = [...new Set(tables.map(({ study }) => study.id))];
  return studies.map((id) => tables.filter(({ study }) => study.id === id));
}

/** `≥ 65: 65 of 75, 86.7 %`, or an effect between two levels with its interval. */
export function levelText(
  level: SubgroupLevel,
  { reported: words, printed }: Pick<Catalogue, "reported" | "printed">,
): string {
  const { n, effect } = level;
  const figures = printedFigure(level, { printed });
  if (effect !== null) {
    const { measure, value, interval, of, against } = effect;
    figures.push(words.effect(printed.effect(measure, value, interval), of, against));
  }
  if (figures.length === 0) figures.push(printed.notPrinted);
  else if (level.events === null || n === null) {
    figures.push(n === null ? words.nNotPrinted : words.patients(n));
  }
  const text = figures.join(", ");
  return effect !== null && level.patients === "comparison" ? text : `${level.level}: ${text}`;
}
