/** Files used outside the site have no style sheet. A test holds these to `tokens.css`, and the styles of our pages and the icon to these. */
import type { TherapyClass } from "#data/vocabulary.ts";

export interface Palette extends Readonly<Record<TherapyClass, string>> {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  /** Hairlines and gridlines. */
  readonly line: string;
  /** Axis and ticks. */
  readonly edge: string;
}

export const palettes = {
  light: {
    paper: "#fff",
    ink: "#14171f",
    muted: "#525a6b",
    line: "#dde1e8",
    edge: "#858e9e",
    "car-t": "#0072b2",
    bsab: "#b8500a",
  },
  dark: {
    paper: "#10151b",
    ink: "#eceff4",
    muted: "#a5afc0",
    line: "#2c3441",
    edge: "#667186",
    "car-t": "#5bb4ea",
    bsab: "#f0914c",
  },
} as const satisfies Readonly<Record<string, Palette>>;

export type Theme = keyof typeof palettes;
