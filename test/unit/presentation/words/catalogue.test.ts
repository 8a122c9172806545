import { describe, expect, it } from "vitest";
import { stringsFor } from "#presentation/words/catalogue.ts";
import { en } from "#presentation/words/english/screen.ts";
import { numbersIn } from "#presentation/words/numbers.ts";
import { rateOf100, ratio, reconcile } from "#presentation/words/rates.ts";

describe("the catalogue for a language", () => {
  it.each(["en", "de", "de-CH", "ar-EG", "zh-Hant-TW", "_", "", "english please", "EN"])(
    "%j is English as a whole",
    (tag) => expect(stringsFor(tag)).toBe(en),
  );

  it.each([
    ["en-US", "Nov 20, 2026"],
    ["en-us", "Nov 20, 2026"],
    ["en-GB", "20 Nov 2026"],
    ["en-GB-u-nu-arab", "20 Nov 2026"],
    // Germany writes a comma in numbers; English words do not.
    ["en-DE", "20 Nov 2026"],
  ])("%s has the dates of its region and English digits", (tag, date) => {
    const strings = stringsFor(tag);
    expect(strings.date("2026-11-20")).toBe(date);
    expect(strings.numbers.fixed(12.34, 1)).toBe("12.3");
    expect({ ...strings, date: en.date }).toEqual(en);
    expect(stringsFor(tag)).toBe(strings);
  });
});

describe("words with the digits of another language", () => {
  const german = numbersIn("de");

  it("round alike and subtract alike, because the digits are written last", () => {
    expect(rateOf100(0.9271, 1, german)).toBe("92,7");
    expect(rateOf100(0.004, 0, german)).toBe("<1");
    expect(rateOf100(0.9999, 0, german)).toBe(">99");
    expect(ratio(0.482, german)).toBe("0,48");
    expect(reconcile(0.925, 0.661, 26.4)).toEqual({ difference: 26.4, digits: 1 });
  });
});
