/**
 * Compares the rows on the screen with those that the service draws for the same question, word by word.
 * `test/unit/server/pages/embed.test.ts` checks that these have the digits of the data.
 */
import { expect, inject } from "vitest";
import type { ApiComparison } from "#core/answer/answer.ts";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import { textOf } from "../../support/html.ts";
import { type Area, rows } from "./screen.ts";

/**
 * The API's answer, requested independently of the page. Parameters of a patient, as `patient-age=71`, are sent
 * nowhere: they lead to a question, or to no row at all.
 */
export async function answerTo(query: string): Promise<ApiComparison> {
  const parameters = new URLSearchParams(query);
  const lines = parameters.get("patient-prior-lines");
  for (const name of [...parameters.keys()])
    if (name.startsWith("patient-")) parameters.delete(name);
  const question = decodeURIComponent(`${parameters}`);
  const patient = { priorLines: lines === null ? null : Number(lines), priorBcma: null };
  const { question: questionKept } = choosePatientQuestion(question, patient);
  const text = await servedText(`/v1/comparison?${questionKept ?? question}`);
  const answer: ApiComparison = JSON.parse(text);
  return questionKept === null ? { ...answer, outcomes: [] } : answer;
}

async function servedText(address: string): Promise<string> {
  const response = await fetch(inject("serverUrl") + address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** Waits until the rows show this answer, to the word. */
export async function expectToShow(area: Area, answer: ApiComparison): Promise<void> {
  await expect.poll(() => discrepancies(area, answer)).toEqual([]);
}

/** Rows that say something else than those of the service, and rows that only one of them has. */
export async function discrepancies(area: Area, answer: ApiComparison): Promise<string[]> {
  const expected = await servedRows(answer);
  const onScreen = new Map(
    await rows(area).evaluateAll((all) =>
      all.map((row): [string, string] => [
        row.getAttribute("data-outcome") ?? "",
        // Beside a patient the rows after the first ones are folded.
        row.closest(".further-rows") || row.checkVisibility()
          ? (row.textContent ?? "").replaceAll("\u2060", "")
          : "hidden",
      ]),
    ),
  );
  const outcomes = new Set([...expected.keys(), ...onScreen.keys()]);
  return [...outcomes].flatMap((outcome) => {
    const [actual, served] = [onScreen, expected].map((of) => of.get(outcome) ?? "no such row");
    return withoutBlanks(actual) === withoutBlanks(served)
      ? []
      : [`${outcome}: "${actual}", not "${served}"`];
  });
}

const servedPages = new Map<string, Promise<string>>();

async function servedRows({ href, outcomes }: ApiComparison): Promise<ReadonlyMap<string, string>> {
  if (outcomes.length === 0) return new Map();
  const address = href.replace("/v1/comparison", "/embed");
  const page = servedPages.get(address) ?? servedText(address);
  servedPages.set(address, page);
  // What precedes a treatment and further harms are folded, and no part of the table.
  const table = (await page).replace(/<details class="(?:before|more)">[\s\S]*?<\/details>/g, "");
  const [, ...servedParts] = table.split(/<(?:header|li)(?=[^>]* data-outcome=")/);
  return new Map(
    servedParts.map((row) => [
      /data-outcome="([^"]+)"/.exec(row)?.[1] ?? "",
      textOf(`<p ${row.split(/<\/header>|<\/li>(?=<li class="row|<\/ol>)/)[0]}`),
    ]),
  );
}

/** Removes blanks, which are drawn between elements, and whom a trial enrolled, which a patient is told. */
function withoutBlanks(text = ""): string {
  return text
    .replace(/ [\w-]+: ages \d+ to \d+\./, "")
    .replaceAll("&#39;", "'")
    .replace(/[\s\u00ad]+/g, "")
    .replace("Allpatientsofthesetrials:", "");
}
