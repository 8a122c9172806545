/** Tests what `npm run evidence -- check` warns of on a day. */
import { describe, expect, it } from "vitest";
import { listOverdueSearchAndApprovalWarnings } from "#data/rules/approvals.ts";
import type { Searches } from "#data/schema.ts";
import { entryWith, evidence } from "../files.ts";

const { searches, products } = evidence();

/** Returns the searches as if every source was last looked at on this day; those of the FDA on another, or never. */
function searchesWith(day: string, fda: string | null = day): Pick<Searches, "sources"> {
  const sources = structuredClone(searches.sources);
  for (const [source, listed] of Object.entries(sources)) {
    for (const search of listed) {
      const on = source === "FDA" ? fda : day;
      search.lastLook = on === null ? null : { on, decided: "Nothing was entered." };
      delete search.notReached;
    }
  }
  return { sources };
}

describe("a source to look at again", () => {
  const dueOn = (today: string, fda: string | null) =>
    listOverdueSearchAndApprovalWarnings(
      { searches: { ...searches, ...searchesWith("2026-11-28", fda) }, products: [] },
      today,
    );

  it.each([
    ["after more than 60 days", "2026-11-27", "2027-01-27"],
    ["if nobody has looked yet", null, "2026-11-28"],
    ["if its day is still to come", "2027-11-28", "2026-11-28"],
  ])("is named %s", (_, fda, today) => {
    expect(dueOn(today, fda)).toEqual([
      {
        message: "Sources not looked at in the last 60 days",
        ids: [`FDA: labels and decisions (${fda ?? "not yet"})`],
      },
    ]);
  });

  it("is named with the day on which it was not reached", () => {
    const { sources } = searchesWith("2026-11-28", null);
    for (const search of sources.FDA) search.notReached = "2026-11-30";
    const [warning] = listOverdueSearchAndApprovalWarnings(
      { searches: { ...searches, sources }, products: [] },
      "2026-11-30",
    );
    expect(warning?.ids).toEqual([
      "FDA: labels and decisions (not yet; not reached on 2026-11-30)",
    ]);
  });

  it("is not named up to the sixtieth day", () => {
    expect(dueOn("2027-01-27", "2026-11-28")).toEqual([]);
    expect(dueOn("2026-11-28", "2026-11-28")).toEqual([]);
  });
});

it("a decision on approval is named once its expected day has passed", () => {
  const product = entryWith(
    products.find(({ slug }) => slug === "ide-cel"),
    "ide-cel",
  );
  const approval = entryWith(product.approvals[0], "an approval");
  const waiting = {
    ...product,
    slug: "waiting-cel",
    approvals: [{ ...approval, region: "us" as const, decisionBy: "2026-12-23" }],
  };
  const dueOn = (today: string) =>
    listOverdueSearchAndApprovalWarnings(
      { products: [waiting], searches: { ...searches, ...searchesWith(today) } },
      today,
    );
  expect(dueOn("2026-12-23")).toEqual([]);
  expect(dueOn("2026-12-24")).toEqual([
    {
      message: "Decisions on approval whose expected day has passed",
      ids: ["waiting-cel, us (2026-12-23)"],
    },
  ]);
});
