/** Soaks both runtimes with the same requests, and says what came of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataset } from "#core/dataset.ts";
import type { OpenApiDocument } from "#server/documentation/open-api.ts";
import { table } from "../../.dev/evidence/table.ts";
import { startExpecting } from "./expected.ts";
import type { Heap } from "./heap.ts";
import { mix } from "./mix.ts";
import { site, startNode, startWorkerd } from "./runtimes.ts";
import { type Soaked, soak } from "./soak.ts";

export interface BothOptions {
  /** Requests to each. */
  count: number;
  seed: number;
  kills: number;
  progress?: (sentence: string) => void;
}

/** How often each request is made, on average. */
const repeats = 6;

/** Of an isolate on the platform, in megabytes. */
const mostHeap = 128;

const described = join(import.meta.dirname, "../../dist/v1/openapi.json");

export async function soakBoth({
  count,
  seed,
  kills,
  progress,
}: BothOptions): Promise<{ report: string; isGood: boolean; all: Soaked[] }> {
  const document: OpenApiDocument = JSON.parse(readFileSync(described, "utf8"));
  const asked = mix(dataset, document, { numRuns: Math.ceil(count / repeats), seed });
  const expecting = startExpecting(site);
  const all: Soaked[] = [];
  try {
    for (const start of [startWorkerd, startNode]) {
      all.push(await soak({ start, expecting, asked, count, seed, kills, progress }));
    }
  } finally {
    await expecting.end();
  }
  const failures = all.flatMap(({ wrong, own5xx, broken }) => [...wrong, ...own5xx, ...broken]);
  const isSmall = all.every(({ heaps }) => heaps.every(({ heap }) => sumOf(heap) < mostHeap));
  return {
    report: [
      tableOf(all),
      `${asked.length} different requests, seed ${seed}.`,
      ...failures.slice(0, 40).map((failure) => `✗ ${failure.slice(0, 600)}`),
      ...(isSmall ? [] : [`✗ more than ${mostHeap} MB of heap`]),
    ].join("\n"),
    isGood: failures.length === 0 && isSmall,
    all,
  };
}

const sumOf = ({ objects, buffers }: Heap) => objects + buffers;

function tableOf(all: readonly Soaked[]): string {
  const row = (name: string, of: (one: Soaked) => number | string) => [
    name,
    ...all.map((one) => String(of(one))),
  ];
  const kinds = [...new Set(all.flatMap(({ faults }) => [...faults.keys()]))].sort();
  const statuses = [...new Set(all.flatMap((one) => [...one.statuses.keys()]))].sort();
  return table([
    ["", "workerd", "Node"],
    row("requests", ({ requests }) => requests),
    row("answers compared byte by byte", ({ compared }) => compared),
    ...statuses.map((status) =>
      row(`  answered ${status}`, (one) => one.statuses.get(status) ?? 0),
    ),
    ["faults"],
    ...kinds.map((kind) => row(`  ${kind}`, ({ faults }) => faults.get(kind) ?? 0)),
    ["results"],
    row("  wrong answers", ({ wrong }) => wrong.length),
    row("  5xx from input", ({ own5xx }) => own5xx.length),
    row("  other broken rules", ({ broken }) => broken.length),
    row("  5xx of an injected fault, said as such", ({ failedByFault }) => failedByFault),
    row("  broken off by an injected fault", ({ brokenByFault }) => brokenByFault),
    ["live heap and buffers in MB, last life"],
    ...Array.from({ length: Math.max(...all.map((one) => one.heaps.length)) }, (_, index) => [
      `  ${index + 1}`,
      ...all.map((one) => {
        const found = one.heaps[index];
        return found
          ? `${found.heap.objects.toFixed(1)} + ${found.heap.buffers.toFixed(1)} at ${found.requests}`
          : "";
      }),
    ]),
    row("seconds", ({ seconds }) => seconds.toFixed(0)),
  ]);
}
