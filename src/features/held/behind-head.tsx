import type { Category } from '#contract/notice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { recordStrings } from './record.strings.ts';
import type { useHeldPage } from './use-held-page.ts';

interface BehindHeadProps {
  readonly held: ReturnType<typeof useHeldPage>;
  /** Records of this kind only; null = of all. */
  readonly category: Category | null;
  /** The id of a conclusion, or of an entry of the ledger. */
  readonly behind: string;
}

/** Entries of the ledger say of their ids that they are of it. */
const isBenefit = (id: string): boolean => id.startsWith('b:');

/** What stands above the records that something rests on, with the way back to it. */
export function BehindHead({ held: { can, notice, page }, category, behind }: BehindHeadProps) {
  const { say } = page.voice;
  const title = say(recordStrings.behindTitle);
  const benefit = isBenefit(behind);
  const back = benefit
    ? can.benefits && { to: '/benefits', words: recordStrings.toBenefits }
    : can.inferences && { to: `/concluded#${behind}`, words: recordStrings.toConclusions };
  return (
    <>
      <title>{`${title} · ${notice.controller.name}`}</title>
      <PageLink to={back ? back.to : '/held'} className="inline-flex min-h-11 items-center text-note">
        {say(back ? back.words : recordStrings.back)}
      </PageLink>
      <h1 className="page-title">{category ? `${title}: ${category.name}` : title}</h1>
      <p className="summary">{say(benefit ? recordStrings.behindBenefit : recordStrings.behindConclusion)}</p>
    </>
  );
}
