import { describe, expect, it } from "vitest";
import { makeLruCacheByTotalSize } from "#core/cache/memo.ts";

const texts = (most: number) => makeLruCacheByTotalSize<string>(most, ({ length }) => length);

describe("a memo", () => {
  it("gives back what it was given", () => {
    const values = texts(100);
    expect(values.get("a")).toBeUndefined();
    values.set("a", "made");
    expect(values.get("a")).toBe("made");
  });

  it("drops what was not asked for longest when it grows too large, and nothing else", () => {
    const values = texts(20);
    for (const key of "abcdefghij") values.set(key, "xx");
    values.get("a");
    values.set("k", "xx");
    const kept = [..."abcdefghijk"].filter((key) => values.get(key) !== undefined);
    expect(kept.join("")).toBe("acdefghijk");
  });

  it("counts a value that is set again once", () => {
    const values = texts(20);
    for (let again = 0; again < 20; again += 1) values.set("a", "xx");
    for (const key of "bcdefghij") values.set(key, "xx");
    expect(values.get("a")).toBe("xx");
  });

  it("does not keep a value that would push out many others", () => {
    const values = texts(100);
    values.set("a", "x".repeat(11));
    expect(values.get("a")).toBeUndefined();
  });
});
