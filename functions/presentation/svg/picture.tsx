/** A picture as a file: presentation attributes only, so it works under any policy, in any program. */
import type { ComponentChildren } from "preact";
import type { Palette } from "./palette.ts";

const fonts =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

interface Props {
  /** Of its elements, if several pictures stand in one page. */
  name: string;
  width: number;
  height: number;
  title: string;
  /** The same in words, for who cannot see it. */
  description?: string;
  palette: Palette;
  children: ComponentChildren;
}

export function Picture({ name, width, height, title, description, palette, children }: Props) {
  const ids = [`${name}-title`, ...(description ? [`${name}-description`] : [])];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={ids.join(" ")}
      font-family={fonts}
    >
      <title id={ids[0]}>{title}</title>
      {description && <desc id={ids[1]}>{description}</desc>}
      <rect width={width} height={height} fill={palette.paper} />
      {children}
    </svg>
  );
}
