import type { Inference } from '#contract/inferences.ts';
import { Button } from '#ui/button.tsx';
import { DeedLine } from '#ui/deed-line.tsx';
import { ChainTiles, type LeadsTo } from './chain-tiles.tsx';
import type { Chain } from './concluded.model.ts';
import { goneStrings, judgementStrings } from './concluded.strings.ts';
import { targetOf, type ToJudge } from './deed-target.ts';
import { useJudging } from './use-judging.ts';

interface ConclusionProps {
  readonly judging: ToJudge;
  readonly inference: Inference;
  readonly chain: Chain;
  /** It went while the customer was here. */
  readonly gone: boolean;
  readonly leadsTo: LeadsTo;
}

const judgements = ['right', 'wrong', 'remove', 'never'] as const;

/** One conclusion: why, what, what for, and the customer's word on it. */
export function Conclusion({ judging, inference, chain, gone, leadsTo }: ConclusionProps) {
  const { id, label } = inference;
  const { deeds, signInUrl, ...facts } = judging;
  const { say } = facts.voice;
  const { judge, status, asked, place } = useJudging(judging, id, gone);
  const target = targetOf(id);
  const went = asked === 'remove' || asked === 'never' ? asked : 'other';
  return (
    <li className="conclusion">
      {gone ? (
        <p ref={place} tabIndex={-1} className="conclusion-gone">
          <b>{label}</b> <span>{say(goneStrings[went])}</span>
        </p>
      ) : (
        <article aria-labelledby={id}>
          <ChainTiles voice={facts.voice} id={id} label={label} chain={chain} leadsTo={leadsTo} />
          <div className="judgements">
            {judgements.map((judgement) => (
              <Button key={judgement} describedBy={id} onPress={() => judge(judgement)}>
                {say(judgementStrings[judgement])}
              </Button>
            ))}
          </div>
        </article>
      )}
      <div className="text-note">
        <DeedLine
          {...facts}
          deed={status}
          signInUrl={signInUrl}
          onTryNow={deeds.tryNow}
          onAgain={() => deeds.again(target)}
          onDismiss={() => deeds.dismiss(target)}
          onTaken={() => document.getElementById(id)?.focus()}
        />
      </div>
    </li>
  );
}
