/** Draws groups other than the two classes in a row, each with its own number and its sources. */

import type { Answer, Citation, Pool, Row } from "#core/answer/answer.ts";
import { listEvidenceByProduct } from "#core/answer/evidence.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { makeShortAndLongGroupName } from "../words/groups.ts";
import { chooseStudyWord } from "../words/names.ts";
import { placeFacts } from "../words/places.ts";
import { joinBySemicolons } from "../words/sentences.ts";
import {
  type DrugOnScreen,
  makeDrugViewsOfPool,
  makeLinesInCountsIfAnyHasCount,
  makeOtherRegimenDrugView,
  type NumberForm,
} from "./drugs-view.ts";
import { hasNumber, isOfTwoTrials } from "./figures.ts";
import { nameRow } from "./names.ts";
import { makeNotPooledTexts, type NotPooledTexts } from "./not-pooled.ts";
import { listGroupRemarks, listNotes } from "./notes.ts";
import type { Plotted } from "./plotted.ts";
import { nameOnlyProductWithRegimen } from "./products.ts";
import { makeSideOfGroup } from "./side.ts";
import { describeWhichPatientsTrialsCount, hasMixedPopulationsInRow } from "./whom.ts";

export interface NamedGroup {
  readonly id: string;
  readonly name: string;
  /** The class is `null` if the group has cohorts of both classes. */
  readonly therapyClass: TherapyClass | null;
  readonly cohorts: Answer<string>["selection"]["included"];
}

/**
 * Returns the groups of an answer with their names, classes and cohorts: CAR-T first, then bispecifics, then groups
 * of both.
 */
export function listNamedGroups({ groups, query, selection }: Answer<string>): NamedGroup[] {
  const namedOnly = groups.map((id): NamedGroup => {
    const cohorts = selection.included.filter(({ group }) => group === id);
    const [only = null, another] = new Set(cohorts.map(({ therapyClass }) => therapyClass));
    return {
      id,
      name: makeShortAndLongGroupName(id, query.compare).short,
      cohorts,
      therapyClass: another ? null : only,
    };
  });
  return [...therapyClasses, null].flatMap((ofClass) =>
    namedOnly.filter(({ therapyClass }) => therapyClass === ofClass),
  );
}

/** Lists the drugs of an answer, CAR-T first, then by the number of patients in their trials. */
export function listDrugsOnScreen(answer: Answer<string>): DrugOnScreen[] {
  return listNamedGroups(answer).flatMap(({ id, name, therapyClass }) => {
    const pool = answer.outcomes.flatMap(({ pools }) => pools[id] ?? []).find(({ k }) => k > 0);
    const nameInRegimen = pool && nameOnlyProductWithRegimen(pool);
    return therapyClass === null
      ? []
      : [{ product: id, group: therapyClass, name: nameInRegimen ?? name }];
  });
}

export interface GroupsRow {
  readonly outcome: string;
  readonly title: string;
  readonly lines: readonly GroupLine[];
  /** Names the groups without a number. */
  readonly none: readonly string[];
  readonly notes: readonly string[];
  /** Lists figures that were reported but not pooled. */
  readonly notPooled: NotPooledTexts["reasons"];
}

interface GroupLine extends Plotted {
  readonly id: string;
  /** The class is `null` if the group has cohorts of both classes. */
  readonly group: TherapyClass | null;
  /**
   * Names the group, with the products in its number if it leaves out others, as in "early lines: cilta-cel". The name
   * of a product includes its regimen, as in "teclistamab in combination".
   */
  readonly name: string;
  readonly beneath: string;
  readonly citations: readonly (Citation | null)[];
}

export function makeGroupsRow(
  row: Row<string>,
  groups: readonly NamedGroup[],
  answer: Answer<string>,
): GroupsRow {
  const isOfProducts = answer.query.compare === "product";
  const lines = isOfProducts
    ? makeLinesInCountsIfAnyHasCount((form) =>
        groups.flatMap((group) => listProductGroupLines(group, row, answer, form)),
      )
    : groups.flatMap((group) => listLineOfGroupIfReported(group, row, answer));
  return {
    outcome: row.outcome,
    title: nameRow(row, answer),
    lines,
    none: groups.flatMap(({ id, name }) => (lines.some((line) => line.id === id) ? [] : name)),
    notes: placeFacts("group", listNotes(row, answer))("notes"),
    notPooled: makeNotPooledTexts(row, answer).reasons,
  };
}

/**
 * Returns the lines of a product: its number or its stand-ins, with the remarks below the last, and then the other
 * kind of regimen if there is such a number. Empty if the row has no pool of the product, or if the group is of both
 * classes.
 */
function listProductGroupLines(
  { id, therapyClass: group }: NamedGroup,
  row: Row<string>,
  answer: Answer<string>,
  form: NumberForm,
): GroupLine[] {
  const pool = row.pools[id];
  if (!pool || group === null) return [];
  const otherwise = makeOtherRegimenDrugView(group, pool, form);
  const remarks = listGroupRemarks("group", id, row, answer);
  return [
    ...makeDrugViewsOfPool(group, pool, form).map((drug, index, { length }) => ({
      ...drug,
      beneath: joinBySemicolons([drug.beneath, ...(index === length - 1 ? remarks : [])]),
    })),
    ...(otherwise ? [otherwise] : []),
  ].map((drug) => ({ ...drug, id, group, citations: listPoolCitations(pool) }));
}

/**
 * Draws a group as a row draws a class: its pool, the count of its only trial or, without a number, what stands in for
 * it. Empty if no trial of the group reports the outcome.
 */
function listLineOfGroupIfReported(
  { id, name, therapyClass }: NamedGroup,
  row: Row<string>,
  answer: Answer<string>,
): GroupLine[] {
  const pool = row.pools[id];
  const drawn = pool && makeSideOfGroup(pool, row, name);
  if (!pool || !drawn) return [];
  const { side, heard, behind } = drawn;
  const hasMarksAlone = !hasNumber(pool) && drawn.name === null;
  const lines = [
    {
      ...side,
      // A product in the name is left out if it is the group.
      name: [...new Set([name, drawn.name ?? name])].join(": "),
      beneath: joinBySemicolons([
        // Without a number, the text repeats what the marks show.
        hasMarksAlone && heard(""),
        behind(chooseStudyWord(answer.query)),
        ...listGroupRemarks("group", id, row, answer),
        therapyClass !== null &&
          hasMixedPopulationsInRow(row, answer) &&
          describeWhichPatientsTrialsCount(pool, therapyClass),
      ]),
    },
    // The second of two trials is a line of its own, with the name of the trial beside its mark.
    ...(isOfTwoTrials(pool) && side.other ? [{ ...side.other, name: "", beneath: "" }] : []),
  ];
  return lines.map((line) => ({
    ...line,
    id,
    group: therapyClass,
    citations: line.beneath ? listPoolCitations(pool) : [],
  }));
}

function listPoolCitations(pool: Pool): readonly (Citation | null)[] {
  return [
    ...listEvidenceByProduct(pool).flatMap(({ evidence }) =>
      evidence.map(({ citation }) => citation),
    ),
    ...(pool.otherRegimen?.studies ?? []).map(({ citation }) => citation),
  ];
}
