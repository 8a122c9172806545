/** Puts the notes in words: what a reader must know before acting on a number. */
import type { Note, Scale } from "#core/answer/note-values.ts";
import type { NoteWords } from "./codes.ts";
import { deathsSeparate } from "./figures-in-print.ts";
import { labelNotes } from "./labels.ts";
import { formatSpan } from "./numbers.ts";
import { describeNoTrialAfterKind, describeTherapyKindCountsOfTrial } from "./patient-codes.ts";
import { nameProducts } from "./product-name.ts";
import {
  capitalise,
  formatCountWithNoun,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  pluralise,
  uncapitalise,
} from "./sentences.ts";

type Of<Code extends Note["code"]> = Extract<Note, { readonly code: Code }>;

const scaleNames: Readonly<Record<Scale, string>> = {
  astct: "ASTCT",
  lee: "Lee",
  cartox: "CARTOX",
  ctcae: "CTCAE",
};

export const notes: NoteWords = {
  ...labelNotes,

  "patients-apart": ({ what, groups }, nameOf, noun) => {
    const [low, high] = [...groups].sort((a, b) => a.lowest - b.lowest);
    if (!low || !high) return { label: "", text: "" };
    const name = what === "age" ? "age" : "number of prior lines";
    const printing = (range: typeof low) => (range.trials < range.total ? " that reports it" : "");
    const extent = (range: typeof low) =>
      `(${formatSpan(range)}, ${range.trials} of ${range === low ? formatCountWithNoun(range.total, noun) : range.total})`;
    return {
      label: what === "age" ? "ages do not overlap" : "prior lines do not overlap",
      text: `In every ${nameOf(low.group).long} ${noun}${printing(low)} the median ${name} was lower ${extent(low)} than in any ${nameOf(high.group).long} ${noun}${printing(high)} ${extent(high)}.`,
    };
  },

  "figures-missing": ({ group, k, of, small, products, beside }, nameOf, noun) => {
    const { long } = nameOf(group);
    const isOfGroup = products.every((product) => product === group);
    const further = joinBySemicolons([
      small > 0 &&
        `${formatCountWithNoun(small, noun)} of fewer than 30 patients ${small === 1 ? "stands" : "stand"} beside it`,
      k + small < of &&
        `the ${of - k - small === 1 ? "other has" : "others have"} no figure that could be pooled`,
    ]);
    const names = products.length === 0 || isOfGroup ? null : nameProducts(products);
    const missing = [...products, ...beside];
    const pools = beside.length > 0 && `of ${nameProducts(beside)} a label pool stands beside it`;
    const trials = `${k} of ${formatCountWithNoun(of, noun)}`;
    return k === 0
      ? {
          label: `no ${long} number`,
          text: `No ${long} study in this selection reports this outcome in a form that can be pooled.`,
        }
      : {
          label: `${long}: ${joinByCommas([trials, !isOfGroup && missing.length > 0 && `not ${nameProducts(missing)}`])}`,
          text: `The ${long} number rests on ${joinByCommas([trials, names && `none of ${names}`, pools])}${further && `; ${further}`}.`,
        };
  },

  "one-trial-carries": ({ group, trial, events, of }, nameOf, noun) => ({
    label: `${events} of ${of} events: ${trial}`,
    text: `More than half of the ${nameOf(group).long} events are of one ${noun}: ${trial}, ${events} of ${of}.`,
  }),

  "other-trials": ({ group, label }, nameOf, noun) => ({
    label: `other ${pluralise(noun)} than “${label}”`,
    text: `The ${nameOf(group).long} number rests on other ${pluralise(noun)} than “${label}”.`,
  }),

  "above-whole": ({ group, label }, nameOf, noun) => ({
    label: `above “${label}”: other ${pluralise(noun)}`,
    text: `The ${nameOf(group).long} number is above “${label}”, which holds the same patients and more, only because it rests on other ${pluralise(noun)}.`,
  }),

  "patients-counted": ({ denominator, treated, randomised, evaluable, collected }) => {
    if (denominator === "enrolled") {
      return {
        label: "all enrolled counted",
        text: "Rates count all who were randomised or apheresed, treated or not.",
      };
    }
    if (collected) return makeApheresedNote(collected);
    if (evaluable.length + randomised.length > 0 && !treated) {
      return {
        label: "not all treated counted",
        text: joinBySpaces([
          randomised.length > 0 &&
            `Counted over all randomised patients, treated or not: ${randomised.join(", ")}.`,
          evaluable.length > 0 &&
            `Only patients evaluated for response, at least 90 % of those treated: ${evaluable.join(", ")}.`,
        ]),
      };
    }
    const but =
      randomised.length === 0
        ? "not those who never received cells (progression, death, failed manufacturing)"
        : `of ${randomised.join(", ")} all randomised count, infused or not`;
    return {
      label: randomised.length === 0 ? "infused patients" : "infused or randomised",
      text: `CAR-T rates count infused patients, unless a row says otherwise; ${but}.`,
    };
  },

  grading: ({ scales, unstated, figures, broad }) => {
    const extent = scales.length > 1 || unstated > 0 ? "some" : "all";
    const by = scales.map((scale) => `by ${scaleNames[scale]} in ${extent} studies`).join(", ");
    const silent = unstated > 0 ? `scale not reported in ${unstated} of ${figures}` : "";
    const graded = joinByCommas([by, silent]);
    return {
      label:
        scales.length > 1
          ? "different grading scales"
          : unstated > 0
            ? "grading scale not reported in all"
            : scales.length > 0
              ? "older grading"
              : "broad definition",
      text: joinBySpaces([
        graded && `Graded ${graded}.`,
        broad.length > 0 && `Any neurotoxicity is counted for ICANS in: ${broad.join(", ")}.`,
      ]),
    };
  },

  // The counts stand beside the number, and as lines of their trials.
  "deaths-apart": ({ label, notReported }) => ({
    label: deathsSeparate,
    text: `${joinBySemicolons([
      `${label} is not among the counts of grade 3 or 4`,
      notReported.length > 0 && `not reported at the same data cut: ${notReported.join(", ")}`,
    ])}.`,
  }),

  "follow-up": ({ classesDiffer, groups }, nameOf) => {
    const months = groups.map(
      (entry) =>
        `${nameOf(entry.group).long} ${entry.months === null ? "not reported for most" : `${entry.months} months`}`,
    );
    const opening = classesDiffer ? "One infusion v continuous therapy; a" : "A";
    return {
      label: classesDiffer ? "one infusion v continuous therapy" : "exposure differs",
      text: `${opening} proportion is not a rate. Median follow-up: ${months.join(", ")}.`,
    };
  },

  "cuts-and-overlap": ({ cuts, dropped, settled }, nameOf) => {
    const droppedText = dropped
      .map(({ group, cohorts }) => `${cohorts} ${nameOf(group).long}`)
      .join(", ");
    return {
      label: cuts.length > 0 ? "data cuts differ" : "overlap left out",
      text: joinBySpaces([
        cuts.length > 0 &&
          `Data cut differs from that of the outcome of which this is a part: ${cuts.join(", ")}.`,
        droppedText &&
          `Left out, because their patients are or may be counted already: ${droppedText}.`,
        !settled &&
          "So many studies share patients that not every set of them was tried; no patient counts twice.",
      ]),
    };
  },

  "dose-finding": ({ trials }) => ({
    label: "dose finding included",
    text: `From dose finding, several doses: ${trials.join(", ")}.`,
  }),

  regimen: ({ combined, alone }, nameOf) => {
    const groupNames = (groups: readonly string[]) =>
      groups.map((group) => nameOf(group).long).join(", ");
    const without = alone.length > 0 ? `, ${groupNames(alone)} without` : "";
    return {
      label: alone.length > 0 ? "in combination v given alone" : "in combination",
      text: `${capitalise(groupNames(combined))} given with other myeloma drugs${without}: what these drugs add is in one of the numbers only.`,
    };
  },

  "earlier-therapy": ({ cohorts }) =>
    cohorts === null
      ? {
          label: "earlier BCMA mixed",
          text: "Some trials have patients with earlier BCMA therapy, others none.",
        }
      : {
          label: "earlier therapy by kind",
          text: `Earlier therapy: ${describeEarlierTherapyByCohort(cohorts)}.`,
        },

  "earlier-therapy-elsewhere": ({ kinds }) => ({
    label: "no trial by kind",
    text: kinds.map(({ kind, elsewhere }) => describeNoTrialAfterKind(kind, elsewhere)).join(" "),
  }),

  infections: ({ before, across, after, notStated, immunoglobulin, cohorts }) => {
    const enrolled = joinBySemicolons([
      before.length > 0 && `before COVID-19 vaccines: ${before.join(", ")}`,
      across.length > 0 && `before and after: ${across.join(", ")}`,
      after.length > 0 && `after: ${after.join(", ")}`,
      notStated > 0 && `not reported: ${notStated} of ${cohorts}`,
    ]);
    return {
      label: "depends on enrolment period",
      text: `Infections depend on when patients were enrolled (${enrolled}), on immunoglobulin replacement (reported for ${immunoglobulin} of ${cohorts}), and on one infusion against continuous dosing.`,
    };
  },

  question: makeQuestionNote,
};

