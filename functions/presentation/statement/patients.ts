/**
 * What is known of patients, for whoever stands before one: whom each trial of a question enrolled, and
 * what single studies report by a property of their patients. It is the same for every patient; which
 * of it concerns one is found where the patient is known, and nobody is asked.
 */

import type { Answer } from "#core/answer/answer.ts";
import type { Enrolling } from "#core/evidence/eligibility.ts";
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";
import { type Enrolled, type LevelOf, othersOf } from "#core/others/subgroups-of-patient.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { type StudyWord, studyWordOf } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productNames } from "../words/product-name.ts";
import { levelText, propertiesIn, tablesByStudy } from "./subgroups.ts";

export interface Patients {
  readonly answerVersion: string;
  readonly noun: StudyWord;
  /** Every part of the trials with a figure in the summary, whichever outcomes are shown. */
  readonly trials: readonly KnownTrial[];
  /** Every property, also one that no study prints. */
  readonly reported: readonly ReportedBy[];
}

interface KnownTrial extends Enrolling {
  /** What it reports of whom it enrolled. */
  readonly text: string;
}

export interface ReportedBy {
  readonly property: SubgroupVariable;
  readonly title: string;
  /** An outcome each, response first: the levels of which can be said whose they are. */
  readonly tables: readonly { readonly name: string; readonly levels: readonly ReportedLevel[] }[];
  /** All that is printed; CAR-T first. */
  readonly studies: readonly ReportedStudy[];
}

export interface ReportedLevel {
  /** Of the studies of the same property. */
  readonly study: number;
  /** "linvoseltamab, ≥ 75", whether it is practice, and what is particular about the figure. */
  readonly level: string;
  readonly of: Exclude<LevelOf, null | "comparison" | false>;
  /** As printed; empty where it is not. */
  readonly value: string;
  /** "12 of 20"; empty without a count. */
  readonly count: string;
  readonly n: string;
  /** Those of the same study, outcome and analysis: "< 75". */
  readonly others: readonly { readonly level: string; readonly value: string }[];
  /** Where the figure was read, among the sources of the study; -1 where that is not said. */
  readonly source: number;
}

export interface ReportedStudy {
  readonly label: string;
  readonly group: TherapyClass;
  /** "trial", "real-world" */
  readonly design: string;
  /** Our record of the same patients. */
  readonly cohort: string | null;
  readonly enrolled: Enrolled;
  /** Whose its results are. */
  readonly of: readonly LevelOf[];
  /** The levels of one study side by side. */
  readonly outcomes: readonly { readonly name: string; readonly text: string }[];
  readonly sources: readonly { readonly citation: string; readonly href: string | null }[];
}

export function patientsOf(
  answer: Answer,
  cohorts: readonly ComputeCohort[],
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
  words: Catalogue,
): Patients {
  const { answerVersion, query, selection } = answer;
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  const counted = trialsCounted(answer, cohorts);
  return {
    answerVersion,
    noun: studyWordOf(query),
    trials: cohorts
      .filter(({ id, trial }) => included.has(id) && counted.has(trial))
      .map(({ id, label, trial, therapyClass, ...cohort }) => ({
        cohort: id,
        label,
        trial,
        therapyClass,
        ageRange: cohort.ageRange,
        priorLinesRange: cohort.priorLinesRange,
        priorBcma: cohort.priorBcma,
        priorBcmaKinds: cohort.priorBcmaKinds,
        text: words.reported.enrolment(cohort),
      })),
    reported: reportedBy(tables, outcomeLabel, words),
  };
}

function trialsCounted({ outcomes }: Answer, cohorts: readonly ComputeCohort[]): Set<string> {
  const counted = new Set(
    outcomes.flatMap(({ pools }) =>
      therapyClasses.flatMap((group) => pools[group].studies.map(({ cohort }) => cohort)),
    ),
  );
  return new Set(cohorts.filter(({ id }) => counted.has(id)).map(({ trial }) => trial));
}

