/**
 * Serves what the element draws: `GET /v1/screen`, the answer to a question; `/v1/screen/{outcome}`, an opened row of
 * the answer; `/v1/screen/patients`, what is known of its patients; `/v1/screen/copy`, the answer as text.
 */
import { dataset } from "#core/dataset.ts";
import {
  renderClipboardFormsJson,
  renderOpenedRowJson,
  renderPatientsJson,
  renderScreenJson,
} from "../answers/render/answers.ts";
import { makeQuestionParser } from "./question-parsers.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";

export const screen = makeResource({
  path: "/v1/screen",
  parse: makeQuestionParser("or-products"),
  isAnswer: true,
  make: ({ query, canonical }, { ask }) => renderScreenJson(query, canonical, ask),
});

export const patients = makeResource({
  path: "/v1/screen/patients",
  parse: makeQuestionParser("or-products"),
  isAnswer: true,
  make: ({ query, canonical }, { ask }) => renderPatientsJson(query, canonical, ask),
});

export const copiedText = makeResource({
  path: "/v1/screen/copy",
  parse: makeQuestionParser("or-products"),
  isAnswer: true,
  make: ({ query, canonical }, { ask }) => renderClipboardFormsJson(query, canonical, ask),
});

const outcomes = new Map(dataset.outcomes.map((outcome) => [outcome.id, outcome]));

export const openedRow = makeResource({
  path: "/v1/screen/:outcome",
  member: { name: "outcome", noun: "outcome", listAddress: "/v1/outcomes", of: outcomes },
  parse: makeQuestionParser("or-products"),
  isAnswer: true,
  make: ({ query, canonical }, { member, ask }) =>
    renderOpenedRowJson(query, member, canonical, ask),
});

const screenDescription =
  "In words, as the element draws it, with the `answerVersion` of its answer: parts of one screen have the same. Within a major version fields are added and none is changed; a program reads `/v1/comparison`.";

export const listOperationDescriptions = () => [
  makeOperationDescription(screen, {
    id: "getScreen",
    tag: "Compare",
    summary: "What the element draws of an answer",
    description: `\`kind\` is \`classes\`, \`survival\` (trial by trial) or \`products\` (\`compare=product\`). ${screenDescription}`,
    schema: "object",
    example: "/v1/screen?lines=2",
  }),
  makeOperationDescription(patients, {
    id: "getPatientsScreen",
    tag: "Compare",
    summary:
      "Whom the trials of a question enrolled, and what is reported by properties of patients",
    description: `The same for every patient: it takes nothing of one, and whoever knows the patient finds there what concerns them. ${screenDescription}`,
    schema: "object",
    example: "/v1/screen/patients?compare=product",
  }),
  makeOperationDescription(copiedText, {
    id: "getCopiedScreen",
    tag: "Compare",
    summary: "An answer as text to copy",
    description: `As a few lines for a note, and as a table; \`{link}\` stands where the address of the question goes. ${screenDescription}`,
    schema: "object",
    example: "/v1/screen/copy?outcome=orr",
  }),
  makeOperationDescription(openedRow, {
    id: "getOpenedRow",
    tag: "Compare",
    summary: "What the element draws when a row is opened",
    description: `What the numbers rest on: products, trials, analyses, results of others, sources. ${screenDescription}`,
    parameters: { outcome: "Id of the outcome of the row." },
    schema: "object",
    example: "/v1/screen/orr?lines=2",
  }),
];
