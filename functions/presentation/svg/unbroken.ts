/**
 * Names with a hyphen stay in one line wherever text is drawn, in the element and on pages. Texts themselves, and
 * whatever programs read, keep the ordinary hyphen. Importing this file is enough.
 */
import { type ComponentChildren, options } from "preact";

/** "CAR‑T", "cilta‑cel", "anti‑CD38" with the hyphen at which no line ends. */
export function unbrokenNames(text: string): string {
  return text.replace(/-(?=T\b|cel\b|CD38)/g, "\u2011");
}

function inChildren(children: ComponentChildren): ComponentChildren {
  if (Array.isArray(children)) return children.map(inChildren);
  return typeof children === "string" ? unbrokenNames(children) : children;
}

options.vnode = ({ type, props }) => {
  // Code is copied as it is typed.
  if (props.children && type !== "code") props.children = inChildren(props.children);
};
