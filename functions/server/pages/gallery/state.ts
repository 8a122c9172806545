/** The types of a state of the widget: its name, its question, and how it is drawn. */

import type { OwnPatient } from "#core/question/patient.ts";
import type { SheetName } from "#presentation/words/catalogue.ts";
import type { Failure } from "#widget/answers/client.ts";

/** Why an answer, or a part of it, is missing. */
export type Trouble = Exclude<Failure["kind"], "refused">;

export type Drawn =
  | { as: "skeleton" }
  /** There was no answer at all. */
  | { as: "failure"; trouble: Trouble }
  /** The question itself is invalid. */
  | { as: "refusal" }
  /** What was on screen was withdrawn, for this reason. */
  | { as: "withdrawn"; reason: string }
  | {
      as: "answer";
      /** The previous answer is still shown, and the new one is missing. */
      awaiting?: "slow" | Trouble;
      /**
       * While an answer is being computed: the outcomes whose rows are new. The other rows are from
       * the previous answer.
       */
      fresh?: readonly string[];
      /** The answer was computed in the browser, because the service cannot be reached. */
      onDevice?: true;
      /** Days since the data were collected, which nobody confirms now. */
      aged?: number;
      /** What was said of a patient. */
      patient?: OwnPatient;
      /** The engine is not there, so the answer is still that without the patient. */
      withoutEngine?: true;
      /** The outcome whose row is open. */
      open?: string;
      /** Why the opened row does not show its trials. */
      inside?: "loading" | Trouble;
    }
  | { as: "sheet"; name: SheetName; inside?: "loading" | Trouble };

export interface GalleryState {
  /** Its URL is `/gallery?state=<id>`. */
  id: string;
  title: string;
  /** One sentence: which state this is, and what to look for. */
  note: string;
  /**
   * Words on the screen that are specific to this state. A test looks for them, so that a state is
   * not lost if the data change.
   */
  shows: string;
  /** As in the URL of `/embed`; empty for the default question. */
  question: string;
  drawn: Drawn;
}

export interface GalleryGroup {
  title: string;
  states: readonly GalleryState[];
}
