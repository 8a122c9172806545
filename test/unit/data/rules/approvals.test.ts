import { describe, expect, it } from "vitest";
import {
  isApprovalInForce,
  isDateAfter,
  listOverdueSearchAndApprovalWarnings,
  listRegionsApprovedOnDay,
} from "#data/rules/approvals.ts";
import type { Approval, Product, Searches } from "#data/schema.ts";
import { entryWith, evidence, productNamed } from "../files.ts";

const all = evidence();
const { products, review, searches } = all;
const ideCel = productNamed("ide-cel", all);

const approval = (fields: Partial<Approval>): Approval => ({
  ...entryWith(ideCel.approvals[0], "an approval"),
  ...fields,
});
const product = (slug: string, approvals: Approval[], contains: string[] = []): Product => ({
  ...{ ...ideCel, slug, approvals, contains },
});

describe("an approval is in force", () => {
  it.each([
    ["2026-11-19", true],
    ["2026-11-20", true],
    ["2026-11-21", false],
    ["2026-11", true],
    ["2026-12", false],
    ["2026", true],
    ["2027", false],
    [null, true],
  ])("of %s on 20 November 2026: %s", (date, expected) => {
    expect(isApprovalInForce({ status: "approved", date }, "2026-11-20")).toBe(expected);
  });

  it.each(["superseded", "pending", "not-approved"] as const)("never when %s", (status) => {
    expect(isApprovalInForce({ status, date: "2020-01-01" }, "2026-11-20")).toBe(false);
  });

  it("on a day known by month or year only, unless it lies after it", () => {
    expect(isDateAfter("2026-11-20", "2026-11")).toBe(false);
    expect(isDateAfter("2026-12", "2026")).toBe(false);
    expect(isDateAfter("2027-01-01", "2026")).toBe(true);
  });
});

describe("a product is approved", () => {
  const on = "2026-11-20";
  const international = product("both", [
    approval({ region: "us", status: "superseded", date: "2021" }),
    approval({ region: "us", status: "approved", date: "2024" }),
    approval({ region: "us", status: "approved", date: "2026" }),
    approval({ region: "eu", status: "approved", date: "2027" }),
    approval({ region: "hk", status: "approved", date: null }),
    approval({ region: "jp", status: "pending", date: null }),
  ]);
  const american = product("american", [
    approval({ region: "us", status: "approved", date: "2022-10-25" }),
    approval({ region: "eu", status: "approved", date: "2022-08-24" }),
  ]);

  it("once per region, by the date asked for", () => {
    expect(listRegionsApprovedOnDay(international, [international], on)).toEqual(["us", "hk"]);
    expect(listRegionsApprovedOnDay(international, [international], "2023-12-31")).toEqual(["hk"]);
    expect(listRegionsApprovedOnDay(international, [international], "2027-01-01")).toEqual([
      "us",
      "eu",
      "hk",
    ]);
  });

  it("as a mixed series where all its products are", () => {
    const mixed = product("mixed", [], ["both", "american"]);
    expect(listRegionsApprovedOnDay(mixed, [international, american, mixed], on)).toEqual(["us"]);
    expect(listRegionsApprovedOnDay(mixed, [american, mixed], on)).toEqual([]);
  });
});

it("the products of the data are approved where their sources say", () => {
  const regions = products.map((each) => [
    each.slug,
    listRegionsApprovedOnDay(each, products, review.dataDate).join(" "),
  ]);
  expect(Object.fromEntries(regions.filter(([, where]) => where !== ""))).toEqual({
    "cilta-cel": "us eu cn jp ch canada",
    elranatamab: "us eu ch jp cn canada gb",
    "eque-cel": "cn mo hk",
    "ide-cel": "us eu jp ch gb il canada",
    "ide-cel-or-cilta-cel": "us eu jp ch canada",
    linvoseltamab: "us eu",
    talquetamab: "us eu ch jp canada gb",
    teclistamab: "us eu hk ch jp cn canada gb",
    "teclistamab-or-elranatamab": "us eu ch jp cn canada gb",
    "teclistamab-or-elranatamab-or-linvoseltamab-or-talquetamab": "us eu",
    "teclistamab-or-elranatamab-or-talquetamab": "us eu ch jp canada gb",
    "zevor-cel": "cn",
  });
});

/** What `npm run evidence -- check` warns of on a day. */
const warnedOn = (today: string, sources: Searches["sources"], products: Product[] = []) =>
  listOverdueSearchAndApprovalWarnings({ searches: { ...searches, sources }, products }, today);

/** Returns the searches as if every source was last looked at on this day; those of the FDA on another, or never. */
function lookedAt(day: string, fda: string | null = day, notReached?: string) {
  const sources = structuredClone(searches.sources);
  for (const [source, listed] of Object.entries(sources)) {
    for (const search of listed) {
      const on = source === "FDA" ? fda : day;
      search.lastLook = on === null ? null : { on, decided: "Nothing was entered." };
      delete search.notReached;
      if (source === "FDA" && notReached) search.notReached = notReached;
    }
  }
  return sources;
}

describe("a source to look at again", () => {
  it.each([
    ["after more than 60 days", "2026-11-27", "2027-01-27", undefined, "2026-11-27"],
    ["if nobody has looked yet", null, "2026-11-28", undefined, "not yet"],
    ["if its day is still to come", "2027-11-28", "2026-11-28", undefined, "2027-11-28"],
    [
      "with the day on which it was not reached",
      ...[null, "2026-11-30", "2026-11-30", "not yet; not reached on 2026-11-30"],
    ],
  ] as const)("is named %s", (_, fda, today, notReached, said) => {
    const message = "Sources not looked at in the last 60 days";
    const ids = [`FDA: labels and decisions (${said})`];
    expect(warnedOn(today, lookedAt("2026-11-28", fda, notReached))).toEqual([{ message, ids }]);
  });

  it("is not named up to the sixtieth day", () => {
    expect(warnedOn("2027-01-27", lookedAt("2026-11-28"))).toEqual([]);
    expect(warnedOn("2026-11-28", lookedAt("2026-11-28"))).toEqual([]);
  });
});

it("a decision on approval is named once its expected day has passed", () => {
  const waiting = product("waiting-cel", [approval({ region: "us", decisionBy: "2026-12-23" })]);
  const dueOn = (today: string) => warnedOn(today, lookedAt(today), [waiting]);
  expect(dueOn("2026-12-23")).toEqual([]);
  const message = "Decisions on approval whose expected day has passed";
  expect(dueOn("2026-12-24")).toEqual([{ message, ids: ["waiting-cel, us (2026-12-23)"] }]);
});
