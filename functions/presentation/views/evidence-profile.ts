/**
 * Makes the evidence profile of an answer: a table of facts that a guideline panel rates itself, with a row for each
 * outcome, and the explanations, trials and abbreviations below the table.
 */

import type { Answer, Row } from "#core/answer/answer.ts";
import { familyOf } from "#data/landmarks.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { areTrialsSeparate } from "../row/cohorts-of-class.ts";
import { type GradeDomain, type GradeFact, gradeDomains } from "../row/grade-domains.ts";
import type { RandomisedFact } from "../row/grade-facts.ts";
import { notesOfAnswer } from "../row/notes.ts";
import { type ProfileRow, profileRow, reportedRows } from "../row/profile-row.ts";
import { aboveRows, armInText } from "../row/randomised-trials.ts";
import { nameOfRow } from "../row/row-name.ts";
import { sortByPeriod } from "../row/row-view.ts";
import { abbreviations, abbreviationsIn } from "../words/abbreviations.ts";
import { className } from "../words/class-names.ts";
import { plural } from "../words/counts.ts";
import { elementTexts } from "../words/element.ts";
import { capitalised, withSpaces } from "../words/sentences.ts";
import { studyWordOf } from "../words/study-word.ts";
import { countingRules } from "./counting-rules.ts";

export interface EvidenceProfile {
  /** States the question in words. */
  readonly question: string;
  readonly rows: readonly ProfiledRow[];
  /** Lists sentences that hold for all outcomes. */
  readonly notes: readonly string[];
  readonly explanations: readonly { readonly letter: string; readonly text: string }[];
  /** Lists abbreviations, as in "CRS: cytokine release syndrome". */
  readonly abbreviations: readonly string[];
}

export interface ProfiledRow extends Omit<ProfileRow, "facts"> {
  /** Lists the cells of the domains, in the order of the columns. */
  readonly cells: readonly {
    readonly domain: GradeDomain;
    readonly lines: readonly ProfileLine[];
  }[];
}

/** Holds a line of a cell: the class it is about, and its facts. */
export interface ProfileLine {
  /** Names the class, as in "CAR-T"; empty for a fact about both classes. */
  readonly lead: string;
  readonly facts: readonly { readonly text: string; readonly letter: string }[];
}

/** Names the columns of facts. */
export const domainNames: Readonly<Record<GradeDomain, string>> = {
  design: "Design",
  inconsistency: "Inconsistency",
  indirectness: "Indirectness",
  imprecision: "Imprecision",
  reporting: "Reporting",
};

/**
 * Makes the profile.
 *
 * @param randomisedOf Returns what randomised trials reported of an outcome in both arms.
 */
export function evidenceProfile(
  answer: Answer,
  randomisedOf: (row: Row) => readonly RandomisedFact[],
): EvidenceProfile {
  const { reported, unreported } = reportedRows(sortByPeriod(answer.outcomes));
  const letters = new Map<string, string>();
  const families = new Set<ReturnType<typeof familyOf>>();
  const rows = reported.map((row) => {
    const family = familyOf(row.outcome);
    const { facts, ...profiled } = profileRow(row, answer, {
      randomised: randomisedOf(row),
      hasMedians: !families.has(family),
    });
    families.add(family);
    const cells = gradeDomains.map((domain) => ({
      domain,
      lines: linesOf(facts[domain], letters),
    }));
    return { ...profiled, cells };
  });
  const explanations = [...letters].map(([text, letter]) => ({ letter, text }));
  const names = unreported.map((row) => nameOfRow(row, answer));
  const notes = [
    ...notesOfProfile(answer),
    ...(names.length > 0 ? [`${elementTexts.unreported} ${names.join("; ")}.`] : []),
  ];
  const written = [JSON.stringify([rows, explanations]), ...notes].join(" ");
  return {
    question: countingRules(answer).question,
    rows,
    notes,
    explanations,
    abbreviations: [
      ...Object.entries(ofProfile),
      ...abbreviationsIn(written).map((name) => [name, abbreviations[name]] as const),
    ].map(([name, text]) => `${name}: ${text}`),
  };
}

/** Lists the abbreviations of the table itself. */
const ofProfile = {
  "CAR-T": "T cells with a chimeric antigen receptor",
  Bispecific: "bispecific antibody",
  GRADE: "Grading of Recommendations, Assessment, Development and Evaluation",
};

/** Puts the facts of a class in one line, and each fact about both classes in a line of its own. */
function linesOf(facts: readonly GradeFact[], explained: Map<string, string>): ProfileLine[] {
  const withLetter = ({ text, explanation }: GradeFact) => ({
    text,
    letter: explanation === undefined ? "" : letterOf(explanation, explained),
  });
  const lineOf = (group: TherapyClass): ProfileLine[] => {
    const ofClass = facts.filter((fact) => fact.group === group);
    return ofClass.length === 0 ? [] : [{ lead: className[group], facts: ofClass.map(withLetter) }];
  };
  return [
    ...therapyClasses.flatMap(lineOf),
    ...facts
      .filter(({ group }) => group === null)
      .map((fact) => ({
        lead: "",
        facts: [{ ...withLetter(fact), text: capitalised(fact.text) }],
      })),
  ];
}

/** Returns the letter of an explanation. Equal explanations have the same letter in every row. */
function letterOf(explanation: string, explained: Map<string, string>): string {
  const letter = explained.get(explanation) ?? letterAt(explained.size);
  explained.set(explanation, letter);
  return letter;
}

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/**
 * Returns a … z, aa, ab ….
 *
 * @param index Counted from 0.
 */
export function letterAt(index: number): string {
  const last = alphabet.charAt(index % alphabet.length);
  const before = Math.floor(index / alphabet.length);
  return before === 0 ? last : letterAt(before - 1) + last;
}

function notesOfProfile(answer: Answer): string[] {
  const { query } = answer;
  const { published, lookedFor, counts, rules, model } = countingRules(answer);
  const noun = studyWordOf(query);
  const randomised = aboveRows(answer).flatMap((trial) =>
    trial.arms.map((arm) => armInText(arm, trial)),
  );
  return [
    "The columns by GRADE domain have facts, and rate nothing. The last column is for the panel.",
    `Rates are patients of 100 in a typical ${noun}, with a 95 % interval, or counted in the only ${noun}; under them patients with the event of all. Fewer than 30 patients are a count without a rate.`,
    `Differences are of 100 patients, CAR-T against bispecific, fitted between separate ${plural(noun)} and not subtracted from the two rates; odds ratios above 1 mean more events with CAR-T. Both would hold if the patients were comparable.`,
    "A sensitivity analysis is the difference found again with one change: it keeps the difference if the interval stays clear of 0 on the same side.",
    answer.outcomes.every(areTrialsSeparate)
      ? `No ${noun} counted here was randomised between CAR-T and a bispecific antibody.`
      : "",
    withSpaces([published, lookedFor, counts, ...rules, ...model]),
    ...notesOfAnswer(answer).map(({ text }) => text),
    randomised.length > 0 ? `Randomised: ${randomised.join(" ")}` : "",
  ].filter((text) => text !== "");
}
