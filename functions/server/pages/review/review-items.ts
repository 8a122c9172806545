/**
 * Lists what a clinician checks and signs in about two hours: what decides the first screen first, then the figures that
 * stand in where no number is pooled, randomised trials, labels and rules. The build makes the list.
 */
import { compareClasses } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import { comparisons } from "#data/generated/collections.ts";
import { products } from "#data/generated/products.ts";
import { quotes } from "#data/generated/quotes.ts";
import { makeQuoteKey } from "#data/quotes.ts";
import { nameLabelPart, nameRulePart, type Rule } from "#data/review-parts.ts";
import { findSourceAddress } from "#data/source-address.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { regions, type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { benefits, makeRandomisedViewOfAnswer } from "#presentation/row/randomised-table.ts";
import { listArmSources } from "#presentation/row/randomised-words.ts";
import { findPooledRateOfClass, listTrialLinesOfClass } from "#presentation/row/trial-lines.ts";
import { classAdjective } from "#presentation/words/names.ts";
import { shortenRegion } from "#presentation/words/properties.ts";
import { joinByCommas, joinBySemicolons, joinBySpaces } from "#presentation/words/sentences.ts";
import { answerClassesInFull } from "../../answers/compute/full-answer.ts";
import { gatherScreenEvidence } from "../../answers/compute/screen-evidence.ts";
import { listCohortRecords } from "../../answers/compute/whole-dataset.ts";
import { describeDates, groupApprovalsWithSameWording } from "../products/label.tsx";

export interface ReviewItem {
  /** Identifies the item in the file that the page saves. */
  readonly id: string;
  /** Names the part that counts as checked once all its items are right (`data/review-parts.ts`). */
  readonly signs: string;
  readonly name: string;
  /** States what the screen shows. */
  readonly says: string;
  /** Holds the words of the source at that place; empty if they are not at hand. */
  readonly words: string;
  readonly sources: readonly ReviewSource[];
  /** States why the item comes where it does, as in "moves its number by 12 of 100"; empty for most. */
  readonly weight: string;
}

interface ReviewSource {
  readonly text: string;
  readonly href: string | null;
  /** Links to the paper or record of the trial, which a reader opens where the source has no address. */
  readonly publication?: string | null;
  /** States where in the source it stands; empty if that was not noted. */
  readonly place: string;
}

export interface ReviewPart {
  readonly id: string;
  readonly title: string;
  /** Asks what is to be checked. */
  readonly asks: string;
  readonly items: readonly ReviewItem[];
}

/**
 * Returns what is to be checked, in parts: figures that a number counts, those that move it most first; figures that
 * stand in for one; randomised trials; labels; and rules.
 *
 * @param rules How an answer is made, in the words of a clinician, as HTML.
 */
export function listReviewParts(rules: readonly Rule[]): ReviewPart[] {
  const figures = listReviewFigures();
  const isPooled = ({ moves }: Figure) => moves !== undefined;
  const part = (id: string, title: string, asks: string, items: readonly ReviewItem[]) => {
    return { id, title, asks, items };
  };
  return [
    part(
      "figures",
      "Figures behind the numbers of the first screen",
      "Is each in its source, at that place, of these patients? The figure that moves its number most comes first.",
      figures
        .filter(isPooled)
        .sort((a, b) => (b.moves ?? alone) - (a.moves ?? alone))
        .map(makeFigureReviewItem),
    ),
    part(
      "stand-ins",
      "Figures that stand in where the first screen pools none",
      "Is each in its source, and is it right that it is shown and not pooled?",
      figures.filter((figure) => !isPooled(figure)).map(makeFigureReviewItem),
    ),
    part(
      "randomised",
      "Randomised trials after one line and after two",
      "Are both arms and their ratio as the newest source prints them?",
      listRandomisedReviewItems(),
    ),
    part(
      "labels",
      "Labels",
      "Is the indication, with its conditions, as the label prints it? Where no address was found, compare with the label itself.",
      listLabelReviewItems(),
    ),
    part(
      "rules",
      "Rules",
      "Does each make sense to those who will act on the numbers?",
      rules.map(({ name, says }) => ({
        ...{ id: nameRulePart(name), signs: nameRulePart(name), name, says },
        ...{ words: "", sources: [], weight: "" },
      })),
    ),
  ];
}

