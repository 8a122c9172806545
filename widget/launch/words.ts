/** Words of the launch. In English only, as the site's own pages. */
import type { PatientWords } from "#presentation/words/catalogue.ts";
import type { ProblemKind } from "./problem.ts";
import type { Unread } from "./read-record.ts";
import type { ReadPartName } from "./understood.ts";

interface ProblemWords {
  readonly title: string;
  readonly text: string;
}

export const problems: Readonly<Record<ProblemKind, ProblemWords>> = {
  unclear: {
    title: "This launch cannot be understood",
    text: "The record must name its server once. Nothing was read and nothing was sent.",
  },
  unlisted: {
    title: "This record is not known here",
    text: "The server that was named is not among those of this installation, so it was not asked anything. The operator of this installation can add it.",
  },
  "no-storage": {
    title: "This needs a window of its own",
    text: "Inside this frame the browser keeps nothing from one page to the next, and without that the sign-in would not be safe.",
  },
  "unfit-server": {
    title: "The record does not say how to sign in",
    text: "Its server does not describe its sign-in, or sends it to an address that this installation does not know. Nobody was signed in.",
  },
  "no-pkce": {
    title: "The sign-in of this record is not safe enough",
    text: "Its server does not offer to protect the sign-in against theft (PKCE with S256), so nobody was signed in.",
  },
  forgotten: {
    title: "Nothing of the record is kept",
    text: "This page was loaded again, or opened without a sign-in.",
  },
  "not-ours": {
    title: "This sign-in was not begun here",
    text: "It was begun in another window or too long ago, or somebody else sent this address. Nothing was read.",
  },
  "no-answer": {
    title: "The record did not finish its sign-in",
    text: "Its server sent the reader back without an answer: neither a code nor a reason. Nothing was read. If that happens again, whoever runs the record can mend it.",
  },
  refused: { title: "The record did not sign in", text: "Nothing was read." },
  "no-token": {
    title: "The record did not accept its own sign-in",
    text: "Its server refused to finish the sign-in that it had begun. Nothing was read.",
  },
  "no-patient": {
    title: "No patient was chosen",
    text: "The record did not say whose record is open.",
  },
  expired: {
    title: "The sign-in has ended",
    text: "The record no longer lets this page read. Nothing of what was read is kept.",
  },
  unreached: {
    title: "The record cannot be reached",
    text: "Its server did not answer or does not let this site ask it, or the network is interrupted.",
  },
};

export const parts: Readonly<Record<ReadPartName, string>> = {
  patient: "who the patient is and the birth date",
  conditions: "conditions",
  orders: "medication orders",
  administrations: "medications given",
};

export function notRead(what: string, why: Unread | undefined): string {
  return why === "refused"
    ? `The record does not let this page read ${what}.`
    : `${what.slice(0, 1).toUpperCase()}${what.slice(1)} could not be read.`;
}

/** Kinds of BCMA-directed therapy. */
export const kindWords: PatientWords["form"]["bcmaKinds"] = {
  adc: "Antibody–drug conjugate",
  bispecific: "Bispecific",
  "car-t": "CAR-T",
  some: "Kind not known",
  none: "None",
};

export const kindNote =
  "Tick all that were given; nothing ticked is not said. None, or an unknown kind, stands alone.";

/** FHIR's four words are English already. */
export const notSaid = "not said by the record";

export function listed(texts: readonly string[]): string {
  return texts.length < 2
    ? texts.join("")
    : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;
}

/** The day of a date as FHIR writes it. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}

export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