function makeApheresedNote({
  printed,
  derived,
}: NonNullable<Of<"patients-counted">["collected"]>): {
  label: string;
  text: string;
} {
  const clauses = [
    ...(printed.length > 0 ? [`as reported in ${printed.join(", ")}`] : []),
    ...(derived.length > 0 ? [`derived from the infused in ${derived.join(", ")}`] : []),
  ];
  return {
    label: "all apheresed where known",
    text:
      clauses.length === 0
        ? "CAR-T rates count patients who were infused: no trial here reports responses over all apheresed."
        : `CAR-T responses count all apheresed where that is known: ${clauses.join("; ")}. All other CAR-T rates count patients who were infused, unless a row says otherwise.`,
  };
}

/** Returns text such as "cilta-cel: CAR-T 7 of 20; …". A product with one trial names the trial. */
function describeEarlierTherapyByCohort(
  cohorts: NonNullable<Of<"earlier-therapy">["cohorts"]>,
): string {
  return cohorts
    .map(({ product, label, priorBcmaKinds, n }) => {
      const isOnly = cohorts.filter((cohort) => cohort.product === product).length === 1;
      const kinds = describeTherapyKindCountsOfTrial(priorBcmaKinds, n) || "kinds not reported";
      return `${isOnly ? nameProducts([product]) : label}: ${kinds}`;
    })
    .join("; ");
}

