import { type EngineState, nothingYet } from './engine-state.ts';
import { andThen, known, type Step } from './event.ts';
import { doubt, refetch, refetchAgain } from './refetch.ts';
import { changeIntents, choicesUnsettled, wake } from './unsettled.ts';

/** Everything unsettled may go again; what grants must first see what happened meanwhile (R7). */
function replay(state: EngineState): Step {
  if (state.intents.length === 0) return refetchAgain(state);
  return andThen(refetch(wake(state)), (next) =>
    known(changeIntents(next, (intent) => ({ ...intent, after: next.refetch.asked }))),
  );
}

/** What the browser says of the connection. That it is back is only a reason to try. */
export function online(state: EngineState, isOnline: boolean): Step {
  if (isOnline === state.online) return known(state);
  return isOnline ? replay({ ...state, online: true }) : known({ ...state, online: false });
}

/**
 * The page is seen again. What was in the air when it went is unconfirmed until refetched (R10); after the browser
 * restored the page from its memory, so is everything that was said before (R14).
 */
export function shown(state: EngineState, restored: boolean): Step {
  const sent = choicesUnsettled(state, (intent) => intent.tries > 0);
  if (restored) return doubt(state, [...sent, ...Object.keys(state.stored)]);
  return sent.length > 0 ? doubt(state, sent) : known(state);
}

/** Who is signed in. The same customer as before goes on; another one starts with nothing of theirs (R8). */
export function session(state: EngineState, subject: string | null): Step {
  if (subject === null) return known({ ...state, signedIn: false });
  const number = state.session + 1;
  if (subject === state.subject) return replay({ ...state, signedIn: true, session: number, here: {} });
  return known({ ...nothingYet, subject, signedIn: true, session: number, online: state.online });
}
