/** States in which an answer, or a part of it, is missing. */

import { anyone } from "#core/question/patient.ts";
import { english } from "#presentation/words/catalogue.ts";
import type { GalleryGroup } from "./state.ts";

const { screen: en, patient, kept } = english;
const { states: words, sheet, detail } = en;

const agedDays = 193;

export const waitingStates: readonly GalleryGroup[] = [
  {
    title: "Waiting",
    states: [
      {
        id: "skeleton",
        title: "Before the first answer",
        note: "The shape of the answer without a number; nothing jumps when the numbers come.",
        shows: words.loading,
        question: "",
        drawn: { as: "skeleton" },
      },
      {
        id: "slow",
        title: "A new answer is slow",
        note: "The numbers before stay, dimmed, and a line says that they are the ones before.",
        shows: words.slow,
        question: "",
        drawn: { as: "answer", awaiting: "slow" },
      },
      {
        id: "row-by-row",
        title: "A new answer comes row by row",
        note: "Rows that are computed have their colour; those before have lost it.",
        shows: en.benefitRule,
        question: "setting=early",
        drawn: { as: "answer", fresh: ["orr", "vgpr"] },
      },
      {
        id: "row-loading",
        title: "An opened row waits for its trials",
        note: "The row stays where it is; only its inside is on the way.",
        shows: detail.loading,
        question: "outcome=orr",
        drawn: { as: "answer", open: "orr", inside: "loading" },
      },
      {
        id: "sheet-loading",
        title: "A sheet waits for its choices",
        note: "It can be closed and reset while it waits.",
        shows: sheet.reset,
        question: "",
        drawn: { as: "sheet", name: "product", inside: "loading" },
      },
    ],
  },
  {
    title: "My patient",
    states: [
      {
        id: "patient",
        title: "A patient was told of",
        note: "Which question holds the patient, how many of its trials enrolled such patients, and what studies report.",
        shows: patient.limits,
        question: "",
        drawn: {
          as: "answer",
          patient: { ...anyone, age: 72, traits: { "extramedullary-disease": true } },
        },
      },
      {
        id: "patient-after-bcma",
        title: "A patient after BCMA-directed therapy",
        note: "The question and its chips are those after such therapy, of any target; no class has a number in the headline.",
        shows: "After earlier BCMA-directed therapy",
        question: "",
        drawn: {
          as: "answer",
          patient: { ...anyone, age: 66, priorLines: 5, priorBcma: ["car-t"] },
        },
      },
      {
        id: "patient-of-no-question",
        title: "No question holds the patient",
        note: "There are no numbers; two questions are offered.",
        shows: patient.offers,
        question: "",
        drawn: { as: "answer", patient: { ...anyone, priorLines: 2, priorBcma: ["car-t"] } },
      },
      {
        id: "patient-without-engine",
        title: "The engine for a patient cannot be loaded",
        note: "What studies report is there; the numbers below are said not to be for the patient.",
        shows: patient.waiting,
        question: "",
        drawn: {
          as: "answer",
          patient: { ...anyone, age: 72 },
          withoutEngine: true,
          awaiting: "offline",
        },
      },
    ],
  },
  {
    title: "No connection, no answer",
    states: [
      {
        id: "offline-first",
        title: "Offline, nothing received",
        note: "It says that there is no connection and offers to try again; no number is shown.",
        shows: words.offlineInside,
        question: "",
        drawn: { as: "failure", trouble: "offline" },
      },
      {
        id: "offline",
        title: "Offline, an answer on screen",
        note: "The last numbers stay, dimmed, and are called the last ones received.",
        shows: words.offline,
        question: "",
        drawn: { as: "answer", awaiting: "offline" },
      },
      {
        id: "on-device",
        title: "Offline, computed on this device",
        note: "The numbers are those of the question; the screen says who computed them.",
        shows: words.onDevice,
        question: "setting=early",
        drawn: { as: "answer", onDevice: true },
      },
      {
        id: "on-device-old",
        title: "Offline, with old data",
        note: "After ninety days without a newer version the headline begins with the age of the data.",
        shows: `${agedDays} days old`,
        question: "",
        drawn: { as: "answer", onDevice: true, aged: agedDays },
      },
      {
        id: "withdrawn",
        title: "The numbers were withdrawn",
        note: "No number is left; it says what was wrong and leads to the corrected ones.",
        shows: kept.reason("Response of one trial."),
        question: "",
        drawn: { as: "withdrawn", reason: "Response of one trial." },
      },
      {
        id: "error-first",
        title: "The service fails before the first answer",
        note: "What happened, and one thing to do.",
        shows: words.error,
        question: "",
        drawn: { as: "failure", trouble: "failed" },
      },
      {
        id: "error",
        title: "The service fails after an answer",
        note: "The numbers below are said to answer the previous question.",
        shows: words.previous,
        question: "",
        drawn: { as: "answer", awaiting: "failed" },
      },
      {
        id: "refused-first",
        title: "A refused question",
        note: "Each parameter at fault is named, and one tap leads to a question that can be answered.",
        shows: words.refused,
        question: "setting=never&age=70-60",
        drawn: { as: "refusal" },
      },
      {
        id: "row-failed",
        title: "The trials of a row cannot be loaded",
        note: "Said inside the row; the numbers of the row are right and stay bright.",
        shows: words.errorInside,
        question: "outcome=orr",
        drawn: { as: "answer", open: "orr", inside: "failed" },
      },
      {
        id: "sheet-offline",
        title: "The choices of a sheet cannot be loaded",
        note: "Said inside the sheet, with a way to try again and a way to reset.",
        shows: words.offlineInside,
        question: "",
        drawn: { as: "sheet", name: "product", inside: "offline" },
      },
    ],
  },
];
