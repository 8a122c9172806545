/**
 * Holds the colours of files used outside the site, which have no style sheet. Tests keep these colours equal to those
 * in `tokens.css`, in the styles of the pages and in the icon.
 */
import type { TherapyClass } from "#data/vocabulary.ts";

export interface Palette extends Readonly<Record<TherapyClass, string>> {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  /** Colours hairlines and gridlines. */
  readonly line: string;
  /** Colours the axis and its ticks. */
  readonly edge: string;
}

export const palettes = {
  light: {
    paper: "#fff",
    ink: "#15181e",
    muted: "#4b5463",
    line: "#d9dee6",
    edge: "#858e9e",
    "car-t": "#0a66a8",
    bsab: "#a84300",
  },
  dark: {
    paper: "#0f1318",
    ink: "#eef1f6",
    muted: "#aab4c2",
    line: "#2c343f",
    edge: "#667186",
    "car-t": "#68b6f7",
    bsab: "#f6a15c",
  },
} as const satisfies Readonly<Record<string, Palette>>;

export type PaletteTheme = keyof typeof palettes;
