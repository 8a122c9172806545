import { render } from "preact-render-to-string";
import { afterEach, beforeEach, expect, it } from "vitest";
import { surroundings } from "#widget/page/environment.ts";
import { OwnCounts } from "#widget/views/own-counts.tsx";
import { RegionOffers } from "#widget/views/region-offers.tsx";
import { nowhere } from "../../../support/opened-row.tsx";

const { isOwnPage } = surroundings;
beforeEach(() => {
  surroundings.isOwnPage = true;
});
afterEach(() => {
  surroundings.isOwnPage = isOwnPage;
});

const offered = (query: string) =>
  render(<RegionOffers query={query} onChoose={() => undefined} />);
const choices = (query: string) => offered(query).split("<a ").length - 1;

it("US and EU are one choice after one or two lines, unless the question names a region", () => {
  const queries = [
    "lines=1",
    "lines=2",
    "lines=2&availability=us",
    "lines=any",
    "",
    "set=yang-2021",
  ];
  expect(queries.map(choices)).toEqual([3, 3, 0, 0, 0, 0]);
  // The region that the question already has is chosen.
  expect(offered("lines=1")).toMatch(/aria-current[^>]*>\s*US or EU/);
});

it("neither a region nor the form for counts is offered on a page of another site", () => {
  const counts = () => render(<OwnCounts place={nowhere} isOffered />);
  expect(counts()).toContain("Add your counts");
  surroundings.isOwnPage = false;
  expect([choices("lines=1"), counts()]).toEqual([0, ""]);
});
