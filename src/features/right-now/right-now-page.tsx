/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-noninteractive-element-to-interactive-role --
   a table that is drawn as a list is no table to some browsers, unless its roles say so */
import { useSyncExternalStore } from 'react';
import type { Overview } from '#contract/overview.ts';
import { PanelBoundary } from '#data/panel-boundary.tsx';
import { useCapabilities } from '#data/use-capabilities.ts';
import { useNotice } from '#data/use-notice.ts';
import { useOverview } from '#data/use-overview.ts';
import { useVoice } from '#i18n/use-voice.ts';
import { PageLink } from '#navigation/page-link.tsx';
import { onReadings, readNow, type Readings } from './readings.ts';
import { readingsTold } from './right-now.model.ts';
import { rightNowStrings } from './right-now.strings.ts';
import './right-now.css';

/** A server has no browser to read. */
const onServer = (): Readings | null => null;

/** The mirror: what this page can read at this moment, and what of it is kept. */
export function RightNowPage() {
  const { brand } = useCapabilities();
  const { notice } = useNotice();
  const { say } = useVoice(brand.zone);
  return (
    <>
      <title>{`${say(rightNowStrings.title)} · ${notice.controller.name}`}</title>
      <h1 className="page-title">{say(rightNowStrings.title)}</h1>
      <p className="summary">{say(rightNowStrings.intro)}</p>
      {/* What is held is what the page began with: nothing is asked for here. */}
      <PanelBoundary renderFailure={() => <Mirror overview={null} />}>
        <WithOverview />
      </PanelBoundary>
    </>
  );
}

const WithOverview = () => <Mirror overview={useOverview()} />;

function Mirror({ overview }: { readonly overview: Overview | null }) {
  const { brand, records } = useCapabilities();
  const { notice } = useNotice();
  const voice = useVoice(brand.zone);
  const { say } = voice;
  const readings = useSyncExternalStore<Readings | null>(onReadings, readNow, onServer);
  const [what, now, kept] = [say(rightNowStrings.what), say(rightNowStrings.now), say(rightNowStrings.stored)];
  return (
    <table role="table" className="mirror" aria-label={say(rightNowStrings.title)}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {what}
          </th>
          <th role="columnheader" scope="col">
            {now}
          </th>
          <th role="columnheader" scope="col">
            {kept}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {readingsTold(voice, notice, readings, overview).map(({ id, name, now: says, stored }) => (
          <tr key={id} role="row">
            <th role="rowheader" scope="row">
              {name}
            </th>
            <td role="cell" data-label={now}>
              {says}
            </td>
            <td role="cell" data-label={kept}>
              {stored.length === 0
                ? say(rightNowStrings.notStored)
                : stored.map(({ text, category, item, held }) => (
                    <p key={`${category}.${item}`}>
                      {text}{' '}
                      {records && held && (
                        <PageLink to={`/held/${category}`} asked={{ item }}>
                          {say(rightNowStrings.records)}
                        </PageLink>
                      )}
                    </p>
                  ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
