/**
 * What is known of patients, for whoever stands before one: whom each trial of a question enrolled, and
 * what single studies report by a property of their patients. It is the same for every patient; which
 * of it concerns one is found where the patient is known, and nobody is asked.
 */

import type { NoteCode } from "#core/answer/notes.ts";
import type { Enrolling } from "#core/evidence/eligibility.ts";
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";
import type { LevelOf } from "#core/others/subgroups-of-patient.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { linkTo } from "#data/source-link.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import type { ApiComparison } from "#presentation/words/api-answer.ts";
import type { StudyWord } from "../words/arguments.ts";
import type { ReportedWords } from "../words/catalogue.ts";
import { studyWordOf } from "./headline-outcome.ts";
import { levelText, propertiesIn, tablesByStudy } from "./subgroups.ts";

export interface Patients {
  readonly answerVersion: string;
  readonly noun: StudyWord;
  /** Earlier therapy by kind in the trials after such therapy; else empty. */
  readonly kinds: readonly string[];
  readonly trials: readonly Enrolling[];
  /** Every property, also one that no study prints. */
  readonly reported: readonly ReportedBy[];
}

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
  readonly outcomes: readonly {
    readonly name: string;
    readonly levels: readonly { readonly of: LevelOf; readonly text: string }[];
  }[];
  readonly sources: readonly { readonly citation: string; readonly href: string | null }[];
}

/** The notes of a question after earlier therapy that say its kinds. */
const earlierTherapy: readonly NoteCode[] = [
  "earlier-therapy",
  "earlier-therapy-elsewhere",
  "after-kinds",
];

export function patientsOf(
  { answerVersion, query, notes, selection }: ApiComparison,
  cohorts: readonly ComputeCohort[],
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
  words: ReportedWords,
): Patients {
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  return {
    answerVersion,
    noun: studyWordOf(query),
    kinds: isAfterTherapy(query)
      ? notes
          .filter(({ code }) => earlierTherapy.some((one) => one === code))
          .map(({ text }) => text)
      : [],
    trials: cohorts
      .filter(({ id }) => included.has(id))
      .map(({ id, label, ageRange, priorLinesRange, priorBcma, priorBcmaKinds }) => ({
        cohort: id,
        label,
        ageRange,
        priorLinesRange,
        priorBcma,
        priorBcmaKinds,
      })),
    reported: reportedBy(tables, outcomeLabel, words),
  };
}

/** By every property, the studies that print it. */
export function reportedBy(
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
  words: ReportedWords,
): ReportedBy[] {
  return propertiesIn(words).map((property) => {
    const own = tables.filter(({ variable }) => variable === property);
    const studies = studiesOf(own, outcomeLabel, words);
    return { property, title: words.by[property], studies };
  });
}

function studiesOf(
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
  words: ReportedWords,
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
  words: ReportedWords,
): ReportedStudy {
  const levels = tables.flatMap((table) => table.levels);
  return {
    label,
    group,
    design: words.evidence[evidence ?? "unknown"],
    cohort,
    outcomes: tables.map(({ outcome, definition, levels: own }) => ({
      name: [outcomeLabel(outcome), definition].filter(Boolean).join(", "),
      levels: own.map((level) => ({
        of: level.patients,
        text: levelText(level, words),
      })),
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
