import type problems from "./problems.json";

/** Why a launch stopped: the keys of what is said of it. */
export type ProblemKind = keyof typeof problems;

export class LaunchProblem extends Error {
  readonly kind: ProblemKind;
  /** A plain text of the server, to be shown as its words. */
  readonly said: string | null;

  constructor(kind: ProblemKind, said: string | null = null) {
    super(kind);
    this.kind = kind;
    this.said = said;
  }
}

const longest = 200;

/** What another server says, as one short line. */
export function oneLine(text: unknown): string | null {
  if (typeof text !== "string") return null;
  const plain = text.replace(/[\p{C}\s]+/gu, " ").trim();
  return plain === "" ? null : plain.slice(0, longest);
}
