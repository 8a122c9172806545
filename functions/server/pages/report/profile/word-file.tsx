/**
 * Makes the evidence profile as a file for a word processor: HTML, which it opens with its table, on paper in
 * landscape.
 */
import { render } from "preact-render-to-string";
import "#presentation/svg/unbroken.ts";
import type { FullAnswer } from "../../../answers/compute/full-answer.ts";
import { siteName } from "../../../site.ts";
import { Profile, profileTitle } from "./profile-page.tsx";

interface WordFile {
  full: FullAnswer;
  citation: string;
  /**
   * Links need the address of this installation, because a file has no page around it to which they could be relative.
   */
  site: string;
}

export function wordFile({ site, ...props }: WordFile): string {
  const [head = "", table = "", beneath = ""] = render(<Profile {...props} />).split(
    /(<table.*<\/table>)/s,
  );
  const body = [head, withBreaks(table), beneath]
    .join("")
    // Word processors know this hyphen, and may draw a word joiner as a box.
    .replaceAll("\u2060-\u2060", "\u2011")
    .replaceAll(/(?<= href=")(?=\/)/g, () => site);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${profileTitle} – ${siteName}</title>
<style>${styles}</style>
</head>
<body>
<div class="landscape">
${body}
</div>
</body>
</html>
`;
}

/** Puts the lines of a cell into one paragraph, because word processors set paragraphs far apart. */
function withBreaks(table: string): string {
  return table.replaceAll("</p><p>", "<br>");
}

/** Word reads only the page of a named section, and lengths in points. */
const styles = `
@page { size: 841.9pt 595.3pt; margin: 28pt 34pt; }
@page landscape { size: 841.9pt 595.3pt; mso-page-orientation: landscape; margin: 28pt 34pt; }
div.landscape { page: landscape; }
body { font-family: Arial, sans-serif; font-size: 9pt; }
h1 { font-size: 14pt; } h2 { font-size: 11pt; } h3 { font-size: 9pt; }
p { margin-bottom: 2pt; margin-top: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 0.75pt solid #666; font-size: 7pt; padding: 2pt; text-align: left; vertical-align: top; }
tbody th { font-weight: normal; }
thead { display: table-header-group; }
a { color: #000; }
`;
