import { msg } from '@lingui/core/macro';

/** The records of one kind, and what can be done with each. */
export const recordStrings = {
  back: msg({ id: 'record.back', message: 'All we hold' }),
  behindTitle: msg({ id: 'record.behind', message: 'What this rests on' }),
  behindConclusion: msg({
    id: 'record.behind_conclusion',
    message: 'A conclusion rests on the records that stand here.',
  }),
  behindBenefit: msg({
    id: 'record.behind_benefit',
    message: 'What you got is counted by the records that stand here.',
  }),
  behindNothing: msg({
    id: 'record.behind_nothing',
    message: 'There is nothing behind it any more. Its records are gone, or serve other uses only.',
  }),
  toConclusions: msg({ id: 'record.to_conclusions', message: 'Back to what we concluded' }),
  toBenefits: msg({ id: 'record.to_benefits', message: 'Back to what you got' }),
  search: msg({ id: 'record.search', message: 'Search these records' }),
  items: msg({ id: 'record.items', message: 'Show' }),
  allItems: msg({ id: 'record.all_items', message: 'All' }),
  list: msg({ id: 'record.list', message: 'Records' }),
  noneFound: msg({ id: 'record.none_found', message: 'No record fits. Search for fewer words, or show all.' }),
  older: msg({ id: 'record.older', message: 'Show older' }),
  failed: msg({
    id: 'record.failed',
    message: 'We cannot show these records right now. The fault is on our side. Nothing was changed.',
  }),
  again: msg({ id: 'record.again', message: 'Try again' }),
  usedFor: msg({ id: 'record.used_for', message: 'Used for' }),
  noUse: msg({ id: 'record.no_use', message: 'No use needs this now.' }),
  keptOnly: msg({ id: 'record.kept_only', message: 'Forgotten, and kept only for' }),
  putRight: msg({ id: 'record.put_right', message: 'Put right' }),
  remove: msg({ id: 'record.remove', message: 'Remove' }),
  askRemove: msg({ id: 'record.ask_remove', message: 'Remove this record?' }),
  doRemove: msg({ id: 'record.do_remove', message: 'Remove it' }),
  keep: msg({ id: 'record.keep', message: 'Keep it' }),
  save: msg({ id: 'record.save', message: 'Save' }),
  leave: msg({ id: 'record.leave', message: 'Leave as it is' }),
  value: msg({ id: 'record.value', message: 'What is right' }),
  empty: msg({ id: 'record.empty', message: 'Write what is right. To have it gone, remove the record.' }),
  notNumber: msg({ id: 'record.not_number', message: 'Write a number in figures, like 42 or 6.5.' }),
};

/** Where the next older ones are. */
export const olderStrings = {
  coming: msg({ id: 'record.older_coming', message: 'Older ones are on their way.' }),
  failed: msg({ id: 'record.older_failed', message: 'The older ones did not come. Show them again in a moment.' }),
};

export const recordsTitle = (category: string) => msg({ id: 'record.title', message: `${category}: what we hold` });

export const shownOf = (shown: string, all: string) =>
  msg({ id: 'record.shown_of', message: `${shown} of ${all} are shown.` });

export const from = (name: string) => msg({ id: 'record.from', message: `From ${name}` });

export const correctedOn = (date: string) => msg({ id: 'record.corrected', message: `Put right on ${date}` });

export const removeNamed = (record: string) => msg({ id: 'record.remove_named', message: `Remove: ${record}` });

export const putRightNamed = (record: string) => msg({ id: 'record.put_right_named', message: `Put right: ${record}` });

/** What one press does, said before it. */
export const removes = (backups: string) =>
  msg({ id: 'record.removes', message: `It goes from here now, and from backups by ${backups}.` });

export const removesKept = (uses: string) =>
  msg({ id: 'record.removes_kept', message: `Law or contract asks for it. We keep it only for: ${uses}.` });

export const removed = (backups: string) =>
  msg({ id: 'record.removed', message: `Removed. Gone from backups by ${backups}.` });

export const keptFor = (uses: string) =>
  msg({ id: 'record.kept_for', message: `Kept only for: ${uses}. It serves nothing else now.` });
