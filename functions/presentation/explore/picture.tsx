/** A part of `/explore` as a file: rows below each other, each as high as its lines need. */
import type { ComponentChildren } from "preact";
import { render } from "preact-render-to-string";
import { palettes } from "../svg/palette.ts";
import { Picture } from "../svg/picture.tsx";
import { Blocks, type Said, stack } from "../svg/text-block.tsx";

export const palette = palettes.light;
export const style = { size: 14 };
export const sheet = { width: 900, text: 868, left: 16 };
const strong = { ...style, bold: true };
const line = 19;

export interface Row {
  readonly height: number;
  readonly content: ComponentChildren;
}

/** No number is cut off. @param first In bold. */
export function textRow(
  first: readonly string[],
  texts: readonly string[] = [],
  { x = sheet.left, y = 0, width = sheet.text } = {},
): Row {
  const { blocks, bottom } = stack(
    [
      ...first.map((text): Said => ({ text, style: strong })),
      ...texts.map((text): Said => ({ text, style, muted: true })),
    ],
    { x, top: y + 1.5, width, leading: line / style.size },
  );
  return {
    height: Math.round(bottom + 7.5),
    content: <Blocks blocks={blocks} palette={palette} />,
  };
}

/** @param source Where it is from. */
export function pictureOf(
  name: string,
  heading: string,
  parts: readonly Row[],
  source: readonly string[],
): string {
  const rows = [textRow([heading], [], { y: 12 }), ...parts, textRow([], source)];
  const tops = rows.map((_, index) =>
    rows.slice(0, index).reduce((sum, { height }) => sum + height, 0),
  );
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  return render(
    <Picture
      name={`explore-${name}`}
      width={sheet.width}
      height={height}
      title={heading}
      palette={palette}
    >
      {rows.map(({ content }, index) => (
        <g key={index} transform={`translate(0 ${tops[index]})`}>
          {content}
        </g>
      ))}
    </Picture>,
  );
}
