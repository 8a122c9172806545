import { expect, it } from "vitest";
import { ageText, lastDayOf, tooOldText } from "#presentation/views/data-age.ts";

const said = (now: string) => ageText("2026-11-20", Date.parse(now));

it("says the age of data that are older than 90 days", () => {
  expect(said("2026-11-20T00:00:00Z")).toBeNull();
  expect(said("2027-02-18T23:59:00Z")).toBeNull();
  expect(said("2027-02-19T00:00:00Z")).toBe("These are data of 20 Nov 2026, 91 days old.");
});

it("says that the age is not known if the clock shows a day before the data", () => {
  expect(said("2026-11-19T12:00:00Z")).toBeNull();
  expect(said("1970-01-01T00:00:00Z")).toContain("age is not known");
});

it("a copy shows no numbers of data that are older than 180 days", () => {
  const said = (now: string) => tooOldText("2026-11-20", Date.parse(now));
  expect(said("2001-01-01")).toBeNull();
  expect(said(`${lastDayOf("2026-11-20")}T23:59:00Z`)).toBeNull();
  expect(said("2027-05-20")).toBe(
    "No numbers are shown: they are of data of 20 Nov 2026, 181 days old.",
  );
});
