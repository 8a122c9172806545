import { expect, it } from "vitest";
import { askedLinkDate, dataDate } from "#server/answers/link-date.ts";

const asked = (...dates: string[]) =>
  askedLinkDate(dates.map((date): [string, string] => ["data", date]));

it("is told where the data are newer, and not of the present or a later date", () => {
  expect(asked("2020-02-29")).toMatchObject({ older: "2020-02-29", problems: null });
  expect(asked(dataDate)).toMatchObject({ older: null, problems: null });
  expect(asked("2999-01-01")).toMatchObject({ older: null, problems: null });
});

it.each(["2020-13-01", "2020-02-31", "2020-1-1", "", "x", "9999-99-99"])(
  "is refused where it is no day of the calendar: %s",
  (date) => {
    expect(asked(date)).toMatchObject({ older: null, problems: [{ parameter: "data" }] });
  },
);

it("is refused where it is given twice", () => {
  expect(asked(dataDate, dataDate).problems).toHaveLength(1);
});
