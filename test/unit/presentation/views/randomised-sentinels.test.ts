/** Randomised trials as the screen draws them, on the data of today. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { randomisedHarms, randomisedView } from "#presentation/views/randomised.ts";
import { armsInWords } from "#widget/row/randomised.tsx";
import { queryOf } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const trialsOf = (question: string) => screenAnswer(queryOf(question, dataset), dataset).randomised;

it("after two lines in the US both arms are drawn, and those alive where both report it", () => {
  const view = randomisedView(trialsOf("lines=2&availability=us"));
  const drawings = (view?.blocks ?? []).map((block) =>
    block.drawings.map(({ name, arms }) => [name, ...arms.map(({ side }) => side.number)]),
  );

  expect(drawings).toEqual([
    [
      ["Progression-free at 30 months", "59", "26"],
      ["Alive at 30 months", "76", "64"],
      ["Died within 10 months (company)", "14", "12"],
    ],
    [
      ["Progression-free at 18 months", "41", "19"],
      ["Died within 6 months", "12", "7"],
    ],
    [
      ["Progression-free at 36 months", "83", "30"],
      ["Alive at 36 months", "83", "65"],
    ],
  ]);
});

it("an arm whose control reports no month is drawn, and says so in the other lane", () => {
  const [cartitude4] = trialsOf("lines=1&availability=eu");
  const alone = cartitude4?.arms.map((arm) => ({
    ...arm,
    progressionFree: arm.progressionFree && { ...arm.progressionFree, control: null },
  }));
  const view = cartitude4 && randomisedView([{ ...cartitude4, arms: alone ?? [] }]);
  const [drawing] = view?.blocks[0]?.drawings ?? [];
  expect(drawing && armsInWords(drawing.arms)).toBe(
    "cilta-cel, 59, 52 to 66; standard: not reported in our sources",
  );
  expect(drawing?.arms[1]?.side).toMatchObject({ number: "", under: "unknown", marks: [] });
});

it("above harms each arm has its early deaths beside those of its standard", () => {
  const view = randomisedHarms(trialsOf("lines=2&availability=us&outcome=toxicity"));
  expect(view?.blocks.flatMap(({ texts }) => texts)).toEqual([
    "KarMMa-3: of these 17 v 0 before any treatment; died within 9 months 18\u00a0% v 11\u00a0% (news).",
    "MajesTEC-3: not reported.",
  ]);
  const drawings = view?.blocks.flatMap((block) => block.drawings) ?? [];
  expect(drawings.map(({ name, arms }) => [name, armsInWords(arms)])).toEqual([
    [
      "CARTITUDE-4, died within 10 months (company)",
      "cilta-cel 29 of 208, 14; standard 25 of 211, 12",
    ],
    ["KarMMa-3, died within 6 months", "ide-cel 30 of 254, 12; standard 9 of 132, 7"],
  ]);
  expect(randomisedHarms(trialsOf("outcome=toxicity"))).toBeNull();
});
