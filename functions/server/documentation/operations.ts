/** Every resource: what it is for, what it can be asked, and the schema of its answer. */
import { dataset } from "#core/dataset.ts";
import { patientBounds } from "#core/question/patient.ts";
import { patientWords } from "#core/question/read-patient.ts";
import { comparisonColumns } from "../answers/comparison-csv.ts";
import { datasetColumns } from "../answers/dataset-csv.ts";
import { depthWords } from "../api/brief/route.ts";
import { comparisonWords } from "../api/comparisons/route.ts";
import { themeWords } from "../api/forest/route.ts";
import { moderatorWords, regressed } from "../api/meta-regression/route.ts";
import { subgroupWords } from "../api/subgroups/route.ts";
import { type Described, usual } from "./described.ts";
import type { Parameter, Reference } from "./open-api.ts";
import { otherParameterDescriptions } from "./parameter-descriptions.ts";
import { questionParameter, questionParameters } from "./question-parameters.ts";
import { scriptOperations } from "./script-operations.ts";

const question: readonly Reference[] = Object.keys(questionParameters).map((name) => ({
  $ref: `#/components/parameters/${name}`,
}));

/** The question about the two classes. */
const ofClasses = question.filter(({ $ref }) => !$ref.endsWith("/compare"));

/** The question about exactly one of these outcomes. */
function questionAbout(outcomes: readonly { id: string }[]): readonly (Parameter | Reference)[] {
  const outcome: Parameter = {
    name: "outcome",
    in: "query",
    description: "Exactly one outcome.",
    required: true,
    schema: { type: "string", enum: outcomes.map(({ id }) => id) },
  };
  return ofClasses.map((one) => (one.$ref.endsWith("/outcome") ? outcome : one));
}

function closed(
  words: Readonly<Record<string, readonly string[]>>,
  { required = false } = {},
): Parameter[] {
  const descriptions: Readonly<Record<string, string>> = otherParameterDescriptions;
  return Object.entries(words).map(([name, values]) => ({
    name,
    in: "query",
    description: descriptions[name] ?? questionParameter("outcome").description,
    ...(required ? { required } : {}),
    schema: { type: "string", enum: [...values] },
  }));
}

function inPath(name: "id" | "slug", values: readonly string[]): Parameter {
  return {
    name,
    in: "path",
    description: otherParameterDescriptions[name],
    required: true,
    schema: { type: "string", enum: [...values] },
  };
}

