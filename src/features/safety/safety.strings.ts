import { msg } from '@lingui/core/macro';

/** How the data is kept safe, and what went wrong. */
export const safetyStrings = {
  title: msg({ id: 'safety.title', message: 'How we keep your data safe' }),
  intro: msg({
    id: 'safety.intro',
    message: 'Where it lies, who can read it, how we guard it, and what went wrong. Each fact has its day.',
  }),
  all: msg({ id: 'safety.all', message: 'All your data' }),
  incidents: msg({ id: 'safety.incidents', message: 'What went wrong' }),
  kinds: msg({ id: 'safety.kinds', message: 'Kind by kind' }),
  where: msg({ id: 'safety.where', message: 'Where it lies' }),
  readers: msg({ id: 'safety.readers', message: 'Who can read it' }),
  measures: msg({ id: 'safety.measures', message: 'How we guard it' }),
  what: msg({ id: 'safety.what', message: 'What happened' }),
  found: msg({ id: 'safety.found', message: 'We found it' }),
  told: msg({ id: 'safety.told', message: 'We told people' }),
  done: msg({ id: 'safety.done', message: 'What we did' }),
  data: msg({ id: 'safety.data', message: 'Data in it' }),
};

/** Was this customer in it. */
export const inIt = {
  in: msg({ id: 'safety.in', message: 'Your data was in it.' }),
  not_in: msg({ id: 'safety.not_in', message: 'Your data was not in it.' }),
  not_known: msg({ id: 'safety.not_known', message: 'We do not know whether your data was in it.' }),
};

export const checkedOn = (date: string) => msg({ id: 'safety.checked', message: `Checked on ${date}` });

export const noIncident = (date: string | null) =>
  date === null
    ? msg({ id: 'safety.no_incident', message: 'No incident so far. If there is one, we tell you here.' })
    : msg({
        id: 'safety.no_incident_as_of',
        message: `No incident so far, as last checked on ${date}. If there is one, we tell you here.`,
      });

/** From one day to another, or on one day. */
export const during = (from: string, to: string) =>
  from === to
    ? msg({ id: 'safety.on', message: `On ${from}` })
    : msg({ id: 'safety.from_to', message: `From ${from} to ${to}` });
