import { describe, expect, it } from "vitest";
import { isApprovalInForce, isDateAfter, listRegionsApprovedOnDay } from "#data/rules/approvals.ts";
import type { Approval, Product } from "#data/schema.ts";
import { entryWith, evidence } from "../files.ts";

const { products, review } = evidence();
const [someApproval] = entryWith(
  products.find(({ slug }) => slug === "ide-cel"),
  "ide-cel",
).approvals;
const [someProduct] = products;

const approval = (fields: Partial<Approval>): Approval => ({
  ...entryWith(someApproval, "an approval"),
  ...fields,
});
const product = (slug: string, approvals: Approval[], contains: string[] = []): Product => ({
  ...entryWith(someProduct, "a product"),
  slug,
  approvals,
  contains,
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

describe("the products of the data", () => {
  it("are approved where their sources say", () => {
    const regions = products
      .map(
        (each) => [each.slug, listRegionsApprovedOnDay(each, products, review.dataDate)] as const,
      )
      .filter(([, where]) => where.length > 0);
    expect(Object.fromEntries(regions)).toEqual({
      "cilta-cel": ["us", "eu", "cn", "jp", "ch", "canada"],
      elranatamab: ["us", "eu", "ch", "jp", "cn", "canada", "gb"],
      "eque-cel": ["cn", "mo", "hk"],
      "ide-cel": ["us", "eu", "jp", "ch", "gb", "il", "canada"],
      "ide-cel-or-cilta-cel": ["us", "eu", "jp", "ch", "canada"],
      linvoseltamab: ["us", "eu"],
      talquetamab: ["us", "eu", "ch", "jp", "canada", "gb"],
      teclistamab: ["us", "eu", "hk", "ch", "jp", "cn", "canada", "gb"],
      "teclistamab-or-elranatamab": ["us", "eu", "ch", "jp", "cn", "canada", "gb"],
      "teclistamab-or-elranatamab-or-linvoseltamab-or-talquetamab": ["us", "eu"],
      "teclistamab-or-elranatamab-or-talquetamab": ["us", "eu", "ch", "jp", "canada", "gb"],
      "zevor-cel": ["cn"],
    });
  });
});
