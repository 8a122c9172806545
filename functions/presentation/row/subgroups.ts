/** Results of single studies by the properties of their patients, in words; each by itself. */

import { isOfFew } from "#core/evidence/small-trials.ts";
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { printed } from "../words/figures-in-print.ts";
import { contradicted } from "../words/patient-codes.ts";
import { reported } from "../words/subgroups.ts";
import { printedFigure } from "./printed-figure.ts";

export interface ReportedBy {
  readonly property: SubgroupVariable;
  readonly title: string;
  /** CAR-T first. */
  readonly studies: readonly ReportedStudy[];
}

export interface ReportedStudy {
  readonly label: string;
  readonly group: TherapyClass;
  /** "trial", "real-world" */
  readonly design: string;
  /** Our record of the same patients. */
  readonly cohort: string | null;
  /** The levels of one study side by side. */
  readonly outcomes: readonly { readonly name: string; readonly text: string }[];
  readonly sources: readonly { readonly citation: string; readonly href: string | null }[];
}

/** By every property, the studies that report it. */
export function reportedBy(
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
): ReportedBy[] {
  return propertiesIn().map((property) => {
    const studies = tablesByStudy(tables.filter(({ variable }) => variable === property));
    return {
      property,
      title: reported.by[property],
      studies: therapyClasses.flatMap((group) =>
        studies
          .filter(([first]) => first?.study.therapyClass === group)
          .flatMap((own) => studyOf(own, outcomeLabel)),
      ),
    };
  });
}

function studyOf(
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
): ReportedStudy[] {
  const [first] = tables;
  if (!first) return [];
  const { label, therapyClass: group, evidence, cohort } = first.study;
  const sources = tables.flatMap(({ levels }) => levels.flatMap(({ source }) => source ?? []));
  return [
    {
      label,
      group,
      design: reported.evidence[evidence ?? "unknown"],
      cohort,
      outcomes: tables.map(({ outcome, definition, levels }) => ({
        name: [outcomeLabel(outcome), definition].filter(Boolean).join(", "),
        text: levels.map((level) => levelText(level)).join(" · "),
      })),
      sources: [...new Map(sources.map((source) => [source.citation, source])).values()].map(
        ({ citation, href }) => ({ citation, href }),
      ),
    },
  ];
}

/** Every property, in the order in which they are shown. */
function propertiesIn(): SubgroupVariable[] {
  return Object.keys(reported.by) as SubgroupVariable[];
}

/** The tables of each study together, in the order in which the studies come first. */
export function tablesByStudy<T extends SubgroupTable>(tables: readonly T[]): T[][] {
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
