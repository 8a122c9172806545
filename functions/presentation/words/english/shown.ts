/** What a row shows of single products, as they were counted or printed. */
import type { CodedProductPool } from "#core/comparison/coded-answer.ts";
import type { ShownWords } from "../codes.ts";
import { rangeOf100, rateOf100 } from "../rates.ts";

export const shown: ShownWords = {
  product: ({ counted, estimate, interval }, months) => {
    const count =
      counted?.events == null || counted.n === null
        ? rateText(counted ?? { estimate, interval })
        : `${counted.events} of ${counted.n}`;
    return months === null ? count : `${count} at ${months} months`;
  },

  unpooled: ({ code, label, events, n, percentPrinted, followUpMonths: months }) => {
    if (code === "no-count") {
      return percentPrinted === null ? null : `${percentPrinted} %, count not printed`;
    }
    const byTrial = code === "by-trial";
    if (!(byTrial || code === "other-cut") || events === null) return null;
    const count = `${events} of ${n}${months === null ? ", follow-up not reported" : ` at ${months} months`}`;
    return byTrial ? `${count} (${label})` : count;
  },
};

function rateText({ estimate, interval }: Pick<CodedProductPool, "estimate" | "interval">): string {
  return `${rateOf100(estimate)} of 100 ${rangeOf100(interval)}`;
}
