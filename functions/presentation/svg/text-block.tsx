/** Breaks texts into lines, each with its baseline, and draws them. */
import { tenth } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import { type TextStyle, wrap } from "./text.ts";

export interface TextBlock {
  readonly x: number;
  readonly style: TextStyle;
  readonly muted: boolean;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly height: number;
  /** Holds the full text if it had to be shortened; otherwise `null`. */
  readonly whole: string | null;
}

export interface StyledText {
  readonly text: string;
  readonly style: TextStyle;
  readonly muted?: boolean;
}

interface Room {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  /** The height of a line is this multiple of the font size. */
  readonly leading: number;
  /** The block has at most this many lines. */
  readonly most?: number | undefined;
}

/** Returns the distance from the middle of a line to its baseline. */
export const toBaseline = ({ size }: TextStyle): number => size * 0.36;

export function textBlock({ text, style, muted = false }: StyledText, room: Room): TextBlock {
  const { x, top, width, leading, most } = room;
  const { lines, cut } = wrap(text, width, style, most);
  const line = style.size * leading;
  const at = (index: number) => top + (index + 0.5) * line + toBaseline(style);
  return {
    x,
    style,
    muted,
    lines: lines.map((words, index) => ({ text: words, y: at(index) })),
    height: lines.length * line,
    whole: cut ? text : null,
  };
}

export function movedDown(block: TextBlock, by: number): TextBlock {
  return { ...block, lines: block.lines.map(({ text, y }) => ({ text, y: y + by })) };
}

/** Places texts one below the other. */
export function stack(
  texts: readonly StyledText[],
  { gap = 0, ...room }: Room & { readonly gap?: number },
): { blocks: TextBlock[]; bottom: number } {
  let bottom = room.top;
  const blocks = texts.map((text) => {
    const block = textBlock(text, { ...room, top: bottom });
    bottom += block.height + gap;
    return block;
  });
  return { blocks, bottom };
}

interface TextProps {
  x: number;
  y: number;
  style: TextStyle;
  fill: string;
  anchor?: "start" | "middle" | "end";
  children: string;
}

const weight = 600;

export function Text({ x, y, style, fill, anchor = "start", children }: TextProps) {
  return (
    <text
      x={tenth(x)}
      y={tenth(y)}
      fill={fill}
      text-anchor={anchor === "start" ? undefined : anchor}
      font-size={style.size}
      font-weight={style.bold ? weight : undefined}
    >
      {children}
    </text>
  );
}

interface TextNameProps extends Omit<TextProps, "anchor"> {
  /** A smaller, muted text follows the name. */
  aside: string;
  gap: number;
  quiet: { readonly style: TextStyle; readonly fill: string };
}

export function Name({ x, y, style, fill, aside, gap, quiet, children }: TextNameProps) {
  return (
    <text x={tenth(x)} y={tenth(y)} fill={fill} font-size={style.size}>
      <tspan font-weight={weight}>{children}</tspan>
      {aside && (
        <tspan dx={gap} fill={quiet.fill} font-size={quiet.style.size}>
          {aside}
        </tspan>
      )}
    </text>
  );
}

interface BlockProps {
  block: TextBlock;
  palette: Pick<Palette, "ink" | "muted">;
}

/** Draws a block; its title holds the full text if that was shortened. */
export function Block({ block: { x, style, muted, lines, whole }, palette }: BlockProps) {
  const fill = muted ? palette.muted : palette.ink;
  const texts = lines.map(({ text, y }) => (
    <Text key={y} x={x} y={y} style={style} fill={fill}>
      {text}
    </Text>
  ));
  if (whole === null) return <>{texts}</>;
  return (
    <g>
      <title>{whole}</title>
      {texts}
    </g>
  );
}

export function Blocks({
  blocks,
  palette,
}: Pick<BlockProps, "palette"> & { blocks: readonly TextBlock[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <Block key={index} block={block} palette={palette} />
      ))}
    </>
  );
}
