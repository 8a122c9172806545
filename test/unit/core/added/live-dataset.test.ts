/**
 * On a device the evidence changes while the app runs. No module keeps anything of it from its import, and what is
 * kept of answers is named by their version.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "rolldown/utils";
import { afterEach, expect, it } from "vitest";
import { convertAddedToComputeCohorts, readAddedCohort } from "#core/added/cohort.ts";
import { dataset, published, replaceAddedCohorts } from "#core/dataset.ts";
import { makeAddedCohortLabel } from "#presentation/words/added.ts";
import { app } from "../../../../functions/app.ts";

const root = join(import.meta.dirname, "../../../..");

/** Matches the fields of the dataset that added counts do not change. */
const unchanged = /^dataset\.(?:outcomes|products|review|sets|presets)\b/;

/** Returns the reads of the dataset while a module is imported, outside of all functions. */
function readsAtImport(path: string): string[] {
  const source = readFileSync(join(root, path), "utf8");
  if (!/\bdataset\b.*core\/dataset\.ts"/.test(source)) return [];
  const { program } = parseSync(path, source);
  const functions: [number, number][] = [];
  const starts: number[] = [];
  const note = ({ start, end }: { start: number; end: number }) => {
    functions.push([start, end]);
  };
  new Visitor({
    FunctionDeclaration: note,
    FunctionExpression: note,
    ArrowFunctionExpression: note,
    ImportDeclaration: note,
    Identifier({ name, start }) {
      if (name === "dataset") starts.push(start);
    },
  }).visit(program);
  return starts
    .filter((at) => !functions.some(([from, to]) => from <= at && at < to))
    .map((at) => source.slice(at).split(/[\n;]/)[0] ?? "")
    .filter((text) => !unchanged.test(text))
    .map((text) => `${path}: ${text}`);
}

/** Texts of a whole release, names of parameters, and what runs once when a server starts. */
const allowed = [
  'functions/server/node/node-server.ts: dataset.answerVersion, ""),',
  'functions/server/api/dataset.ts: dataset.answerVersion, "dataset", "json"),',
  "functions/server/api/health.ts: dataset.dataVersion, ...recall }),",
  'functions/server/api/health.ts: dataset.dataVersion, "recall", "json"),',
  "functions/server/documentation/parameter-descriptions.ts: dataset)",
  "functions/worker.ts: dataset)",
];

it("no module keeps the evidence of its import", () => {
  const files = globSync("functions/**/*.{ts,tsx}", { cwd: root }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  expect(files.flatMap(readsAtImport).filter((text) => !allowed.includes(text))).toEqual([]);
});

afterEach(() => replaceAddedCohorts([], false));

const environment = {
  APP_ENV: "local",
  EMBED_ANCESTORS: "'self'",
  ASSETS: { fetch: async () => new Response(null, { status: 404 }) },
  ON_DEVICE: true,
};

async function ask(path: string): Promise<string> {
  const response = await app.fetch(new Request(`http://localhost${path}`), environment);
  expect(response.status, path).toBe(200);
  return response.text();
}

it("every answer follows each change of added counts, and is again as before without them", async () => {
  const { cohort } = readAddedCohort(
    {
      name: "Our centre",
      product: "cilta-cel",
      evidence: "trial",
      patients: 4001,
      outcomes: [{ outcome: "orr", events: 2003 }],
    },
    published,
  );
  if (!cohort) throw new Error("not read");
  const paths = [
    "/v1/screen?outcome=orr",
    "/v1/screen/orr?outcome=orr",
    "/v1/screen/copy?outcome=orr",
    "/v1/comparison?outcome=orr",
    "/v1/comparison.csv?outcome=orr",
    "/v1/reproduce.R?outcome=orr",
    "/v1/forest.svg?outcome=orr",
    "/report?outcome=orr",
  ];
  const before = await Promise.all(paths.map(ask));
  replaceAddedCohorts(convertAddedToComputeCohorts([cohort], makeAddedCohortLabel), true);
  expect(dataset.answerVersion).not.toBe(published.answerVersion);
  for (const [index, path] of paths.entries()) {
    const counted = await ask(path);
    expect(counted, path).not.toBe(before[index]);
    expect(counted, path).toMatch(/2003|Our centre|added by the reader/);
  }
  replaceAddedCohorts(convertAddedToComputeCohorts([cohort], makeAddedCohortLabel), false);
  const answer = await ask("/v1/screen?outcome=orr");
  expect(answer).toContain("Yours 2003 of 4001");
  expect(answer).not.toContain("With counts added");
  replaceAddedCohorts([], false);
  expect(await Promise.all(paths.map(ask))).toEqual(before);
});