/** Whole numbers and a switch; an answer about a patient is kept nowhere. */
const ofPatient: readonly Parameter[] = [
  ...Object.entries(patientBounds).map(
    ([name, [minimum, maximum]]): Parameter => ({
      name,
      in: "query",
      description: otherParameterDescriptions[name as keyof typeof patientBounds],
      schema: { type: "integer", minimum, maximum },
    }),
  ),
  ...closed({ "patient-fit": patientWords["patient-fit"] }),
];

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getComparison",
    path: "/v1/comparison",
    tag: "Compare",
    summary: "Pooled comparison of both classes, or of other groups",
    description:
      "The answer to a question: for every outcome the pools with their cohorts, intervals and sources, the contrasts, the certainty with its reasons, the cautions; and for every cohort left out the reason. JSON, or a table with `Accept: text/csv`.",
    parameters: [...question, ...ofPatient],
    json: "Comparison",
    csv: comparisonColumns,
    example: "/v1/comparison?outcome=orr",
    also: ["406"],
  },
  {
    ...usual,
    id: "getComparisonTable",
    path: "/v1/comparison.csv",
    tag: "Compare",
    summary: "The same comparison as a table",
    description:
      "One line for every pool, product, cohort and contrast. Rates are proportions, differences per 100 patients.",
    parameters: [...question, ...ofPatient],
    csv: comparisonColumns,
    example: "/v1/comparison.csv?outcome=orr",
  },
  {
    ...usual,
    id: "getChoices",
    path: "/v1/choices",
    tag: "Compare",
    summary: "What a next question can be",
    description:
      "For every filter the values worth a tap and the ready-made questions: each as a whole question, with the cohorts of each class it would leave. Nothing is pooled.",
    parameters: question,
    json: "Choices",
    example: "/v1/choices?setting=early",
  },
  {
    ...usual,
    id: "getForest",
    path: "/v1/forest.svg",
    tag: "Compare",
    summary: "The forest plot of one outcome",
    description:
      "A picture for slides, papers and pages, with its content in words for who cannot see it.",
    parameters: [...closed(themeWords), ...questionAbout(dataset.outcomes)],
    texts: ["image/svg+xml"],
    example: "/v1/forest.svg?outcome=orr",
  },
  {
    ...usual,
    id: "getBrief",
    path: "/v1/brief",
    tag: "Compare",
    summary: "The comparison in sentences",
    description:
      "Every sentence is made from the numbers and cautions of the answer. Text, or a page with `Accept: text/html`.",
    parameters: [...closed(depthWords), ...ofClasses],
    texts: ["text/plain", "text/html"],
    example: "/v1/brief?outcome=orr",
    also: ["406"],
  },
  {
    ...usual,
    id: "getBriefText",
    path: "/v1/brief.txt",
    tag: "Compare",
    summary: "The same brief as text",
    description: "As `/v1/brief`, whatever is accepted.",
    parameters: [...closed(depthWords), ...ofClasses],
    texts: ["text/plain"],
    example: "/v1/brief.txt?outcome=orr",
  },
  {
    ...usual,
    id: "getBriefPage",
    path: "/v1/brief.html",
    tag: "Compare",
    summary: "The same brief as a page",
    description: "As `/v1/brief`, whatever is accepted.",
    parameters: [...closed(depthWords), ...ofClasses],
    texts: ["text/html"],
    example: "/v1/brief.html?outcome=orr",
  },
  {
    ...usual,
    id: "getSensitivity",
    path: "/v1/sensitivity",
    tag: "Compare",
    summary: "How far one outcome depends on each decision behind it",
    description:
      "The whole question asked again without each cohort, with another prior, by other models and by other rules.",
    parameters: questionAbout(dataset.outcomes),
    json: "Sensitivity",
    example: "/v1/sensitivity?outcome=orr",
  },
  {
    ...usual,
    id: "getMetaRegression",
    path: "/v1/meta-regression",
    tag: "Compare",
    summary: "Whether a rate goes with how the cohorts differ",
    description:
      "Regression on a property of the cohorts, with class. A relation between cohorts need not hold between patients. Without a `model` it is `glmm`, the default model having no regression.",
    parameters: [...closed(moderatorWords, { required: true }), ...questionAbout(regressed)],
    json: "MetaRegression",
    example: "/v1/meta-regression?outcome=orr&moderator=age",
  },
  {
    ...usual,
    id: "getOutcomes",
    path: "/v1/outcomes",
    tag: "Evidence",
    summary: "What is compared",
    description: "Every outcome with its definition, group and direction.",
    parameters: [],
    json: "OutcomeList",
    example: "/v1/outcomes",
  },
  {
    ...usual,
    id: "getCohorts",
    path: "/v1/cohorts",
    tag: "Evidence",
    summary: "Every cohort",
    description: "One entry for every group of patients given one product, without its figures.",
    parameters: [],
    json: "CohortList",
    example: "/v1/cohorts",
  },
  {
    ...usual,
    id: "getCohort",
    path: "/v1/cohorts/{id}",
    tag: "Evidence",
    summary: "One cohort with all figures",
    description:
      "Every figure with its source and locator, the patients, and what is missing. JSON, or a page to read and print with `Accept: text/html`; for links also at `/v1/cohorts/{id}.json` and `/v1/cohorts/{id}.html`.",
    parameters: [
      inPath(
        "id",
        dataset.cohorts.map(({ id }) => id),
      ),
    ],
    json: "CohortDetail",
    texts: ["text/html"],
    example: "/v1/cohorts/cartitude-1",
    also: ["404", "406"],
  },
  {
    ...usual,
    id: "getProducts",
    path: "/v1/products",
    tag: "Evidence",
    summary: "Every product",
    description: "Names, targets and the regions with an approval in force.",
    parameters: [],
    json: "ProductList",
    example: "/v1/products",
  },
  {
    ...usual,
    id: "getProduct",
    path: "/v1/products/{slug}",
    tag: "Evidence",
    summary: "One product with what its labels say",
    description: "Approvals, dosing, monitoring and warnings, each with its sources and dates.",
    parameters: [
      inPath(
        "slug",
        dataset.products.map(({ slug }) => slug),
      ),
    ],
    json: "ProductDetail",
    example: "/v1/products/teclistamab",
    also: ["404"],
  },
  {
    ...usual,
    id: "getSubgroups",
    path: "/v1/subgroups",
    tag: "Evidence",
    summary: "What single studies report by subgroup",
    description: "Levels of one study side by side. Nothing is pooled.",
    parameters: closed(subgroupWords),
    json: "Subgroups",
    example: "/v1/subgroups?variable=age&outcome=orr",
  },
  {
    ...usual,
    id: "getComparisons",
    path: "/v1/comparisons",
    tag: "Evidence",
    summary: "Sequences, matched and adjusted comparisons by others",
    description: "Shown beside our own comparison, never pooled with it.",
    parameters: closed(comparisonWords),
    json: "AdjustedComparisons",
    example: "/v1/comparisons?kind=matching-adjusted",
  },
  {
    ...usual,
    id: "getPublished",
    path: "/v1/published",
    tag: "Evidence",
    summary: "What published meta-analyses found",
    description: "Every pooled number they print, beside what the same question gives here.",
    parameters: [],
    json: "PublishedList",
    example: "/v1/published",
  },
  {
    ...usual,
    id: "getDataset",
    path: "/v1/dataset",
    tag: "Evidence",
    summary: "The whole evidence",
    description:
      "Every cohort with every figure, source and locator, every product, subgroup, comparison and published meta-analysis, in one document.",
    parameters: [],
    json: "Dataset",
    example: "/v1/dataset",
  },
  {
    ...usual,
    id: "getDatasetTable",
    path: "/v1/dataset.csv",
    tag: "Evidence",
    summary: "Every figure of the evidence as a table",
    description:
      "One line for every count and for survival at a month, held and unreviewed figures included. Percentages and intervals are those printed.",
    parameters: [],
    csv: datasetColumns,
    example: "/v1/dataset.csv",
  },
  {
    ...usual,
    id: "getDescription",
    path: "/v1/openapi.json",
    tag: "Service",
    summary: "This description",
    description: "OpenAPI 3.1, made from the schemas that the answers are tested against.",
    parameters: [],
    json: "object",
    example: null,
  },
  ...scriptOperations,
  {
    id: "getHealth",
    path: "/healthz",
    tag: "Service",
    summary: "Whether the service runs, and on which evidence",
    description: "Never cached.",
    parameters: [],
    json: "Health",
    example: "/healthz",
    also: [],
    validated: false,
    cached: false,
  },
];
