import * as v from "valibot";
import type { DataFile, Evidence, Problem } from "../evidence.ts";
import { type Content, type Entry, type Folder, folders, type Single, singles } from "../files.ts";

/** A list of at most this many names is named whole. */
const mostNames = 12;

/** Returns the names that are allowed; of a long list those that begin like the unknown one, if any does. */
export function describeAllowed(unknown: string, names: readonly string[]): string {
  const alike = names.filter((name) => name.startsWith(unknown.slice(0, 3)));
  const named = names.length > mostNames && alike.length > 0 ? alike : names;
  return `allowed: ${named.join(", ")}`;
}

/** Holds the content used in place of a file that is missing or does not fit its schema, which is reported already. */
const otherwise: { readonly [S in Single]: Content<S> } = {
  outcomes: [],
  presets: [],
  references: [],
  // The late date keeps rules about dates from reporting follow-on problems.
  review: {
    dataDate: "9999-12-31",
    checks: [],
    reviews: [],
  },
  "known-discrepancies": [],
  changes: { releases: [], minimumDataVersion: "" },
  approvals: { collected: [], notCollected: [] },
  documents: [],
  searches: {
    statement: "missing",
    sources: {
      PubMed: [],
      "ClinicalTrials.gov": [],
      FDA: [],
      EMA: [],
      Companies: [],
      Congresses: [],
      "Retraction Watch": [],
    },
    collections: [],
  },
};

export function parseDataFiles(files: readonly DataFile[]): {
  evidence: Evidence;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const entriesOf = <F extends Folder>(folder: F): Entry<F>[] =>
    files.flatMap((file) => {
      if (!file.path.startsWith(`data/${folder}/`)) return [];
      const entry = parseFile(folders[folder], file, problems);
      return entry !== null && checkFileNamedAfterEntry(file, entry, problems) ? [entry] : [];
    });
  const single = <S extends Single>(name: S): Content<S> => {
    const path = `data/${name}.json`;
    const file = files.find((candidate) => candidate.path === path);
    if (file) return parseFile(singles[name], file, problems) ?? otherwise[name];
    problems.push({ file: path, field: "", rule: "file-present", message: "the file is missing" });
    return otherwise[name];
  };
  problems.push(...files.filter(({ path }) => !isDataFilePath(path)).map(makeUnknownFileProblem));
  const { reviews, ...review } = single("review");
  // The order of these fields changes the version of the data.
  const evidence = {
    cohorts: entriesOf("cohorts"),
    products: entriesOf("products"),
    subgroups: entriesOf("subgroups"),
    comparisons: entriesOf("comparisons"),
    outcomes: single("outcomes"),
    published: entriesOf("published"),
    references: single("references"),
    presets: single("presets"),
    review,
    reviews,
    knownDiscrepancies: single("known-discrepancies"),
    changes: single("changes"),
    approvals: single("approvals"),
    documents: single("documents"),
    searches: single("searches"),
  };
  return { evidence, problems };
}

/** Returns whether the path is that of a data file, in this version or an earlier one. */
function isDataFilePath(path: string): boolean {
  const [data, folder = "", name, ...deeper] = path.split("/");
  if (data !== "data" || deeper.length > 0) return false;
  return name === undefined
    ? Object.keys(singles).some((single) => folder === `${single}.json`)
    : Object.hasOwn(folders, folder) && name.endsWith(".json");
}

function makeUnknownFileProblem({ path: file }: DataFile): Problem {
  const message = "no rule says what this file is; remove it or teach data/files.ts";
  return { file, field: "", rule: "known-file", message };
}

/**
 * Returns the content of a file if it can be read and fits the schema; otherwise adds the reasons to `problems` and
 * returns `null`.
 */
function parseFile<S extends v.GenericSchema>(
  schema: S,
  { path, content, unreadable }: DataFile,
  problems: Problem[],
): v.InferOutput<S> | null {
  if (unreadable !== undefined) {
    problems.push({ file: path, field: "", rule: "json", message: unreadable });
    return null;
  }
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const message = describeUnknownField(schema, issue) ?? issue.message;
    problems.push({ file: path, field: formatIssuePath(issue), rule: "schema", message });
  }
  return null;
}

/** Returns the path of a field that does not fit its schema, as in `figures[2].n`; empty for the whole value. */
function formatIssuePath(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((path, { key }) => {
    if (typeof key === "number") return `${path}[${key}]`;
    return path === "" ? String(key) : `${path}.${String(key)}`;
  }, "");
}

/** Describes what holds other schemas inside a schema, whatever its kind. */
interface Shape {
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
}

/** Returns the message about a field that the schema does not have; `null` if the issue is another one. */
function describeUnknownField(
  schema: v.GenericSchema,
  { type, expected, path }: v.BaseIssue<unknown>,
): string | null {
  if (type !== "strict_object" || expected !== "never") return null;
  const keys = path?.map(({ key }) => key) ?? [];
  const field = String(keys.pop());
  // The properties of a schema depend on its kind, which its type here does not tell.
  const place = keys.reduce<Shape | undefined>(
    (shape, key) => findSubschema(shape, key),
    schema as unknown as Shape,
  );
  const names = Object.keys(unwrapNullableSchema(place)?.entries ?? {});
  return names.length === 0 ? null : `no field "${field}" here; ${describeAllowed(field, names)}`;
}

function findSubschema(shape: Shape | undefined, key: unknown): Shape | undefined {
  const { entries, item } = unwrapNullableSchema(shape) ?? {};
  return entries?.[String(key)] ?? item;
}

/** Returns the schema inside one that also allows `null` or an absent field. */
function unwrapNullableSchema(shape: Shape | undefined): Shape | undefined {
  return shape?.wrapped ? unwrapNullableSchema(shape.wrapped) : shape;
}

/**
 * Returns whether a file is named after the id of its entry, or after the slug of a product; reports a problem if
 * not.
 */
function checkFileNamedAfterEntry(
  { path }: DataFile,
  entry: { id: string } | { slug: string },
  problems: Problem[],
): boolean {
  const [field, id] = "slug" in entry ? ["slug", entry.slug] : ["id", entry.id];
  if (path.endsWith(`/${id}.json`)) return true;
  const message = `"${id}" must be the file's name`;
  problems.push({ file: path, field, rule: "id-matches-file-name", message });
  return false;
}
