/** Made-up rows and answers, their notes, and situations in which a note is said or not. */
import { describe, expect, it } from "vitest";
import type { Note, NoteCode } from "#core/answer/note-values.ts";
import { makeAnswerNotes, makeRowNotes } from "#core/answer/notes.ts";
import type { NotedAnswer, NotedRow } from "#core/answer/row-notes.ts";
import type { Entry } from "#core/evidence/gather.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import {
  bispecific,
  crs,
  datasetOf,
  infection,
  infused,
  orr,
  widestBut,
} from "../../../support/cohorts.ts";
import { entry } from "./entries.ts";

type Group = NotedRow["groups"][number];

const outcomes = [orr, crs, infection, infused];

export const usual = widestBut({ lines: "3+", evidence: "trial", priorBcma: ["not-selected"] });

export const numbers = (k: number, selectedTrials: number): Group["pool"] => ({
  ...{ k, selectedTrials, estimate: k === 0 ? null : 0.5, events: k === 0 ? null : 50 * k },
});

/** Returns a bispecific with its chosen figure. */
export const bsab = (id: string, over: Partial<ComputeCohort> = {}) => entry(bispecific(id, over));

/** A group whose selected trials all have a figure. */
export function group(id: string, entries: readonly Entry[], over: Partial<Group> = {}): Group {
  const trials = new Set(entries.map((member) => member.cohort.trial)).size;
  return {
    id,
    classes: [id === "bsab" ? "bsab" : "car-t"],
    entries,
    missingProducts: [],
    pool: numbers(trials, trials),
    dropped: 0,
    settled: true,
    ...over,
  };
}

/** Two trials a side of which there is nothing to say. */
export const carT = group("car-t", [entry({ id: "a" }), entry({ id: "b" })]);
export const bispecifics = group("bsab", [bsab("c"), bsab("d")]);
export const noCarT = group("car-t", []);

type RowParts = Partial<NotedRow> & { carT?: Group; bsab?: Group };

export function row(over: RowParts = {}): NotedRow {
  const { carT: a = carT, bsab: b = bispecifics, ...rest } = over;
  return { outcome: orr, grades: null, groups: [a, b], ...rest };
}

type Asked = Partial<Omit<NotedAnswer, "dataset">> & { cohorts?: readonly ComputeCohort[] };

/** @param cohorts Those of the data; without them, those that are selected. */
function answer({ query = usual, rows = [row()], set = null, ...more }: Asked = {}): NotedAnswer {
  const selected = (rows[0]?.groups ?? []).map(({ id, entries }) => ({
    id,
    cohorts: entries.map((member) => member.cohort),
  }));
  const { groups = selected } = more;
  const cohorts = [...(more.cohorts ?? groups.flatMap((side) => side.cohorts))];
  return { query, rows, groups, set, dataset: datasetOf(cohorts, { outcomes }) };
}

export function ofRow(over: RowParts = {}, query: Query = usual): Note[] {
  const noted = row(over);
  return makeRowNotes(noted, answer({ rows: [noted], query }));
}

export const ofAnswer = (made: Asked = {}): Note[] => makeAnswerNotes(answer(made));

/** The notes of an answer with this one row. */
export const ofOne = (over: RowParts, query: Query = usual): Note[] =>
  ofAnswer({ rows: [row(over)], query });

/** The notes in a situation, and the values of those with the code: none where it is not said. */
type Situation = [situation: string, notes: Note[], values: readonly object[]];

export function describeNote(code: NoteCode, situations: readonly Situation[]): void {
  describe(code, () => {
    it.each(situations)("%s", (_, notes, values) => {
      expect(notes.filter((note) => note.code === code)).toMatchObject(values);
    });
  });
}
