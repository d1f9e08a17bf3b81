import { sources } from '#contract/sources.ts';
import { useNotice } from '#data/use-notice.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { Facts } from '#ui/facts.tsx';
import { publicNoticeStrings } from './public-notice.strings.ts';

/**
 * What is collected and why, of nobody in particular: shown until it is known who is there and what they chose. So it
 * has no switch and no value in it, which might be wrong for whoever reads it.
 */
export function PublicNotice() {
  const { say } = useVoice();
  const { notice } = useNotice();
  const title = say(publicNoticeStrings.title);
  return (
    <>
      <title>{`${title} · ${notice.controller.name}`}</title>
      <h1 className="page-title">{title}</h1>
      <p className="summary">{notice.intro}</p>
      <noscript>
        <p className="notice-bar border-accent">{say(publicNoticeStrings.needsScript)}</p>
      </noscript>
      {sources
        .map((source) => ({ source, kinds: notice.categories.filter((category) => category.source === source) }))
        .filter(({ kinds }) => kinds.length > 0)
        .map(({ source, kinds }) => (
          <section key={source} className="group" aria-labelledby={`group-${source}`}>
            <h2 id={`group-${source}`} className="text-group font-strong">
              {notice.sources[source].title}
            </h2>
            <p className="text-note text-ink-2">{notice.sources[source].text}</p>
            <div className="rows">
              {kinds.map(({ id, name, what, uses }) => (
                <article key={id} className="row grid gap-2 p-4" aria-labelledby={`heading-${id}`}>
                  <h3 id={`heading-${id}`} className="font-strong">
                    {name}
                  </h3>
                  <p>{what}</p>
                  <Facts facts={uses.map((use) => ({ term: use.name, text: use.why }))} />
                </article>
              ))}
            </div>
          </section>
        ))}
    </>
  );
}
