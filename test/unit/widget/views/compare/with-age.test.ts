import { expect, it } from "vitest";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { dateIn } from "#presentation/words/numbers.ts";
import { withAge } from "#widget/views/compare/with-age.ts";
import { comparison } from "../../../../support/answers.ts";

it.each([
  ["en-GB", "2 Dec 2025"],
  ["de", "2. Dez. 2025"],
  ["fr", "2 déc. 2025"],
])("the headline says the age of old data with dates as in %s", (locale, day) => {
  const strings = { ...english.screen, date: dateIn(locale) };
  const view = statementOf(comparison({ dataDate: "2025-12-02" }), strings);
  const aged = (now: string) => withAge(view, Date.parse(now), strings);
  expect(aged("2026-02-01T12:00:00Z")).toBe(view);
  expect(aged("2026-06-02T12:00:00Z").verdict.lead).toContain(`data of ${day}, 182 days old`);
});
