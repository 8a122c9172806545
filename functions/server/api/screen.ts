/**
 * Serves what the element draws: `GET /v1/screen`, the answer to a question; `/v1/screen/{outcome}`, an opened row of
 * the answer; `/v1/screen/patients`, what is known of its patients; `/v1/screen/copy`, the answer as text.
 */
import { dataset } from "#core/dataset.ts";
import { makeViewAddress } from "#presentation/views/format.ts";
import {
  renderClipboardFormsJson,
  renderOpenedRowJson,
  renderPatientsJson,
  renderScreenJson,
} from "../answers/render/answers.ts";
import { type Answer, normaliseRouteHandlers } from "../http/environment.ts";
import { makeQuestionParser, makeViewParser } from "./question-parsers.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";

const screenOfFormat = makeResource({
  path: "/v1/screen",
  parse: makeViewParser("or-products"),
  isAnswer: true,
  make: ({ query, canonical }, { ask }) => renderScreenJson(query, canonical, ask),
});

const ofRelease11 = makeQuestionParser("or-products");

/**
 * Answers an element of release 1.1, which names no format, with a screen that it can draw: without numbers, so that
 * those of the release before leave the page, and with what the reader can do. A question that is wrong is refused.
 */
const replaceScreen: Answer = (context, next) => {
  const reading = ofRelease11.read(new URL(context.req.url).searchParams);
  return "problems" in reading
    ? next()
    : context.json(makeReloadScreen(), 200, { "cache-control": "no-store" });
};

export const screen = {
  ...screenOfFormat,
  route: [replaceScreen, ...normaliseRouteHandlers(screenOfFormat.route)] as const,
};

/** Returns a screen in the format of release 1.1. */
function makeReloadScreen() {
  const { answerVersion, dataVersion, review } = dataset;
  return {
    kind: "classes",
    ...{ answerVersion, dataVersion, dataDate: review.dataDate, canonical: "", reset: "" },
    question: { title: "Another release", detail: "reload this page", words: [] },
    verdict: { lead: "This page is from another release: reload it to see numbers.", harms: "" },
    cohorts: { "car-t": 1, bsab: 1 },
    ...{ trials: "", key: "", review: "", rows: [], unreported: [], notes: [] },
    ...{ label: null, doubt: null, randomised: null, before: null, leftOut: null },
  };
}

export const patients = makeResource({
  path: "/v1/screen/patients",
  parse: makeViewParser("or-products"),
  isAnswer: true,
  make: ({ query, canonical }, { ask }) => renderPatientsJson(query, canonical, ask),
});

export const copiedText = makeResource({
  path: "/v1/screen/copy",
  parse: makeViewParser("or-products"),
  isAnswer: true,
  make: ({ query, canonical }, { ask }) => renderClipboardFormsJson(query, canonical, ask),
});

const outcomes = new Map(dataset.outcomes.map((outcome) => [outcome.id, outcome]));

export const openedRow = makeResource({
  path: "/v1/screen/:outcome",
  member: { name: "outcome", noun: "outcome", listAddress: "/v1/outcomes", of: outcomes },
  parse: makeViewParser("or-products"),
  isAnswer: true,
  make: ({ query, canonical }, { member, ask }) =>
    renderOpenedRowJson(query, member, canonical, ask),
});

/** States what a program has to know of what only the element reads. */
export const ofElement =
  "With the `answerVersion` of its answer: parts of one screen have the same. It is for the element alone and `format` says which one: any release may raise it. A program reads `/v1/comparison`.";

export const formatMeaning = {
  format: "The format that the element draws. Another is refused, and its reader told to reload.",
};

const screenDescription = `In words, as the element draws it. ${ofElement}`;

export const listOperationDescriptions = () => [
  makeOperationDescription(screen, {
    id: "getScreen",
    tag: "Compare",
    summary: "What the element draws of an answer",
    description: `\`kind\` is \`classes\`, \`survival\` (trial by trial), \`products\` (\`compare=product\`) or \`course\` (\`view=course\`). ${screenDescription}`,
    parameters: formatMeaning,
    schema: "object",
    example: makeViewAddress("/v1/screen", "lines=2"),
  }),
  makeOperationDescription(patients, {
    id: "getPatientsScreen",
    tag: "Compare",
    summary:
      "Whom the trials of a question enrolled, and what is reported by properties of patients",
    description: `The same for every patient: it takes nothing of one, and whoever knows the patient finds there what concerns them. ${screenDescription}`,
    parameters: formatMeaning,
    schema: "object",
    example: makeViewAddress("/v1/screen/patients", "compare=product"),
  }),
  makeOperationDescription(copiedText, {
    id: "getCopiedScreen",
    tag: "Compare",
    summary: "An answer as text to copy",
    description: `As a few lines for a note, and as a table; \`{link}\` stands where the address of the question goes. ${screenDescription}`,
    parameters: formatMeaning,
    schema: "object",
    example: makeViewAddress("/v1/screen/copy", "outcome=orr"),
  }),
  makeOperationDescription(openedRow, {
    id: "getOpenedRow",
    tag: "Compare",
    summary: "What the element draws when a row is opened",
    description: `What the numbers rest on: products, trials, analyses, results of others, sources. ${screenDescription}`,
    parameters: { ...formatMeaning, outcome: "Id of the outcome of the row." },
    schema: "object",
    example: makeViewAddress("/v1/screen/orr", "lines=2"),
  }),
];
