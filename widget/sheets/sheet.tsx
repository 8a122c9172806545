/**
 * A filter sheet: a native dialog, so that the browser handles focus, Escape and the backdrop. Beside
 * the answer it is a panel, and the answer can be used.
 */
import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import type { DrawnWords } from "#presentation/words/catalogue.ts";

interface Props {
  /** Reference to the dialog for the caller. Closing it returns the focus to what opened it. */
  dialog: RefObject<HTMLDialogElement | null>;
  title: string;
  /** Stays open beside the answer. */
  beside: boolean;
  /** Stays visible, however long the sheet is. */
  foot: ComponentChildren;
  strings: DrawnWords;
  onClose: () => void;
  children: ComponentChildren;
}

export function Sheet({ dialog, title, beside, foot, strings, onClose, children }: Props) {
  const close = () => dialog.current?.close();
  // Before the content moves the focus, which nothing in a closed dialog can have.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (beside) return element?.show();
    element?.showModal();
    // If the target is the dialog itself and not its content, the backdrop was clicked.
    element?.addEventListener("click", ({ target }) => target === element && element.close());
  }, [dialog, beside]);
  return (
    <dialog
      ref={dialog}
      class={beside ? "sheet beside" : "sheet"}
      part="sheet"
      aria-labelledby="sheet-title"
      onClose={onClose}
      onKeyDown={({ key }) => key === "Escape" && close()}
    >
      <div class="sheet-frame">
        <header>
          <h3 id="sheet-title">{title}</h3>
          <button type="button" class="close" onClick={close}>
            {strings.sheet.close}
          </button>
        </header>
        <div class="sheet-body">{children}</div>
        <footer>{foot}</footer>
      </div>
    </dialog>
  );
}
