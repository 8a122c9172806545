/** Says which drugs a question leaves out and why, each with a question that counts it. */

import type { Note } from "#core/answer/note-values.ts";
import type { AbsentDrug, AbsentDrugs } from "#core/choices/absent-drugs.ts";
import type { Exclusion } from "#core/evidence/filters.ts";
import type { LabelNote } from "#core/evidence/label-notes.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { describeCodedReason } from "../words/codes.ts";
import { exclusions } from "../words/exclusions.ts";
import { describeRegionLabel, joinRegionsByOr, nameRegimen } from "../words/labels.ts";
import {
  formatCountWithNoun,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
} from "../words/sentences.ts";

export interface AbsentView {
  /** Names the drugs, each with why, as in "Not here: talquetamab (target GPRC5D) · 26 drugs (no label found).". */
  readonly text: string;
  /** Lists the questions that count them. */
  readonly offers: readonly { readonly name: string; readonly query: string }[];
}

type SoldElsewhere = Extract<LabelNote, { code: "sold-elsewhere" }>["products"][number];

/**
 * Makes the view of the drugs, sorted by class and name; drugs without any label come last, as a number.
 *
 * @param notes Those of the answer, with the responders of drugs that are sold elsewhere only.
 * @returns `null` if the question leaves out none.
 */
export function makeAbsentDrugsView(
  { drugs, unlabelled }: AbsentDrugs,
  notes: readonly Note[],
): AbsentView | null {
  const soldElsewhere = notes.flatMap((note) =>
    note.code === "sold-elsewhere" ? note.products : [],
  );
  const labelled = therapyClasses.flatMap((group) =>
    drugs
      .filter(({ therapyClass }) => therapyClass === group)
      .map((drug) => {
        const sold = soldElsewhere.find(({ product }) => product === drug.product);
        return {
          name: nameRegimen(drug),
          query: drug.query,
          reason: sold ? describeSaleElsewhere(sold) : describeWhyDrugIsAbsent(drug),
        };
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  const { count, query } = unlabelled;
  const rest = { name: formatCountWithNoun(count, "drug"), query, reason: "no label found" };
  const all = count > 0 ? [...labelled, rest] : labelled;
  if (all.length === 0) return null;
  const texts = groupBy(all, ({ reason }) => reason).map(
    (alike) => `${alike.map(({ name }) => name).join(", ")} (${alike[0].reason})`,
  );
  return {
    text: `Not here: ${texts.join(" · ")}.`,
    offers: all.flatMap((drug) =>
      drug.query === null ? [] : [{ name: drug.name, query: drug.query }],
    ),
  };
}

/** States why a drug is left out; what follows from another reason is not said. */
function describeWhyDrugIsAbsent({ reasons, partners }: AbsentDrug): string {
  const codes = new Set(reasons.map(({ code }) => code));
  const isImplied = ({ code }: Exclusion) =>
    (code === "not-on-label" && codes.has("not-sold")) ||
    (code === "combination" && partners?.length !== 0 && codes.size > 1) ||
    ((code === "other-setting" || code === "other-lines") &&
      (codes.has("not-on-label") || codes.has("not-sold")));
  return joinBySemicolons(
    reasons.filter((reason) => !isImplied(reason)).map(describeAbsenceReason),
  );
}

/** Returns text such as "sold in China: 18 of 18 and 97 of 101 responded". */
function describeSaleElsewhere({ regions, counts }: SoldElsewhere): string {
  const responded = joinWithConjunction(counts.map(({ events, n }) => `${events} of ${n}`));
  return `sold in ${joinRegionsByOr(regions)}${responded && `: ${responded} responded`}`;
}

const settings = { early: "earlier", late: "later", mixed: "mixed" } as const;

function describeAbsenceReason(reason: Exclusion): string {
  switch (reason.code) {
    case "other-product":
      return "another drug is asked";
    case "other-class":
      return "the other class is asked";
    case "other-evidence":
      return reason.evidence === "trial" ? "trials only" : "real-world studies only";
    case "other-setting":
      return `trials of ${settings[reason.setting]} lines`;
    case "not-sold":
      return `not sold in ${joinRegionsByOr(reason.regions)}`;
    case "not-on-label": {
      const isDenied = reason.labels.every(({ status }) => status === "no-label-found");
      return joinBySpaces([
        !isDenied && "label:",
        reason.labels.map(describeRegionLabel).join(", "),
      ]);
    }
    default:
      return describeCodedReason(reason, exclusions);
  }
}
