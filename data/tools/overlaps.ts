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

/** What the files say of a pair in other places than the remark that names it. */
const knownKinds: readonly (readonly [string, string, Kind, string])[] = [
  [
    "anito-cel-phase-1",
    "frigault-cart-ddbcma-2022",
    "contained",
    "the first 12 patients of the same trial are among the 38",
  ],
  ...["20mg", "40mg", "60mg"].map(
    (dose) =>
      [
        "dsouza-abbv383-2022",
        `vij-abbv383-${dose}`,
        "possible",
        "presumed: the same phase 1 trial; how many is not printed",
      ] as const,
  ),
];

const usSeries = "US standard-of-care series of the same period; centres may overlap";
const multinationalSeries = "multinational series of the same period; centres may overlap";

const preApproval = "pre-approval access of the same period; centres may overlap";
const unknownCountry = "10 hospitals whose country is not shown; centres may overlap";
const teclistamabSeries = [
  "midwest-teclistamab-2025",
  "mohan-teclistamab-2024",
  "razzo-teclistamab-us-2025",
  "realitec-teclistamab",
  "tan-teclistamab-imwg-2025",
];

/** Pairs that no file names, but whose recruitment makes shared patients possible. */
const inferredEdges: readonly (readonly [string, string, string])[] = [
  ["ide-cel-age65-us-2024", "ide-cel-cytopenias-us-2022", usSeries],
  ["ide-cel-cytopenias-us-2022", "us-consortium-ide-cel-emd-2024", usSeries],
  ["midwest-teclistamab-2025", "dima-teclistamab-us-2025", usSeries],
  ["midwest-teclistamab-2025", "razzo-teclistamab-us-2025", usSeries],
  ["mohan-teclistamab-2024", "tan-teclistamab-imwg-2025", multinationalSeries],
  ["midwest-teclistamab-2025", "mohan-teclistamab-2024", usSeries],
  ["midwest-teclistamab-2025", "tan-mskcc-teclistamab-2025", usSeries],
  ["midwest-teclistamab-2025", "tan-teclistamab-imwg-2025", multinationalSeries],
  ["mohan-teclistamab-2024", "tan-mskcc-teclistamab-2025", usSeries],
  ["dima-teclistamab-us-2025", "tan-teclistamab-imwg-2025", multinationalSeries],
  ["northwell-teclistamab-2025", "dima-teclistamab-us-2025", usSeries],
  ["northwell-teclistamab-2025", "mohan-teclistamab-2024", usSeries],
  ["northwell-teclistamab-2025", "razzo-teclistamab-us-2025", usSeries],
  ["northwell-teclistamab-2025", "tan-teclistamab-imwg-2025", multinationalSeries],
  ["martin-teclistamab-asian-paa-2026", "realitec-teclistamab", preApproval],
  ["merz-cilta-cel-2025", "sidana-cilta-cel-us-2025", multinationalSeries],
  ["merz-ide-cel-2025", "hansen-ide-cel-us-comparison", multinationalSeries],
  ["merz-ide-cel-2025", "sidana-ide-cel-cibmtr-2025", multinationalSeries],
  ["merz-ide-cel-2025", "us-consortium-ide-cel-emd-2024", multinationalSeries],
  ["realitec-teclistamab", "tan-teclistamab-imwg-2025", multinationalSeries],
  ...["zerbit-bcma-bsab", "zerbit-teclistamab"].flatMap((zerbit) =>
    teclistamabSeries.map((series) => [series, zerbit, unknownCountry] as const),
  ),
];

interface Described {
  id: string;
  overlapsWith: readonly string[];
  baseline: { n: number | null };
}

interface Remark {
  a: string;
  b: string;
  kind: Kind;
  qualifier: string | null;
}

/** Edges of every cohort, by id, sorted by the other cohort's id. */
export function overlapsOf(cohorts: readonly Described[]): Map<string, Overlap[]> {
  const carried = new Map(cohorts.map(({ id, baseline }) => [id, baseline.n]));
  const written = cohorts.flatMap(({ id, overlapsWith }) =>
    overlapsWith.flatMap((text) => remarkOf(id, text)),
  );
  const inferred = inferredEdges.map(([a, b, qualifier]): Remark => possible(a, b, qualifier));
  const remarks = withPassedOn(
    [...written, ...inferred].filter(
      ({ a, b }) => carried.has(a) && carried.has(b) && !excepted(a, b),
    ),
    carried,
  );
  const edges = new Map<string, Overlap[]>(cohorts.map(({ id }) => [id, []]));
  for (const [a, b] of pairsOf(remarks)) {
    const both = remarks
      .filter((remark) => joins(remark, a, b))
      .sort((x, y) => strength.indexOf(x.kind) - strength.indexOf(y.kind));
    const known = knownKinds.find(([x, y]) => x === a && y === b);
    const kind = known?.[2] ?? both[0]?.kind ?? "possible";
    const reason =
      known?.[3] ??
      knownReasons.find(([x, y]) => x === a && y === b)?.[2] ??
      both.find(({ qualifier }) => qualifier !== null)?.qualifier ??
      unqualified;
    edges.get(a)?.push({ with: b, kind, reason });
    edges.get(b)?.push({ with: a, kind, reason });
  }
  for (const list of edges.values()) list.sort((x, y) => x.with.localeCompare(y.with, "en"));
  return edges;
}

/**
 * A cohort that contains another shares whatever patients the contained one shares, so
 * the edges of the contained cohort pass on to it, unless the pair has an edge already.
 */
function withPassedOn(
  remarks: readonly Remark[],
  sizes: ReadonlyMap<string, number | null>,
): Remark[] {
  const containments = remarks
    .filter(({ kind }) => kind === "contained")
    .flatMap(({ a, b }) => containmentOf(a, b, sizes));
  const all = [...remarks];
  // The list grows while it is read: an edge passed on once may have to be passed on again.
  for (const { a, b } of all) {
    for (const { container, contained } of containments) {
      const other = a === contained ? b : b === contained ? a : container;
      const joined = all.some((known) => joins(known, container, other));
      if (other === container || joined || excepted(container, other)) continue;
      all.push(possible(container, other, `by way of ${contained}, which ${container} contains`));
    }
  }
  return all;
}

/** The words do not say which of the two contains the other; the numbers of patients do. */
function containmentOf(
  a: string,
  b: string,
  sizes: ReadonlyMap<string, number | null>,
): { container: string; contained: string }[] {
  const [sizeA = null, sizeB = null] = [sizes.get(a), sizes.get(b)];
  if (sizeA === null || sizeB === null || sizeA === sizeB) return [];
  return sizeA > sizeB ? [{ container: a, contained: b }] : [{ container: b, contained: a }];
}

function possible(a: string, b: string, qualifier: string): Remark {
  return { a, b, kind: "possible", qualifier };
}

function joins({ a, b }: Remark, x: string, y: string): boolean {
  return (a === x && b === y) || (a === y && b === x);
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
