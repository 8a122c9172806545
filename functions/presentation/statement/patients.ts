/**
 * What is known of patients, for whoever stands before one: whom each trial of a question enrolled, and
 * what single studies report by a property of their patients. It is the same for every patient; which
 * of it concerns one is found where the patient is known, and nobody is asked.
 */

import type { Answer } from "#core/answer/answer.ts";
import type { NoteCode } from "#core/answer/note-values.ts";
import type { Enrolling } from "#core/evidence/eligibility.ts";
import type { SubgroupLevel, SubgroupTable } from "#core/others/subgroups.ts";
import type { LevelOf } from "#core/others/subgroups-of-patient.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import type { SubgroupVariable } from "#data/collection-vocabulary.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { linkTo } from "#data/source-link.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { type StudyWord, studyWordOf } from "../words/arguments.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { notesOfAnswer } from "./notes.ts";
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
  answer: Answer,
  cohorts: readonly ComputeCohort[],
  tables: readonly SubgroupTable[],
  outcomeLabel: (id: string) => string,
  words: Catalogue,
): Patients {
  const { answerVersion, query, selection } = answer;
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  return {
    answerVersion,
    noun: studyWordOf(query),
    kinds: isAfterTherapy(query)
      ? notesOfAnswer(answer, words)
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
  words: Catalogue,
): ReportedBy[] {
  return propertiesIn(words.reported).map((property) => {
    const own = tables.filter(({ variable }) => variable === property);
    const studies = studiesOf(own, outcomeLabel, words);
    return { property, title: words.reported.by[property], studies };
  });
}

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
