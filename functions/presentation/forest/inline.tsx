/** The same figure in the text of a page, which has its title and its foot, in the colours of the page. */
import type { ClassPart } from "./class-lines.ts";
import { Plot } from "./draw.tsx";
import type { Figure } from "./figure.ts";
import { layoutOf } from "./layout.ts";
import { column, OnSheet } from "./sheet.ts";

const palette = {
  paper: "none",
  ink: "currentcolor",
  muted: "var(--muted)",
  line: "var(--rule)",
  edge: "var(--muted)",
  "car-t": "var(--car-t)",
  bsab: "var(--bsab)",
};

/** The axis with its numbers and its name. */
const underAxis = 48;

/** Those that are not pooled are counted in the text. */
function withoutNote({ group, lines }: ClassPart): ClassPart {
  const isPooled = lines.some(({ kind }) => kind === "pool");
  return { group, lines: lines.filter(({ kind }) => !(isPooled && kind === "note")) };
}

export function InlineForest({ figure }: { figure: Figure }) {
  const plain = {
    ...figure,
    subtitle: [],
    contrast: [],
    foot: [],
    parts: figure.parts.map(withoutNote),
  };
  const layout = layoutOf(plain, column);
  if (layout.axisY === null) return null;
  return (
    <svg
      class="forest"
      role="img"
      aria-label={figure.description}
      viewBox={`0 0 ${column.width} ${layout.axisY + underAxis}`}
      font-size={column.styles.cell.size}
    >
      <OnSheet.Provider value={column}>
        <Plot figure={plain} layout={layout} palette={palette} axisY={layout.axisY} />
      </OnSheet.Provider>
    </svg>
  );
}
