/**
 * Matches words that give advice. The project shows evidence and must not use them. Allowed are "VGPR or
 * better", the standard name of a depth of response, what arms of randomised trials did against their own control, and
 * "Which is better is unknown".
 */
export const advice =
  /\b(?:recommend\w*|should|shall|prefer\w*|choos\w*|choice|advis\w*|best|worse|worst|(?<!or |each did |Which is )better|superior\w*|inferior\w*|consider\w*|suggest\w*|must|ought|favou?r\w*|opt|opts|opted|option\w*|indicated|safe|(?<!Which is |or is )safer|safest|ideal\w*|switch\w*|avoid\w*|needs? to|go for)\b/i;