/** By every property, the studies that print it. */
export function reportedBy(
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
  words: Catalogue,
): ReportedBy[] {
  return propertiesIn(words.reported).map((property) => {
    const own = tables.filter(({ variable }) => variable === property);
    const byStudy = tablesByStudy(own);
    const studies = therapyClasses.flatMap((group) =>
      byStudy.filter(([first]) => first?.study.therapyClass === group),
    );
    return {
      property,
      title: words.reported.by[property],
      tables: tablesByOutcome(studies, outcomeLabel, words),
      studies: studies.flatMap((printed) => studyOf(printed, outcomeLabel, words)),
    };
  });
}

/** Medians and percentages of one outcome are two tables. */
function tablesByOutcome(
  studies: readonly (readonly SubgroupTable[])[],
  outcomeLabel: (id: string) => string,
  { reported, printed }: Catalogue,
): ReportedBy["tables"] {
  const found = new Map<string, ReportedLevel[]>();
  const all = studies.flatMap((tables, index) => {
    const sources = sourcesOf(tables);
    return tables.map((table) => ({ table, index, sources }));
  });
  const responseFirst = all.sort((a, b) => rankOf(a.table) - rankOf(b.table));
  for (const { table, index, sources } of responseFirst) {
    const { study, outcome, definition, variable, levels } = table;
    for (const one of levels) {
      const { patients: of, medianMonths, events, n, source } = one;
      // Those without the property stand beside those with it.
      if (of === null || of === "comparison" || of === false) continue;
      const unit = medianMonths === null ? reported.percent : reported.months;
      const name = unit(outcomeLabel(outcome));
      const alike = levels.filter(
        (level) => (level.medianMonths === null) === (medianMonths === null),
      );
      const level: ReportedLevel = {
        study: index,
        level: [
          productNames(study.products),
          nameOf(variable, one, reported),
          reported.design[study.evidence ?? "unknown"],
          definition,
          // It is a link otherwise.
          source?.href === null && study.cohort === null && source.citation,
        ]
          .filter(Boolean)
          .join(", "),
        of,
        value: figureIn(one, printed),
        count: events === null || n === null ? "" : printed.counted(events, n),
        n: n === null ? "" : printed.plain(n),
        others: othersOf(one, alike)
          .map((other) => ({
            level: nameOf(variable, other, reported),
            value: figureIn(other, printed),
          }))
          .filter(({ value }) => value !== ""),
        source: sources.findIndex(({ citation }) => citation === source?.citation),
      };
      found.set(name, [...(found.get(name) ?? []), level]);
    }
  }
  return [...found].map(([name, levels]) => ({ name, levels }));
}

/** Of earlier therapy it is a bare yes or no, so its own words say after what. */
function nameOf(
  variable: SubgroupVariable,
  { level, wording, patients }: SubgroupLevel,
  { without }: Catalogue["reported"],
): string {
  if (variable !== "prior-bcma") return level;
  return patients === false ? without(wording) : wording;
}

function figureIn(
  { medianMonths, percentPrinted }: SubgroupLevel,
  { plain }: Catalogue["printed"],
): string {
  const value = medianMonths ?? percentPrinted;
  return value === null ? "" : plain(value);
}

const rankOf = ({ outcome, study }: SubgroupTable) =>
  (outcome === "orr" ? 0 : 2) + therapyClasses.indexOf(study.therapyClass);

function studyOf(
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
  words: Catalogue,
): ReportedStudy[] {
  const [first] = tables;
  if (!first) return [];
  const { label, therapyClass: group, evidence, cohort, enrolled } = first.study;
  const levels = tables.flatMap((table) => table.levels);
  return [
    {
      label,
      group,
      design: words.reported.evidence[evidence ?? "unknown"],
      cohort,
      enrolled,
      of: [...new Map(levels.map(({ patients }) => [JSON.stringify(patients), patients])).values()],
      outcomes: tables.map(({ outcome, definition, levels: own }) => ({
        name: [outcomeLabel(outcome), definition].filter(Boolean).join(", "),
        text: own.map((level) => levelText(level, words)).join(" · "),
      })),
      sources: sourcesOf(tables),
    },
  ];
}

function sourcesOf(tables: readonly SubgroupTable[]) {
  const sources = tables.flatMap(({ levels }) => levels.flatMap(({ source }) => source ?? []));
  return [...new Map(sources.map((source) => [source.citation, source])).values()].map(
    ({ citation, href }) => ({ citation, href }),
  );
}
