import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Judgement } from '#contract/inferences.ts';
import type { DeedStatus } from '#intents/deed-status.ts';
import { targetOf, type ToJudge } from './deed-target.ts';

interface Judging {
  readonly judge: (judgement: Judgement) => void;
  /** What became of it; what was saved on an earlier visit to the page is not news. */
  readonly status: DeedStatus | null;
  /** What was last asked for. */
  readonly asked: Judgement | null;
  /** To be focused when what was pressed goes away with what it did. */
  readonly place: RefObject<HTMLParagraphElement | null>;
}

/** Judging one conclusion, or allowing one again. */
export function useJudging({ deeds }: ToJudge, id: string, gone: boolean): Judging {
  const [pressed, setPressed] = useState(false);
  const place = useRef<HTMLParagraphElement>(null);
  const status = deeds.statusOf(targetOf(id));
  useEffect(() => {
    if (gone && pressed && document.activeElement === document.body) place.current?.focus();
  }, [gone, pressed]);
  return {
    judge(judgement) {
      setPressed(true);
      deeds.run('judgeInference', { inference: id, judgement }, targetOf(id));
    },
    status: status?.phase === 'saved' && !pressed ? null : status,
    asked: status?.name === 'judgeInference' ? status.input.judgement : null,
    place,
  };
}
