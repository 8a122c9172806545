/** Results of single studies by the properties of their patients, in words; each by itself. */
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";

import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import type { ReportedWords } from "../words/catalogue.ts";

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
export function levelText(level: SubgroupLevel, words: ReportedWords): string {
  const { events, n, percentPrinted, medianMonths, interval, effect } = level;
  const counted = events !== null && n !== null;
  const figures = [
    counted && words.counted(events, n),
    percentPrinted !== null && words.percent(percentPrinted),
    medianMonths !== null && words.median(medianMonths),
    interval !== null && words.interval(...interval),
    effect !== null &&
      words.effect(effect.measure, effect.value, effect.interval, effect.of, effect.against),
  ].filter((text) => text !== false);
  if (figures.length === 0) figures.push(words.notPrinted);
  else if (!counted) figures.push(n === null ? words.nNotPrinted : words.patients(n));
  const text = figures.join(", ");
  return effect !== null && level.patients === "comparison" ? text : `${level.level}: ${text}`;
}
