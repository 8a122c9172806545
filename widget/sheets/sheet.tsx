/** A filter sheet: a native dialog, so focus, Escape and the backdrop are the browser's. */
import type { ComponentChildren, RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { ScreenWords } from "#presentation/words/contract/screen.ts";

interface Props {
  /** The caller's hold on the dialog: closing it gives the focus back to what opened it. */
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  /** Stays in sight however long the sheet is. */
  foot: ComponentChildren;
  strings: ScreenWords;
  onClose: () => void;
  children: ComponentChildren;
}

export function Sheet({ dialog, title, foot, strings, onClose, children }: Props) {
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // A click on the dialog itself, not on its content, is a click on the backdrop.
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
