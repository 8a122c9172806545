/** Copies texts when a button is pressed. If the browser refuses, the text is shown, to be copied by hand. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { CopiedForms } from "#presentation/views/copied-table.ts";
import { describeDoubtBox } from "#presentation/views/doubt-box.ts";
import { elementTexts } from "#presentation/words/element.ts";
import {
  type Copy,
  escapeHtml,
  linkPlaceholder,
  makeClipboardText,
} from "#presentation/words/html.ts";
import type { AnswerProps } from "./app.tsx";
import { AskError } from "./ask.ts";
import { surroundings } from "./page/environment.ts";
import { addUsAndEuIfNoRegionOrSet, makePermalink } from "./question.ts";
import type { Loaded } from "./store.ts";

/** Holds the message to the reader, and the text if it must be copied by hand. */
export interface CopyOutcome {
  message?: string | undefined;
  byHand?: ComponentChildren;
}

/** Names what can be copied. `short` exists only for a patient: three lines. */
export type CopyForm = "short" | "summary" | "table" | "link";
/** Names a form to copy, or `share`, for which the device asks for the receiver. */
export type CopyWay = CopyForm | "share";

export const canShare = (): boolean => typeof navigator.share === "function";

/** Copies or shares an answer. It must be called while the click is handled; see `copyToClipboard`. */
export type Copier = (way: CopyWay) => Promise<CopyOutcome>;

/**
 * Returns an answer as texts to copy. Its numbers and those on screen are of one release; if not, the answer on screen
 * is asked for again.
 *
 * @throws AskError if the request fails, or the releases differ
 */
export async function askCopiedForms(
  {
    state,
    loaded: { view, forPatient },
    ask,
    send,
  }: Pick<AnswerProps, "state" | "loaded" | "ask" | "send">,
  question: string,
): Promise<CopiedForms> {
  const { signal } = new AbortController();
  const isPrivate = forPatient !== undefined;
  const isRenewed = state.renewedVersion !== null;
  const { body } = await ask.copy(question, { signal, isPrivate, isRenewed });
  if (body.answerVersion === view.answerVersion) return body;
  send("outdated", true);
  throw new AskError({ kind: "failed" });
}

/**
 * Returns the function that copies the answer to a question. Copied content may be pasted anywhere, so of a patient
 * only the text says something: whether the patient lies within what trials report, and what was reported of such
 * patients.
 *
 * @param question The question of the link.
 * @param row The copied text of an opened row, which came with the row.
 */
export function makeCopier(answer: AnswerProps, question: string, row?: Copy): Copier {
  const { loaded } = answer;
  const link = makePermalink(
    surroundings.site,
    addUsAndEuIfNoRegionOrSet(question),
    loaded.view.dataVersion,
  );
  const { forPatient } = loaded;
  const describe = (way: CopyWay) =>
    forPatient && describeCopiedPatientData(way, forPatient.question);
  const make = async (form: CopyForm): Promise<Copy> => {
    if (form === "link") return { text: link, html: link };
    if (form === "short" && forPatient)
      return insertAnswerLink(makeClipboardText(forPatient.copied.short), link);
    const part = form === "table" ? form : "summary";
    const copy = insertAnswerLink(row ?? (await askCopiedForms(answer, question))[part], link);
    return forPatient && form === "summary" ? addPatientLines(copy, forPatient.copied.long) : copy;
  };
  return async (form) => {
    const note = describe(form);
    if (form === "share") return shareAnswer(loaded.view, elementTexts.title, link, note);
    const copy = make(form);
    if (await copyToClipboard(copy)) {
      return { message: ["Copied", note].filter(Boolean).join(". ") };
    }
    try {
      return { byHand: <CopyByHand text={(await copy).text} />, message: note };
    } catch {
      return { message: elementTexts.states.failed };
    }
  };
}

/**
 * Shares what is on screen already, because some browsers refuse to share if a request comes between the press and the
 * call. Returns `note` as the message, with the link to copy by hand if sharing failed; nothing if the reader
 * cancelled it.
 */
async function shareAnswer(
  { verdict: { lead, harms, last }, label, doubt, randomised }: Loaded["view"],
  title: string,
  url: string,
  note: string | undefined,
): Promise<CopyOutcome> {
  const labels = [label, ...(randomised?.tables ?? []).map((table) => table.label)].flatMap((of) =>
    of ? `${of.lead} ${of.text}` : [],
  );
  const sentences = [lead, harms, last, ...labels, describeDoubtBox(doubt)];
  try {
    await navigator.share({ title, text: sentences.filter(Boolean).join(" "), url });
    return { message: note };
  } catch (error) {
    const isCancelled = error instanceof DOMException && error.name === "AbortError";
    return isCancelled ? {} : { byHand: <CopyByHand text={url} />, message: note };
  }
}

/** Inserts the link, because the service does not know at which address the question is asked. */
export function insertAnswerLink({ text, html }: Copy, link: string): Copy {
  // These are functions, because `replaceAll` would read characters such as `$` in an address.
  return {
    text: text.replaceAll(linkPlaceholder, () => link),
    html: html.replaceAll(linkPlaceholder, () => escapeHtml(link)),
  };
}

/** States what was copied or sent while a patient is entered: only the text says something of the patient. */
export function describeCopiedPatientData(way: CopyWay, question: string): string {
  const link = `Its link holds the question only (${question}), nothing of the patient.`;
  return way === "summary" || way === "short"
    ? `The text names the patient’s values. ${link}`
    : link;
}

/** Adds what concerns a patient after the scope, a line each. */
export function addPatientLines({ text, html }: Copy, lines: readonly string[]): Copy {
  // These are functions, because `replace` would read characters such as `$`.
  return {
    text: text.replace("\r\n", () => `\r\n${lines.join("\r\n")}\r\n`),
    html: html.replace("</p>", () => `</p><p>${lines.map(escapeHtml).join("<br>")}</p>`),
  };
}

function CopyByHand({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return (
    <label class="by-hand">
      Copying is not allowed here: copy it by hand.
      <textarea ref={field} readOnly rows={text.includes("\t") ? 4 : 2} value={text} />
    </label>
  );
}

/**
 * Copies to the clipboard and returns whether that worked. It fails in a frame without permission,
 * on a page without HTTPS and in old browsers. Call it while the click is handled, because Safari
 * refuses later calls; so the content is a promise if it is not ready yet.
 */
async function copyToClipboard(copy: Promise<Copy>): Promise<boolean> {
  try {
    if (typeof ClipboardItem === "undefined") {
      await navigator.clipboard.writeText((await copy).text);
    } else {
      const form = (type: string, part: keyof Copy) => {
        const blob = copy.then((content) => new Blob([content[part]], { type }));
        // `write` or the awaited promise rejects if the content could not be made; this avoids a second report in the
        // console.
        blob.catch(() => undefined);
        return blob;
      };
      const forms = {
        "text/plain": form("text/plain", "text"),
        "text/html": form("text/html", "html"),
      };
      await navigator.clipboard.write([new ClipboardItem(forms)]);
    }
    return true;
  } catch {
    return false;
  }
}
