import { dateText } from "./dates.ts";

const monthOfYear = new Intl.DateTimeFormat("en-GB", {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** `2023`, `Feb 2023` or `11 Feb 2023`: the parts that the date has. */
export function partialDateText(isoDate: string): string {
  if (isoDate.length === "2023".length) return isoDate;
  return isoDate.length === "2023-02".length
    ? monthOfYear.format(new Date(isoDate))
    : dateText(isoDate);
}
