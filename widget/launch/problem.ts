/** Reasons why a launch stopped. */

export type ProblemKind =
  /** The address names no server, or more than one. */
  | "unclear"
  /** The server is not among those of the installation. Nothing was asked. */
  | "unlisted"
  /** Nothing can be kept between two pages here, as in some frames. */
  | "no-storage"
  /** The server does not describe its sign-in as it must, or sends elsewhere. */
  | "unfit-server"
  /** It does not protect the sign-in (PKCE with S256). */
  | "no-pkce"
  /** The page was loaded again, or opened without a sign-in. */
  | "forgotten"
  /** This answer belongs to no sign-in that was begun here. */
  | "not-ours"
  /** It is neither a code nor an error. */
  | "no-answer"
  /** The reader or the server said no. */
  | "refused"
  /** The server refused the code of its own sign-in, or named no patient. */
  | "no-token"
  | "no-patient"
  | "expired"
  | "unreached";

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
