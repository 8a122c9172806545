/** States with an opened row or sheet. */

import { english } from "#presentation/words/catalogue.ts";
import type { GalleryGroup } from "./state.ts";

const { screen: en, sheets, detail } = english;
const { sheet } = en;
const { parameters, leavesOne } = sheets;

export const openedStates: readonly GalleryGroup[] = [
  {
    title: "Opened rows",
    states: [
      {
        id: "opened-row",
        title: "An opened row",
        note: "Why to doubt it, every trial with its interval, products, the ratio, what was not pooled, sources.",
        shows: detail.pooled,
        question: "outcome=orr",
        drawn: { as: "answer", open: "orr" },
      },
      {
        id: "opened-rare-harm",
        title: "An opened rare harm",
        note: "Trials without an event have an interval all the same.",
        shows: detail.prediction,
        question: "outcome=crs-3",
        drawn: { as: "answer", open: "crs-3" },
      },
      {
        id: "opened-survival",
        title: "An opened survival row",
        note: "One mark a trial on an axis of months, an arrow where the end was not reached; never averaged.",
        shows: detail.medians,
        question: "outcome=pfs-12",
        drawn: { as: "answer", open: "pfs-12" },
      },
      {
        id: "opened-grid",
        title: "A month of the grid is open",
        note: "Its row stands below the grid, as it would in a list.",
        shows: detail.medians,
        question: "outcome=survival",
        drawn: { as: "answer", open: "pfs-12" },
      },
      {
        id: "opened-enrolled",
        title: "All who were to be treated",
        note: "The rate of infused patients beside that over all with cells collected, where one is printed.",
        shows: detail.enrolled.title,
        question: "outcome=vgpr",
        drawn: { as: "answer", open: "vgpr" },
      },
      {
        id: "opened-not-pooled",
        title: "An opened row that nothing was pooled in",
        note: "The figures that are reported stand there with the reason why they are not pooled.",
        shows: detail.notPooled,
        question: "outcome=nrm",
        drawn: { as: "answer", open: "nrm" },
      },
    ],
  },
  {
    title: "Sheets",
    states: [
      {
        id: "sheet-prior-lines",
        title: "Prior lines",
        note: "The setting of the trials, their median, the reader's patient and what single studies report; each says which it is.",
        shows: parameters["prior-lines"].title,
        question: "prior-lines=4-6",
        drawn: { as: "sheet", name: "prior-lines" },
      },
      {
        id: "sheet-age",
        title: "Age",
        note: "A choice that leaves one class says so before it is taken.",
        shows: leavesOne("car-t"),
        question: "",
        drawn: { as: "sheet", name: "age" },
      },
      {
        id: "sheet-product",
        title: "Product",
        note: "Two products are ticked; each says how many cohorts it has.",
        shows: parameters.product.note ?? "",
        question: "product=cilta-cel,teclistamab",
        drawn: { as: "sheet", name: "product" },
      },
      {
        id: "sheet-availability",
        title: "Region",
        note: "Opened from the line below the sentence. Each says how many cohorts it leaves.",
        shows: parameters.availability.note ?? "",
        question: "availability=us",
        drawn: { as: "sheet", name: "availability" },
      },
      {
        id: "sheet-more",
        title: "More filters",
        note: "Everything else, in groups that open at a tap; what was changed is open, as the cohort left out by hand.",
        shows: sheet.more,
        question: "exclude=karmma",
        drawn: { as: "sheet", name: "more" },
      },
    ],
  },
];
