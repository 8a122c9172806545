/**
 * What opens over the answer: a native dialog, so that the browser handles focus, Escape and the backdrop.
 * Beside the answer it is a panel, and the answer can be used.
 */
import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import type { DrawnWords } from "#presentation/words/catalogue.ts";

interface Props {
  /** Reference to the dialog for the caller. Closing it returns the focus to what opened it. */
  dialog: RefObject<HTMLDialogElement | null>;
  id?: string;
  title: string;
  /** Under the title. */
  subtitle?: string;
  /** Stays open beside the answer. */
  beside: boolean;
  /** Fills a small screen. */
  isWhole?: boolean;
  /** Stays visible, however long the sheet is. */
  foot?: ComponentChildren;
  strings: DrawnWords;
  onClose: () => void;
  children: ComponentChildren;
}

/** In pixels: what is opened, and the answer as wide as it is on a tablet. */
const wideEnough = 1000;

/** Whether the answer leaves room beside it. The style sheet makes it by `:has`, which some browsers do not know. */
export function hasRoomBeside(place: Element): boolean {
  return place.clientWidth >= wideEnough && CSS.supports("selector(:has(a))");
}

export function Sheet({
  dialog,
  id,
  title,
  subtitle,
  beside,
  isWhole = false,
  foot,
  strings,
  onClose,
  children,
}: Props) {
  const close = () => dialog.current?.close();
  // Before the content moves the focus, which nothing in a closed dialog can have.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (beside) return element?.show();
    element?.showModal();
    // If the target is the dialog itself and not its content, the backdrop was clicked.
    element?.addEventListener("click", ({ target }) => target === element && element.close());
  }, [dialog, beside]);
  const kinds = ["sheet", beside && "beside", isWhole && "whole"];
  return (
    <dialog
      ref={dialog}
      id={id}
      class={kinds.filter(Boolean).join(" ")}
      part="sheet"
      aria-labelledby="sheet-title"
      onClose={onClose}
      onKeyDown={({ key }) => key === "Escape" && close()}
    >
      <div class="sheet-frame">
        <header>
          <div>
            <h3 id="sheet-title">{title}</h3>
            {subtitle && <p class="muted">{subtitle}</p>}
          </div>
          <button type="button" class="clear" onClick={close}>
            {strings.sheet.close}
          </button>
        </header>
        <div class="sheet-body">{children}</div>
        {foot && <footer>{foot}</footer>}
      </div>
    </dialog>
  );
}
