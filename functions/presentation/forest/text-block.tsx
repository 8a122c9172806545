/** The text elements of the figure. If a text was cut, its SVG title has the full text. */
import { tenth } from "../statement/axis.ts";
import type { TextBlock } from "./layout.ts";
import type { Palette } from "./palette.ts";
import { type StyleName, useSheet } from "./sheet.ts";

interface TextProps {
  x: number;
  y: number;
  style: StyleName;
  fill: string;
  anchor?: "start" | "middle" | "end";
  children: string;
}

export function Text({ x, y, style, fill, anchor = "start", children }: TextProps) {
  const { size, bold = false } = useSheet().styles[style];
  const font = { "font-size": size, "font-weight": bold ? 600 : undefined };
  return (
    <text
      x={tenth(x)}
      y={tenth(y)}
      fill={fill}
      text-anchor={anchor === "start" ? undefined : anchor}
      {...font}
    >
      {children}
    </text>
  );
}

/** Lines of one text. It has its own colour, if given, or otherwise ink or grey. */
export function Block({
  block: { x, style, muted, lines, whole },
  palette,
}: {
  block: TextBlock;
  palette: Palette;
}) {
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