type Line = ReturnType<typeof listTrialLinesOfClass>[number];

interface Figure extends Line {
  readonly row: { readonly outcome: string; readonly label: string };
  readonly group: TherapyClass;
  /** The points of 100 by which the class moves without the figure; `null` where nothing else holds the number, absent if
   * no number counts the figure. */
  readonly moves?: number | null;
}

/** A figure that alone holds a number comes first, because nothing moves by more than 100 points. */
const alone = 101;

/** Lists every figure of the rows of the default question, in the order of the screen. */
function listReviewFigures(): Figure[] {
  const answer = answerClassesInFull(parseQueryTextOrThrow("", dataset));
  const movesOf = makeCohortInfluenceFinder();
  return answer.outcomes.flatMap((row) =>
    therapyClasses.flatMap((group) =>
      listTrialLinesOfClass(row, group, answer).map((line): Figure => {
        const figure = { ...line, row, group };
        return line.isCounted
          ? { ...figure, moves: movesOf(row.outcome, group, line.cohort) }
          : figure;
      }),
    ),
  );
}

/**
 * Returns a function for the points of 100 by which a class moves in a row without a cohort; `null` where nothing else
 * holds the number. A fast model weighs them, because their order does not depend on the model.
 */
function makeCohortInfluenceFinder() {
  const pooledBy = (filter: string) => {
    const { outcomes } = compareClasses(
      parseQueryTextOrThrow(`model=dl${filter}`, dataset),
      dataset,
      models,
    );
    return (outcome: string, group: TherapyClass) => {
      const row = outcomes.find((candidate) => candidate.outcome === outcome);
      return row ? findPooledRateOfClass(row, group) : null;
    };
  };
  const whole = pooledBy("");
  const without = new Map<string, ReturnType<typeof pooledBy>>();
  return (outcome: string, group: TherapyClass, cohort: string): number | null => {
    const estimateOf = without.get(cohort) ?? pooledBy(`&exclude=${cohort}`);
    without.set(cohort, estimateOf);
    const [before, after] = [whole(outcome, group), estimateOf(outcome, group)];
    return before === null || after === null ? null : 100 * Math.abs(before - after);
  };
}

function makeFigureReviewItem({ row, group, moves, ...line }: Figure): ReviewItem {
  const { cohort, label, drug, of, drawn, figures, printed } = line;
  const [first] = figures;
  const { outcome, cut } = printed;
  const citation = first?.citation;
  const weight = moves === undefined ? "" : describeCohortInfluence(moves);
  return {
    id: [row.outcome, cohort, outcome ?? "median", cut].join(" "),
    signs: cohort,
    name: `${row.label}, ${classAdjective[group]}: ${joinByCommas([joinBySpaces([drug, label]), of])}`,
    says: joinBySemicolons([
      first?.text ?? "",
      drawn !== null && `shown as ${drawn.number} of 100`,
    ]),
    words: quotes[makeQuoteKey(cohort, outcome ?? "", cut)] ?? "",
    sources: citation ? [{ ...citation, place: citation.locator ?? "" }] : [],
    weight,
  };
}

function describeCohortInfluence(moves: number | null): string {
  return moves === null
    ? "without it there is no number"
    : `without it the number moves by ${moves < 1 ? "less than 1" : Math.round(moves)} of 100`;
}

