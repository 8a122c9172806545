/**
 * Every state of the widget, for measurements and pictures. To add one, add a line. The numbers come
 * from the answer to its question and are never written here; `shows` are words on the screen that
 * are specific to the state, so that a state is not lost if the data change.
 */

import { anyone, type PatientWithTraits } from "#core/question/patient.ts";
import { withdrawn } from "#presentation/views/data-age.ts";
import type { SheetName } from "#presentation/views/sheet.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { classAdjective } from "#presentation/words/names.ts";
import { parametersOnSheets as parameters } from "#presentation/words/parameter-words.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import type { Failure } from "#widget/ask.ts";

/** The reason why an answer, or a part of it, is missing. */
export type Trouble = Exclude<Failure["kind"], "refused">;

export type Drawn =
  | { as: "skeleton" }
  /** There was no answer at all. */
  | { as: "failure"; trouble: Trouble }
  /** The question itself is invalid. */
  | { as: "refusal" }
  /** The numbers on screen were withdrawn, for this reason. */
  | { as: "withdrawn"; reason: string }
  | ({ as: "answer" } & AnswerState)
  | { as: "sheet"; name: SheetName; inside?: "loading" | Trouble };

interface AnswerState {
  /** The previous answer is still shown, and the new one is missing. */
  awaiting?: "slow" | Trouble;
  /** The answer was computed on the device, because the service cannot be reached. */
  onDevice?: true;
  /** Days since the data were collected, which nobody confirms now. */
  aged?: number;
  /** The patient that was entered; an awaited answer does not take the patient into account yet. */
  patient?: PatientWithTraits;
  /** The outcome whose row is open. */
  open?: string;
  /** The reason why the opened row does not show its trials. */
  inside?: "loading" | Trouble;
}

export interface State {
  id: string;
  shows: string;
  /** Holds the question as in the address of `/embed`; empty for the default question. */
  question: string;
  drawn: Drawn;
}

const { states: words, sheet: sheetWords } = elementTexts;
const agedDays = 193;
const wrong = "Response of one trial.";

