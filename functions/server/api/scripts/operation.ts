/** Describes the scripts at permanent URLs, and the files that describe them to tools. */
import { type Described, usual } from "../../documentation/described.ts";

/** Content management systems append parameters to the URL of every script. */
const script = { ...usual, validated: false, texts: ["text/javascript"] } as const;

const passedOver = "Parameters, such as the `?ver=` that content systems append, are passed over.";

export const operations: readonly Described[] = [
  {
    ...script,
    id: "getWidget",
    path: "/v1/widget.js",
    tag: "Service",
    summary: "The element as a script",
    description: `Loads the script of this release and defines \`<myeloma-compare>\`, with or without \`type="module"\` on its tag. The address stays the same, so no integrity can be given for it. ${passedOver}`,
    parameters: [],
    example: "/v1/widget.js",
  },
  {
    ...script,
    id: "getElement",
    path: "/v1/element.js",
    tag: "Service",
    summary: "The class of the element as a module",
    description: `Exports \`MyelomaCompare\` and registers nothing: for a page that defines the element under a name of its own, or extends it. ${passedOver}`,
    parameters: [],
    example: "/v1/element.js",
  },
  {
    ...script,
    id: "getFrameScript",
    path: "/v1/frame.js",
    tag: "Service",
    summary: "The height of frames as a script",
    description: `Gives every \`<iframe data-myeloma-compare>\` of a page the height of its content. Less than 1 kB, without names of its own. ${passedOver}`,
    parameters: [],
    example: null,
  },
  {
    ...usual,
    id: "getElementTypes",
    path: "/v1/element.d.ts",
    tag: "Service",
    summary: "The element for TypeScript",
    description: "Types of the class, its events and its attributes in JSX.",
    parameters: [],
    texts: ["text/plain"],
    example: null,
  },
  {
    ...usual,
    id: "getElementManifest",
    path: "/v1/custom-elements.json",
    tag: "Service",
    summary: "The element described for tools",
    description:
      "Attributes, properties, events, slots, parts and custom properties, as a custom elements manifest.",
    parameters: [],
    json: "object",
    example: null,
  },
  {
    ...script,
    id: "getClient",
    path: "/v1/client.js",
    tag: "Service",
    summary: "A small client as a module",
    description: `\`comparisonClient(origin)\` asks for a comparison, for choices or for subgroups: \`.comparison({ outcome: "orr" })\` resolves to an answer, or rejects with what was wrong. ${passedOver}`,
    parameters: [],
    example: null,
  },
];
