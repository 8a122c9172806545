/** The age of data on a device, at the days on which it begins to matter. */
import { expect, it } from "vitest";
import { ageText, lastDayOf, tooOldText } from "#presentation/views/data-age.ts";

const date = "2026-11-20";

it.each([
  ["2026-11-19T12:00:00Z", null],
  ["2027-02-18T23:59:00Z", null],
  ["2027-02-19T00:00:00Z", "These are data of 20 Nov 2026, 91 days old."],
  ["1970-01-01T00:00:00Z", expect.stringContaining("age is not known")],
])("the headline of %s says: %s", (now, text) => {
  expect(ageText(date, Date.parse(now))).toEqual(text);
});

it.each([
  ["2001-01-01", null],
  [`${lastDayOf(date)}T23:59:00Z`, null],
  ["2027-05-20", "No numbers are shown: they are of data of 20 Nov 2026, 181 days old."],
])("instead of the numbers stands on %s: %s", (now, text) => {
  expect(tooOldText(date, Date.parse(now))).toBe(text);
});