/** Lists the rows of the randomised trials that lead an answer after one line or two, each trial once. */
function listRandomisedReviewItems(): ReviewItem[] {
  const items = ["lines=1", "lines=2"].flatMap((question) => {
    const answer = answerClassesInFull(parseQueryTextOrThrow(question, dataset));
    const view = makeRandomisedViewOfAnswer(answer, {
      ...gatherScreenEvidence(answer),
      part: "all",
      heading: "",
    });
    const arms = answer.randomised
      .filter(({ place }) => place === "leads")
      .flatMap((trial) =>
        trial.arms.map((arm) => ({
          study: trial.study,
          cohort: arm.cohort,
          cited: listArmSources(arm, trial).map(({ citation }) => citation),
        })),
      );
    return (view?.tables ?? []).flatMap(({ title, rows, sources }, index) =>
      rows.map((row): ReviewItem => {
        const name = joinBySpaces([row.name, row.at]);
        const { study = "", cohort = title, cited = [] } = arms[index] ?? {};
        const family = benefits.find((benefit) => benefit.name === row.name)?.family;
        const outcome = answer.outcomes.find(({ label }) => label === row.name)?.outcome;
        const places = listSourcesOfBothArms(study, cohort, family ?? outcome ?? "");
        // Survival is also reported of older cuts and of parts of the patients.
        const located = family ? places.filter(({ text }) => cited.includes(text)) : places;
        return {
          id: `${title} ${name} ${row.beside.text}`,
          signs: cohort,
          name: `${title}: ${name}`,
          says: joinBySemicolons([
            joinByCommas([row.beside.text, row.beside.rank]),
            row.heard,
            ...row.beneath.map(({ text }) => text),
          ]),
          words: "",
          sources:
            located.length > 0 ? located : sources.map((source) => ({ ...source, place: "" })),
          weight: "",
        };
      }),
    );
  });
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

const records = new Map(listCohortRecords().map((record) => [record.id, record]));

/** Returns every source of an outcome in both arms of a trial, with all places where it stands. */
function listSourcesOfBothArms(study: string, cohort: string, outcome: string): ReviewSource[] {
  const kindOf = (id: string) => parseSurvivalFamily(id) ?? id;
  const reports = [comparisons.find(({ id }) => id === study), records.get(cohort)];
  const found = reports.flatMap((report) => {
    if (!report) return [];
    const landmarks = "landmarks" in report ? report.landmarks : [];
    return [
      ...report.figures.filter((figure) => kindOf(figure.outcome) === outcome),
      ...landmarks.filter(({ family }) => family === outcome),
    ].flatMap(({ source, locator }) => {
      const { citation: text, href } = report.sources[source] ?? {};
      return text === undefined ? [] : [{ text, href: href ?? null, place: locator }];
    });
  });
  return [...new Set(found.map(({ text }) => text))].map((text) => {
    const same = found.filter((source) => source.text === text);
    const places = [...new Set(same.map(({ place }) => place))];
    return { text, href: same[0]?.href ?? null, place: places.join("; ") };
  });
}

/** Lists every indication in force or pending, region by region, because the labels of a region are signed together. */
function listLabelReviewItems(): ReviewItem[] {
  const uses = Object.entries(products).flatMap(([slug, { approvals, sources }]) =>
    groupApprovalsWithSameWording(approvals).flatMap(({ lines, asks, approvals: alike }) =>
      alike
        .filter(({ status }) => status !== "not-approved")
        .map((use) => ({ slug, sources, lines, asks, use })),
    ),
  );
  const order: readonly string[] = ["us", "eu", ...regions];
  const rank = ({ use }: (typeof uses)[number]) => order.indexOf(use.region);
  return uses
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ slug, sources, lines, asks, use }): ReviewItem => {
      const region = shortenRegion(use.region);
      return {
        id: joinBySpaces([slug, region, lines]),
        signs: nameLabelPart(use.region),
        name: `${slug}, ${region}`,
        says: joinBySemicolons([lines, asks, describeDates(use, false)]),
        words: "",
        sources: use.sources
          .slice(0, 1)
          .flatMap((source) => listReviewSourceIfAny(sources[source])),
        weight: "",
      };
    });
}

function listReviewSourceIfAny(source: (typeof products)[string]["sources"][number] | undefined) {
  return source ? [{ text: source.citation, href: findSourceAddress(source), place: "" }] : [];
}
