import { describe, expect, it, vi } from "vitest";
import { memo } from "../../../functions/memo.ts";

describe("a memo", () => {
  it("makes a value once", () => {
    const make = vi.fn(() => "made");
    const values = memo<string>(2);
    expect([values("a", make), values("a", make)]).toEqual(["made", "made"]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("drops what was not asked for longest, and nothing else", () => {
    const made: string[] = [];
    const values = memo<string>(2);
    const ask = (key: string) =>
      values(key, () => {
        made.push(key);
        return key;
      });
    for (const key of ["a", "b", "a", "c", "a", "b"]) ask(key);
    expect(made).toEqual(["a", "b", "c", "b"]);
  });
});
