/** Verbs and adjectives of advice; a tool that shows evidence has no use for them. "VGPR or better" is the standard name of a depth. */
export const advice =
  /\b(?:recommend\w*|should|shall|prefer\w*|choos\w*|choice|advis\w*|best|worse|worst|(?<!or )better|superior\w*|inferior\w*|consider\w*|suggest\w*|must|ought|favou?r\w*|opt|opts|opted|option\w*|indicated|safe|safer|safest|ideal\w*|switch\w*|avoid\w*|needs? to|go for)\b/i;
