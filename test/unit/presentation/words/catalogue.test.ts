import { describe, expect, it } from "vitest";
import { type Catalogue, catalogueFor, english } from "#presentation/words/catalogue.ts";
import { numbersIn } from "#presentation/words/numbers.ts";
import { rateOf100, signedDifference } from "#presentation/words/rates.ts";
import { ratio } from "#presentation/words/ratios.ts";
import { drawnFor } from "#widget/page/language-of.ts";
import { drawn } from "#words/element.ts";

describe("the words for a language tag", () => {
  it.each(["en", "de", "de-CH", "ar-EG", "zh-Hant-TW", "_", "", "english please", "EN"])(
    "%j is English as a whole",
    (tag) => {
      expect(drawnFor(tag)).toBe(drawn);
      expect(catalogueFor(tag)).toBe(english);
    },
  );

  it.each([
    ["en-US", "Nov 20, 2026"],
    ["en-us", "Nov 20, 2026"],
    ["en-GB", "20 Nov 2026"],
    ["en-GB-u-nu-arab", "20 Nov 2026"],
    // German regions use a decimal comma, but English text does not.
    ["en-DE", "20 Nov 2026"],
  ])("%s has the dates of its region and English digits", async (tag, date) => {
    const { screen, ...others } = catalogueFor(tag);
    expect(screen.date("2026-11-20")).toBe(date);
    expect(screen.numbers.fixed(12.34, 1)).toBe("12.3");
    expect({ ...others, screen: { ...screen, date: drawn.date } }).toEqual(english);
    const ofTag = drawnFor(tag);
    expect(ofTag).toMatchObject({ language: "en", title: drawn.title });
    expect((await ofTag).date("2026-11-20")).toBe(date);
    expect(drawnFor(tag)).toBe(ofTag);
  });
});

describe("a copy of the English words, translated", () => {
  it("is a catalogue with other words", () => {
    const screen = { ...english.screen, language: "de", title: "CAR-T oder bispezifisch" };
    const german: Catalogue = { ...english, screen };
    expect(german.screen.title).not.toBe(english.screen.title);
  });

  it("does not compile if it lacks a word, or says one as something else", () => {
    const { title, ...screen } = english.screen;
    // @ts-expect-error A word is missing.
    const lacking: Catalogue = { ...english, screen };
    expect(lacking.screen.title).toBeUndefined();
    // @ts-expect-error A function is missing.
    const silent: Catalogue = { ...english, kept: { ...english.kept, age: title } };
    expect(silent.kept.age).toBe(title);
    const { grading: _, ...notes } = english.codes.notes;
    // @ts-expect-error A code has no words.
    const codes: Catalogue["codes"] = { ...english.codes, notes };
    expect(codes.notes).not.toHaveProperty("grading");
  });
});

describe("words with the digits of another language", () => {
  const german = numbersIn("de");

  it("round alike, because the digits are written last", () => {
    expect(rateOf100(0.9271, 1, german)).toBe("92,7");
    expect(rateOf100(0.004, 0, german)).toBe("<1");
    expect(rateOf100(0.9999, 0, german)).toBe(">99");
    expect(ratio(0.482, german)).toBe("0,48");
    const screen = { ...english.screen, numbers: german };
    expect(signedDifference(26.44, screen, 1)).toBe("26,4 more");
  });
});
