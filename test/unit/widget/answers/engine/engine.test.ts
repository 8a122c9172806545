import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import type { FirstRow } from "#presentation/statement/row.ts";
import * as engine from "#widget/answers/engine/engine.ts";
import { compareInWords } from "../../../../support/in-words.ts";
import { anyQuestion, asked } from "../../../../support/queries.ts";
import { runs } from "../../../../support/sample.ts";

const { signal } = new AbortController();
const pause = () => Promise.resolve();

async function answerTo(text: string, first: readonly string[] = []) {
  const rows: OutcomeComparison[] = [];
  const onRow = ({ row }: FirstRow) => rows.push(row);
  const answer = await engine.answer(text, { signal, pause, first, onRow });
  return { answer, rows };
}

/** The edge's answer for a screen as text. */
function ofTheEdge(query: Query): string {
  return JSON.stringify(compareInWords(query, dataset));
}

describe("the answer of the engine", () => {
  it.each(dataset.presets)(
    "to the preset $id is that of the edge, without sources",
    async (preset) => {
      const { answer } = await answerTo(canonicalQuery(preset.query, dataset));
      expect(JSON.stringify(answer)).toBe(ofTheEdge(preset.query));
    },
  );

  it("made row by row is the answer made at once, for any question and in any order", async () => {
    const outcomes = fc.array(fc.constantFrom(...dataset.outcomes.map(({ id }) => id)));
    await fc.assert(
      fc.asyncProperty(anyQuestion(dataset), outcomes, async (pairs, first) => {
        const text = new URLSearchParams(pairs).toString();
        const { answer, rows } = await answerTo(text, first);
        const said = ofTheEdge(asked(text, dataset));
        const whole: Comparison = JSON.parse(said);
        expect(JSON.stringify(answer)).toBe(said);
        // Each row that was delivered early equals the row of the whole answer.
        const byOutcome = (of: readonly OutcomeComparison[]) =>
          of.map((row) => JSON.stringify(row)).sort();
        expect(byOutcome(rows)).toEqual(byOutcome(whole.outcomes));
      }),
      { numRuns: runs(60) },
    );
  });

  it("begins with the rows that can be seen, and leaves the order of the answer alone", async () => {
    const usual = (await answerTo("")).rows.map(({ outcome }) => outcome);
    const seen = [usual.at(-1) ?? "", usual[2] ?? "", "not-asked-for"];
    const { answer, rows } = await answerTo("", seen);
    const order = rows.map(({ outcome }) => outcome);
    expect(order.slice(0, 2)).toEqual(seen.slice(0, 2));
    expect(order.slice(2)).toEqual(usual.filter((outcome) => !seen.includes(outcome)));
    expect(answer?.outcomes.map(({ outcome }) => outcome)).toEqual(usual);
  });

  it("tells how a row stands to those above it in its chain before these come", async () => {
    const { answer, rows } = await answerTo("", ["cr"]);
    expect(rows[0]?.outcome).toBe("cr");
    expect(rows[0]).toEqual(answer?.outcomes.find(({ outcome }) => outcome === "cr"));
    expect(rows[0]?.pools["car-t"].chain?.above).toBe("vgpr");
  });

  it("ends with the row at which it is told to stop", async () => {
    const controller = new AbortController();
    const rows: string[] = [];
    const stopped = engine.answer("age=60-", {
      signal: controller.signal,
      pause,
      onRow: ({ row }) => {
        rows.push(row.outcome);
        if (rows.length === 2) controller.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect(rows).toHaveLength(2);
  });

  it.each(["compare=product", "age=abc", "setting=never", "patient-age=70", "age=60-&age=70-"])(
    "is left to the edge for %s",
    async (text) => {
      expect((await answerTo(text)).answer).toBeNull();
    },
  );
});
