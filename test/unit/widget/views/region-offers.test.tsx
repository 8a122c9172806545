import { render } from "preact-render-to-string";
import { afterEach, beforeEach, expect, it } from "vitest";
import { surroundings } from "#widget/page/environment.ts";
import { RegionOffers } from "#widget/views/region-offers.tsx";
import { askedRegions } from "#words/regions.ts";

const { isOwnPage } = surroundings;
beforeEach(() => {
  surroundings.isOwnPage = true;
});
afterEach(() => {
  surroundings.isOwnPage = isOwnPage;
});

const offers = (query: string) =>
  render(<RegionOffers query={query} onChoose={() => undefined} />).split("<button").length - 1;

it("every region is offered after one or two lines, unless the question names one", () => {
  const all = Object.keys(askedRegions).length;
  const queries = [
    "lines=1",
    "lines=2",
    "lines=2&availability=us",
    "lines=any",
    "",
    "set=yang-2021",
  ];
  expect(queries.map(offers)).toEqual([all, all, 0, 0, 0, 0]);
});

it("none is offered on a page of another site", () => {
  surroundings.isOwnPage = false;
  expect(offers("lines=1")).toBe(0);
});
