import { expect, it } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { dateIn } from "#presentation/words/dates.ts";
import { blankView } from "#widget/views/blank-view.ts";
import { withAge } from "#widget/with-age.ts";

it.each([
  ["en-GB", "2 Dec 2025"],
  ["de", "2. Dez. 2025"],
  ["fr", "2 déc. 2025"],
])("the headline says the age of old data with dates as in %s", (locale, day) => {
  const strings = { ...english.screen, date: dateIn(locale) };
  const view = { ...blankView, dataDate: "2025-12-02" };
  const aged = (now: string) => withAge(view, Date.parse(now), strings);
  expect(aged("2026-02-01T12:00:00Z")).toBe(view);
  expect(aged("2026-06-02T12:00:00Z").verdict.lead).toContain(`data of ${day}, 182 days old`);
});
