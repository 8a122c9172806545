import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { apartOf } from "#presentation/statement/apart.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { screen } from "#words/screen.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

function apartIn(text: string) {
  const view = statementOf(compareInWords(asked(text, dataset), dataset), screen);
  return { view, groups: apartOf(view, view.rows) };
}

describe("rows that cannot be compared", () => {
  it.each(["", "outcome=toxicity", "prior-bcma=selected&target=any&availability=any"])(
    "of “%s” are all there once, each under the reason that it had itself",
    (text) => {
      const { view, groups } = apartIn(text);
      const shown = groups.flatMap(({ reason, rows }) =>
        rows.map(({ outcome, missing }) => ({ outcome, reason, missing })),
      );
      const without = view.rows.filter(({ difference }) => !difference);
      expect(new Set(groups.map(({ reason }) => reason)).size).toBe(groups.length);
      expect(shown).toHaveLength(without.length);
      for (const { outcome, missing: reason } of without) {
        expect(shown).toContainEqual({ outcome, reason, missing: "" });
      }
    },
  );

  it("are only named in a summary that compares others, with their reason and what was published", () => {
    const { groups } = apartIn("");
    const rows = groups.flatMap((group) => group.rows);
    expect(groups.every(({ reason }) => reason !== "")).toBe(true);
    expect(rows.every(({ named }) => named)).toBe(true);
    expect(rows.some(({ published }) => published !== "")).toBe(true);
  });

  it.each(["outcome=toxicity", "prior-bcma=selected&target=any&availability=any"])(
    "of “%s” have their numbers: they were asked for, or there are no others",
    (text) => {
      const rows = apartIn(text).groups.flatMap((group) => group.rows);
      expect(rows.length).toBeGreaterThan(1);
      expect(rows.some(({ named }) => named)).toBe(false);
    },
  );
});
