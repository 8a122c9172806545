/** A forest plot as lines from top to bottom, each from left to right, with where its marks lie. */
import { htmlAsLines, sentencesOf } from "./html-as-lines.ts";

interface Placed {
  x: number;
  y: number;
  text: string;
}

/** Texts and marks of one line of the plot do not have the same height. */
const sameLine = 9;

export function svgAsLines(svg: string): string[] {
  const contentOf = (name: string) =>
    textOf(new RegExp(`<${name}[^>]*>([^<]*)`).exec(svg)?.[1] ?? "");
  const lines: Placed[][] = [];
  for (const mark of [...textsIn(svg), ...marksIn(svg)].sort((a, b) => a.y - b.y)) {
    const [first] = lines.at(-1) ?? [];
    if (first && mark.y - first.y < sameLine) lines.at(-1)?.push(mark);
    else lines.push([mark]);
  }
  return [
    `# ${contentOf("title")}`,
    ...sentencesOf(contentOf("desc")),
    "",
    ...lines.map((line) =>
      line
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(" | "),
    ),
  ];
}

function textsIn(svg: string): Placed[] {
  return [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)<\/text>/gs)].map(
    ([, x, y, inner = ""]) => ({ x: Number(x), y: Number(y), text: textOf(inner) }),
  );
}

/** Returns the marks of a drawing, in units of the picture: the interval, and where the estimate lies. */
function marksIn(svg: string): Placed[] {
  return [...svg.matchAll(/<g data-mark="\w+".*?<\/g>/gs)].map(([mark]) => {
    const numbers = (pattern: RegExp) => (pattern.exec(mark) ?? []).slice(1).map(Number);
    const [start = 0, y = 0, end = 0] = numbers(/M([\d.]+) ([\d.]+)H([\d.]+)/);
    const [left = 0, middle = 0, before = 0, after = 0] = numbers(
      /M([\d.]+) ([\d.]+)l([\d.]+)-[\d.]+ ([\d.]+) /,
    );
    if (middle > 0) {
      const [estimate, right] = [left + before, left + before + after].map((x) => x.toFixed(1));
      return { x: left, y: middle, text: `${left} ◆ ${estimate} – ${right}` };
    }
    const [x, width = 0] = numbers(/<rect x="([\d.]+)".*? width="([\d.]+)"/);
    const square = x === undefined ? "" : `■ ${(x + width / 2).toFixed(1)} `;
    return { x: start, y, text: `${start} ${square}– ${end}${/v-4l7 4/.test(mark) ? " →" : ""}` };
  });
}

const textOf = (markup: string): string =>
  htmlAsLines(markup.replace(/<tspan/g, " <tspan")).join(" ");
