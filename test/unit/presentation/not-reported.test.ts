/**
 * "Not reported" is said of a class or drug only if no source prints the outcome. Where one does outside the question,
 * it is "not in this question", and the opened row leads there.
 */
import { describe, expect, it } from "vitest";
import type { Pool } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { anyone } from "#core/question/patient.ts";
import type { Query } from "#core/question/query.ts";
import { widenEveryFilter } from "#core/question/query-text.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { describeWhyNoDifference } from "#presentation/row/missing.ts";
import { listUnreportedRows, makeRowView, placingByItself } from "#presentation/row/row-view.ts";
import { listCopiedCells } from "#presentation/views/copied-text.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { classAdjective } from "#presentation/words/names.ts";
import { answerClassesInFull, answerInFull } from "#server/answers/compute/full-answer.ts";
import { patients } from "../../approved/patients.ts";
import { questions } from "../../approved/questions.ts";
import { read, to } from "../../support/in-process.ts";
import { eighthOf } from "../../support/sample.ts";
import { triedQuestions } from "../../support/tried-questions.ts";

const words = ["not reported", "not in this question"] as const;

/** What must be said of a class or drug without a figure, by all cohorts whatever they are. */
function wordsFor(group: string, outcome: string, { notPooled }: Pick<Pool, "notPooled">) {
  const isPrinted = dataset.cohorts.some(
    ({ id, therapyClass, product, figures, landmarks }) =>
      [therapyClass, ...product.split("-or-")].includes(group) &&
      [...figures, ...landmarks].some(
        (figure) => figure.outcome === outcome && figure.hold !== "inferred",
      ) &&
      notPooled.every(({ cohort }) => cohort !== id),
  );
  return words[isPrinted ? 1 : 0];
}

/** All outcomes, by a model that takes no time, because no word depends on it. */
const ofAllOutcomes = (question: string): Query => ({
  ...parseQueryTextOrThrow(question, dataset),
  outcome: dataset.outcomes.map(({ id }) => id),
  compare: "therapy-class",
  model: "dl",
});

const tried = triedQuestions().map(({ question }) => question);
const ofPatients = patients.map(
  ([question, traits]) =>
    choosePatientQuestion(question, { ...anyone, ...traits }).question ?? question,
);

/** Walks every gap of a class, and returns how often each of the words stands, with all that is wrong. */
function walk(question: string) {
  const answer = answerClassesInFull(ofAllOutcomes(question));
  const said = { "not reported": 0, "not in this question": 0 };
  const wrong: string[] = [];
  const named = new Map(
    listUnreportedRows(answer.outcomes, answer).map((gap) => [gap.outcome, gap]),
  );
  for (const row of answer.outcomes) {
    const view = makeRowView(row, answer, placingByItself);
    const due = therapyClasses.flatMap((group) => {
      const side = view.sides[group];
      const total = `${classAdjective[group]} total `;
      const under =
        side === null
          ? words[0]
          : words.find(
              (word) => word === side?.under || new RegExp(total + word, "i").test(view.heard),
            );
      if (under === undefined) return [];
      const word = wordsFor(group, row.outcome, row.pools[group]);
      said[word] += 1;
      if (under !== word) wrong.push(`${question} ${row.outcome} ${group}: ${under}`);
      return [word];
    });
    const texts = [
      ...[view.heard, view.status.text, describeWhyNoDifference(row, answer)],
      ...listCopiedCells(row, answer, ""),
    ].join("|");
    const gap = named.get(row.outcome);
    if (gap && due.length > 0 && due.includes(words[1]) !== (gap.elsewhere === true))
      wrong.push(`${question} ${row.outcome}: listed`);
    if (!due.includes(words[1]) && texts.includes(words[1])) wrong.push(texts);
    const ofClass =
      /(?:CAR-T|bispecifics?|total|\|) not reported\b|not reported for (?:CAR|bis|eit)/;
    if (!due.includes(words[0]) && ofClass.test(`|${texts}`)) wrong.push(texts);
  }
  return { said, wrong };
}

describe("of a class", () => {
  it.each([
    ["the questions that tried the rules", tried],
    ["the approved questions", Object.values(questions)],
    ["the patients", ofPatients],
  ])("%s", { timeout: 200_000 }, (_, asked) => {
    const walked = eighthOf([...new Set(asked)]).map(walk);
    expect(walked.flatMap(({ wrong }) => wrong)).toEqual([]);
    const [stays, elsewhere] = words.map((word) =>
      walked.reduce((sum, { said }) => sum + said[word], 0),
    );
    expect(Math.min(stays ?? 0, elsewhere ?? 0)).toBeGreaterThan(0);
  });

  it("without filters nothing is in another question, so that the way leads to it", () => {
    const { outcomes } = answerClassesInFull(widenEveryFilter(ofAllOutcomes("")));
    const missing = outcomes.filter(({ pools }) =>
      Object.values(pools).some(({ elsewhere }) => elsewhere),
    );
    expect(missing.map(({ outcome }) => outcome)).toEqual([]);
  });

  it("an opened row leads there, and only where there is something", async () => {
    const open = (outcome: string, question: string) =>
      read<OpenedRow>(to(`/v1/screen/${outcome}`, question));
    const { head } = await open("immunoglobulin-replacement", "");
    expect(head.view.heard).toContain(words[1]);
    const there = await open("immunoglobulin-replacement", head.elsewhere?.query ?? "");
    expect(there.head.view.heard).not.toMatch(new RegExp(words.join("|")));
    expect(there.head.elsewhere).toBeUndefined();
  });
});

it.each(eighthOf(tried))("of a drug: %s", async (question) => {
  const asked = ["compare=product", question].filter(Boolean).join("&");
  const { comparison } = answerInFull(parseQueryTextOrThrow(asked, dataset));
  const { byDrug } = await read<ScreenOf<"products">>(to("/v1/screen", asked));
  for (const { product, results } of [...byDrug.drugs, ...byDrug.furtherDrugs]) {
    for (const [index, { none }] of results.entries()) {
      const { id = "" } = byDrug.outcomes[index] ?? {};
      const pool = comparison.outcomes.find(({ outcome }) => outcome === id)?.pools[product];
      if (pool && none && none !== "not counted") expect(none).toBe(wordsFor(product, id, pool));
    }
  }
});
