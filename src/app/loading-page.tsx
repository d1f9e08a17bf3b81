import { useVoice } from '#i18n/use-voice.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { appStrings } from './app.strings.ts';

/** Where a page will stand. It shows itself only when the wait is long enough to be noticed. */
export function LoadingPage() {
  const { say } = useVoice();
  return (
    <div aria-busy="true" className="grid max-w-text gap-4">
      <p role="status" className="sr-only">
        {say(appStrings.loading)}
      </p>
      <Skeleton className="h-10 w-3/4" />
      <Skeleton className="h-7 w-full" />
      <Skeleton className="h-7 w-2/3" />
    </div>
  );
}
