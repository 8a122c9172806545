/**
 * Keeps names with a hyphen on one line wherever text is drawn, in the element and on pages. The texts themselves, and
 * whatever programs read, keep the ordinary hyphen. Importing this file is enough.
 */
import { type ComponentChildren, Fragment, options } from "preact";

/**
 * No line ends at this hyphen: word joiners stand around an ordinary one. U+2011 does the same, but fonts without it in
 * bold cost a slow phone 35 ms of its first paint, and a search in the page for "CAR-T" would not find it.
 */
const unbrokenHyphen = "\u2060-\u2060";

/**
 * Returns "CAR-T", "cilta-cel" or "anti-CD38" with a hyphen at which no line ends. Addresses in a text stay unchanged,
 * so that they can be copied.
 */
export function keepNamesUnbroken(text: string): string {
  return text.replace(/\S+/g, (word) =>
    isAddressWord(word) ? word : word.replace(/-(?=(?:T|cel)\b|CD38)/g, unbrokenHyphen),
  );
}

function isAddressWord(word: string): boolean {
  return /[/=]/.test(word);
}

function keepChildNamesUnbroken(children: ComponentChildren): ComponentChildren {
  if (Array.isArray(children)) return children.map(keepChildNamesUnbroken);
  return typeof children === "string" ? keepNamesUnbroken(children) : children;
}

/** Code is copied as it is typed, and no line ends within the text of a picture. */
const asItIs = /^(code|text|tspan)$/;

options.vnode = ({ type, props }) => {
  // A component passes its children on to an element, so only elements are changed.
  const isDrawn = typeof type === "string" ? !asItIs.test(type) : type === Fragment;
  if (isDrawn && props.children) props.children = keepChildNamesUnbroken(props.children);
};
