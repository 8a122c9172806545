import { describe, expect, it } from "vitest";
import { relaxations } from "#core/answer/widen-filters.ts";
import { dataset } from "#core/dataset.ts";
import { filterNames, isParameter } from "#core/question/parameter-values.ts";
import { relaxed } from "#words/widen-filters.ts";
import { asked } from "../../../support/queries.ts";

describe("the catalogue", () => {
  it.each(filterNames.filter(isParameter))("has words for relaxing %s", (name) => {
    expect(relaxed.names[name]).toMatch(/^[A-Z]/);
  });

  it("has words for every way out of a dead end that needs several filters relaxed", () => {
    const ways = relaxations(asked("prior-lines=-1&age=80-", dataset), dataset);
    expect(ways.length).toBeGreaterThan(0);
    for (const { parameter } of ways) expect(relaxed.names[parameter]).toMatch(/^[A-Z]/);
  });
});
