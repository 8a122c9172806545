/** The same request in three programming languages, to copy. */
import type { JSX } from "preact";
import { originPlaceholder } from "../../pages/html/origin-placeholder.ts";

/** Kind of the response: an object, a table, or a file to save. */
export type SampleForm = "json" | "table" | "file";

export function Samples({ address, form }: { address: string; form: SampleForm }): JSX.Element {
  const url = `${originPlaceholder}${address}`;
  return (
    <>
      {Object.entries(samples[form](url)).map(([language, text]) => (
        <div key={language}>
          <p class="language">{language}</p>
          <pre tabindex={0}>
            <code>{text}</code>
          </pre>
        </div>
      ))}
    </>
  );
}

const samples: Readonly<Record<SampleForm, (url: string) => Record<string, string>>> = {
  json: (url) => ({
    curl: `curl '${url}'`,
    R: `answer <- jsonlite::fromJSON("${url}", simplifyVector = FALSE)`,
    Python: `import json, urllib.request\nwith urllib.request.urlopen("${url}") as response:\n    answer = json.load(response)`,
  }),
  table: (url) => ({
    curl: `curl -o answer.csv '${url}'`,
    R: `answer <- read.csv("${url}")`,
    Python: `import pandas\nanswer = pandas.read_csv("${url}")`,
  }),
  file: (url) => ({
    curl: `curl -O '${url}'`,
    R: `download.file("${url}", "answer")`,
    Python: `import urllib.request\nurllib.request.urlretrieve("${url}", "answer")`,
  }),
};
