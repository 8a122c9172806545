import { expect, it } from "vitest";
import { blankView } from "#widget/views/blank-view.ts";
import { withAge } from "#widget/with-age.ts";

it("the headline says the age of old data", () => {
  const view = { ...blankView, dataDate: "2025-12-02" };
  const aged = (now: string) => withAge(view, Date.parse(now));
  expect(aged("2026-02-01T12:00:00Z")).toBe(view);
  expect(aged("2026-06-02T12:00:00Z").verdict.lead).toContain("data of 2 Dec 2025, 182 days old");
});
