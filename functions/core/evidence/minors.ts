/**
 * What the record of a cohort answers of MINORS, the index for non-randomised studies (Slim et al.,
 * ANZ J Surg 2003; 73: 712-716).
 *
 * These answers are ours and nobody reviewed them. Five of its eight items for studies without a
 * comparison group can follow from a record; aim, choice of end points and calculation of the size
 * cannot, so there is never a total. An arm of a randomised trial is asked like the others, because
 * it is compared here without its control arm.
 *
 * An item is answered by a field or by what a source states. Everything else is not reported; that
 * is no "no".
 */
import type { CohortRiskOfBias } from "#data/provenance.ts";
import type { Cohort, Figure } from "#data/schema.ts";

/** Items 2, 3, 5, 6 and 7. */
export const minorsItems = [
  "consecutive",
  "prospective",
  "independent",
  "followUp",
  "lossBelow5",
] as const;
export const minorsAnswers = ["yes", "no", "not-reported"] as const;

export type MinorsItem = (typeof minorsItems)[number];

export interface MinorsAnswer {
  item: MinorsItem;
  answer: (typeof minorsAnswers)[number];
  /** The field of the record that answers, and what stands there; `null` if none does. */
  basis: { field: string; value: string | number } | null;
}

/** Survival is compared at this month: with less, not half of the patients were observed so far. */
export const enoughFollowUpMonths = 12;

type Measured = Pick<Figure, "population" | "followUpMonths">;

export interface Answering extends Pick<Cohort, "design" | "followUpMonths"> {
  figures: readonly (Measured & Pick<Figure, "outcome" | "definition">)[];
  landmarks: readonly Measured[];
  medians: readonly Measured[];
  riskOfBias: Pick<CohortRiskOfBias, "stated">;
}

/** One answer for each item, in the order of the index. */
export function minorsOf(record: Answering): MinorsAnswer[] {
  return minorsItems.map((item) => ({ item, ...(answers[item](record) ?? notReported) }));
}

type Answer = Omit<MinorsAnswer, "item">;

const notReported: Answer = { answer: "not-reported", basis: null };

const answers: Readonly<Record<MinorsItem, (record: Answering) => Answer | null>> = {
  consecutive: (record) => stated(record, "consecutive"),
  prospective: ({ design }) => ({
    answer: design === "retrospective" ? "no" : "yes",
    basis: { field: "design", value: design },
  }),
  independent: (record) => stated(record, "independent") ?? independentReview(record),
  followUp: longEnough,
  lossBelow5: (record) => stated(record, "lossBelow5"),
};

function stated({ riskOfBias }: Answering, item: keyof CohortRiskOfBias["stated"]): Answer | null {
  const statement = riskOfBias.stated[item];
  return (
    statement && {
      answer: statement.answer,
      basis: { field: `riskOfBias.stated.${item}`, value: statement.locator },
    }
  );
}

const reviewers = /\b(?:IRC|BICR|independent (?:\w+ )?(?:review|committee))\b/i;
const otherwise = /\b(?:no|non|not|without|pending|investigators?)\b/i;

/** Whether the definition of a response rate names an independent review; else nothing is said. */
function independentReview({ figures }: Answering): Answer | null {
  const index = figures.findIndex(
    ({ outcome, definition }) =>
      outcome === "orr" &&
      definition?.split(/[;,]/).some((clause) => reviewers.test(clause) && !otherwise.test(clause)),
  );
  const definition = figures[index]?.definition;
  return definition
    ? { answer: "yes", basis: { field: `figures[${index}].definition`, value: definition } }
    : null;
}

/** Follow-up of such a part of the cohort is not that of the cohort. */
const parts: readonly Measured["population"][] = ["responders", "mrd-evaluable", "subset"];

/** By the longest median follow-up of the whole cohort, since later reports follow it up further. */
function longEnough({ followUpMonths, ...record }: Answering): Answer | null {
  const later = (["figures", "landmarks", "medians"] as const).flatMap((name) =>
    record[name].map((one, index) => ({
      field: `${name}[${index}].followUpMonths`,
      value: parts.includes(one.population) ? null : one.followUpMonths,
    })),
  );
  const [longest] = [{ field: "followUpMonths", value: followUpMonths }, ...later]
    .flatMap(({ field, value }) => (value === null ? [] : [{ field, value }]))
    .sort((one, other) => other.value - one.value);
  if (!longest) return null;
  return { answer: longest.value >= enoughFollowUpMonths ? "yes" : "no", basis: longest };
}
