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

/**
 * Returns the marks of a drawing, in units of the picture: the interval, and where the estimate lies. A hollow mark is
 * `□` or `◇`, one of another outcome `▫`; `↦` and `↤` are bounds, and `→` is a line that goes on beyond the axis.
 */
function marksIn(svg: string): Placed[] {
  return [...svg.matchAll(/<g data-mark="\w+".*?<\/g>/gs)].map(([mark]) => {
    const [, from, height, to] = /"M([\d.]+) ([\d.]+)H([\d.]+)/.exec(mark) ?? [];
    const [shape = "", at, y] =
      /<path transform="translate\(([\d.]+) ([\d.]+)\)"[^>]*>/.exec(mark) ?? [];
    const [, before, after] = /d="M-([\d.]+) 0l[\d.]+-[\d.]+ ([\d.]+) /.exec(shape) ?? [];
    const ofDiamond = [Number(at) - Number(before), Number(at) + Number(after)];
    const [start, end] = before ? ofDiamond.map((x) => x.toFixed(1)) : [from, to];
    const goesOn = mark.includes("v-4l7 4") ? "→" : undefined;
    const texts = [
      start,
      shape && signOf(shape, !mark.includes("#fff")),
      at,
      end && "–",
      end,
      goesOn,
    ];
    return {
      x: Number(start ?? at),
      y: Number(y ?? height),
      text: texts.filter(Boolean).join(" "),
    };
  });
}

function signOf(shape: string, isFilled: boolean): string {
  if (shape.includes('fill="none"')) return shape.includes("H13") ? "↦" : "↤";
  if (shape.includes(" 0l")) return isFilled ? "◆" : "◇";
  return isFilled ? "■" : shape.includes("dasharray") ? "▫" : "□";
}

const textOf = (markup: string): string =>
  htmlAsLines(markup.replace(/<tspan/g, " <tspan")).join(" ");
