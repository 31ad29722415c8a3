/** Members that say that nothing is wrong. */
const noError =
  /["']?\berrors?\w*["']?\s*[:=]\s*(?:null|""|''|false|none|nil|\[\s*\]|\{\s*\}|0)(?=[\s,}\])]|$)/gi;

const told =
  /\b(?:does(?:n['’]t| not)|do(?:n['’]t| not)|can(?:['’]t|not)|won['’]t) (?:work|log|sign|load|open|connect|go|show)|\bnot work|\bfail|\berrors?\b|\bbroken\b|\bblank\b|\bnot authori[sz]ed\b|\bdenied\b|\bhelp\b|^(?:[\w.]{1,80}\.)?\w{0,40}(?:Error|Exception)\b:|^Traceback/im;

/** Whether somebody says that something fails, whatever the language of the rest. */
export const isComplaint = (text: string): boolean => told.test(text.replaceAll(noError, ''));
