/**
 * What turning location on comes to in each scenario whose page looks at first like any other, as the customer reads it.
 */
export const outcomes: Readonly<Record<string, RegExp>> = {
  default: /^Saved$/,
  slow: /Saving…/,
  offline: /^You are offline\. It/,
  'failing-writes': /We could not confirm this|[Nn]ot saved yet/,
  'lost-answer': /^Saved$/,
  conflict: /^This changed on another device/,
  raced: /^This changed on another device/,
  'session-ended': /^Your session ended\. It/,
  'notice-changed': /^The notice changed while/,
  refused: /^We could not turn this on/,
  'too-many': /Not saved yet/,
  'browser-only': /^Saved in this browser only$/,
  'preview-not-saved': /^Preview: not saved$/,
};
