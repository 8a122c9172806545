import { describe, expect, it, vi } from "vitest";
import { memo, textSize } from "../../../functions/memo.ts";

describe("a memo", () => {
  it("makes a value once", () => {
    const make = vi.fn(() => "made");
    const values = memo<string>(100, textSize);
    expect([values("a", make), values("a", make)]).toEqual(["made", "made"]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("drops what was not asked for longest when it grows too large, and nothing else", () => {
    const made: string[] = [];
    const values = memo<string>(20, textSize);
    const ask = (key: string) =>
      values(key, () => {
        made.push(key);
        return "xx";
      });
    for (const key of "abcdefghij") ask(key);
    ask("a");
    ask("k");
    ask("a");
    ask("b");
    expect(made.join("")).toBe("abcdefghijkb");
  });

  it("does not keep a value that would push out many others", () => {
    const make = vi.fn(() => "x".repeat(11));
    const values = memo<string>(100, textSize);
    values("a", make);
    values("a", make);
    expect(make).toHaveBeenCalledTimes(2);
  });
});
