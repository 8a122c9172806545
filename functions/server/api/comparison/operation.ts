/** Describes `/v1/comparison` and its parameters. */
import { patientBounds } from "#core/question/patient.ts";
import { patientWords } from "#core/question/read-patient.ts";
import { asOfWords } from "../../answers/as-of.ts";
import { comparisonColumns } from "../../answers/comparison-csv.ts";
import { type Described, usual } from "../../documentation/described.ts";
import type { Parameter } from "../../documentation/open-api.ts";
import { otherParameterDescriptions } from "../../documentation/parameter-descriptions.ts";
import { closed, question } from "../../documentation/resource-parameters.ts";
import { comparisonSchema } from "./schema.ts";

/** Two whole numbers and a list. An answer about a patient is never cached. */
const ofPatient: readonly Parameter[] = [
  ...Object.entries(patientBounds).map(
    ([name, [minimum, maximum]]): Parameter => ({
      name,
      in: "query",
      description: otherParameterDescriptions[name as keyof typeof patientBounds],
      schema: { type: "integer", minimum, maximum },
    }),
  ),
  {
    name: "patient-prior-bcma",
    in: "query",
    description: otherParameterDescriptions["patient-prior-bcma"],
    style: "form",
    explode: false,
    schema: {
      type: "array",
      items: { type: "string", enum: [...patientWords["patient-prior-bcma"]] },
      minItems: 1,
    },
  },
];

const parameters = [...question, ...ofPatient, ...closed(asOfWords)];

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getComparison",
    path: "/v1/comparison",
    tag: "Compare",
    summary: "Pooled comparison of both classes, or of other groups",
    description:
      "The answer to a question: for every outcome the pools with their cohorts, intervals and sources, the contrasts, the certainty with its reasons, the cautions; and for every cohort left out the reason. JSON, a table with `Accept: text/csv`, or the report, a page, with `Accept: text/html`.",
    parameters,
    json: comparisonSchema,
    csv: comparisonColumns,
    texts: ["text/html"],
    example: "/v1/comparison?outcome=orr",
    also: [406, 422, 503],
  },
  {
    ...usual,
    id: "getComparisonFile",
    path: "/v1/comparison.json",
    tag: "Compare",
    summary: "The same comparison as a file of JSON, whatever is accepted",
    description: "For links: a browser that opens `/v1/comparison` is answered with the report.",
    parameters,
    json: comparisonSchema,
    example: "/v1/comparison.json?outcome=orr",
    also: [422, 503],
  },
  {
    ...usual,
    id: "getComparisonTable",
    path: "/v1/comparison.csv",
    tag: "Compare",
    summary: "The same comparison as a table",
    description:
      "One line for every pool, product, cohort and contrast, in UTF-8 with a byte order mark. Rates are proportions, differences per 100 patients.",
    parameters,
    csv: comparisonColumns,
    example: "/v1/comparison.csv?outcome=orr",
    also: [422, 503],
  },
];
