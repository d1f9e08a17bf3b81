import type { Scenario } from '#mocks/scenario.ts';
import { WrongAddress } from '#mocks/wrong-address.ts';
import { browserOnly } from './browser-only.ts';
import { choicesFail } from './choices-fail.ts';
import { conflict } from './conflict.ts';
import { everythingOff } from './everything-off.ts';
import { everythingOn } from './everything-on.ts';
import { expiredGrant } from './expired-grant.ts';
import { failingWrites } from './failing-writes.ts';
import { forgottenPurchases } from './forgotten-purchases.ts';
import { gpc } from './gpc.ts';
import { hangingLoad } from './hanging-load.ts';
import { linked } from './linked.ts';
import { longWords } from './long-words.ts';
import { lostAnswer } from './lost-answer.ts';
import { minimalCapabilities } from './minimal-capabilities.ts';
import { newCustomer } from './new-customer.ts';
import { noticeChanged } from './notice-changed.ts';
import { noticeMaterial } from './notice-material.ts';
import { noticeWidenedDifference } from './notice-widened-difference.ts';
import { offline } from './offline.ts';
import { offlineLoad } from './offline-load.ts';
import { overviewFails } from './overview-fails.ts';
import { panelsFail } from './panels-fail.ts';
import { previewNotSaved } from './preview-not-saved.ts';
import { raced } from './raced.ts';
import { refused } from './refused.ts';
import { rtl } from './rtl.ts';
import { serverDown } from './server-down.ts';
import { sessionEndedWithdrawal } from './session-ended-withdrawal.ts';
import { sessionEnded } from './session-ended.ts';
import { slow } from './slow.ts';
import { tooMany } from './too-many.ts';
import { usual } from './default.ts';
import { visitorAfterPress } from './visitor-after-press.ts';
import { visitorGpc } from './visitor-gpc.ts';
import { visitorNoticeOnly } from './visitor-notice-only.ts';
import { visitor } from './visitor.ts';

/** Every scenario there is. Tests and the end-to-end run walk through all of them. */
export const scenarios: readonly Scenario[] = [
  usual,
  newCustomer,
  everythingOff,
  everythingOn,
  gpc,
  slow,
  offline,
  offlineLoad,
  serverDown,
  failingWrites,
  lostAnswer,
  conflict,
  raced,
  sessionEnded,
  visitor,
  visitorGpc,
  visitorAfterPress,
  visitorNoticeOnly,
  sessionEndedWithdrawal,
  linked,
  noticeChanged,
  noticeMaterial,
  noticeWidenedDifference,
  refused,
  expiredGrant,
  forgottenPurchases,
  browserOnly,
  previewNotSaved,
  overviewFails,
  choicesFail,
  panelsFail,
  hangingLoad,
  tooMany,
  longWords,
  rtl,
  minimalCapabilities,
];

/** Throws with the names there are. */
export function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((one) => one.name === name);
  if (found) return found;
  throw new WrongAddress(
    'scenario',
    name,
    scenarios.map((one) => one.name),
  );
}
