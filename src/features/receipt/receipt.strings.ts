import { msg } from '@lingui/core/macro';

/** The page of one receipt: what its signed statement says. */
export const receiptStrings = {
  title: msg({ id: 'receipt.title', message: 'Your receipt' }),
  intro: msg({
    id: 'receipt.intro',
    message: 'This is our signed statement of what you chose. Keep the file: it proves what was stored, and when.',
  }),
  inBrowser: msg({ id: 'receipt.in_browser', message: 'Signed in this browser only. It proves nothing to others.' }),
  unreadable: msg({
    id: 'receipt.unreadable',
    message: 'This page cannot read the statement. The file below is still the whole receipt.',
  }),
  what: msg({ id: 'receipt.what', message: 'What' }),
  when: msg({ id: 'receipt.when', message: 'When' }),
  by: msg({ id: 'receipt.by', message: 'By' }),
  notice: msg({ id: 'receipt.notice', message: 'Notice' }),
  mark: msg({ id: 'receipt.mark', message: 'Its mark' }),
  signedBy: msg({ id: 'receipt.signed_by', message: 'Signed by' }),
  download: msg({ id: 'receipt.download', message: 'Download the receipt' }),
  back: msg({ id: 'receipt.back', message: 'Back to what we hold' }),
  others: msg({ id: 'receipt.others', message: 'A choice that the notice no longer names' }),
};

/** Who chose. */
export const receiptBy = {
  customer: msg({ id: 'receipt.by_customer', message: 'You' }),
  gpc: msg({ id: 'receipt.by_gpc', message: 'Your browser, by its signal' }),
  agent: msg({ id: 'receipt.by_agent', message: 'Your agent' }),
  guardian: msg({ id: 'receipt.by_guardian', message: 'Your guardian' }),
  device: msg({ id: 'receipt.by_device', message: 'You, in a browser before you signed in' }),
};

/** What became of one choice. */
export const receiptOutcome = {
  on: (use: string) => msg({ id: 'receipt.on', message: `<b>On:</b> ${use}` }),
  onUntil: (use: string, date: string) => msg({ id: 'receipt.on_until', message: `<b>On</b> until ${date}: ${use}` }),
  off: (use: string) => msg({ id: 'receipt.off', message: `<b>Off:</b> ${use}` }),
  notStored: (use: string) =>
    msg({ id: 'receipt.not_stored', message: `<b>Not changed:</b> ${use}. It had changed elsewhere.` }),
};

export const noticeVersion = (version: number, mark: string) =>
  msg({ id: 'receipt.version', message: `Version ${version}, with the mark ${mark}` });
