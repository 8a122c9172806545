/** A collected source; what is malformed becomes null and is reported, never repaired by guess. */
import * as v from "valibot";
import { type SourceEntry, sourceSchema } from "../schema.ts";
import type { CollectedCohort } from "./handover.ts";
import type { Cite } from "./references.ts";

export function sourceOf(
  source: CollectedCohort["sources"][number],
  cite: Cite,
  report: (what: string) => void,
): SourceEntry {
  const kept = <K extends "doi" | "pmid" | "seenAt" | "dataCutoff">(
    field: K,
    value: string | null,
  ): string | null => {
    if (value === null) return null;
    // URL parsers accept spaces; a link with one is a remark, not an address.
    const fits = v.is(sourceSchema.entries[field], value) && !/\s/.test(value);
    if (!fits) report(`${field} left out: ${value}`);
    return fits ? value : null;
  };
  return {
    ...cite(source),
    doi: kept("doi", source.doi),
    pmid: kept("pmid", source.pmid),
    seenAt: kept("seenAt", source.url),
    // The texts the collectors started from are papers that lay before them in full.
    kind: source.kind === "seed" ? "full-text" : source.kind,
    tier: source.tier,
    followUpMonths: source.followUpMonths,
    dataCutoff: kept("dataCutoff", source.dataCutoff),
  };
}
