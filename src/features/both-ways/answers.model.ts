import type { MessageDescriptor } from '@lingui/core';
import { everythingOn, switchOf, type LeftOut, type Shown } from '#rules/category-switch.ts';
import { bothWaysStrings, keepAllOff, keepAllOn, stayAll, turnAllOff, turnAllOn } from './both-ways.strings.ts';
import type { Target } from './target.model.ts';

interface Answer {
  readonly words: MessageDescriptor;
  /** It is so already: the answer changes nothing. */
  readonly keeps: boolean;
}

/** The two answers, and what turning on leaves for the uses' own switches. */
export interface BothAnswers {
  readonly on: Answer;
  readonly off: Answer;
  readonly left: readonly (LeftOut & { readonly name: string })[];
  /** Nothing turns on by a press here: the answer leads to the switch. */
  readonly leadsAway: boolean;
  /** Said after an answer that changed nothing. */
  readonly stay: { readonly on: MessageDescriptor; readonly off: MessageDescriptor };
}

/** `shown`: the choices as they are on screen. */
export function answersOf({ uses }: Pick<Target, 'uses'>, shown: Shown): BothAnswers {
  const { on, of } = switchOf(uses, shown);
  const turned = everythingOn(uses, shown);
  const allOn = on === of;
  const allOff = on === 0;
  const rest = {
    left: turned.left.map((one) => ({ ...one, name: uses.find(({ id }) => id === one.choice)?.name ?? one.choice })),
    leadsAway: !allOn && turned.items.length === 0,
  };
  if (of === 1)
    return {
      on: { words: allOn ? bothWaysStrings.keepOn : bothWaysStrings.turnOn, keeps: allOn },
      off: { words: allOff ? bothWaysStrings.keepOff : bothWaysStrings.turnOff, keeps: allOff },
      stay: { on: bothWaysStrings.staysOn, off: bothWaysStrings.staysOff },
      ...rest,
    };
  return {
    on: { words: allOn ? keepAllOn(of) : turnAllOn(on + turned.items.length, of), keeps: allOn },
    off: { words: allOff ? keepAllOff(of) : turnAllOff(of), keeps: allOff },
    stay: { on: stayAll.on(of), off: stayAll.off(of) },
    ...rest,
  };
}
