import { describe, expect, it } from "vitest";
import { relaxations } from "#core/answer/widen-filters.ts";
import { dataset } from "#core/dataset.ts";
import { filterNames, isParameter } from "#core/question/parameter-values.ts";
import { screen as en } from "#words/screen.ts";
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

  it("counts one trial and several trials correctly", () => {
    expect(en.trials("trial", 1, 97)).toBe("1 trial, 97 patients");
    expect(en.trials("study", 2, null)).toBe("2 studies");
    const { range, counts } = en.evidence;
    expect(range("trial", 3, 3, "48–77")).toBe("48–77 in 3 trials");
    expect(range("study", 3, 5, "48–77")).toBe("48–77 in 3 of 5 studies");
    expect(counts("trial", 1, 1, ["94 of 97"], null)).toBe("94 of 97 in one trial");
  });
});
