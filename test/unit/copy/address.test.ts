import { describe, expect, it } from "vitest";
import { makeCopyBaseAddress, parseCopyFragment } from "../../../functions/copy/address.ts";

describe("the address of a copy", () => {
  it.each([
    ["https://intranet.example/R&D/myeloma.html", "https://intranet.example/R&D/myeloma.html#"],
    ["https://intranet.example/myeloma/#/report", "https://intranet.example/myeloma/#"],
    ["https://intranet.example/copy.html?v=2#/embed", "https://intranet.example/copy.html?v=2#"],
    // The folders of a reader are nobody's business.
    ["file:///C:/Users/me/my%20copy.html#/explore", "my%20copy.html#"],
  ])("%s begins its links with %s", (href, home) => {
    expect(makeCopyBaseAddress(new URL(href))).toBe(home);
  });
});

describe("what follows it", () => {
  it.each([
    ["", "/embed", "", ""],
    ["#", "/embed", "", ""],
    ["#/", "/embed", "", ""],
    // A place on a page, whose page is not named.
    ["#compared", "/embed", "", ""],
    ["#/embed?lines=3%2B", "/embed?lines=3%2B", "lines=3%2B", ""],
    ["#/report?lines=3%2B#compared", "/report?lines=3%2B", "lines=3%2B", "compared"],
    ["#/methods#model", "/methods", "", "model"],
    ["#//elsewhere.example/x", "//elsewhere.example/x", "", ""],
    ["#/../../etc", "/etc", "", ""],
    ["#/%E0%A4%A", "/%E0%A4%A", "", ""],
  ])("%s asks for %s", (fragment, path, question, id) => {
    const { pathname, ...parts } = parseCopyFragment(fragment);
    expect(parts).toEqual({ path, question, id });
    expect(path).toBe(question ? `${pathname}?${question}` : pathname);
  });
});
