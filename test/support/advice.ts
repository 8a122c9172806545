/**
 * Matches words that give advice. The project shows evidence and must not use them. Two uses are allowed: "VGPR or
 * better", the standard name of a depth of response, and what arms of randomised trials did against their own control.
 */
export const advice =
  /\b(?:recommend\w*|should|shall|prefer\w*|choos\w*|choice|advis\w*|best|worse|worst|(?<!or |each did )better|superior\w*|inferior\w*|consider\w*|suggest\w*|must|ought|favou?r\w*|opt|opts|opted|option\w*|indicated|safe|safer|safest|ideal\w*|switch\w*|avoid\w*|needs? to|go for)\b/i;