export const states: readonly State[] = [
  answer("answer", "", elementTexts.footer.audience),
  answer("all-harms", "outcome=toxicity", "Parkinsonism"),
  answer("survival", "outcome=survival", "Each drug in its own trial: median"),
  answer(
    "deaths",
    "outcome=nrm,fatal-adverse-event,death-crs",
    "Each drug in its own trials; nothing is compared.",
  ),
  answer("no-cohorts", "prior-lines=90-", widening.empty),
  answer("class-emptied", "prior-lines=-4", widening.emptyClass(classAdjective.bsab, "trial")),
  answer("one-class", "therapy-class=bsab", widening.emptyClass(classAdjective["car-t"], "trial")),
  answer(
    "one-trial",
    "prior-lines=4-&age=60-&product=cilta-cel,teclistamab&availability=us&exclude=cartifan-1-mi-2022&outcome=orr",
    "One CAR-T and one bispecific trial; nothing is compared.",
  ),
  answer("not-reported", "outcome=second-myeloid-neoplasm", "bispecific not reported."),
  answer(
    "in-other-questions",
    "outcome=second-malignancy&product=cilta-cel,teclistamab",
    "bispecific not in this question.",
  ),
  answer("medians-instead", "outcome=os-36", "CAR-T median only"),
  answer(
    "nothing-pooled",
    "outcome=second-malignancy&product=ide-cel",
    "bispecific no usable count",
  ),
  answer("below-one", "outcome=crs-3", "bispecific <1, "),
  answer("no-events", "outcome=crs-3&product=elranatamab", "of 100"),
  answer(
    "all-events",
    "outcome=orr&product=eque-cel&exclude=fumanba-1-eque-cel",
    "CAR-T (eque-cel) 18 of 18",
  ),
  answer("combination", "lines=2&outcome=orr,vgpr,cr", "teclistamab in combination"),
  answer("labels", "lines=1", "US label only; EU decision was expected by"),
  answer("real-world", "evidence=all", "trials and real-world studies"),
  answer(
    "changed-filters",
    "prior-lines=4-&age=60-&product=cilta-cel,teclistamab&availability=us",
    "cilta-cel or teclistamab",
  ),
  answer("named-set", "set=vandenboom-2025", "As Vandenboom 2025: its studies, rules and model"),
  answer(
    "modified-set",
    "set=vandenboom-2025&age=60-&outcome=efficacy",
    "As Vandenboom 2025, modified",
  ),
  answer("by-drug", "compare=product", "2 rows: CARTIFAN-1, then CARTITUDE-1"),
  answer("opened-row", "outcome=orr", "Drugs", { open: "orr" }),
  answer("opened-rare-harm", "outcome=crs-3", "Another trial may show", { open: "crs-3" }),
  answer("opened-left-out", "outcome=orr&exclude=karmma", "left out", { open: "orr" }),
  answer("opened-survival", "outcome=pfs-12", "Medians", { open: "pfs-12" }),
  answer("opened-grid", "outcome=survival", "Medians", { open: "pfs-12" }),
  answer("opened-collected", "outcome=vgpr", "Of all apheresed", { open: "vgpr" }),
  answer("opened-unpooled", "outcome=nrm", "Not pooled, and why", { open: "nrm" }),
  sheet(
    "sheet",
    "question",
    "prior-lines=4-6&product=cilta-cel,teclistamab&availability=us&exclude=karmma",
    parameters.availability.note ?? "",
  ),
  state("skeleton", words.loading, { as: "skeleton" }),
  answer("slow", "", words.slow, { awaiting: "slow" }),
  answer("row-loading", "outcome=orr", words.loading, { open: "orr", inside: "loading" }),
  sheet("sheet-loading", "question", "", sheetWords.reset, "loading"),
  answer("patient", "", "none is an estimate for one patient.", {
    patient: { ...anyone, age: 72, traits: ["extramedullary-disease"] },
  }),
  answer("patient-after-bcma", "", "after CAR-T", {
    patient: { ...anyone, age: 66, priorLines: 5, priorBcma: ["car-t"] },
  }),
  answer("patient-of-no-question", "", "Show instead, of all patients:", {
    patient: { ...anyone, priorLines: 2, priorBcma: ["car-t"] },
  }),
  answer("patient-waiting", "", "Numbers not of your patient yet.", {
    patient: { ...anyone, age: 72 },
    awaiting: "offline",
  }),
  state("offline-first", words.offline, { as: "failure", trouble: "offline" }),
  answer("offline", "", words.previous, { awaiting: "offline" }),
  answer("on-device", "lines=2", "computed on this device", { onDevice: true }),
  answer("on-device-old", "", `${agedDays} days old`, { onDevice: true, aged: agedDays }),
  state("withdrawn", withdrawn.reason(wrong), { as: "withdrawn", reason: wrong }),
  state("error-first", words.failed, { as: "failure", trouble: "failed" }),
  answer("error", "", words.previous, { awaiting: "failed" }),
  state("other-release", words.release, { as: "failure", trouble: "release" }),
  state("not-drawn", words.drawing, { as: "failure", trouble: "drawing" }),
  state("refused-first", words.refused, { as: "refusal" }, "lines=never&age=70-60"),
  answer("row-failed", "outcome=orr", words.failed, { open: "orr", inside: "failed" }),
  sheet("sheet-offline", "question", "", words.offline, "offline"),
];

function state(id: string, shows: string, drawn: Drawn, question = ""): State {
  return { id, question, shows, drawn };
}

function answer(id: string, question: string, shows: string, more: AnswerState = {}): State {
  return state(id, shows, { as: "answer", ...more }, question);
}

function sheet(
  id: string,
  name: SheetName,
  question: string,
  shows: string,
  inside?: "loading" | Trouble,
): State {
  return state(id, shows, { as: "sheet", name, ...(inside && { inside }) }, question);
}
