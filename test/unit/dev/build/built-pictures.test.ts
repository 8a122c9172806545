/** The pictures as SVG, before they are rasterised. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import presets from "#data/presets.json" with { type: "json" };
import { palettes } from "#presentation/forest/palette.ts";
import { headlineOf, sentenceOf } from "#presentation/statement/headline.ts";
import { scopeOf } from "#presentation/statement/scope.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { screen as en } from "#words/screen.ts";
import {
  anyQuestionDrawing,
  iconDrawings,
  questionDrawings,
} from "../../../../.dev/build/built-pictures.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

const drawings = questionDrawings();
const wordsOf = (svg: string) =>
  svg
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replace(/\s+/g, " ");

it("there is one for every ready-made question", () => {
  expect(drawings.map(({ name }) => name)).toEqual(presets.map(({ id }) => id));
});

describe.each(drawings)("the picture $name", ({ question, svg }) => {
  const answer = compareInWords(asked(question, dataset), dataset);
  const view = statementOf(answer, en);
  const headline = headlineOf(answer, english);
  const words = wordsOf(svg);

  it("says the sentence, its doubt, which evidence and whose picture it is", () => {
    const squeezed = (text: string) => text.replace(/\s/g, "");
    for (const said of [
      sentenceOf(headline),
      headline.doubt,
      scopeOf(answer, english),
      english.screen.date(view.dataDate),
    ]) {
      expect(squeezed(words)).toContain(squeezed(said));
    }
    expect(words).toContain("Myeloma Compare");
    expect(words).toContain(en.footer.audience);
  });

  it("shows each number with the digits of the sentence, its interval, mark and colour", () => {
    for (const part of headline.efficacy) {
      if (typeof part === "string") continue;
      const [rate = ""] = part.text.split(" ");
      const range = view.rows[0]?.sides[part.group].range ?? "";
      expect(words).toContain(`${rate} of 100 ${range}`);
      expect(svg).toContain(palettes.light[part.group]);
    }
    expect(svg).toMatch(/<circle|<path d="M0-7/);
  });

  it("says what its numbers are, and nothing of signs that are not in it", () => {
    expect(words).toContain("of 100 patients, 95 % interval");
    expect(words).not.toContain("bold");
  });

  it("needs nothing from anywhere", () => {
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /style=|<style|href|http|url\(/,
    );
  });
});

it("the picture of any other question has no number", () => {
  expect(wordsOf(anyQuestionDrawing().svg)).not.toMatch(/\d/);
});

it("a mask cuts nothing off the icon that is meant for it", () => {
  const masked = iconDrawings('<svg viewBox="0 0 32 32"></svg>').find(
    ({ icon }) => icon === "maskable",
  );
  const [, offset, size] =
    /<svg x="([\d.]+)".* width="([\d.]+)"[^>]*viewBox/.exec(masked?.svg ?? "") ?? [];
  // The mark extends 14.9 of 16 units from its centre. A mask keeps at least a radius of 0.4 of the
  // side.
  expect((Number(size) / 32) * 14.9).toBeLessThanOrEqual(0.4 * 512);
  expect(Number(offset)).toBeCloseTo((512 - Number(size)) / 2);
});