/** Returns text such as "of its 26 groups of patients, 14 have a figure of response that can be counted". */
function describeHowManyGroupsAreCounted({
  cohorts,
  cohortsPooled,
  reporting,
}: Pick<NonNullable<Of<"question">["set"]>, "cohorts" | "cohortsPooled" | "reporting">): string {
  const total = cohorts === cohortsPooled ? "" : `${cohorts} are in our data, and `;
  const reported =
    reporting &&
    `${reporting.groups} have a figure of ${uncapitalise(reporting.label)} that can be counted`;
  return `of its ${cohortsPooled} groups of patients, ${total}${reported ?? "none has a figure"}`;
}

function makeQuestionNote(note: Of<"question">): { label: string; text: string } {
  const { set } = note;
  const facts: readonly (readonly [label: string, text: string] | false | null)[] = [
    set && [
      set.modified ? `${set.name}, modified` : `as ${set.name}`,
      set.cohorts === null
        ? `By the rules of ${set.name}: its studies are not public; these are ours by its rules.`
        : `By the rules of ${set.name}: ${describeHowManyGroupsAreCounted(set)}.`,
    ],
    note.confounded && [
      "groups differ otherwise",
      "The groups differ in more than what they are compared by; a difference between them need not come from it.",
    ],
    note.byMedians && [
      "by medians of studies",
      "Chosen by the medians of the studies, which say nothing about one patient.",
    ],
    note.settingsMixed && [
      "settings mixed",
      "Patients treated early and late in the disease are pooled or compared.",
    ],
    note.unreviewed && ["unreviewed sources", "Some sources were reviewed by nobody."],
    note.overlapKept && [
      "patients counted twice",
      "Studies that share patients are pooled side by side.",
    ],
    note.latest && ["longest follow-up", "Each figure is that of its longest follow-up."],
  ];
  const present = facts.filter((fact) => fact !== false && fact !== null);
  return {
    label: present[0]?.[0] ?? "",
    text: present.map(([, text]) => text).join(" "),
  };
}
