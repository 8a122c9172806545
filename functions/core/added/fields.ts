/**
 * Names the fields of counts that a reader adds. The form, the columns of the template and a file that was kept have
 * the same fields, so texts from each of them become the same content.
 */

const numbersOfCohort = [
  "linesFrom",
  "linesTo",
  "patients",
  "medianAge",
  "medianLines",
  "followUpMonths",
] as const;

export const cohortFields = ["name", "class", "product", "evidence", ...numbersOfCohort] as const;

const numbersOfOutcome = ["events", "n"] as const;

export const outcomeFields = ["outcome", ...numbersOfOutcome, "grading", "grades"] as const;

type CohortField = (typeof cohortFields)[number];
type OutcomeField = (typeof outcomeFields)[number];

/** Holds every field as it was typed; a field without a value is an empty text. */
export type CohortTexts = Readonly<Record<CohortField, string>>;
export type OutcomeTexts = Readonly<Record<OutcomeField, string>>;

/** Holds the content of a file of added counts before it is checked. */
export type AddedContent = Readonly<Record<string, unknown>>;

const fieldsOfNumbers: readonly string[] = [...numbersOfCohort, ...numbersOfOutcome];

export function makeAddedContent(
  cohort: CohortTexts,
  outcomes: readonly OutcomeTexts[],
): AddedContent {
  return {
    ...parseFields(cohortFields, cohort),
    outcomes: outcomes.map((outcome) => parseFields(outcomeFields, outcome)),
  };
}

function parseFields<Field extends string>(
  fields: readonly Field[],
  texts: Readonly<Record<Field, string>>,
): AddedContent {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = texts[field].trim();
      if (text === "") return [];
      return [[field, fieldsOfNumbers.includes(field) ? parseNumberOrText(text) : text]];
    }),
  );
}

/** Returns a number, or the text itself, which the check then refuses with what is allowed. */
function parseNumberOrText(text: string): number | string {
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : text;
}

/** Maps each outcome of the template to the scale by which it is graded; a reader may add lines for others. */
const outcomesOfTemplate: Readonly<Record<string, string>> = {
  orr: "",
  vgpr: "",
  cr: "",
  crs: "",
  "crs-3": "",
  icans: "astct",
  "icans-3": "astct",
  "infection-3": "",
};

/** Returns the template as CSV, with a line for each outcome. Lines without counts are ignored when it is read. */
export function makeCsvTemplate(): string {
  const emptyCells = ",".repeat(cohortFields.length);
  const lines = Object.entries(outcomesOfTemplate).map(
    ([outcome, grading]) => `${emptyCells}${outcome},,,${grading},`,
  );
  return `${[[...cohortFields, ...outcomeFields].join(","), ...lines].join("\r\n")}\r\n`;
}
