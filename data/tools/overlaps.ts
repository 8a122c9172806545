/** Which cohorts share patients: remarks in the collected files become symmetric edges. */
import type { Cohort } from "../schema.ts";

type Overlap = Cohort["overlaps"][number];
type Kind = Overlap["kind"];

/** Strongest first: two files may describe the same pair in different words. */
const strength: readonly Kind[] = ["contained", "partial", "possible"];

/** Remarks that name no shared patient of the cohort we carry. */
const noSharedPatients: readonly (readonly [string, string, string])[] = [
  [
    "sidana-cilta-cel-us-2025",
    "hansen-ide-cel-us-comparison",
    "They share a publication, whose cilta-cel arm is the first and whose ide-cel arm is the second",
  ],
];

/** What the notes of the files say about an edge that the remark leaves bare. */
const knownReasons: readonly (readonly [string, string, string])[] = [
  [
    "majestec-1",
    "usmani-teclistamab-2021",
    "the 40 patients at the recommended phase 2 dose are among the 165",
  ],
];

interface Remark {
  a: string;
  b: string;
  kind: Kind;
  qualifier: string | null;
}

/** Edges of every cohort, by id, sorted by the other cohort's id. */
export function overlapsOf(
  cohorts: readonly { id: string; overlapsWith: readonly string[] }[],
): Map<string, Overlap[]> {
  const carried = new Set(cohorts.map(({ id }) => id));
  const remarks = cohorts
    .flatMap(({ id, overlapsWith }) => overlapsWith.flatMap((text) => remarkOf(id, text)))
    .filter(({ a, b }) => carried.has(b) && !excepted(a, b));
  const edges = new Map<string, Overlap[]>(cohorts.map(({ id }) => [id, []]));
  for (const [a, b] of pairsOf(remarks)) {
    const both = remarks
      .filter((remark) => new Set([remark.a, remark.b, a, b]).size === 2)
      .sort((x, y) => strength.indexOf(x.kind) - strength.indexOf(y.kind));
    const kind = both[0]?.kind ?? "possible";
    const reason =
      knownReasons.find(([x, y]) => x === a && y === b)?.[2] ??
      both.find(({ qualifier }) => qualifier !== null)?.qualifier ??
      unqualified;
    edges.get(a)?.push({ with: b, kind, reason });
    edges.get(b)?.push({ with: a, kind, reason });
  }
  for (const list of edges.values()) list.sort((x, y) => x.with.localeCompare(y.with, "en"));
  return edges;
}

const unqualified = "listed as sharing patients; how many is not printed";

function remarkOf(id: string, text: string): Remark[] {
  const match = text.match(/^(\S+)(?: \((.*)\))?$/);
  const [, other, qualifier = null] = match ?? [];
  if (other === undefined) return [];
  return [{ a: id, b: other, kind: kindOf(qualifier), qualifier: reasonOf(qualifier) }];
}

function kindOf(qualifier: string | null): Kind {
  if (qualifier === null) return "partial";
  if (/contained|subset/.test(qualifier)) return "contained";
  return /possible|unknown/.test(qualifier) ? "possible" : "partial";
}

/** The remark without the word that became the kind. */
function reasonOf(qualifier: string | null): string | null {
  if (qualifier === null) return null;
  if (/^possible$/.test(qualifier)) return "possibly some of the same patients; not stated";
  if (/^unknown$/.test(qualifier)) return "whether patients are shared is not known";
  return qualifier.replace(/^possible: /, "").replace("; treat as contained", "");
}

function excepted(a: string, b: string): boolean {
  return noSharedPatients.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
}

function pairsOf(remarks: readonly Remark[]): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const { a, b } of remarks) {
    const pair: [string, string] = a < b ? [a, b] : [b, a];
    pairs.set(pair.join(" "), pair);
  }
  return [...pairs.values()];
}
