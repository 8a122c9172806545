/** What the element asks for: as small as it must be, and the same numbers as the answer. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Choices } from "#core/choices/choices.ts";
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { holds } from "#core/evidence/subgroups-of-patient.ts";
import { questions } from "#data/generated/precomputed.ts";
import type { OpenedRow } from "#presentation/statement/opened-row.ts";
import type { Patients } from "#presentation/statement/patients.ts";
import type { Screen } from "#presentation/statement/screen.ts";
import type { Sheets } from "#presentation/statement/sheets.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { app } from "../../../../functions/app.ts";
import { anyQuestion } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";

const environment = {
  APP_ENV: "local",
  EMBED_ANCESTORS: "*",
  ASSETS: { fetch: async () => new Response(null, { status: 404 }) },
} as const;

async function ask(address: string) {
  const answer = await app.request(address, {}, environment);
  const text = await answer.text();
  return { status: answer.status, bytes: gzipSync(text, { level: 9 }).length, text };
}

const read = async <T>(address: string): Promise<T> => JSON.parse((await ask(address)).text);

const to = (path: string, question: string) => path + (question && `?${question}`);

describe("sizes of what is sent, gzipped", () => {
  it.each(questions.filter((_, index) => index % 6 === 0))("%s", async (question) => {
    const screen = await ask(to("/v1/screen", question));
    const patients = await ask(to("/v1/screen/patients", question));
    const sheets = await ask(to("/v1/screen/sheets", question));
    expect([screen.status, patients.status, sheets.status]).toEqual([200, 200, 200]);
    expect(screen.bytes).toBeLessThanOrEqual(3500);
    expect(patients.bytes).toBeLessThanOrEqual(8000);
    expect(sheets.bytes).toBeLessThanOrEqual(3500);
  });

  it.each([
    ["", 6000],
    // Every product of the world: 60 trials, each with its source.
    ["availability=any", 8500],
  ])("opened rows of %j", async (question, most) => {
    for (const { id } of dataset.outcomes) {
      const { status, bytes } = await ask(to(`/v1/screen/${id}`, question));
      expect([id, status]).toEqual([id, 200]);
      expect(bytes, id).toBeLessThanOrEqual(most);
    }
  });
});

describe("a screen", () => {
  it("says of any question what the answer says", async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion(dataset), async (question) => {
        const asked = new URLSearchParams(question);
        asked.delete("compare");
        const [screen, answer] = await Promise.all([
          read<Screen>(`/v1/screen?${asked}`),
          read<Comparison>(`/v1/comparison?${asked}`),
        ]);
        const { verdict, chips, rows, canonical } = statementOf(answer, english.screen);
        expect({ ...screen, rows: [] }).toMatchObject({ verdict, chips, canonical });
        const shown = new Map(rows.map((row) => [row.outcome, row]));
        for (const row of screen.rows) {
          expect(row.difference).toEqual(shown.get(row.outcome)?.difference);
        }
      }),
      { numRuns: runs(10) },
    );
  });

  it.each([
    ["", "classes"],
    ["outcome=survival", "survival"],
    ["compare=product", "products"],
  ])("of %j is one of %s", async (question, kind) => {
    expect((await read<Screen>(to("/v1/screen", question))).kind).toBe(kind);
  });

  it("of products holds no row of the classes", async () => {
    const screen = await read<Screen>("/v1/screen?compare=product");
    expect(screen.rows).toEqual([]);
    expect(screen.kind === "products" && screen.byProduct.rows.length).toBeGreaterThan(2);
  });
});

describe("an opened row", () => {
  it("has every trial of its answer, with its count and its source", async () => {
    const answer = await read<Comparison>("/v1/comparison?outcome=orr");
    const row = await read<OpenedRow>("/v1/screen/orr");
    const studies = Object.values(answer.outcomes[0]?.pools ?? {}).flatMap((pool) => pool.studies);
    const lines = row.trials.tables.flatMap((table) => table.lines);
    expect(lines.map(({ cohort }) => cohort).sort()).toEqual(
      studies.map(({ cohort }) => cohort).sort(),
    );
    for (const { cohort, events, n, citation } of studies) {
      const line = lines.find((one) => one.cohort === cohort);
      expect(line?.counted?.count).toBe(`${events} of ${n}`);
      const source = row.sources.cited.find((one) => one.cohort === cohort);
      expect(source).toMatchObject({ locator: citation?.locator });
    }
    expect(row.answerVersion).toBe(answer.answerVersion);
  });

  it("is that of the question, also where the question asks for others", async () => {
    const own = await read<OpenedRow>("/v1/screen/orr?outcome=orr");
    expect(await read<OpenedRow>("/v1/screen/orr?outcome=crs-3")).toEqual(own);
  });

  it("names a trial that was left out", async () => {
    const [left] = (await read<OpenedRow>("/v1/screen/orr")).trials.tables[0]?.lines ?? [];
    const row = await read<OpenedRow>(`/v1/screen/orr?exclude=${left?.cohort}`);
    const line = row.trials.tables[0]?.lines.find(({ cohort }) => cohort === left?.cohort);
    expect(line).toMatchObject({ label: left?.label, counted: null });
  });

  it("that does not exist is a problem, and so is a question that is not understood", async () => {
    expect((await ask("/v1/screen/nobody")).status).toBe(404);
    expect((await ask("/v1/screen/orr?age=old")).status).toBe(400);
    expect((await ask("/v1/screen?compare=vector")).status).toBe(400);
  });
});

describe("what is known of patients", () => {
  it("is of the trials of the question", async () => {
    const answer = await read<Comparison>("/v1/comparison?availability=us");
    const { trials } = await read<Patients>("/v1/screen/patients?availability=us");
    expect(trials.map(({ cohort }) => cohort).sort()).toEqual(
      answer.selection.included.map(({ cohort }) => cohort).sort(),
    );
  });

  it("says which level a patient is of", async () => {
    const { reported } = await read<Patients>("/v1/screen/patients");
    const levels = reported
      .filter(({ property }) => property === "age")
      .flatMap(({ studies }) => studies.flatMap(({ outcomes }) => outcomes))
      .flatMap((outcome) => outcome.levels);
    expect(levels.length).toBeGreaterThan(20);
    for (const { of, text } of levels) {
      if (text.startsWith("≥ 65:"))
        expect([64, 65].map((age) => holds(of, age))).toEqual([false, true]);
      if (text.startsWith("< 65:"))
        expect([64, 65].map((age) => holds(of, age))).toEqual([true, false]);
    }
  });
});

describe("the sheets", () => {
  it("offer the choices of the question, each with what it leaves", async () => {
    const { choices } = await read<Choices>("/v1/choices?setting=early");
    const { lists, sections } = await read<Sheets>("/v1/screen/sheets?setting=early");
    const all = [...Object.values(lists).flat(), ...sections.flatMap((section) => section.lists)];
    for (const list of all) {
      const known = choices[list.name];
      expect(list.choices.map(({ query }) => query)).toEqual(known.map(({ query }) => query));
      expect(list.title).not.toBe("");
      if (list.choices.every(({ leaves }) => leaves === "")) continue;
      expect(list.choices.map(({ leaves }) => leaves)).toEqual(
        known.map(({ cohorts }) => `${cohorts["car-t"]} CAR-T · ${cohorts.bsab} bispecific`),
      );
    }
    expect(all.length).toBeGreaterThan(15);
  });
});
