/** Finds what a server did not send, by its own words or by what came. */
import {
  type Fields,
  fieldsOf,
  hasCode,
  listOf,
  mostResources,
  type Sent,
  textOf,
} from "./fhir.ts";
import { type Finding, finding } from "./findings.ts";

export function gapsIn({ resources, bundles, isCut }: Sent): readonly Finding[] {
  const issues = new Set([...resources.flatMap(issuesOf), ...bundles.flatMap(failuresOf)]);
  return [
    ...[...issues].map((issue) => finding("withheld", { issue })),
    ...searchesIn(bundles).flatMap(missingOf),
    ...(isCut ? [finding("too-much", {})] : []),
  ];
}

/**
 * Returns the warnings and errors of an OperationOutcome; for any other resource, tags which say that fields were
 * left out.
 */
function issuesOf({ type, fields }: Sent["resources"][number]): readonly string[] {
  if (type === "OperationOutcome") {
    return listOf(fields.issue)
      .map(fieldsOf)
      .filter(({ severity, code }) => severity !== "information" || hasCode(code, omissions))
      .map(({ code }) => textOf(code) ?? "unknown");
  }
  const { tag, security } = fieldsOf(fields.meta);
  return ["SUBSETTED", "REDACTED", "MASKED"]
    .filter((code) => [tag, security].some((coding) => hasCode({ coding }, [code])))
    .map((code) => code.toLowerCase());
}

/** Returns the statuses of requests of a batch that failed without an OperationOutcome. */
function failuresOf({ entry }: Fields): readonly string[] {
  return listOf(entry, mostResources)
    .map((item) => fieldsOf(fieldsOf(item).response))
    .filter(({ outcome }) => outcome === undefined)
    .flatMap(({ status }) => /^[45]\d\d/.exec(textOf(status) ?? "") ?? []);
}

const omissions = ["incomplete", "suppressed"];

interface Search {
  /** Type of the resources that were looked for; empty if none came. */
  readonly type: string;
  readonly total: number;
  /** Resources that the search matched, without those included with them. */
  readonly came: number;
  readonly hasNext: boolean;
}

/** A Bundle that follows one with a next page, of the same type, is that page. */
function searchesIn(bundles: readonly Fields[]): readonly Search[] {
  const searches: Search[] = [];
  for (const page of bundles.map(searchOf)) {
    const before = searches.at(-1);
    if (before?.hasNext && before.type === page.type) {
      searches.pop();
      const total = Math.max(before.total, page.total);
      searches.push({ ...page, total, came: before.came + page.came });
    } else searches.push(page);
  }
  return searches;
}

function searchOf({ entry, total, link }: Fields): Search {
  const matches = listOf(entry, mostResources)
    .map(fieldsOf)
    .filter(({ search }) => !hasCode(fieldsOf(search).mode, ["include", "outcome"]))
    .map(({ resource }) => textOf(fieldsOf(resource).resourceType))
    .filter((type) => type !== null && type !== "OperationOutcome");
  return {
    type: matches[0] ?? "",
    total: typeof total === "number" ? total : 0,
    came: matches.length,
    hasNext: listOf(link).some((item) => fieldsOf(item).relation === "next"),
  };
}

function missingOf({ type, total, came, hasNext }: Search): readonly Finding[] {
  const searched = { type: type || "resources" };
  if (hasNext) return [finding("next-page", searched)];
  return total > came ? [finding("fewer-than-counted", { ...searched, counted: total, came })] : [];
}
