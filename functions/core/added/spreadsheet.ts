/**
 * Reads added cohorts from a spreadsheet that is pasted or opened (CSV with commas, semicolons or tabs): a line an
 * outcome, or a line a group of patients with a column an outcome. What is read is the content of a cohort's file.
 */
import Papa from "papaparse";
import type { Outcome } from "#data/schema.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { cohortColumns } from "./allowed.ts";
import type { FieldProblem } from "./cohort.ts";

/** The content of a cohort's file, with the place in the spreadsheet of each of its fields. */
export interface SheetCohort {
  readonly content: Readonly<Record<string, unknown>>;
  /** `places` maps the path of a field to its place in the spreadsheet, such as "line 3, events". */
  readonly places: ReadonlyMap<string, string>;
}

export interface ReadSheet {
  readonly cohorts: readonly SheetCohort[];
  readonly problems: readonly FieldProblem[];
}

type NamesOfData = Pick<Dataset, "products" | "outcomes">;

/** Lists the names of the columns of a spreadsheet that has one line per outcome. */
const figureColumns = {
  outcome: ["outcome", "endpoint", "event"],
  events: ["events", "responders", "count", "number", "k", "x"],
  n: ["n", "of", "denominator"],
  grading: ["grading", "scale", "graded by"],
  grades: ["grades", "grade"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type CohortColumn = keyof typeof cohortColumns;
type FigureColumn = keyof typeof figureColumns;

/** Columns of a table with a line a patient, which never belongs here. */
const ofPatients =
  /\b(?:mrn|birth|dob|initials|patient (?:id|no|number|name)|surname|first name)\b/;

const numeric: ReadonlySet<string> = new Set([
  "admittedLines.min",
  "admittedLines.max",
  "baseline.n",
  "baseline.medianAge",
  "baseline.medianPriorLines",
  "followUpMonths",
]);

const normal = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[_\s\u00a0]+/g, " ")
    .trim();

/** Other names of outcomes in tables of hospitals. */
const usualNames: Readonly<Record<string, string>> = {
  orr: "orr",
  "overall response": "orr",
  "overall response rate": "orr",
  "≥pr": "orr",
  "≥vgpr": "vgpr",
  "≥cr": "cr",
  "vgpr or better": "vgpr",
  "cr or better": "cr",
  mrd: "mrd-negative",
  "mrd negativity": "mrd-negative",
  "crs any grade": "crs",
  "crs grade 3": "crs-3",
  "crs grade ≥3": "crs-3",
  "crs ≥3": "crs-3",
  "crs >=3": "crs-3",
  "icans any grade": "icans",
  "icans grade ≥3": "icans-3",
  "icans ≥3": "icans-3",
  "icans >=3": "icans-3",
  "infection grade ≥3": "infection-3",
  "infection ≥3": "infection-3",
  "infection >=3": "infection-3",
};

function outcomeNamed(name: string, outcomes: readonly Outcome[]): string | null {
  const text = normal(name);
  const match = outcomes.find(
    ({ id, label, kind }) => kind === "count" && (id === text || normal(label) === text),
  );
  return match?.id ?? usualNames[text] ?? null;
}

export function readSheet(text: string, dataset: NamesOfData): ReadSheet {
  const { data, meta } = Papa.parse<string[]>(text.replace(/^\ufeff/, "").trim(), {
    delimitersToGuess: ["\t", ";", ","],
    skipEmptyLines: "greedy",
  });
  const [header = [], ...lines] = data.map((cells) => cells.map(withoutNothing));
  const names = header.map(normal);
  const wrong = (message: string): ReadSheet => ({
    cohorts: [],
    problems: [{ field: "", message }],
  });
  if (names.some((name) => ofPatients.test(name))) {
    return wrong("a line a group of patients, never a line a patient: take out what names one");
  }
  const columns = columnsOf(names);
  const outcomes = names.map((name, index) =>
    columns[index] === undefined ? outcomeNamed(name, dataset.outcomes) : null,
  );
  const isByOutcome = columns.includes("outcome");
  if (!isByOutcome && outcomes.every((outcome) => outcome === null)) {
    return wrong(
      "the first line names the columns: outcome and events, or a column an outcome (Response, Severe CRS)",
    );
  }
  if (isByOutcome && !columns.includes("events")) return wrong("a column events is missing");
  if (lines.length === 0) return wrong("no line below the names of the columns");
  const unknown = header.flatMap((name, index) => {
    const isUsed = columns[index] !== undefined || (!isByOutcome && outcomes[index] !== null);
    const message = "no such column; take it out, or name it as in the template";
    return isUsed || name.trim() === "" ? [] : [{ field: `column “${name.trim()}”`, message }];
  });
  const sheet: Sheet = {
    dataset,
    columns,
    outcomes,
    header,
    isDecimalComma: meta.delimiter !== ",",
    problems: [...unknown],
  };
  const cohorts = isByOutcome ? linesOfOutcomes(lines, sheet) : linesOfCohorts(lines, sheet);
  return { cohorts, problems: sheet.problems };
}

/** Returns an empty cell for one that states that a value is missing, such as "n/a" or "nr". */
function withoutNothing(cell: string): string {
  return /^(?:n\.?\s?\/?a\.?|k\.\s?a\.|[-–—]|nr|nd)$/i.test(cell.trim()) ? "" : cell;
}

interface Sheet {
  readonly dataset: NamesOfData;
  readonly columns: readonly (CohortColumn | FigureColumn | undefined)[];
  /** Outcomes of the columns, in a table with a line a group. */
  readonly outcomes: readonly (string | null)[];
  readonly header: readonly string[];
  /** `isDecimalComma` is true if commas do not separate cells, so that a comma can mark decimals. */
  readonly isDecimalComma: boolean;
  /** `problems` grows while the lines are read. */
  readonly problems: FieldProblem[];
}

function columnsOf(names: readonly string[]): (CohortColumn | FigureColumn | undefined)[] {
  const all = Object.entries({ ...cohortColumns, ...figureColumns });
  const isByOutcome = names.some((name) => hasColumn(figureColumns.outcome, name));
  return names.map((name) => {
    const [column] = all.find(([, columnNames]) => hasColumn(columnNames, name)) ?? [];
    // In a table with a line a group, n is that of its patients.
    if (!isByOutcome && column === "n") return "baseline.n";
    const isOfFigure = column !== undefined && column in figureColumns;
    return isOfFigure && !isByOutcome && column !== "grading"
      ? undefined
      : (column as CohortColumn | FigureColumn | undefined);
  });
}

function hasColumn(columnNames: readonly string[], name: string): boolean {
  return columnNames.includes(name);
}

interface Draft {
  fields: Record<string, unknown>;
  figures: Record<string, unknown>[];
  places: Map<string, string>;
}

function draft(): Draft {
  return { fields: {}, figures: [], places: new Map() };
}

function whole({ fields, figures, places }: Draft): SheetCohort {
  const content: Record<string, unknown> = {};
  const sizes = figures.flatMap(({ n }) => (typeof n === "number" ? n : []));
  const patients = fields["baseline.n"] ?? (sizes.length > 0 ? Math.max(...sizes) : undefined);
  const all = {
    ...fields,
    ...(patients !== undefined && { "baseline.n": patients }),
    ...(fields.product === notToldApart && {
      product: fields.therapyClass === "bsab" ? "bcma-bispecific-mixed" : "bcma-car-t-mixed",
    }),
  };
  for (const [path, value] of Object.entries(all)) {
    const [outer = "", inner] = path.split(".");
    if (inner === undefined) content[outer] = value;
    else content[outer] = { ...(content[outer] as object), [inner]: value };
  }
  return { content: { ...content, figures }, places };
}

/** Reads a table with one line per outcome. A name begins another cohort; empty cells below it repeat the name. */
function linesOfOutcomes(lines: readonly string[][], sheet: Sheet): SheetCohort[] {
  const drafts: Draft[] = [];
  for (const [index, cells] of lines.entries()) {
    const line = index + 2;
    const fields = cohortFields(cells, line, sheet);
    let current = drafts.at(-1);
    const isOther = "label" in fields.values && fields.values.label !== current?.fields.label;
    if (!current || isOther) {
      current = draft();
      drafts.push(current);
    }
    Object.assign(current.fields, fields.values);
    for (const [path, place] of fields.places) current.places.set(path, place);
    const cell = (column: FigureColumn) => (cells[sheet.columns.indexOf(column)] ?? "").trim();
    const name = cell("outcome");
    if (name === "" || cell("events") === "") continue;
    const place = (column: string) => `line ${line}, ${column}`;
    const count = countIn(cell("events"), place("events"), sheet);
    const n = cell("n") === "" ? undefined : numberIn(cell("n"), sheet);
    const at = `figures[${current.figures.length}]`;
    for (const column of ["outcome", "events", "n", "grading", "grades"] as const) {
      current.places.set(`${at}.${column}`, place(column));
    }
    current.places.set(at, place("outcome"));
    current.figures.push({
      outcome: outcomeNamed(name, sheet.dataset.outcomes) ?? name,
      ...count,
      ...(n !== undefined && { n }),
      ...(cell("grading") !== "" && { grading: normal(cell("grading")) }),
      ...(cell("grades") !== "" && { grades: gradesIn(cell("grades")) }),
    });
  }
  return drafts.map(whole);
}

/** Reads a table with one line per group of patients. */
function linesOfCohorts(lines: readonly string[][], sheet: Sheet): SheetCohort[] {
  return lines.map((cells, index) => {
    const line = index + 2;
    const { values, places } = cohortFields(cells, line, sheet);
    const current = { ...draft(), fields: values, places: new Map(places) };
    const grading = normal(cells[sheet.columns.indexOf("grading")] ?? "");
    for (const [column, outcome] of sheet.outcomes.entries()) {
      const cell = (cells[column] ?? "").trim();
      if (outcome === null || cell === "") continue;
      const place = `line ${line}, ${sheet.header[column]?.trim()}`;
      const at = `figures[${current.figures.length}]`;
      for (const field of ["", ".outcome", ".events", ".n", ".grading"]) {
        current.places.set(at + field, place);
      }
      current.figures.push({
        outcome,
        ...countIn(cell, place, sheet),
        ...(grading !== "" && { grading }),
      });
    }
    return whole(current);
  });
}

function cohortFields(cells: readonly string[], line: number, sheet: Sheet) {
  const values: Record<string, unknown> = {};
  const places: [string, string][] = [];
  for (const [index, column] of sheet.columns.entries()) {
    const cell = (cells[index] ?? "").trim();
    if (column === undefined || !(column in cohortColumns) || cell === "") continue;
    values[column] = numeric.has(column) ? numberIn(cell, sheet) : wordIn(column, cell, sheet);
    places.push([column, `line ${line}, ${sheet.header[index]?.trim()}`]);
  }
  return { values, places };
}

/** Returns a number, or the text of the cell, which the schema then refuses. */
function numberIn(cell: string, { isDecimalComma }: Sheet): number | string {
  const text = isDecimalComma ? cell.replace(",", ".") : cell;
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : cell;
}

/**
 * Reads a count such as "34", "34 of 41" or "34/41". A percentage becomes a problem of the sheet, because a count
 * is needed.
 */
function countIn(cell: string, place: string, sheet: Sheet): { events: unknown; n?: number } {
  const [, events, n] = /^(\d+)\s*(?:of|\/|von|sur|de)\s*(\d+)$/i.exec(cell) ?? [];
  if (events !== undefined && n !== undefined) return { events: Number(events), n: Number(n) };
  if (cell.endsWith("%")) {
    sheet.problems.push({ field: place, message: `${cell}: a count of patients, no percentage` });
    return { events: 0 };
  }
  return { events: numberIn(cell, sheet) };
}

function gradesIn(cell: string): string {
  const text = cell.replaceAll(/\s|grade/gi, "");
  if (/^(?:3-4|3–4|3or4)$/.test(text)) return "3-4";
  return /^(?:3-5|3–5|≥3|>=3|3\+)$/.test(text) ? "3-5" : cell;
}

function wordIn(column: string, cell: string, { dataset }: Sheet): string {
  const text = normal(cell);
  if (column === "therapyClass") {
    if (/^car[- ]?t/.test(text)) return "car-t";
    return /bispec|bsab|bite/.test(text) ? "bsab" : cell;
  }
  if (column === "evidence") {
    if (/practice|real|rwe|registry|routine/.test(text)) return "real-world";
    return /trial/.test(text) ? "trial" : cell;
  }
  if (column !== "product") return cell;
  if (/^(?:mixed|several|not told apart|not separated)$/.test(text)) return notToldApart;
  const product = dataset.products.find(
    ({ slug, name }) => slug === text.replaceAll(" ", "-") || normal(name) === text,
  );
  return product?.slug ?? text;
}

/** Stands for the products of a class together, until its class is known. */
const notToldApart = "mixed";

/** The outcomes that the template names. */
const inTemplate = ["orr", "vgpr", "cr", "crs", "crs-3", "icans", "icans-3", "infection-3"];

/** Returns a table to fill in with one line per outcome. Lines without events are ignored when it is read. */
export function sheetTemplate({ outcomes }: Pick<Dataset, "outcomes">): string {
  const columns = [...Object.values(cohortColumns), ...Object.values(figureColumns)];
  const header = columns.map(([name]) => name);
  const lines = inTemplate.map((id) => {
    const { label, broader } = outcomes.find((outcome) => outcome.id === id) ?? { label: id };
    return header.map((name) => {
      if (name === "outcome") return label;
      return name === "grading" && broader !== undefined ? "astct" : "";
    });
  });
  return `\ufeff${Papa.unparse([header, ...lines], { newline: "\r\n" })}\r\n`;
}
