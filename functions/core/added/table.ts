/**
 * Reads groups of patients from a pasted table in exactly the columns of the template, a line for each outcome,
 * separated by commas or another separator that Papa Parse detects.
 */
import Papa from "papaparse";
import type { FieldProblem } from "./cohort.ts";
import {
  type AddedContent,
  type CohortTexts,
  cohortFields,
  makeAddedContent,
  type OutcomeTexts,
  outcomeFields,
} from "./fields.ts";

/** Holds the content of a group, with the place in the table of each of its fields. */
export interface TableGroup {
  readonly content: AddedContent;
  /** `places` maps the path of a field to its place in the table, such as "line 3, events". */
  readonly places: ReadonlyMap<string, string>;
}

export interface ReadTable {
  readonly groups: readonly TableGroup[];
  readonly problems: readonly FieldProblem[];
}

const columns = [...cohortFields, ...outcomeFields] as const;

type Cells = CohortTexts & OutcomeTexts;

interface Line {
  readonly cells: Cells;
  /** Names the line, such as "line 3". */
  readonly place: string;
}

/**
 * Returns the groups of a table in the order of their first lines, with the problems of its lines; a table without
 * counts has that as its only problem. Returns `null` if the text is no table in exactly the columns of the template,
 * or if its quotes do not match.
 */
export function parseTableIntoGroups(text: string): ReadTable | null {
  const { data, errors } = Papa.parse<string[]>(text);
  const [names = [], ...rows] = data.map((cells) => cells.map((cell) => cell.trim()));
  const isTemplate =
    names.length === columns.length && columns.every((column) => names.includes(column));
  if (!isTemplate || errors.some(({ type }) => type === "Quotes")) return null;
  const groups = new Map<string, Line[]>();
  const problems: FieldProblem[] = [];
  for (const [index, row] of rows.entries()) {
    const place = `line ${index + 2}`;
    if (row.every((cell) => cell === "")) continue;
    if (row.length !== columns.length) {
      const message = `${row.length} cells, but ${columns.length} columns`;
      problems.push({ field: place, message });
      continue;
    }
    const cells = Object.fromEntries(
      columns.map((column) => [column, row[names.indexOf(column)] ?? ""]),
    ) as Cells;
    if (cells.name !== "") {
      groups.set(cells.name, [...(groups.get(cells.name) ?? []), { cells, place }]);
    } else if (!isEmptyTemplateLine(cells)) {
      problems.push({ field: `${place}, name`, message: "each line has the name of its group" });
    }
  }
  if (groups.size === 0 && problems.length === 0) {
    problems.push({ field: "", message: "the table has no counts yet" });
  }
  const lines = [...groups.values()];
  return {
    groups: lines.map(readGroupFromLines),
    problems: [...problems, ...lines.flatMap(listConflictProblems)],
  };
}

/** Returns whether a line holds only what the template fills in, so that it says nothing. */
function isEmptyTemplateLine(cells: Cells): boolean {
  return columns.every(
    (column) => column === "outcome" || column === "grading" || cells[column] === "",
  );
}

/** Returns the group whose lines these are, wherever they stand in the table. */
function readGroupFromLines(lines: readonly Line[]): TableGroup {
  const places = new Map<string, string>();
  const texts = Object.fromEntries(
    cohortFields.map((field) => {
      const line = lines.find(({ cells }) => cells[field] !== "");
      if (line) places.set(field, `${line.place}, ${field}`);
      return [field, line?.cells[field] ?? ""];
    }),
  ) as CohortTexts;
  const counted = lines.filter(({ cells }) => cells.events !== "" || cells.n !== "");
  for (const [index, { place }] of counted.entries()) {
    const path = `outcomes[${index}]`;
    places.set(path, `${place}, outcome`);
    for (const field of outcomeFields) places.set(`${path}.${field}`, `${place}, ${field}`);
  }
  const outcomes = counted.map(({ cells }) => cells);
  return { content: makeAddedContent(texts, outcomes), places };
}

/** Returns a problem for each line of a group that says something else of it than a line above. */
function listConflictProblems(lines: readonly Line[]): FieldProblem[] {
  return cohortFields.flatMap((field) => {
    const [first, ...others] = lines.filter(({ cells }) => cells[field] !== "");
    if (first === undefined) return [];
    return others
      .filter(({ cells }) => cells[field] !== first.cells[field])
      .map(({ cells, place }) => ({
        field: `${place}, ${field}`,
        message: `${cells[field]}, but ${first.cells[field]} in ${first.place}`,
      }));
  });
}
