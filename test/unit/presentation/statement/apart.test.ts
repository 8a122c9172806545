import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { apartOf } from "#presentation/statement/apart.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { screen } from "#words/screen.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

function apartIn(text: string) {
  const answer = compareInWords(asked(text, dataset), dataset);
  const view = statementOf(answer, screen);
  return { answer, view, apart: apartOf(view.rows) };
}

const questions = ["", "outcome=toxicity", "prior-bcma=selected&target=any&availability=any"];

describe("rows that cannot be compared", () => {
  it.each(questions)(
    "of “%s” are all there once, each under the reason that it had itself",
    (text) => {
      const { view, apart } = apartIn(text);
      const shown = apart.flatMap(({ reason, rows }) =>
        rows.map(({ outcome, missing }) => ({ outcome, reason, missing })),
      );
      const without = view.rows.filter(({ difference }) => !difference);
      expect(new Set(apart.map(({ reason }) => reason)).size).toBe(apart.length);
      expect(shown).toHaveLength(without.length);
      for (const { outcome, missing: reason } of without) {
        expect(shown).toContainEqual({ outcome, reason, missing: "" });
      }
    },
  );

  it.each(questions)("of “%s” have every number that the answer has", (text) => {
    const { answer, apart } = apartIn(text);
    const rows = apart.flatMap((group) => group.rows);
    expect(rows.length).toBeGreaterThan(1);
    for (const one of rows) {
      const pools = answer.outcomes.find(({ outcome }) => outcome === one.outcome)?.pools;
      for (const group of groups) {
        expect(one.sides[group].rate !== null).toBe(pools?.[group].estimate !== null);
      }
    }
  });

  it("of the summary have each a reason, and some what matched patients showed", () => {
    const { apart } = apartIn("");
    expect(apart.every(({ reason }) => reason !== "")).toBe(true);
    const rows = apart.flatMap((group) => group.rows);
    expect(rows.some(({ matched }) => matched !== "")).toBe(true);
  });
});
