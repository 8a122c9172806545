/** Headlines of randomised trials on the data of today, from `data/comparisons` and the labels of `data/products`. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { aboveRows, findingsOf, ratesAtMonths } from "#presentation/row/randomised-trials.ts";
import { verdictOf } from "#presentation/views/verdict.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { queryOf } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const answerTo = (question: string) => screenAnswer(queryOf(question, dataset), dataset);

/** Findings of the first arm of a trial, and its rates beside those of the control. */
function armOf(study: string, question: string) {
  const trial = aboveRows(answerTo(question)).find((above) => above.study === study);
  const [arm] = trial?.arms ?? [];
  if (!trial || !arm) throw new Error(`${study} is not above.`);
  const rateText = (rate: { readonly estimate: number | null } | null) =>
    rateOf100(rate?.estimate ?? Number.NaN);
  const rates = ratesAtMonths(arm).map(
    ({ name, rates: { arm: treated, control } }) =>
      `${name} ${rateText(treated)} v ${rateText(control)}`,
  );
  return { findings: findingsOf(arm, trial), rates };
}

it.each([
  [
    "lines=1&availability=eu",
    "Randomised: less progression or death with cilta-cel than with standard therapy. No EU label found for a bispecific after 1 line.",
  ],
  [
    "lines=1&availability=us",
    "Randomised: cilta-cel and teclistamab with daratumumab each did better than their own standard therapy; not compared with each other.",
  ],
  [
    "lines=2&availability=eu",
    "Randomised: less progression or death with both cilta-cel and ide-cel than with their own standard therapy; fewer deaths shown with cilta-cel only. No EU label found for a bispecific after 2 lines.",
  ],
  [
    "lines=2&availability=us",
    "Randomised: cilta-cel, ide-cel and teclistamab with daratumumab each did better than their own standard therapy; not compared with each other; deaths not shown to be fewer with ide-cel.",
  ],
])("after one or two lines the headline is that of the randomised trials: %s", (question, lead) => {
  expect(verdictOf(answerTo(question))).toEqual({ lead, harms: "" });
});

it.each(["", "lines=any", "lines=2&availability=cn"])("it is not in %j", (question) => {
  expect(verdictOf(answerTo(question)).lead).not.toContain("Randomised");
});

it.each([
  ["", ["KarMMa-3 line"]],
  [
    "lines=1",
    ["CARTITUDE-4 leads", "MajesTEC-3 leads", "MajesTEC-9 beside", "MonumenTAL-3 beside"],
  ],
  ["lines=2&availability=jp", expect.arrayContaining(["KarMMa-3 leads"])],
  ["lines=2&availability=cn", expect.not.arrayContaining([expect.stringContaining("leads")])],
])("nothing leads in “%s” that no label has there", (question, places) => {
  const { randomised } = answerTo(question);
  expect(randomised.map(({ label, place }) => `${label} ${place}`)).toEqual(places);
});

it.each([
  [
    // cancernetwork.com, 18 January 2026, on Einsele, Lancet Oncol 2026; San-Miguel, N Engl J Med 2023.
    "cartitude-4",
    "0.29 (0.22–0.39), of death 0.55 (0.39–0.79) at 33.6 months (news); paper at 15.9 months: progression or death 0.26 (0.18–0.38), death 0.78 (0.50–1.20)",
    ["Progression-free at 30 months 59 v 26", "Alive at 30 months 76 v 64"],
  ],
  [
    // NCI PDQ 2025 and Ailawadhi, Blood 2024; Rodriguez-Otero, N Engl J Med 2023.
    "karmma-3",
    "0.49 (0.38–0.63), of death 1.01 (0.73–1.40) at 30.9 months (review and paper); paper at 18.6 months: progression or death 0.49 (0.38–0.65)",
    // Slide 1 of ASH 2023 abstract 1028, on kolpulse.com, which has both arms: 41 % v 19 %.
    ["Progression-free at 18 months 41 v 19"],
  ],
  [
    // Label of Tecvayli, March 2026, Table 17.
    "majestec-3",
    "0.17 (0.12–0.23), of death 0.46 (0.32–0.65) at 34.5 months (label)",
    // MIMS, 16 January 2026, fourth paragraph: "36-month OS was 83.3 percent and 65 percent".
    ["Progression-free at 36 months 83 v 30", "Alive at 36 months 83 v 65"],
  ],
])("both ratios of %s are of one cut, and its rates are of both arms", (study, ratios, rates) => {
  const arm = armOf(study, "lines=2&availability=us");
  expect(arm.findings).toContain(`Hazard ratio of progression or death ${ratios}.`);
  expect(arm.rates).toEqual(rates);
});

it("with papers only, ratios are those of the paper", () => {
  const { findings } = armOf("cartitude-4", "lines=2&availability=us&sources=papers");
  expect(findings[0]).toBe(
    "Hazard ratio of progression or death 0.26 (0.18–0.38), of death 0.78 (0.50–1.20) at 15.9 months (paper).",
  );
});

it("early deaths of KarMMa-3 that no drawing shows are counted by arm (Ailawadhi, Blood 2024)", () => {
  expect(armOf("karmma-3", "").findings).toContain(
    "Of these 17 v 0 before any treatment; died within 9 months 18\u00a0% v 11\u00a0% (news).",
  );
});
