/** The numbers of the collected files as `fixtures/write-manifests.ts` copied them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

type Interval = [number | null, number | null] | null;

export interface CollectedCohort {
  id: string;
  figures: [
    key: string,
    events: number | null,
    n: number | null,
    percentPrinted: string | null,
    derived: boolean,
  ][];
  landmarks: [family: string, month: number, percent: number, interval: Interval][];
  medians: [family: string, months: number, interval: Interval][];
  citations: string[];
}

interface RoexRow {
  id: string;
  nToxicity: number;
  nResponse: number;
  crs: number;
  crsGrade3Plus: number;
  neurotoxicity: number;
  crOrScr: number | null;
  vgpr: number | null;
  overallResponse: number | null;
}

interface RoexPool {
  id: string;
  rows: string[];
  events: number[];
  n: number[];
}

interface PublishedResult {
  citation: string;
  outcome: string;
  class: string;
  pct: number | null;
  interval: Interval;
  value: number | string | null;
  effectInterval: Interval;
}

const manifest = <T>(name: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, `fixtures/${name}-manifest.json`), "utf8"));

export const collectedCohorts = manifest<CollectedCohort[]>("cohorts");
export const roex = manifest<{ rows: RoexRow[]; pooled: RoexPool[] }>("roex");
export const publishedResults = manifest<PublishedResult[]>("published");
