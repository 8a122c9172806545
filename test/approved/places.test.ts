/**
 * Tests that each surface says the notes of an answer where the table of places has them, once, and that the guide for
 * contributors has the table. `npm run accept` writes it.
 */
import { expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { listNotes } from "#presentation/row/notes.ts";
import { makeAnswerClipboardText } from "#presentation/views/copied-text.ts";
import { placeNotes } from "#presentation/views/placed-notes.ts";
import { type Place, placeTables } from "#presentation/words/places.ts";
import { answerClassesInFull, answerInFull } from "#server/answers/compute/full-answer.ts";
import { renderMarkdownTable } from "#server/pages/methods/tables.ts";
import { answerOf, to } from "../support/in-process.ts";
import { sampled } from "../support/sample.ts";
import { triedQuestions } from "../support/tried-questions.ts";
import { sentencesOf } from "./html-as-lines.ts";
import { surfaces } from "./surfaces.ts";

const guide = "../../functions/server/documentation/guides/places.md";

it("the guide for contributors has the table of places", async () => {
  const tables = placeTables.map(({ surfaces: columns, facts }) =>
    renderMarkdownTable(
      ["fact", ...columns],
      Object.entries(facts).map(([code, cells]) => [
        `\`${code}\``,
        ...cells.map((cell) => cell.replaceAll(" ", ", else ") || "–"),
      ]),
    ),
  );
  await expect(`${tables.join("\n\n")}\n`).toMatchFileSnapshot(guide);
});

/** Here a surface draws the texts of notes; in its other places it says them in words of its own. */
const ofTexts: readonly Place[] = ["box", "end", "kinds", "labels", "limits", "scope", "therapy"];

const questions = triedQuestions().filter(({ question }) => !question.includes("compare="));

it.each(sampled(questions, 9))("each surface says each note once: $name", async ({ question }) => {
  const answer = answerClassesInFull(parseQueryTextOrThrow(question, dataset));
  const ofDrugs = [question, "compare=product"].filter(Boolean).join("&");
  const drugs = answerInFull(parseQueryTextOrThrow(ofDrugs, dataset)).comparison;
  const report = await surfaces["report.txt"]?.(question);
  const textOf = async (path: string, of: string) => (await answerOf(to(path, of))).text();
  const drawn = {
    screen: await textOf("/v1/screen", question),
    drugs: await textOf("/v1/screen", ofDrugs),
    report: report?.slice(0, report.indexOf("## Outcome by outcome")).join(" ") ?? "",
    copy: makeAnswerClipboardText(answer, { permalink: "" }).text,
  };
  for (const surface of ["screen", "drugs", "report", "copy"] as const) {
    const noted: Answer<string> = surface === "drugs" ? drugs : answer;
    const placed = placeNotes(surface, answer, noted);
    const texts = ofTexts.flatMap(placed);
    const said = drawn[surface].replace(/[\u2010-\u2011]/g, "-");
    for (const { code, text } of listNotes(noted, noted)) {
      const times = sentencesOf(text).map((sentence) => said.split(sentence).length - 1);
      expect(Math.max(...times), `${surface} ${code}`).toBeLessThanOrEqual(1);
      if (texts.includes(text)) expect(times, `${surface} ${code}`).not.toContain(0);
    }
  }
});
