import { makeComparisonSchema } from "#core/answer/schema/comparison.ts";
import type { Ask } from "../answers/compute/full-answer.ts";
import { renderComparisonCsvForQuestion, renderComparisonJson } from "../answers/render/answers.ts";
import type { Form } from "../http/negotiation.ts";
import { respondWithReport } from "../pages/report/report-route.ts";
import {
  addLinkDataVersionToParser,
  makeQuestionParser,
  type QuestionRead,
} from "./question-parsers.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";
import { comparisonColumns } from "./schemas/columns.ts";
import { questionSchema } from "./schemas/question.ts";

const answerOptions = {
  parse: addLinkDataVersionToParser(makeQuestionParser()),
  isAnswer: true,
  make: ({ query, canonical }: QuestionRead, { form, ask }: { form: Form; ask: Ask }) =>
    (form === "csv" ? renderComparisonCsvForQuestion : renderComparisonJson)(query, canonical, ask),
};

/** The report is the page of this resource, for readers who prefer a page, as browsers do. */
export const comparison = makeResource({
  ...answerOptions,
  path: "/v1/comparison",
  forms: ["json", "csv"],
  page(context, headers) {
    context.set("profile", "report");
    return respondWithReport(context, headers);
  },
});

/** Makes a resource of one form of the comparison, for links. */
function makeComparisonDownload(form: "json" | "csv") {
  return makeResource({
    ...answerOptions,
    path: `/v1/comparison.${form}`,
    name: "comparison",
    forms: [form],
    headers: () => ({ "content-disposition": `attachment; filename="myeloma-compare.${form}"` }),
  });
}

export const comparisonFile = makeComparisonDownload("json");
export const comparisonTableFile = makeComparisonDownload("csv");

export const listOperationDescriptions = () => [
  makeOperationDescription(comparison, {
    id: "getComparison",
    tag: "Compare",
    summary: "Pooled comparison of both classes, or of other groups",
    description:
      "The answer to a question: for every outcome the pools with their cohorts, intervals and sources, the contrasts, the certainty, the notes; and for every cohort left out the reason. JSON, a table with `Accept: text/csv`, or the report, a page, with `Accept: text/html`.",
    schema: makeComparisonSchema(questionSchema),
    columns: comparisonColumns,
    example: "/v1/comparison?outcome=orr&lines=2",
  }),
  makeOperationDescription(comparisonFile, {
    id: "getComparisonFile",
    tag: "Compare",
    summary: "The same comparison as a file of JSON, whatever is accepted",
    description: "For links: a browser that opens `/v1/comparison` is answered with the report.",
    schema: makeComparisonSchema(questionSchema),
    example: "/v1/comparison.json?outcome=orr&evidence=all",
  }),
  makeOperationDescription(comparisonTableFile, {
    id: "getComparisonTable",
    tag: "Compare",
    summary: "The same comparison as a table",
    description:
      "One line for every pool, product, selected cohort and contrast, and for every cohort that a filter leaves out. Rates are proportions, differences per 100 patients.",
    columns: comparisonColumns,
    example: "/v1/comparison.csv?outcome=orr&age=60-",
  }),
];
