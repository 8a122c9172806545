/**
 * States with an answer: complete, with little data, with extreme numbers, with low certainty, and
 * after a changed question.
 */
import { english } from "#presentation/words/catalogue.ts";
import type { Drawn, GalleryGroup } from "./state.ts";

const { screen: en, relaxed, survival, unreported } = english;
const answer: Drawn = { as: "answer" };

export const answerStates: readonly GalleryGroup[] = [
  {
    title: "The answer",
    states: [
      {
        id: "answer",
        title: "The default question",
        note: "What a reader sees first: the sentence with its doubt, the filters, benefits, then harms.",
        shows: en.footer.audience,
        question: "",
        drawn: answer,
      },
      {
        id: "all-harms",
        title: "All harms",
        note: "The longest list: names stay apart from numbers, and rows without a number stay low.",
        shows: "Hypogammaglobulin",
        question: "outcome=toxicity",
        drawn: answer,
      },
      {
        id: "survival",
        title: "Survival as a grid",
        note: "One table for each family: months by class, months without a number in one line, the medians beneath; a number opens its row.",
        shows: survival.rule,
        question: "outcome=survival",
        drawn: answer,
      },
      {
        id: "deaths",
        title: "Deaths",
        note: "No outcome has both numbers: the sentence says so, and no row invents one.",
        shows: en.headline.notCompared,
        question: "outcome=nrm,fatal-adverse-event,death-crs",
        drawn: answer,
      },
    ],
  },
  {
    title: "Little evidence",
    states: [
      {
        id: "no-cohorts",
        title: "No cohort at all",
        note: "No rows; the filters that would bring cohorts back, one tap each, with what they bring.",
        shows: relaxed.empty,
        question: "prior-lines=90-",
        drawn: answer,
      },
      {
        id: "class-emptied",
        title: "A filter empties one class",
        note: "Which class is empty and what to relax; the other class keeps its numbers.",
        shows: relaxed.emptyClass(en.classAdjective.bsab),
        question: "prior-lines=-4",
        drawn: answer,
      },
      {
        id: "one-class",
        title: "One class asked for",
        note: "One side, no difference, and the way back to both.",
        shows: relaxed.emptyClass(en.classAdjective["car-t"]),
        question: "therapy-class=bsab",
        drawn: answer,
      },
      {
        id: "one-cohort",
        title: "One cohort in each class",
        note: "Each number is the count of its trial, and is called so.",
        shows: "94 of 97 in one trial",
        question:
          "prior-lines=4-&age=60-&product=cilta-cel,teclistamab&availability=us&min-n=90&outcome=orr",
        drawn: answer,
      },
      {
        id: "not-reported",
        title: "Nothing reported for one side",
        note: "The side is said to be missing in how many trials; there is no difference.",
        shows: "not reported for bispecifics in our sources",
        question: "outcome=death-crs",
        drawn: answer,
      },
      {
        id: "medians-instead",
        title: "Medians where there is no survival at the month",
        note: "The medians of the class stand in its place as printed, one for each trial, and are not averaged.",
        shows: "median months, as printed",
        question: "outcome=pfs-6",
        drawn: answer,
      },
      {
        id: "nothing-pooled",
        title: "No figure that can be pooled",
        note: "A row without a number says why and can still be opened.",
        shows: unreported.unpooled,
        question: "outcome=prolonged-cytopenia",
        drawn: answer,
      },
    ],
  },
  {
    title: "Numbers at the edges",
    states: [
      {
        id: "below-one",
        title: "Fewer than 1 of 100, on a short axis",
        note: "Never “0 of 100”; the axis of a rare harm ends at 20, and the row says so.",
        shows: "<1 of 100",
        question: "outcome=crs-3",
        drawn: answer,
      },
      {
        id: "no-events",
        title: "No event in a class",
        note: "How many patients had none is said in words beside the estimate.",
        shows: "none of 123 BsAb",
        question: "outcome=crs-3&phase=2",
        drawn: answer,
      },
      {
        id: "all-events",
        title: "An event in every patient",
        note: "The only trial is its own count with its exact interval, and the row says that all had it.",
        shows: "all 18 CAR-T",
        question: "outcome=orr&product=eque-cel&exclude=fumanba-1-eque-cel",
        drawn: answer,
      },
      {
        id: "rounded",
        title: "Whole numbers that do not subtract",
        note: "Two whole numbers beside a difference that is not theirs would look like a mistake: it is called rounded.",
        shows: `(${en.rounded})`,
        question: "outcome=orr&availability=us",
        drawn: answer,
      },
    ],
  },
  {
    title: "Words of doubt",
    states: [
      {
        id: "combination",
        title: "Bispecifics in combination",
        note: "The sentence and each row say that other drugs were given with the bispecific.",
        shows: "teclistamab in combination",
        question: "setting=early&outcome=orr,vgpr,cr",
        drawn: answer,
      },
      {
        id: "real-world",
        title: "Trials and real-world cohorts",
        note: "The words change from trials to cohorts, and the doubt is that populations are mixed.",
        shows: "In a typical cohort",
        question: "evidence=all",
        drawn: answer,
      },
    ],
  },
  {
    title: "Filters and sets",
    states: [
      {
        id: "changed-filters",
        title: "Changed filters",
        note: "What was changed stands in the filters, heavier than what was not, and fits at 320 pixels.",
        shows: en.chipValue.several(2),
        question: "prior-lines=4-&age=60-&product=cilta-cel,teclistamab&availability=us",
        drawn: answer,
      },
      {
        id: "named-set",
        title: "A published set",
        note: "The question of a paper: its cohorts, rules and model, named under the sentence.",
        shows: "as Vandenboom 2025: its cohorts, rules and model",
        question: "set=vandenboom-2025",
        drawn: answer,
      },
      {
        id: "modified-set",
        title: "A published set, modified",
        note: "It says that the question is no longer that of the paper.",
        shows: "as Vandenboom 2025, modified",
        question: "set=vandenboom-2025&age=60-&outcome=efficacy",
        drawn: answer,
      },
    ],
  },
];
