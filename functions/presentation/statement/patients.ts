/**
 * What is known of patients, for whoever stands before one: whom each trial of a question enrolled, and
 * what single studies report by a property of their patients. It is the same for every patient; which
 * of it concerns one is found where the patient is known, and nobody is asked.
 */

import type { Answer } from "#core/answer/answer.ts";
import type { Enrolling } from "#core/evidence/eligibility.ts";
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";
import type { LevelOf } from "#core/others/subgroups-of-patient.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { linkTo } from "#data/source-link.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { type StudyWord, studyWordOf } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { levelText, propertiesIn, tablesByStudy } from "./subgroups.ts";

export interface Patients {
  readonly answerVersion: string;
  readonly noun: StudyWord;
  /** Every part of the trials with a figure in any row: they are as many as the screen counts. */
  readonly trials: readonly Enrolling[];
  /** Every property, also one that no study prints. */
  readonly reported: readonly ReportedBy[];
}

export interface ReportedBy {
  readonly property: SubgroupVariable;
  readonly title: string;
  /** An outcome each, response first: the levels of which can be said whose they are. */
  readonly tables: readonly { readonly name: string; readonly levels: readonly ReportedLevel[] }[];
  /** All that is printed; CAR-T first. */
  readonly studies: readonly ReportedStudy[];
}

export interface ReportedLevel extends Pick<ReportedStudy, "label" | "group" | "cohort"> {
  /** "≥ 75" and what is particular about the figure. */
  readonly level: string;
  readonly of: Exclude<LevelOf, null | "comparison">;
  /** As printed; empty where it is not. */
  readonly value: string;
  readonly n: string;
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
    return {
      property,
      title: words.reported.by[property],
      tables: tablesByOutcome(own, outcomeLabel, words),
      studies: studiesOf(own, outcomeLabel, words),
    };
  });
}

/** Medians and percentages of one outcome are two tables. */
function tablesByOutcome(
  all: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
  { reported, printed }: Catalogue,
): ReportedBy["tables"] {
  const found = new Map<string, ReportedLevel[]>();
  const responseFirst = [...all].sort((a, b) => rankOf(a) - rankOf(b));
  for (const { study, outcome, definition, variable, levels } of responseFirst) {
    for (const { level, patients: of, medianMonths, percentPrinted, n } of levels) {
      if (of === null || of === "comparison") continue;
      const unit = medianMonths === null ? reported.percent : reported.months;
      const name = unit(outcomeLabel(outcome));
      const value = medianMonths ?? percentPrinted;
      const one: ReportedLevel = {
        label: study.label,
        group: study.therapyClass,
        cohort: study.cohort,
        // Of earlier therapy it is a bare yes or no.
        level: [variable === "prior-bcma" ? "" : level, definition].filter(Boolean).join(", "),
        of,
        value: value === null ? "" : printed.plain(value),
        n: n === null ? "" : printed.plain(n),
      };
      found.set(name, [...(found.get(name) ?? []), one]);
    }
  }
  return [...found].map(([name, levels]) => ({ name, levels }));
}

const rankOf = ({ outcome, study }: SubgroupTable) =>
  (outcome === "orr" ? 0 : 2) + therapyClasses.indexOf(study.therapyClass);

function studiesOf(
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
  words: Catalogue,
): ReportedStudy[] {
  const studies = tablesByStudy(tables).flatMap((own) => {
    const [first] = own;
    return first ? studyOf(first.study, own, outcomeLabel, words) : [];
  });
  return therapyClasses.flatMap((group) => studies.filter((study) => study.group === group));
}

function studyOf(
  { label, therapyClass: group, evidence, cohort }: SubgroupTable["study"],
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
  words: Catalogue,
): ReportedStudy {
  const levels = tables.flatMap((table) => table.levels);
  return {
    label,
    group,
    design: words.reported.evidence[evidence ?? "unknown"],
    cohort,
    outcomes: tables.map(({ outcome, definition, levels: own }) => ({
      name: [outcomeLabel(outcome), definition].filter(Boolean).join(", "),
      text: own.map((level) => levelText(level, words)).join(" · "),
    })),
    sources: sourcesOf(levels),
  };
}

function sourcesOf(levels: readonly SubgroupLevel[]) {
  const sources = levels.flatMap(({ source }) => source ?? []);
  return [...new Map(sources.map((source) => [source.citation, source])).values()].map(
    (source) => ({ citation: source.citation, href: linkTo(source) }),
  );
}
