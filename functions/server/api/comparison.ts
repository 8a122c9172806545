import { comparisonSchemaOf } from "#core/answer/schema/comparison.ts";
import { comparisonJson, comparisonTable } from "../answers/render/answers.ts";
import { comparisonColumns } from "../answers/render/comparison-csv.ts";
import { reportResponse } from "../pages/report/route.ts";
import { operation } from "./operation.ts";
import { question, withLinkDate } from "./parameters.ts";
import { resource } from "./resource.ts";
import { questionSchema } from "./schemas/question.ts";

const parse = withLinkDate(question());

/** Also as a page, the report, for readers who prefer one: browsers do. */
export const comparison = resource({
  path: "/v1/comparison",
  parse,
  forms: ["json", "csv"],
  isAnswer: true,
  make: ({ query, canonical }, { form, ask }) =>
    (form === "csv" ? comparisonTable : comparisonJson)(query, canonical, ask),
  page(context, headers) {
    context.set("profile", "report");
    return reportResponse(context, headers);
  },
});

/** One form of it, for links. */
function fileOf(form: "json" | "csv") {
  const render = form === "csv" ? comparisonTable : comparisonJson;
  return resource({
    path: `/v1/comparison.${form}`,
    name: "comparison",
    parse,
    forms: [form],
    isAnswer: true,
    make: ({ query, canonical }, { ask }) => render(query, canonical, ask),
    headers: () => ({ "content-disposition": `attachment; filename="myeloma-compare.${form}"` }),
  });
}

export const comparisonFile = fileOf("json");
export const comparisonTableFile = fileOf("csv");

export function comparisonSchema() {
  return comparisonSchemaOf(questionSchema);
}

export const operations = () => [
  operation(comparison, {
    id: "getComparison",
    tag: "Compare",
    summary: "Pooled comparison of both classes, or of other groups",
    description:
      "The answer to a question: for every outcome the pools with their cohorts, intervals and sources, the contrasts, the certainty, the notes; and for every cohort left out the reason. JSON, a table with `Accept: text/csv`, or the report, a page, with `Accept: text/html`.",
    schema: comparisonSchema(),
    columns: comparisonColumns,
    example: "/v1/comparison?outcome=orr&lines=2",
  }),
  operation(comparisonFile, {
    id: "getComparisonFile",
    tag: "Compare",
    summary: "The same comparison as a file of JSON, whatever is accepted",
    description: "For links: a browser that opens `/v1/comparison` is answered with the report.",
    schema: comparisonSchema(),
    example: "/v1/comparison.json?outcome=orr&evidence=all",
  }),
  operation(comparisonTableFile, {
    id: "getComparisonTable",
    tag: "Compare",
    summary: "The same comparison as a table",
    description:
      "One line for every pool, product, cohort and contrast, in UTF-8 with a byte order mark. Rates are proportions, differences per 100 patients.",
    columns: comparisonColumns,
    example: "/v1/comparison.csv?outcome=orr&age=60-",
  }),
];
