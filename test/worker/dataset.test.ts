/** The whole evidence: every figure of the data files once, with its source. */
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { readDataFiles } from "#data/build/read-files.ts";
import type { Cohort } from "#data/schema.ts";
import type { wholeDataset } from "#server/answers/whole-dataset.ts";
import { getJson } from "../support/json.ts";
import { request } from "../support/request.ts";

type Whole = ReturnType<typeof wholeDataset>;
const document = () => getJson<Whole>("/v1/dataset");

const files = readDataFiles(join(import.meta.dirname, "../../data"));
const under = (folder: string) => files.filter(({ path }) => path.startsWith(`data/${folder}/`));
const cohortFiles = under("cohorts").map(({ content }) => content as Cohort);

async function lines(): Promise<Record<string, string>[]> {
  const { text } = await request("/v1/dataset.csv");
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

interface Counted {
  events: number | null;
  n: number | null;
}

/** Weighted by position, so that two exchanged figures are noticed. */
function checksum(figures: readonly Counted[]): number {
  return figures.reduce(
    (sum, { events, n }, index) => sum + (index + 1) * ((events ?? 0) * 31 + (n ?? 0)),
    0,
  );
}

describe("the whole evidence as a document", () => {
  it("has the version of the data and all files of each kind", async () => {
    const whole = await document();
    expect(whole.version).toBe(dataset.dataVersion);
    expect(whole.references.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["fourth-line-by-class", "blood-2024-144-6946"]),
    );
    for (const kind of ["cohorts", "products", "subgroups", "comparisons", "published"] as const) {
      expect([kind, whole[kind].length]).toEqual([kind, under(kind).length]);
    }
  });

  it("has the counts of the compute set", async () => {
    const figures = (await document()).cohorts.flatMap((cohort) => cohort.figures);
    const computed = dataset.cohorts.flatMap((cohort) => cohort.figures);
    expect(figures.length).toBe(computed.length);
    expect(checksum(figures)).toBe(checksum(computed));
  });

  it("has every figure, landmark and median as its file says, with the source it names", async () => {
    const { cohorts } = await document();
    for (const file of cohortFiles) {
      const cohort = cohorts.find(({ id }) => id === file.id);
      // The words of a source are printed for its reviewer only.
      const { figures, landmarks } = withoutQuotes(file);
      expect(cohort?.figures.map(({ tier, ...figure }) => figure)).toEqual(
        figures.map((figure) => Object.assign({ exposureMonths: null }, figure)),
      );
      expect(cohort?.landmarks).toEqual(landmarks);
      expect(cohort?.medians).toEqual(file.medians);
      expect(cohort?.sources.map(({ href, citation, ...source }) => source)).toEqual(
        file.sources.map(({ reference, detail, ...source }) => source),
      );
      for (const [index, { detail }] of file.sources.entries()) {
        expect(cohort?.sources[index]?.citation).toContain(detail ?? "");
      }
      for (const { source, tier } of cohort?.figures ?? []) {
        expect(tier).toBe(file.sources[source]?.tier);
      }
    }
  });
});

function withoutQuotes({ figures, landmarks }: (typeof cohortFiles)[number]) {
  const without = <F extends { quote?: string | undefined }>({ quote: _, ...figure }: F) => figure;
  return { figures: figures.map(without), landmarks: landmarks.map(without) };
}

describe("the whole evidence as a table", () => {
  it("has one line for every figure and landmark of the files, with its digits", async () => {
    const text = (value: unknown) => String(value ?? "");
    const { cohorts } = await document();
    const citations = new Map(cohorts.map(({ id, sources }) => [id, sources]));
    const expected = cohortFiles.flatMap(({ id, figures, landmarks }) => [
      ...figures.map(({ outcome, events, n, cut, percentPrinted, locator, source }) =>
        [
          id,
          outcome,
          events,
          n,
          cut,
          percentPrinted,
          locator,
          citations.get(id)?.[source]?.citation,
        ].map(text),
      ),
      ...landmarks.map(({ family, month, n, cut, survival, locator, source }) =>
        [
          ...[id, `${family}-${month}`, null, n, cut],
          ...[
            Number((100 * survival).toPrecision(6)),
            locator,
            citations.get(id)?.[source]?.citation,
          ],
        ].map(text),
      ),
    ]);
    const given = (await lines()).map((line) =>
      ["cohort", "outcome", "events", "n", "cut", "percent_printed", "locator", "citation"].map(
        (column) => (line[column] ?? "").replace(/^'(?=[=+\-@\t\r])/, ""),
      ),
    );
    const inOrder = (rows: string[][]) => rows.map((row) => row.join("|")).sort();
    expect(inOrder(given)).toEqual(inOrder(expected));
  });

  it("has nothing that a spreadsheet would run", async () => {
    for (const line of await lines()) {
      for (const cell of Object.values(line)) {
        if (Number.isNaN(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }
    }
  });
});

describe.each(["/v1/dataset", "/v1/dataset.csv"])("%s", (path) => {
  it("has a validator that carries the version of the data, and is not sent twice", async () => {
    const { headers } = await request(path);
    expect(headers.etag).toContain(dataset.dataVersion);
    const again = await request(path, { headers: { "if-none-match": headers.etag ?? "" } });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, "", headers.etag]);
  });

  it("answers HEAD with the same headers and no body", async () => {
    const [whole, head] = [await request(path), await request(path, { method: "HEAD" })];
    expect([head.status, head.text]).toEqual([200, ""]);
    expect([head.headers.etag, head.headers["content-type"]]).toEqual([
      whole.headers.etag,
      whole.headers["content-type"],
    ]);
  });

  it("takes no parameters", async () => {
    expect((await request(`${path}?outcome=orr`)).status).toBe(400);
  });
});

it("the two forms have validators of their own", async () => {
  const [json, csv] = [await request("/v1/dataset"), await request("/v1/dataset.csv")];
  expect(json.headers.etag).not.toBe(csv.headers.etag);
});

it("the files behind them are not addresses", async () => {
  for (const path of ["/v1/dataset.json", "/docs.html"]) {
    expect([path, (await request(path)).status]).toEqual([path, 404]);
  }
});
