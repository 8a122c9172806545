/** The page of a frame has the digits of its screen, before any script runs. */
import { describe, expect, it } from "vitest";
import type { Screen } from "#presentation/statement/screen.ts";
import { screen as en } from "#words/screen.ts";
import { askBuilt } from "../support/built-app.ts";
import { textOf } from "../support/html.ts";

const textAt = async (address: string) => (await askBuilt(address)).text();
const dataAt = async <T>(address: string): Promise<T> => JSON.parse(await textAt(address)) as T;

describe("the page of a frame, before any script runs", () => {
  it.each([
    ...["", "lines=2", "prior-lines=-1", "therapy-class=car-t", "product=zevor-cel"],
    ...["outcome=crs-3&age=60-", "outcome=survival", "set=vandenboom-2025"],
    "evidence=all&availability=any&lines=any",
  ])("for “%s” shows the numbers, headline, doubt and notes of its screen", async (question) => {
    const seen = textOf(await textAt(`/embed?${question}`));
    const view = await dataAt<Screen>(`/v1/screen?${question}`);
    const families = view.kind === "survival" ? view.survival.families : [];
    // Of survival at several months, not every row is drawn at once.
    const opened = new Set(
      families.flatMap(({ family, opened: months }) => months.map((month) => `${family}-${month}`)),
    );
    for (const { outcome, label, sides, difference } of view.rows) {
      const shown = Object.values(sides).filter(({ rate }) => rate !== null);
      if (shown.length === 0 || opened.has(outcome)) continue;
      expect(seen).toContain(label);
      for (const { rate, cell } of shown) {
        expect(seen).toMatch(new RegExp(`${rate} ?of 100, 95 % interval ${cell?.under}`));
      }
      if (difference) expect(seen).toContain(difference.amount);
    }
    const { verdict, certainty, collected, patients, notes, dataDate, answerVersion } = view;
    for (const said of [
      ...[verdict.lead, verdict.harms, certainty, collected, patients, ...notes],
      ...[en.date(dataDate), answerVersion, en.footer.audience],
    ]) {
      expect(seen).toContain(said);
    }
    expect(seen).toMatch(/not (?:yet )?(?:been )?reviewed|no clinician|nobody has/i);
  });
});
