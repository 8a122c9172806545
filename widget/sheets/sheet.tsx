/** A filter sheet: a native dialog, so that the browser handles focus, Escape and the backdrop. */

import type { ComponentChildren, RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { DrawnWords } from "#presentation/words/catalogue.ts";

interface Props {
  /** Reference to the dialog for the caller. Closing it returns the focus to what opened it. */
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  /** Stays visible, however long the sheet is. */
  foot: ComponentChildren;
  strings: DrawnWords;
  onClose: () => void;
  children: ComponentChildren;
}

export function Sheet({ dialog, title, foot, strings, onClose, children }: Props) {
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // If the target is the dialog itself and not its content, the backdrop was clicked.
    element?.addEventListener("click", ({ target }) => target === element && element.close());
  }, [dialog]);
  return (
    <dialog ref={dialog} class="sheet" part="sheet" aria-labelledby="sheet-title" onClose={onClose}>
      <header>
        <h3 id="sheet-title">{title}</h3>
        <button type="button" class="close" onClick={() => dialog.current?.close()}>
          {strings.sheet.close}
        </button>
      </header>
      <div class="sheet-body">{children}</div>
      <footer>{foot}</footer>
    </dialog>
  );
}
