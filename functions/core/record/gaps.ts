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
    return (
      listOf(fields.issue)
        .map(fieldsOf)
        // A warning may say no more than that nothing was found.
        .filter(
          ({ severity, code }) => hasCode(severity, ["error", "fatal"]) || hasCode(code, omissions),
        )
        .map(({ code }) => /^[a-z-]{1,32}$/.exec(textOf(code) ?? "")?.[0] ?? "unknown")
    );
  }
  const { tag, security } = fieldsOf(fields.meta);
  return ["subsetted", "redacted", "masked"].filter((code) =>
    [tag, security].some((coding) => hasCode({ coding }, [code])),
  );
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
  /** `type` is that of the resources that were searched; empty if none came. */
  readonly type: string;
  readonly total: number;
  /** `came` counts the resources that the search matched, without those included with them. */
  readonly came: number;
  readonly hasNext: boolean;
}

/** Returns the searches in the Bundles. A Bundle of the same type that follows one with a next page is that page. */
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
