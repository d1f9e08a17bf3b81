import { BackendError } from '#backend/port.ts';
import { ErrorPage } from './error-page.tsx';

const nothingHere = new BackendError('not_found', 'No page has this address.');

/** For an address that the app does not know. */
export const NotFoundPage = () => <ErrorPage error={nothingHere} retry={() => {}} signInUrl={null} />;
