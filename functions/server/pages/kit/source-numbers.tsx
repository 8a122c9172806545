/** The numbers of sources, in brackets, because a bare number beside a figure is read as part of it. */
import { Fragment } from "preact";

interface SourceNumbersProps {
  /** As the list of sources counts them, from 1. */
  numbers: readonly number[];
  /** Address of the page that has this list, if it is another one. */
  page?: string | undefined;
}

export function SourceNumbers({ numbers, page = "" }: SourceNumbersProps) {
  return (
    <>
      {numbers.map((number, index) => (
        <Fragment key={number}>
          {index > 0 && " "}
          <span class="cited">
            {index === 0 && "\u00a0["}
            <a href={`${page}#source-${number}`} aria-label={`Source ${number}`}>
              {number}
            </a>
            {index === numbers.length - 1 ? "]" : ","}
          </span>
        </Fragment>
      ))}
    </>
  );
}
