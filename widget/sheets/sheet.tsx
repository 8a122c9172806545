/**
 * Draws a sheet over the answer: a native dialog, so that the browser handles focus, Escape and the backdrop. Next to
 * the answer it is a panel, and the answer can be used.
 */
import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { elementTexts } from "#presentation/words/element.ts";
import { focusVerdictIfFocusWasLost } from "../page/shadow-root.ts";

interface SheetDialogProps {
  /** Holds the reference to the dialog for the caller. Closing it returns the focus to what opened it. */
  dialog: RefObject<HTMLDialogElement | null>;
  id?: string;
  title: string;
  subtitle?: string;
  /** True if the sheet stays open beside the answer. */
  isPanel: boolean;
  /** True if the sheet fills a small screen. */
  isWhole?: boolean;
  /** Draws what stays visible, however long the sheet is. */
  foot?: ComponentChildren;
  onClose: () => void;
  children: ComponentChildren;
}

/**
 * Tells whether there is room next to the answer, as the style sheet says, which makes the room.
 *
 * @param layout A panel beside the answer, or the form that a page keeps room for.
 */
export function useRoomFor(layout: "beside" | "form", place: Element): boolean {
  const [hasRoom, setRoom] = useState(() => hasRoomFor(layout, place));
  // The room may change, because a tablet may be turned.
  useEffect(() => {
    const observer = new ResizeObserver(() => setRoom(hasRoomFor(layout, place)));
    observer.observe(place);
    return () => observer.disconnect();
  }, [layout, place]);
  return hasRoom;
}

function hasRoomFor(layout: "beside" | "form", place: Element): boolean {
  const answer = place.querySelector(".compare");
  return answer !== null && getComputedStyle(answer).getPropertyValue(`--${layout}`) !== "";
}

export function SheetDialog({
  dialog,
  id,
  title,
  subtitle,
  isPanel,
  isWhole = false,
  foot,
  onClose,
  children,
}: SheetDialogProps) {
  const close = () => dialog.current?.close();
  // The dialog opens before its content moves the focus, because nothing in a closed dialog can have the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (isPanel) element.show();
    else element.showModal();
    const root = element.getRootNode();
    // A sheet that goes with its row or with its patient gives the focus back, too, even if its button went as well.
    return () => {
      element.close();
      setTimeout(focusVerdictIfFocusWasLost, 0, root, true);
    };
  }, [dialog, isPanel]);
  const kinds = ["sheet", isPanel && "beside", isWhole && "whole"];
  return (
    <dialog
      ref={dialog}
      id={id}
      class={kinds.filter(Boolean).join(" ")}
      part="sheet"
      aria-labelledby="sheet-title"
      // A dialog that is open again only moved beside the answer or over it, so it was not closed.
      onClose={() => dialog.current?.open || onClose()}
      // The backdrop was clicked if the target is the dialog itself and not its content.
      onClick={({ target }) => !isPanel && target === dialog.current && close()}
      onKeyDown={({ key }) => key === "Escape" && close()}
    >
      <div class="sheet-frame">
        <header>
          <div>
            <h3 id="sheet-title">{title}</h3>
            {subtitle && <p class="muted">{subtitle}</p>}
          </div>
          <button type="button" class="clear" onClick={close}>
            {elementTexts.sheet.close}
          </button>
        </header>
        {/* Firefox would stop at what scrolls, which has no name; there is always a link or a button in it. */}
        <div class="sheet-body" tabIndex={-1}>
          {children}
        </div>
        {foot && <footer>{foot}</footer>}
      </div>
    </dialog>
  );
}
