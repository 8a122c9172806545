/**
 * Copying by the buttons of the footer. If the browser refuses, the text is shown,
 * to be copied by hand.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Comparison } from "#core/comparison/answer.ts";
import { permalink } from "#presentation/screen/snippets.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { Copy } from "#presentation/table/comparison-table.ts";
import type { Asked } from "#presentation/table/copied-summary.ts";
import type { DetailWords, DrawnWords } from "#presentation/words/catalogue.ts";
import { withRegion } from "../../answers/ordered-query.ts";
import type { AnswerSource } from "../../answers/source.ts";
import { copied } from "../../page/clipboard.ts";
import { surroundings } from "../../page/surroundings.ts";
import { copiedForm } from "./copied-table.ts";

/** What a reader is told, and the text if it has to be copied by hand. */
export interface Copied {
  said?: string;
  byHand?: ComponentChildren;
}

/** To be called while the click is handled; see `copied`. */
export type Copying = (what: "link" | Form) => Promise<Copied>;

type Form = "summary" | "table";

interface Props extends Omit<Asked, "permalink"> {
  /** Origin of the service. */
  site: string;
  /** The question of the link. */
  asked: string;
  view: Pick<Statement, "dataDate">;
  /** The answer on screen, with its question; `null` if it has to be loaded. */
  answer: Comparison | null;
  query: string;
  source: AnswerSource;
  strings: DrawnWords;
  words: DetailWords;
}

export function copying({
  site,
  asked: question,
  view: { dataDate },
  answer,
  query,
  source,
  strings,
  words,
  ...rest
}: Props): Copying {
  const address = permalink(site, withRegion(question), dataDate);
  const asked = { ...rest, permalink: surroundings.placed?.(address) ?? address };
  const make = async (form: Form) => {
    const { comparison } = answer
      ? { comparison: answer }
      : await source.cited(query, new AbortController().signal);
    return copiedForm(form, comparison, asked, strings);
  };
  const copy = async (made: Promise<Copy>): Promise<Copied> => {
    if (await copied(made)) return { said: words.copy.copied };
    try {
      return { byHand: <ByHand text={(await made).text} label={words.copy.byHand} /> };
    } catch {
      return { said: strings.states.errorInside };
    }
  };
  return (what) =>
    copy(
      what === "link"
        ? Promise.resolve({ text: asked.permalink, html: asked.permalink })
        : make(what),
    );
}

function ByHand({ text, label }: { text: string; label: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return (
    <label class="by-hand">
      {label}
      <textarea ref={field} readOnly rows={text.includes("\t") ? 4 : 2} value={text} />
    </label>
  );
}
