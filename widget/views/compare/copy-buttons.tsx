/**
 * Buttons that copy the link and the table of the comparison. If the browser refuses, the text is
 * shown, to be copied by hand.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Copy } from "#presentation/view/comparison-table.ts";
import type { DetailWords } from "#presentation/words/contract/detail.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import { adoptOpenedStyles } from "../../opened/adopt-opened-styles.ts";
import { copied } from "../../page/clipboard.ts";

interface Props {
  permalink: string;
  table: () => Promise<Copy>;
  strings: DrawnWords;
  words: DetailWords["copy"];
}

export function CopyButtons({ permalink, table, strings: { footer, states }, words }: Props) {
  const [said, setSaid] = useState("");
  const [byHand, setByHand] = useState<string | null>(null);
  const copy = async (made: Promise<Copy>) => {
    // Emptied first: a screen reader does not announce the same text twice.
    setSaid("");
    setByHand(null);
    if (await copied(made)) return setSaid(words.copied);
    try {
      setByHand((await made).text);
    } catch {
      setSaid(states.errorInside);
    }
  };
  const link = () => copy(Promise.resolve({ text: permalink, html: permalink }));
  return (
    <>
      <button type="button" onClick={link}>
        {footer.copyLink}
      </button>
      <button type="button" onClick={() => copy(table())}>
        {footer.copyTable}
      </button>
      <span ref={adoptOpenedStyles} aria-live="polite">
        {said}
      </span>
      {byHand !== null && <ByHand text={byHand} label={words.byHand} />}
    </>
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
