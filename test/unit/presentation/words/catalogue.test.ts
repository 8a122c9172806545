import { describe, expect, it } from "vitest";
import { catalogueFor, english } from "#presentation/words/catalogue.ts";
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
